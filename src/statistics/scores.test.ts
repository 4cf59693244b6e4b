import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brierParts, brierScore, logScore, skillOver, type ScoredForecast } from './scores.ts';

const near = (actual: number, expected: number, within = 1e-12): void => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
};
/** So many forecasts of a chance, of which so many happened. */
const of = (chance: number, count: number, events: number): ScoredForecast[] =>
  Array.from({ length: count }, (_, at) => ({ chance, happened: at < events }));

test('scores are those worked out by hand', () => {
  // 4 of 5 at 80% and 2 of 5 at 20%: 4 × 0.04 + 0.64 + 2 × 0.64 + 3 × 0.04 = 2.2 over 10.
  const forecasts = [...of(0.8, 5, 4), ...of(0.2, 5, 2)];
  near(brierScore(forecasts), 0.22);
  near(logScore(forecasts), -(7 * Math.log(0.8) + 3 * Math.log(0.2)) / 10);
  near(skillOver(0.22, 0.24), 1 / 12);
});

test('Murphy’s parts are those worked out by hand, and one forecast to a bin leaves nothing over', () => {
  // 6 of 10 happened: uncertainty 0.24; observed 0.8 and 0.4 are 0.2 off 0.6 (0.04); only 20% was 0.2 off, for a half.
  const parts = brierParts([...of(0.8, 5, 4), ...of(0.2, 5, 2)], [0.5]);
  near(parts.reliability, 0.02);
  near(parts.resolution, 0.04);
  near(parts.uncertainty, 0.24);
  near(parts.withinBins, 0);
});

test('a forecast on an edge is in the upper bin', () => {
  near(brierParts([...of(0.5, 2, 2), ...of(0.4, 2, 0)], [0.5]).resolution, 0.25);
  near(brierParts([...of(0.5, 2, 2), ...of(0.4, 2, 0)], [0.6]).resolution, 0);
});

test('the parts add up to the score, and with one bin for all what is left over says how forecasts differ', () => {
  const forecast = fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), happened: fc.boolean() });
  fc.assert(
    fc.property(fc.array(forecast, { minLength: 1, maxLength: 50 }), (forecasts) => {
      const parts = brierParts(forecasts, [0.1, 0.3, 0.7]);
      near(
        parts.reliability - parts.resolution + parts.uncertainty + parts.withinBins,
        brierScore(forecasts),
      );
      // Stephenson and others (2008): variance of forecasts within bins less twice their covariance with outcomes.
      const mean = forecasts.reduce((sum, { chance }) => sum + chance, 0) / forecasts.length;
      const rate = forecasts.filter(({ happened }) => happened).length / forecasts.length;
      const left = forecasts.reduce(
        (sum, { chance, happened }) =>
          sum + (chance - mean) ** 2 - 2 * (chance - mean) * (Number(happened) - rate),
        0,
      );
      near(brierParts(forecasts, []).withinBins, left / forecasts.length);
    }),
  );
});

test('what had been ruled out and happened costs everything on the logarithmic score', () => {
  assert.equal(logScore(of(0, 1, 1)), Infinity);
  near(logScore(of(0, 3, 0)), 0);
});

test('nothing to score, or nothing to gain, is an error', () => {
  assert.throws(() => brierScore([]), RangeError);
  assert.throws(() => skillOver(0.1, 0), RangeError);
  assert.throws(() => brierParts(of(0.5, 1, 1), [0.5, 0.5]), RangeError);
});
