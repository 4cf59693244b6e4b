import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { actionStands, doneInTime, stepsOfAction } from './action-stands.ts';
import { actionsIn, type ActionSaid, type ActionStep, type ActionStepTaken } from './agreed-action.ts';
import { followAmended } from './follow-amended.ts';
import { sideOfOwner } from './side-of-owner.ts';

const said = (row: string, what: string, dueOn: string | null = '2026-05-01'): ActionSaid => ({
  ...{ row, what, owner: 'Head', ownerSide: 'school', dueOn },
});
const taken = (step: ActionStep, on: string, dueOn: string | null = null): ActionStepTaken => ({
  ...{ step, on, dueOn },
});

test('what is agreed is in the rows of actions, and an empty row is none', () => {
  const columns = [] as const;
  const template = {
    sections: [
      {
        heading: 'x',
        fields: [
          { id: 'notes', label: 'x', type: 'rows', columns },
          { id: 'todo', label: 'x', type: 'actions', columns },
        ],
      },
    ],
  } as const;
  const content = {
    notes: [{ key: '1', what: 'no action' }],
    todo: [
      { key: '1', what: 'Read', owner: 'The school improvement adviser', due: '2026-05-01' },
      { key: '2', what: '', owner: 'Head' },
      { key: '3', what: 'Write' },
    ],
  };
  assert.deepEqual(actionsIn(template, content), [
    {
      ...{ row: 'todo.1', what: 'Read', owner: 'The school improvement adviser' },
      ...{ ownerSide: 'authority', dueOn: '2026-05-01' },
    },
    { row: 'todo.3', what: 'Write', owner: '', ownerSide: 'school', dueOn: null },
  ]);
});

test('whoever is not named as somebody of the authority is the school’s', () => {
  for (const owner of ['Head', 'Headteacher', 'Chair of governors', 'Deputy head, English', 'A Reed', ''])
    assert.equal(sideOfOwner(owner), 'school', owner);
  for (const owner of ['Officer', 'The authority', 'LA adviser', 'Challenge partner', 'Governor support'])
    assert.equal(sideOfOwner(owner), 'authority', owner);
});

describe('when a paper is agreed again', () => {
  const kept = (id: string, one: ActionSaid, ...steps: ActionStep[]) => ({
    ...{ id, ...one },
    steps: steps.map((step) => ({ step })),
  });

  test('what nobody followed up is as the paper says it now', () => {
    const before = [
      kept('1', said('a', 'Read')),
      kept('2', said('b', 'Write')),
      kept('3', said('c', 'Sing')),
    ];
    const after = followAmended(before, [said('a', 'Read'), said('b', 'Write more'), said('d', 'Count')]);
    assert.deepEqual(after, {
      begin: [said('b', 'Write more'), said('d', 'Count')],
      replace: ['2', '3'],
    });
  });

  test('what was followed up stays as it was agreed, whatever the paper says now', () => {
    const before = [kept('1', said('a', 'Read'), 'done'), kept('2', said('b', 'Write'), 'moved')];
    assert.deepEqual(followAmended(before, [said('a', 'Read aloud')]), { begin: [], replace: [] });
  });

  test('what was replaced once begins anew when the paper says it again', () => {
    const before = [kept('1', said('a', 'Read'), 'replaced')];
    assert.deepEqual(followAmended(before, [said('a', 'Read')]).begin, [said('a', 'Read')]);
  });

  test('agreed twice with the same words, nothing changes', () => {
    const words = fc.array(fc.string({ minLength: 1 }), { maxLength: 6 });
    fc.assert(
      fc.property(words, (some) => {
        const all = some.map((what, index) => said(String(index), what));
        const before = all.map((one, index) => kept(String(index), one));
        assert.deepEqual(followAmended(before, all), { begin: [], replace: [] });
      }),
    );
  });
});

describe('where an action stands', () => {
  const today = '2026-05-11';
  const stands = (...steps: ActionStepTaken[]) => actionStands({ dueOn: '2026-05-01', steps }, today);

  test('open it is late from the day after; moved it is due on its new day', () => {
    assert.equal(stands().daysLate, 10);
    const moved = stands(taken('moved', '2026-04-30', '2026-05-20'));
    assert.deepEqual([moved.daysLate, moved.dueOn, moved.timesMoved], [0, '2026-05-20', 1]);
  });

  test('done by the day first agreed it was in time; moved and then done it was not', () => {
    assert.equal(stands(taken('done', '2026-05-01')).inTime, true);
    const late = stands(taken('moved', '2026-04-30', '2026-05-20'), taken('done', '2026-05-10'));
    assert.deepEqual([late.state, late.inTime, late.doneOn], ['done', false, '2026-05-10']);
  });

  test('opened again it is open, and was not done', () => {
    const again = stands(taken('done', '2026-05-01'), taken('reopened', '2026-05-02'));
    assert.deepEqual([again.state, again.doneOn, again.daysLate], ['open', null, 10]);
  });

  test('of what was replaced nothing more can be said; of what is over only that it is open again', () => {
    assert.deepEqual(stepsOfAction(stands(taken('replaced', '2026-05-01'))), []);
    assert.deepEqual(stepsOfAction(stands(taken('dropped', '2026-05-01'))), ['reopened']);
    assert.deepEqual(stepsOfAction(stands()), ['done', 'moved', 'dropped']);
  });

  test('what was dropped counts against nobody, and what is not due yet only when it is done', () => {
    const due = (dueOn: string | null, ...steps: ActionStepTaken[]) => actionStands({ dueOn, steps }, today);
    const all = [
      due('2026-05-01'),
      due('2026-05-01', taken('done', '2026-04-01')),
      due('2026-05-01', taken('dropped', '2026-04-01')),
      due('2026-06-01'),
      due('2026-06-01', taken('done', '2026-05-02')),
      due(null),
    ];
    assert.deepEqual(doneInTime(all, today), { inTime: 2, due: 3, open: 3, late: 1 });
  });
});
