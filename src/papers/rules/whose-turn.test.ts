import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { stateOf } from './process.ts';
import { processes } from './processes/processes.ts';
import { standingOf } from './standing.ts';
import { visit } from './processes/visit.ts';
import { endsOf, ownersOf, turnOf } from './whose-turn.ts';

const officers = {
  writers: new Set(['writer', 'opener', 'taker', 'given']),
  given: ['given'],
  otherwise: ['lead'],
};
const paper = { side: 'authority' as const, opened: { person: 'opener' }, steps: [], newest: null };
const step = (by: string, side: 'authority' | 'school') => ({ by, for: side });

test('a paper of the authority is owed by whoever wrote its newest version, else by whoever opened it', () => {
  assert.deepEqual(ownersOf({ ...paper, newest: { person: 'writer' } }, officers), ['writer']);
  assert.deepEqual(ownersOf(paper, officers), ['opener']);
});

test('when they have left, whoever took the last step owes it, then those the school is given to, then whoever leads', () => {
  const left = { ...paper, opened: { person: 'gone' }, newest: { person: 'gone' } };
  const steps = [step('taker', 'authority'), step('head', 'school')];
  assert.deepEqual(ownersOf({ ...left, steps }, officers), ['taker']);
  assert.deepEqual(ownersOf(left, officers), ['given']);
  assert.deepEqual(ownersOf(left, { ...officers, given: [] }), ['lead']);
});

test('what the school wrote is looked at by those the school is given to, and never owed to the authority by the head', () => {
  const own = { ...paper, side: 'school' as const, opened: { person: 'head' }, newest: { person: 'head' } };
  assert.deepEqual(ownersOf(own, officers), ['given']);
  assert.deepEqual(ownersOf({ ...own, steps: [step('head', 'school')] }, officers), ['given']);
  assert.deepEqual(ownersOf({ ...own, steps: [step('taker', 'authority')] }, officers), ['taker']);
});

test('a visit waits for whoever made it, then for the head’s answer, and for nobody once it is final', () => {
  const { templates: _, ...calendar } = loadReference();
  const after = (...steps: readonly string[]) => {
    const kept = {
      opened: { on: '2026-05-01' },
      steps: steps.map((one) => ({ step: one, on: '2026-05-08', opened: true })),
      newest: { aboutOn: '2026-05-06' },
    };
    return turnOf(visit, standingOf(visit, kept, calendar, '2026-05-11'), kept.opened.on);
  };
  assert.equal(after('invite', 'hold')?.by, 'authority');
  assert.equal(after('invite', 'hold')?.what, 'submit the note of the visit');
  assert.equal(after('invite', 'hold', 'submit')?.by, 'school');
  assert.equal(after('invite', 'hold', 'submit', 'accurate', 'give-to-chair'), null);
});

test('of every kind of paper, the steps that end it are those after which nothing more is waited for', () => {
  const ends = endsOf(processes);
  for (const process of processes) {
    for (const { step: one, from, to } of process.steps) {
      if (to === 'as before') continue;
      const ended = ends.some((end) => end.kind === process.kind && end.step === one);
      assert.equal(
        ended,
        process.states[to]?.over === true,
        `${process.kind}: ${one} from ${from.join(', ')}`,
      );
    }
    assert.ok(ends.some((end) => end.kind === process.kind && end.step === 'set-aside'));
    assert.equal(stateOf(process, [{ step: 'set-aside' }]), 'set aside');
  }
});
