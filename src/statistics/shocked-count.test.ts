import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOfLogit, logit } from './logit.ts';
import { countInterval, countMoments, successesOf } from './poisson-binomial.ts';
import { shockedCount } from './shocked-count.ts';

const near = (actual: number | undefined, expected: number, within: number): void => {
  assert.ok(Math.abs((actual ?? NaN) - expected) <= within, `${actual} is not ${expected}`);
};

/** Chances between about 0.4 and 0.98, as of schools; the same in every run. */
const chancesOf = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, at) => chanceOfLogit(1.9 + 1.4 * Math.sin(at * 7.3) + Math.cos(at)));

/** The same integral with 1,600 steps to 8 standard deviations, each chance moved on the scale of logits. */
function byFineGrid(chances: Float64Array, sd: number, steps = 1600): Float64Array {
  const sum = new Float64Array(chances.length + 1);
  let total = 0;
  for (let step = 0; step <= steps; step += 1) {
    const shock = -8 + (16 * step) / steps;
    const weight = Math.exp((-shock * shock) / 2);
    total += weight;
    const given = successesOf(chances.map((chance) => chanceOfLogit(logit(chance) + sd * shock)));
    given.forEach((value, count) => {
      sum[count] = (sum[count] ?? 0) + weight * value;
    });
  }
  return sum.map((value) => value / total);
}

function furthestApart(one: Float64Array, other: Float64Array): number {
  let [apart, difference] = [0, 0];
  one.forEach((value, at) => {
    difference += value - (other[at] ?? 0);
    apart = Math.max(apart, Math.abs(difference));
  });
  return apart;
}

test('without a shock it is the spread of independent chances', () => {
  const chances = chancesOf(80);
  const exact = successesOf(chances);
  shockedCount(chances, 0).forEach((value, count) => {
    near(value, exact[count] ?? NaN, 1e-10);
  });
});

test('no cumulative probability is further than 2e-4 from a much finer grid', () => {
  const rare = new Float64Array(60).fill(0.02);
  for (const [chances, steps] of [
    [chancesOf(1), 1600],
    [chancesOf(6), 1600],
    [chancesOf(60), 400],
    [rare, 400],
    [chancesOf(420), 200],
  ] as const)
    for (const sd of [0.1, 0.5, 1]) {
      const apart = furthestApart(shockedCount(chances, sd), byFineGrid(chances, sd, steps));
      assert.ok(apart < 2e-4, `${chances.length} chances, sd ${sd}: ${apart}`);
    }
});

test('the variance between shocks comes on top of that of chance', () => {
  // 200 even chances: n/4 by chance; the shock moves each by about sd / 4, so the count by n sd / 4 for small shocks.
  const { mean, variance } = countMoments(shockedCount(new Float64Array(200).fill(0.5), 0.1));
  near(mean, 100, 1e-6);
  near(variance, 50 + (200 * 0.1 * 0.25) ** 2, 0.3);
});

test('the more all move together, the wider the interval', () => {
  const chances = chancesOf(420);
  const widths = [0, 0.2, 0.4, 0.8].map((sd) => {
    const { low, high } = countInterval(shockedCount(chances, sd), 0.8);
    return high - low;
  });
  assert.deepEqual(
    widths,
    widths.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(widths).size, 4);
});

test('a shock does not move what is certain or cannot be', () => {
  const distribution = shockedCount(Float64Array.of(1, 0, 0.5, 1), 0.7);
  [0, 0, 0.5, 0.5, 0].forEach((value, count) => {
    near(distribution[count], value, 1e-12);
  });
  assert.deepEqual([...shockedCount(Float64Array.of(1, 0), 0.7)], [0, 1, 0]);
  assert.deepEqual([...shockedCount(new Float64Array(0), 0.7)], [1]);
});

test('what is no chance, or no standard deviation, is an error', () => {
  assert.throws(() => shockedCount(Float64Array.of(1.2), 0.1), RangeError);
  assert.throws(() => shockedCount(Float64Array.of(0.5), -1), RangeError);
  assert.throws(() => shockedCount(Float64Array.of(0.5), NaN), RangeError);
});
