import assert from 'node:assert/strict';
import { test } from 'node:test';
import { papersInBrief } from './read-papers-in-brief.ts';

const today = '2026-11-22';
const paper = (id: string, kind: string, aboutOn: string | null, ...steps: readonly string[]) => ({
  ...{ id, kind, opened: { person: 'a', name: 'Ann', on: '2026-09-01', keptAt: '2026-09-01T09:00:00.000Z' } },
  newest:
    aboutOn === null
      ? null
      : { number: 1, aboutOn, content: {}, person: 'a', name: 'Ann', savedAt: '2026-09-01T09:00:00.000Z' },
  steps: steps.map((step) => ({
    ...{ step, for: 'authority' as const, opened: true, version: 1, words: '', person: 'a', name: 'Ann' },
    ...{ on: '2026-09-01', keptAt: '2026-09-01T09:00:00.000Z' },
  })),
});

test('the last visit is the newest that was held, the next the soonest that is to come; what was cancelled is neither', () => {
  const brief = papersInBrief(
    [
      paper('held in October', 'visit', '2026-10-05', 'invite', 'hold'),
      paper('held in September', 'visit', '2026-09-20', 'invite', 'hold', 'submit'),
      paper('to come in March', 'visit', '2027-03-01', 'invite'),
      paper('to come in January', 'visit', '2027-01-11'),
      paper('cancelled', 'visit', '2026-12-01', 'invite', 'cancel'),
      paper('not said whether held', 'visit', '2026-11-20', 'invite'),
      paper('set aside', 'visit', '2026-12-02', 'set-aside'),
    ],
    today,
  );
  assert.deepEqual(
    [brief.lastVisit?.paper, brief.nextVisit?.paper, brief.nextVisit?.on],
    ['held in October', 'to come in January', '2027-01-11'],
  );
  assert.equal(brief.lastVisit?.words, 'held, and the note is being written');
});

test('of plans the newest is told of with where it stands, of disengagement what is not resolved', () => {
  const open = papersInBrief(
    [
      paper('first plan', 'plan', null, 'send', 'agree', 'close'),
      paper('second plan', 'plan', null, 'send'),
      paper('resolved', 'disengagement', null, 'tell', 'resolve'),
      paper('open', 'disengagement', null, 'tell'),
    ],
    today,
  );
  assert.deepEqual(
    [open.plan?.paper, open.plan?.words, open.disengagement?.paper],
    ['second plan', 'being evaluated by the authority', 'open'],
  );
  assert.equal(
    papersInBrief([paper('x', 'disengagement', null, 'tell', 'resolve')], today).disengagement,
    null,
  );
});

test('a school without papers has nothing to be told of', () => {
  assert.deepEqual(papersInBrief([], today), {
    ...{ lastVisit: null, nextVisit: null, plan: null, disengagement: null },
  });
});
