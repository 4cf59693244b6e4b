import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageBelief, betaWith, shrinkMean, shrinkProportion } from './shrinkage.ts';

test('a proportion is shrunk as if the prior were so many more pupils', () => {
  // 6 of 12 pupils, England 64%, worth 14 pupils: (6 + 14 × 0.64) / (12 + 14).
  assert.ok(Math.abs(shrinkProportion(6, 12, 0.64, 14).mean - 14.96 / 26) < 1e-12);
});

test('a mean is shrunk by the share of its spread that is real', () => {
  // τ = 2, error 2: half of the distance from the prior is believed, and the rest of the doubt is √2.
  const belief = shrinkMean(-4, 2, 0, 2);
  assert.equal(belief.mean, -2);
  assert.ok(Math.abs(belief.sd - Math.SQRT2) < 1e-12);
});

const rate = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const pupils = fc.integer({ min: 1, max: 300 });

test('the estimate lies between the school and the prior, and nearer the prior for fewer pupils', () => {
  fc.assert(
    fc.property(rate, rate, pupils, (own, prior, n) => {
      const few = shrinkProportion(own * n, n, prior, 14);
      const many = shrinkProportion(own * 4 * n, 4 * n, prior, 14);
      const within = Math.max(Math.abs(own - prior), 1e-12) + 1e-12;
      assert.ok(Math.abs(few.mean - prior) <= within && Math.abs(few.mean - own) <= within);
      assert.ok(Math.abs(few.mean - prior) <= Math.abs(many.mean - prior) + 1e-12);
    }),
  );
});

test('a worse result never gives a better estimate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), rate, (n, prior) => {
      const means = Array.from({ length: n + 1 }, (_, y) => shrinkProportion(y, n, prior, 14).mean);
      assert.ok(means.every((mean, index) => index === 0 || mean > (means[index - 1] ?? Infinity)));
    }),
  );
});

test('the range holds its level of the probability', () => {
  fc.assert(
    fc.property(rate, rate, pupils, (own, prior, n) => {
      const belief = shrinkProportion(own * n, n, prior, 14);
      const { low, high } = belief.interval(0.9);
      assert.ok(Math.abs(belief.below(high) - belief.below(low) - 0.9) < 1e-6);
    }),
    { numRuns: 50 },
  );
});

test('with the years an estimate goes to the prior and its doubt to the spread between schools', () => {
  const ageing = { prior: 0.6, schoolSd: 0.12, yearlyPersistence: 0.9 };
  const fresh = { mean: 0.4, sd: 0.03 };
  const later = [0, 1, 6, 60].map((years) => ageBelief(fresh.mean, fresh.sd, years, ageing));
  assert.deepEqual(later[0], fresh);
  assert.ok(
    later.every(({ mean, sd }, index) => {
      const before = later[index - 1];
      return before === undefined || (mean > before.mean && sd > before.sd);
    }),
  );
  assert.ok(Math.abs((later[3]?.mean ?? 0) - 0.6) < 0.01 && Math.abs((later[3]?.sd ?? 0) - 0.12) < 0.001);
});

test('a Beta distribution is found again from its mean and spread', () => {
  const belief = betaWith(0.3, 0.05);
  assert.ok(Math.abs(belief.mean - 0.3) < 1e-12 && Math.abs(belief.sd - 0.05) < 1e-12);
});
