import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coverageOf, meanAbsoluteError, rankedProbabilityScore } from './interval-scores.ts';
import { successesOf } from './poisson-binomial.ts';

const near = (actual: number, expected: number, within = 1e-12): void => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
};

test('an interval covers its ends; coverage, width and mean error are what they are by hand', () => {
  const intervals = [
    { low: 0.6, high: 0.8, actual: 0.8 },
    { low: 0.5, high: 0.6, actual: 0.61 },
    { low: 0.7, high: 0.7, actual: 0.7 },
    { low: 0.1, high: 0.4, actual: 0.05 },
  ];
  const { count, covered, share, meanWidth, interval } = coverageOf(intervals);
  assert.deepEqual([count, covered, share], [4, 2, 0.5]);
  near(meanWidth, 0.15);
  assert.ok(interval.low < 0.2 && interval.high > 0.8, 'four say little');
  near(
    meanAbsoluteError([
      { forecast: 78, actual: 75 },
      { forecast: 90, actual: 91 },
    ]),
    2,
  );
  assert.throws(() => coverageOf([]), RangeError);
  assert.throws(() => meanAbsoluteError([]), RangeError);
});

test('the score of a sure forecast is its error, of a coin 1/4, and of a die that shows 1 it is 55/36', () => {
  near(rankedProbabilityScore(Float64Array.of(0, 0, 0, 1, 0), 1), 2);
  near(rankedProbabilityScore(Float64Array.of(0.5, 0.5), 0), 0.25);
  // (5/6)² + (4/6)² + … + (1/6)² = (25 + 16 + 9 + 4 + 1)/36.
  const die = Float64Array.of(0, 1, 1, 1, 1, 1, 1).map((value) => value / 6);
  near(rankedProbabilityScore(die, 1), 55 / 36);
  near(rankedProbabilityScore(die, 0), 55 / 36 + 1, 1e-12);
});

test('the score is the mean distance to what came less half of that between two draws, between places and beyond', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(chances, fc.double({ min: -0.5, max: 1.5, noNaN: true }), (each, share) => {
      const spread = successesOf(Float64Array.from(each));
      const step = 1 / each.length;
      let expected = 0;
      spread.forEach((one, at) => {
        expected += one * Math.abs(at * step - share);
        spread.forEach((other, there) => {
          expected -= (one * other * Math.abs(at - there) * step) / 2;
        });
      });
      near(rankedProbabilityScore(spread, share, step), expected, 1e-9);
    }),
  );
});
