import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qualityAmong, qualityOf, type NoteHeld } from './note-quality.ts';
import { visitFacts } from './visit-facts.ts';

const note: NoteHeld = {
  among: 'Northmarsh',
  dueOn: '2026-10-12',
  submittedOn: '2026-10-12',
  answer: 'accurate',
  content: {
    asked: ['Headteacher', 'Representative of the governing body'],
    present: [{ key: '1', name: 'C. Chair', as: 'Chair of governors' }],
    seen: [{ key: '1', what: 'Learning walk', saw: 'Phonics in four classes' }],
    vulnerable: 'Attendance of disadvantaged pupils rises',
    able: 'Little more is asked of them',
    actions: [{ key: '1', what: 'Harder texts in year 6', owner: 'Head', due: '2026-12-01' }],
  },
};

test('a note on the last day is in time; one a day later, or due and not there, is not', () => {
  const of = (change: Partial<NoteHeld>, today = '2026-11-01') =>
    qualityOf('All', [{ ...note, ...change }], today).inTime;
  assert.deepEqual(of({}), { some: 1, of: 1 });
  assert.deepEqual(of({ submittedOn: '2026-10-13' }), { some: 0, of: 1 });
  assert.deepEqual(of({ submittedOn: null }), { some: 0, of: 1 });
  assert.deepEqual(of({ submittedOn: null }, '2026-10-12'), { some: 0, of: 0 }, 'not due yet');
});

test('accurate is of those that a head answered, not of those left without an answer', () => {
  const all = qualityOf(
    'All',
    [note, { ...note, answer: 'inaccurate' }, { ...note, answer: 'not answered' }, { ...note, answer: null }],
    '2026-11-01',
  );
  assert.deepEqual(all.accurate, { some: 1, of: 2 });
});

test('districts are compared on the same: governors, first-hand evidence, named groups, actions with owner and day', () => {
  const thin = {
    ...note,
    among: 'Eastfen',
    content: { asked: ['Headteacher'], actions: [{ key: '1', what: 'x' }] },
  };
  const [east, north] = qualityAmong([note, thin], '2026-11-01');
  const parts = ['governorAsked', 'governorThere', 'firstHand', 'namedGroups', 'actions'] as const;
  assert.deepEqual([east?.among, north?.among], ['Eastfen', 'Northmarsh']);
  for (const part of parts) {
    assert.deepEqual(north?.[part], { some: 1, of: 1 }, part);
    assert.deepEqual(east?.[part], { some: 0, of: 1 }, part);
  }
});

test('what became of a visit is read from its steps: moved, held, submitted, first answered inaccurate', () => {
  const steps = ['invite', 'move', 'hold', 'submit', 'inaccurate', 'amend', 'accurate', 'give-to-chair'].map(
    (step, index) => ({ step, on: `2026-10-0${String(index + 1)}` }),
  );
  assert.deepEqual(visitFacts(steps), {
    ...{ state: 'final', stands: 'held', moved: 1 },
    ...{ submittedOn: '2026-10-04', answer: 'inaccurate', answeredOn: '2026-10-05' },
  });
  assert.equal(visitFacts(steps.slice(0, 2)).stands, 'planned');
  assert.equal(visitFacts([{ step: 'cancel', on: '2026-10-01' }]).stands, 'cancelled');
  assert.equal(visitFacts([{ step: 'set-aside', on: '2026-10-01' }]).stands, 'cancelled');
});
