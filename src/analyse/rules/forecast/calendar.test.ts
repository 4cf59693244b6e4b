import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOf, dayOf } from '#/schools/rules/dates.ts';
import { inspectionYears, pausesOf, touchesPause, windowsUntil } from './calendar.ts';

const pauses = pausesOf([{ from: '2020-03-17', to: '2021-08-31' }]);

test('years in which schools were inspected leave out the part of a pause that lies between', () => {
  const years = (from: string, to: string) => inspectionYears(dayOf(from), dayOf(to), pauses);
  assert.ok(Math.abs(years('2015-03-17', '2019-03-17') - 4) < 0.01);
  assert.equal(years('2020-03-17', '2021-08-31'), 0);
  assert.ok(Math.abs(years('2019-03-17', '2022-08-31') - 2) < 0.01);
  assert.ok(Math.abs(years('2020-09-01', '2022-08-31') - 1) < 0.01);
});

test('a pause touches what overlaps it, not what ends as it begins or begins as it ends', () => {
  const touches = (from: string, to: string) => touchesPause(dayOf(from), dayOf(to), pauses);
  assert.ok(!touches('2019-03-17', '2020-03-17'));
  assert.ok(touches('2019-03-17', '2020-03-18'));
  assert.ok(!touches('2021-08-31', '2022-02-28'));
  assert.ok(touches('2021-08-30', '2022-02-28'));
});

test('windows of half a year, a quarter apart, end with the date and go back as far as asked', () => {
  const windows = windowsUntil('2018-08-31', { months: 6, every: 3, back: 12 });
  assert.deepEqual(
    windows.map(({ from, to }) => [dateOf(from), dateOf(to)]),
    [
      ['2017-08-28', '2018-02-28'],
      ['2017-11-30', '2018-05-31'],
      ['2018-02-28', '2018-08-31'],
    ],
  );
});
