import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { chanceFrom, chanceFromState } from './chance.ts';

const near = (actual: number, expected: number, within: number): void => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
};
const mean = (rows: readonly number[]): number => rows.reduce((sum, value) => sum + value, 0) / rows.length;

test('the stream is xoshiro128**, word for word', () => {
  // From the state 1, 2, 3, 4 by the reference implementation, as in the tests of the Rust crate rand_xoshiro.
  const stream = chanceFromState(1, 2, 3, 4);
  assert.deepEqual(
    Array.from({ length: 10 }, () => stream.word()),
    [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
  );
});

test('the same seed gives the same draws, another one others, all places about equally', () => {
  const draws = (seed: number): number[] => {
    const stream = chanceFrom(seed);
    return Array.from({ length: 6000 }, () => stream.below(6));
  };
  assert.deepEqual(draws(7), draws(7));
  assert.notDeepEqual(draws(7), draws(8));
  for (let face = 0; face < 6; face += 1)
    near(draws(7).filter((value) => value === face).length, 1000, 4 * Math.sqrt((6000 * 5) / 36));
});

/** Forty clusters of five rows: what differs lies between clusters, or inside each. */
const between = Array.from({ length: 40 }, (_, at) => Array.from({ length: 5 }, () => (at * 7) % 40));
const inside = Array.from({ length: 40 }, (_, at) =>
  Array.from({ length: 5 }, (__, row) => (at + row * 8) % 40),
);

test('for a mean it comes to the usual standard error of the means of clusters', () => {
  // The variance of 0, 1 … 39 is (40² − 1)/12; forty clusters.
  const expected = Math.sqrt((40 ** 2 - 1) / 12 / 40);
  const { value, standardError, low, high, resamples } = bootstrapInterval(between, mean, chanceFrom(1), {
    times: 4000,
  });
  near(value, 19.5, 1e-12);
  near(standardError, expected, 0.05 * expected);
  near(low, 19.5 - 1.96 * expected, 0.15 * expected);
  near(high, 19.5 + 1.96 * expected, 0.15 * expected);
  assert.equal(resamples, 4000);
});

test('rows that differ as much inside each cluster leave the mean surer', () => {
  const [one, other] = [between, inside].map((clusters) => bootstrapInterval(clusters, mean, chanceFrom(1)));
  assert.ok((other?.standardError ?? NaN) < 0.5 * (one?.standardError ?? NaN));
});

test('a higher level is wider, and the same seed gives the same interval', () => {
  const at = (level: number) => bootstrapInterval(between, mean, chanceFrom(3), { level });
  assert.deepEqual(at(0.8), at(0.8));
  assert.ok(at(0.8).low > at(0.95).low && at(0.8).high < at(0.95).high);
});

test('resamples without an answer are left out, and too many of them are an error', () => {
  const rare = (rows: readonly number[]): number => (rows.includes(39) ? mean(rows) : NaN);
  const { resamples } = bootstrapInterval(between, rare, chanceFrom(1));
  near(resamples / 1000, 1 - (39 / 40) ** 40, 0.06);
  assert.throws(() => bootstrapInterval(between, () => NaN, chanceFrom(1)), RangeError);
  assert.throws(() => bootstrapInterval([[1, 2]], mean, chanceFrom(1)), RangeError);
});
