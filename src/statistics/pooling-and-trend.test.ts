import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { poolYears } from './pooling.ts';
import { trendAgainst } from './trend.ts';

test('years are pooled pupil by pupil, England over the same years', () => {
  const pooled = poolYears([
    { year: 2018, value: 50, england: 64, pupils: 10 },
    { year: 2017, value: 80, england: 61, pupils: 30 },
  ]);
  assert.deepEqual(pooled, { value: 72.5, england: 61.75, pupils: 40, years: [2017, 2018] });
  assert.equal(poolYears([]), null);
});

const year = fc.record({
  year: fc.integer({ min: 2016, max: 2019 }),
  difference: fc.double({ min: -30, max: 30, noNaN: true }),
  standardError: fc.double({ min: 1, max: 15, noNaN: true }),
});
const years = fc.uniqueArray(year, { minLength: 2, maxLength: 4, selector: (point) => point.year });

test('the order of years does not matter to a trend', () => {
  fc.assert(
    fc.property(years, (points) => {
      const forwards = trendAgainst(points, 4);
      const backwards = trendAgainst(points.toReversed(), 4);
      assert.equal(forwards?.mean, backwards?.mean);
    }),
  );
});

test('a fall is less certain the fewer the pupils, and no fall is no evidence of one', () => {
  const falling = (standardError: number): number =>
    trendAgainst(
      [
        { year: 2016, difference: 0, standardError },
        { year: 2017, difference: -10, standardError },
      ],
      4,
    )?.below(0) ?? 0;
  assert.ok(falling(2) > 0.97 && falling(15) < 0.75, `${falling(2)}, ${falling(15)}`);
  const level = trendAgainst(
    [
      { year: 2016, difference: -5, standardError: 4 },
      { year: 2017, difference: -5, standardError: 4 },
    ],
    4,
  );
  assert.equal(level?.mean, 0);
  assert.ok(Math.abs(level.below(0) - 0.5) < 1e-9);
});

test('one year has no trend', () => {
  assert.equal(trendAgainst([{ year: 2018, difference: -3, standardError: 4 }], 4), null);
});

test('a fall of one year weighs less in a line of four than in one of two', () => {
  const at = (year: number, difference: number) => ({ year, difference, standardError: 6 });
  const two = trendAgainst([at(2016, 0), at(2017, -10)], 5.5)?.below(0) ?? 0;
  const four = trendAgainst([at(2016, 0), at(2017, -10), at(2018, 0), at(2019, 0)], 5.5)?.below(0) ?? 1;
  assert.ok(two > 0.7 && four < 0.6, `${two}, ${four}`);
});
