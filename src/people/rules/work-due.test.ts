import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReference } from '#/law/reference.ts';
import { isWorkingDay } from '#/law/working-days.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { bySoonest, workGroupOf, workingDaysLate, workingDaysLeft } from './work-due.ts';

const { bankHolidays } = loadReference();
const groupOn = (dueOn: string | null, today: string, mine = true) =>
  workGroupOf({ dueOn, mine }, today, bankHolidays);

test('what is due today is in time, what was due on the last working day is late', () => {
  assert.equal(groupOn('2026-07-01', '2026-07-01'), 'soon');
  assert.equal(groupOn('2026-06-30', '2026-07-01'), 'late');
});

test('nobody is late over a weekend or a bank holiday: what was due on Good Friday is late on the Tuesday after Easter', () => {
  for (const today of ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'])
    assert.equal(groupOn('2026-04-03', today), 'soon', today);
  assert.equal(groupOn('2026-04-03', '2026-04-07'), 'late');
  assert.equal(workingDaysLate('2026-04-03', '2026-04-07', bankHolidays), 1);
});

test('soon is five working days ahead: over Christmas that is more than a week', () => {
  assert.equal(groupOn('2026-07-08', '2026-07-01'), 'soon');
  assert.equal(groupOn('2026-07-09', '2026-07-01'), 'later');
  assert.equal(groupOn('2027-01-04', '2026-12-23'), 'soon');
  assert.equal(groupOn('2027-01-05', '2026-12-23'), 'later');
  assert.equal(workingDaysLeft('2027-01-04', '2026-12-23', bankHolidays), 5);
});

test('what has no day is done later, and what somebody else has to do waits whatever its day', () => {
  assert.equal(groupOn(null, '2026-07-01'), 'later');
  assert.equal(groupOn('2020-01-01', '2026-07-01', false), 'waiting');
});

test('the soonest due comes first, what has no day last, and of equal days what waits longest', () => {
  const one = (dueOn: string | null, since: string | null, what: string) => ({ dueOn, since, what });
  const sorted = [
    one(null, '2026-01-01', 'e'),
    one('2026-07-02', null, 'd'),
    one('2026-07-02', '2026-06-02', 'c'),
    one('2026-07-02', '2026-06-01', 'b'),
    one('2026-07-01', '2026-06-30', 'a'),
  ].toSorted(bySoonest);
  assert.equal(sorted.map(({ what }) => what).join(''), 'abcde');
});

test('a thing is never both late and due, and becomes late on the first working day after its day', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2018-01-01', days));
  fc.assert(
    fc.property(day, fc.integer({ min: -30, max: 30 }), (today, distance) => {
      const dueOn = addDays(today, distance);
      const late = workingDaysLate(dueOn, today, bankHolidays);
      const left = workingDaysLeft(dueOn, today, bankHolidays);
      assert.ok(late === 0 || left === 0);
      assert.equal(groupOn(dueOn, today) === 'late', late > 0);
      if (isWorkingDay(today, bankHolidays) && dueOn < today) assert.ok(late > 0);
    }),
    { numRuns: 200 },
  );
});
