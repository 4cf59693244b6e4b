import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { betaCdf, betaQuantile, logGamma } from './beta.ts';
import { normalCdf, normalQuantile, zFor } from './normal.ts';

const near = (actual: number, expected: number, within: number): void => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
};

test('the gamma function gives factorials and the root of pi', () => {
  near(logGamma(11), Math.log(3_628_800), 1e-11);
  near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-11);
});

test('the normal distribution agrees with the tables everyone uses', () => {
  // Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.1.
  near(normalCdf(1), 0.841344746068543, 1e-12);
  near(normalCdf(1.96), 0.97500210485178, 1e-12);
  near(normalCdf(-3), 0.00134989803163, 1e-12);
  near(zFor(0.95), 1.959963984540054, 1e-9);
  near(zFor(0.9), 1.644853626951473, 1e-9);
});

test('a Beta distribution with whole parameters is a sum of binomial chances', () => {
  // P(Beta(a, b) ≤ x) = P(Binomial(a + b − 1, x) ≥ a): here 3 or more heads of 5.
  near(betaCdf(0.5, 3, 3), 0.5, 1e-12);
  near(betaCdf(0.3, 2, 4), 1 - 0.7 ** 5 - 5 * 0.3 * 0.7 ** 4, 1e-12);
});

test('quantiles undo probabilities', () => {
  const parameter = fc.double({ min: 0.5, max: 300, noNaN: true });
  const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(parameter, parameter, probability, (a, b, p) => {
      near(betaCdf(betaQuantile(p, a, b), a, b), p, 1e-6);
      near(normalCdf(normalQuantile(p)), p, 1e-9);
    }),
    { numRuns: 60 },
  );
});
