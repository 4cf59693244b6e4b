import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { binomialCdf } from './funnel.ts';
import {
  chanceAtLeast,
  chanceAtMost,
  countInterval,
  countMoments,
  countQuantile,
  successesOf,
} from './poisson-binomial.ts';

const near = (actual: number | undefined, expected: number, within: number): void => {
  assert.ok(Math.abs((actual ?? NaN) - expected) <= within, `${actual} is not ${expected}`);
};
const chance = fc.double({ min: 0, max: 1, noNaN: true });

test('chances of a half, a third and a quarter give 6, 11, 6 and 1 of 24', () => {
  // By hand, in 24ths: none 1 × 2 × 3; one 1 × 2 × 3 + 1 × 1 × 3 + 1 × 2 × 1; two 1 × 1 × 3 + 1 × 2 × 1 + 1 × 1 × 1; all 1.
  const distribution = successesOf(Float64Array.of(1 / 2, 1 / 3, 1 / 4));
  [6, 11, 6, 1].forEach((parts, count) => {
    near(distribution[count], parts / 24, 1e-15);
  });
  near(chanceAtLeast(distribution, 2), 7 / 24, 1e-15);
  near(chanceAtMost(distribution, 0), 1 / 4, 1e-15);
});

test('what is certain is counted, and what cannot be is not', () => {
  assert.deepEqual([...successesOf(Float64Array.of(1, 0, 1, 0.5))], [0, 0, 0.5, 0.5, 0]);
  assert.deepEqual([...successesOf(new Float64Array(0))], [1]);
  assert.throws(() => successesOf(Float64Array.of(0.5, 1.01)), RangeError);
  assert.throws(() => successesOf(Float64Array.of(NaN)), RangeError);
});

test('equal chances give the binomial distribution', () => {
  for (const [n, p] of [
    [20, 0.3],
    [450, 0.84],
  ] as const) {
    const distribution = successesOf(new Float64Array(n).fill(p));
    for (const count of [0, 3, 9, Math.round(n * p), n - 1])
      near(chanceAtMost(distribution, count), binomialCdf(count, n, p), 1e-11);
  }
});

test('far tails of 450 chances keep their digits and do not become nothing', () => {
  const distribution = successesOf(new Float64Array(450).fill(0.25));
  // All 450: a quarter to the power 450, about 1e-271; 449: 450 × 3 as likely.
  const all = 0.25 ** 450;
  assert.ok(all > 0);
  near((distribution[450] ?? 0) / all, 1, 1e-10);
  near(chanceAtLeast(distribution, 449) / (all * (1 + 450 * 3)), 1, 1e-10);
});

test('for up to twelve unequal chances it is what going through all outcomes gives', () => {
  fc.assert(
    fc.property(fc.array(chance, { maxLength: 12 }), (chances) => {
      const expected = new Float64Array(chances.length + 1);
      for (let outcome = 0; outcome < 2 ** chances.length; outcome += 1) {
        const happens = chances.map((_, at) => ((outcome >> at) & 1) === 1);
        const count = happens.filter(Boolean).length;
        const likely = chances.reduce((product, p, at) => product * (happens[at] === true ? p : 1 - p), 1);
        expected[count] = (expected[count] ?? 0) + likely;
      }
      successesOf(Float64Array.from(chances)).forEach((value, count) => {
        near(value, expected[count] ?? 0, 1e-12);
      });
    }),
    { numRuns: 40 },
  );
});

test('mean and variance are the sums of those of the chances, and all adds up to one', () => {
  fc.assert(
    fc.property(fc.array(chance, { minLength: 1, maxLength: 450 }), (chances) => {
      const distribution = successesOf(Float64Array.from(chances));
      const { mean, variance } = countMoments(distribution);
      near(
        mean,
        chances.reduce((sum, p) => sum + p, 0),
        1e-9,
      );
      near(
        variance,
        chances.reduce((sum, p) => sum + p * (1 - p), 0),
        1e-8,
      );
      near(
        distribution.reduce((sum, value) => sum + value, 0),
        1,
        1e-11,
      );
      near(chanceAtLeast(distribution, 3) + chanceAtMost(distribution, 2), 1, 1e-11);
    }),
    { numRuns: 40 },
  );
});

test('a quantile is the first count reached, and an interval holds at least what it says', () => {
  const distribution = successesOf(Float64Array.of(0.5, 0.5));
  assert.deepEqual(
    [0.2, 0.25, 0.26, 0.75, 0.76].map((level) => countQuantile(distribution, level)),
    [0, 0, 1, 1, 2],
  );
  assert.throws(() => countQuantile(distribution, 1), RangeError);
  fc.assert(
    fc.property(
      fc.array(chance, { minLength: 1, maxLength: 60 }),
      fc.constantFrom(0.5, 0.8, 0.95),
      (chances, level) => {
        const spread = successesOf(Float64Array.from(chances));
        const { low, high } = countInterval(spread, level);
        const held = chanceAtMost(spread, high) - (low > 0 ? chanceAtMost(spread, low - 1) : 0);
        assert.ok(held >= level - 1e-9);
        assert.ok(chanceAtLeast(spread, high + 1) <= (1 - level) / 2 + 1e-9);
        assert.ok(low === 0 || chanceAtMost(spread, low - 1) <= (1 - level) / 2 + 1e-9);
      },
    ),
  );
});
