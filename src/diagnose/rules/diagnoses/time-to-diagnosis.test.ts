import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysToDiagnosis, toldSince, wayToDiagnosis } from './time-to-diagnosis.ts';

const told = (what: string, toldOn: string) => ({ what, toldOn });
const way = (toldOn: string, settledOn: string | null, today = '2026-06-30') =>
  wayToDiagnosis(
    { urn: '900001', toldOn },
    settledOn === null ? [] : [{ paper: 'p', on: settledOn, answer: 'agreed' }],
    today,
  );

test('a letter that tells the same category again does not begin the days anew', () => {
  assert.equal(toldSince([told('B3', '2025-09-20'), told('B3', '2026-01-20')]), '2025-09-20');
  assert.equal(toldSince([told('C3', '2025-09-20'), told('B3', '2026-01-20')]), '2026-01-20');
  assert.equal(
    toldSince([told('B3', '2025-01-20'), told('C3', '2025-09-20'), told('B3', '2026-01-20')]),
    '2026-01-20',
  );
  assert.equal(toldSince([]), null);
});

test('a diagnosis from before the letter is none of this category', () => {
  assert.deepEqual(
    [way('2026-05-01', '2026-04-30').settled, way('2026-05-01', '2026-04-30').days],
    [null, 60],
  );
  assert.equal(way('2026-05-01', '2026-05-21').days, 20);
});

test('of two diagnoses the first ends the wait', () => {
  const settled = (on: string) => ({ paper: on, on, answer: 'agreed' as const });
  const found = wayToDiagnosis(
    { urn: '900001', toldOn: '2026-01-01' },
    [settled('2026-04-01'), settled('2026-02-01')],
    '2026-06-30',
  );
  assert.equal(found.settled?.on, '2026-02-01');
});

test('median, longest and bands are of those settled; those that wait have their own', () => {
  const days = daysToDiagnosis([
    way('2026-01-01', '2026-01-11'),
    way('2026-01-01', '2026-01-31'),
    way('2026-06-20', null),
  ]);
  assert.deepEqual(
    [days.told, days.settled, days.median, days.longest, days.medianWait, days.longestWait],
    [3, 2, 20, 30, 10, 10],
  );
  assert.deepEqual(
    days.bands.map(({ schools }) => schools),
    [1, 0, 1, 0, 0, 0],
  );
  assert.deepEqual([daysToDiagnosis([]).median, daysToDiagnosis([]).longestWait], [null, null]);
});

test('every settled diagnosis is in one band, however long it took', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 })), (numbers) => {
      const ways = numbers.map((days) => ({ ...way('2026-01-01', '2026-01-01'), days }));
      const { bands } = daysToDiagnosis(ways);
      assert.equal(
        bands.reduce((sum, { schools }) => sum + schools, 0),
        numbers.length,
      );
    }),
  );
});
