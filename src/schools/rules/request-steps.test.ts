import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOverdue, requestTransitions, stateAfter, stateOf, type RequestState } from './request-steps.ts';

test('every state of a request is reached, and what is over stays over', () => {
  const reached = new Set<RequestState>(['asked']);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { from, to } of requestTransitions) if (reached.has(from)) reached.add(to);
  }
  assert.deepEqual([...reached].toSorted(), ['answered', 'asked', 'done', 'withdrawn']);
  const ends = [...reached].filter((state) => requestTransitions.every(({ from }) => from !== state));
  assert.deepEqual(ends.toSorted(), ['done', 'withdrawn']);
});

test('the school answers, the authority withdraws and accepts', () => {
  assert.deepEqual(
    [...new Set(requestTransitions.map(({ act, by }) => `${act}: ${by}`))],
    ['answer: school', 'withdraw: authority', 'accept: authority'],
  );
});

test('a request that was withdrawn or accepted takes no answer', () => {
  assert.equal(stateAfter('withdrawn', 'answer'), null);
  assert.equal(stateAfter('done', 'answer'), null);
  assert.equal(stateAfter('asked', 'answer'), 'answered');
});

test('the last step says where a request stands', () => {
  assert.equal(stateOf([]), 'asked');
  assert.equal(stateOf([{ step: 'answered' }, { step: 'answered' }, { step: 'done' }]), 'done');
});

test('what is due today is in time; what was answered is not overdue', () => {
  assert.equal(isOverdue('asked', '2026-07-01', '2026-07-01'), false);
  assert.equal(isOverdue('asked', '2026-07-01', '2026-07-02'), true);
  assert.equal(isOverdue('answered', '2026-07-01', '2026-08-01'), false);
});
