import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { daysToReplay, lastDayOfGrades, printedAsAt, usualDay } from './days-to-replay.ts';

const { printedForecasts, frameworks } = loadReference();

test('overall grades ended on 31 August 2024', () => {
  assert.equal(lastDayOfGrades({ frameworks }), '2024-08-31');
});

test('what Norfolk printed in November 2013 is held against the end of August before, not a year sooner or later', () => {
  assert.equal(printedAsAt(printedForecasts, 'norfolk', '2013-08-31')?.publishedOn, '2013-11-21');
  for (const [authority, asAt] of [
    ['norfolk', '2013-07-30'],
    ['norfolk', '2013-11-22'],
    ['kent', '2013-08-31'],
  ] as const)
    assert.equal(printedAsAt(printedForecasts, authority, asAt), null);
});

test('the days are those printed, or the end of December and August for three years, never past overall grades', () => {
  const printed = printedAsAt(printedForecasts, 'norfolk', '2013-08-31');
  assert.deepEqual(daysToReplay('2013-08-31', printed, '2024-08-31'), [
    '2013-12-31',
    '2014-04-30',
    '2014-07-31',
    '2014-12-31',
    '2015-04-30',
    '2015-07-31',
    '2016-07-31',
  ]);
  assert.deepEqual(daysToReplay('2018-08-31', null, '2024-08-31'), [
    '2018-12-31',
    '2019-08-31',
    '2019-12-31',
    '2020-08-31',
    '2020-12-31',
    '2021-08-31',
  ]);
  assert.deepEqual(daysToReplay('2018-02-10', null, null)[0], '2018-08-31');
  assert.deepEqual(daysToReplay('2018-02-10', null, null).at(-1), '2020-12-31');
  assert.deepEqual(daysToReplay('2023-08-31', null, '2024-08-31'), ['2023-12-31', '2024-08-31']);
  assert.deepEqual(daysToReplay('2024-08-31', null, '2024-08-31'), []);
});

test('an authority that printed nothing is replayed from the last end of August of which three years are known', () => {
  assert.equal(usualDay(printedForecasts, 'norfolk', '2025-09-29', '2024-08-31'), '2013-08-31');
  assert.equal(usualDay(printedForecasts, 'kent', '2025-09-29', '2024-08-31'), '2021-08-31');
  assert.equal(usualDay(printedForecasts, 'kent', '2020-02-29', '2024-08-31'), '2016-08-31');
  assert.equal(usualDay(printedForecasts, 'kent', '2019-08-30', null), '2015-08-31');
});
