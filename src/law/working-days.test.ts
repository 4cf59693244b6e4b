import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#/schools/rules/dates.ts';
import { loadReference } from './reference.ts';
import { addWorkingDays, isBankHoliday, isWorkingDay } from './working-days.ts';

const { bankHolidays } = loadReference();

/** Weekdays on which offices in England were or will be closed. */
const closed: Readonly<Record<string, string>> = {
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

test('the weekdays that are bank holidays are those of the calendars of England and Wales', () => {
  for (const [year, days] of Object.entries(closed)) {
    const found: string[] = [];
    for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      if (weekday % 6 !== 0 && isBankHoliday(day, bankHolidays)) found.push(day.slice(5));
    }
    assert.equal(found.join(' '), days, year);
  }
});

test('a period of working days leaves out its first day, weekends and bank holidays', () => {
  assert.equal(addWorkingDays('2024-07-01', 0, bankHolidays), '2024-07-01');
  assert.equal(addWorkingDays('2024-07-01', 10, bankHolidays), '2024-07-15');
  assert.equal(addWorkingDays('2024-07-05', 1, bankHolidays), '2024-07-08');
  assert.equal(addWorkingDays('2026-12-24', 1, bankHolidays), '2026-12-29');
  assert.equal(addWorkingDays('2026-12-24', 4, bankHolidays), '2027-01-04');
});

test('a period ends on a working day, holds as many as were asked for, and never shrinks', () => {
  const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2005-01-01', days));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), (from, days) => {
      const end = addWorkingDays(from, days, bankHolidays);
      let counted = 0;
      for (let one = addDays(from, 1); one <= end; one = addDays(one, 1))
        counted += Number(isWorkingDay(one, bankHolidays));
      assert.equal(counted, days);
      assert.ok(isWorkingDay(end, bankHolidays));
      assert.ok(addWorkingDays(from, days + 1, bankHolidays) > end);
    }),
    { numRuns: 50 },
  );
});
