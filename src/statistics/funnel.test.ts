import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { binomialCdf, binomialFunnel, meanFunnel, overdispersionOf, placeInFunnel } from './funnel.ts';

const near = (value: number, expected: number, within: number): void => {
  assert.ok(Math.abs(value - expected) <= within, `${value} is not ${expected}`);
};

test('binomial probabilities are those of the printed tables', () => {
  // Cumulative binomial tables, as in any statistics textbook, to four places.
  near(binomialCdf(2, 10, 0.5), 0.0547, 0.00005);
  near(binomialCdf(5, 20, 0.4), 0.1256, 0.00005);
  near(binomialCdf(14, 20, 0.6), 0.8744, 0.00005);
  near(binomialCdf(0, 15, 0.1), 0.2059, 0.00005);
  assert.deepEqual([binomialCdf(-1, 10, 0.5), binomialCdf(10, 10, 0.5)], [0, 1]);
});

test('the walls lie between two whole numbers of pupils as Spiegelhalter’s appendix says', () => {
  // 10 pupils at one half: at most 2 has probability 56/1024, exactly 2 has 45/1024; at least 8 the same.
  const { low, high } = binomialFunnel(10, 0.5, 0.95);
  near(low, (2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10, 1e-9);
  near(high, 1 - low, 1e-9);
});

test('a count is outside exactly when chance gives it, or one further out, more seldom than the tail says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 0.03, max: 0.97, noNaN: true }),
      fc.constantFrom(0.95, 0.998),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (pupils, rate, level, share) => {
        const { low, high } = binomialFunnel(pupils, rate, level);
        const tail = (1 - level) / 2;
        const count = Math.round(share * pupils);
        const [fewer, more] = [
          binomialCdf(count, pupils, rate),
          binomialCdf(pupils - count, pupils, 1 - rate),
        ];
        fc.pre(Math.min(Math.abs(fewer - tail), Math.abs(more - tail)) > 1e-6);
        assert.ok(low >= 0 && high <= 1 && low <= high);
        assert.equal(count / pupils < low, fewer < tail);
        assert.equal(count / pupils > high, more < tail);
      },
    ),
    { numRuns: 500 },
  );
});

test('with more pupils the walls come nearer, and 99.8% lies outside 95%', () => {
  const width = (pupils: number, level: number): number => {
    const { low, high } = binomialFunnel(pupils, 0.64, level);
    return high - low;
  };
  assert.ok(width(12, 0.95) > width(30, 0.95) && width(30, 0.95) > width(120, 0.95));
  assert.ok(width(30, 0.998) > width(30, 0.95));
});

test('for many pupils the exact walls are those of the normal distribution', () => {
  const error = Math.sqrt((0.64 * 0.36) / 20_000);
  const { low, high } = binomialFunnel(20_000, 0.64, 0.95);
  near(low, 0.64 - 1.959964 * error, 0.0001);
  near(high, 0.64 + 1.959964 * error, 0.0001);
  // 1.96 and 3.09 standard errors, as printed in every table of the normal distribution.
  near(meanFunnel(25, 100, 15, 0.95).low, 100 - 1.959964 * 3, 1e-5);
  near(meanFunnel(25, 100, 15, 0.998).high, 100 + 3.090232 * 3, 1e-5);
});

test('overdispersion widens the walls by its root', () => {
  const [plain, wide] = [meanFunnel(25, 0, 10, 0.95), meanFunnel(25, 0, 10, 0.95, 4)];
  near(wide.high, 2 * plain.high, 1e-12);
  const share = binomialFunnel(5, 0.5, 0.998, 9);
  assert.deepEqual([share.low, share.high], [0, 1], 'a share stays a share');
});

test('a spread that could be chance is no overdispersion; one outlier makes none', () => {
  const chance = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 1 : -1));
  assert.equal(overdispersionOf(chance), 1);
  assert.equal(overdispersionOf([...chance, 40]), 1);
  near(overdispersionOf(chance.map((score) => 3 * score)), 9, 1e-12);
  assert.equal(overdispersionOf([]), 1);
});

test('12 pupils of whom 5 reach what 64% reach in England are inside what chance allows; 3 are below, 0 far below', () => {
  const limits = [binomialFunnel(12, 0.64, 0.95), binomialFunnel(12, 0.64, 0.998)] as const;
  assert.deepEqual(
    [5, 3, 0].map((reached) => placeInFunnel(reached / 12, limits)),
    ['inside', 'below', 'far below'],
  );
  assert.equal(placeInFunnel(1, limits), 'above');
});
