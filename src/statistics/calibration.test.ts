import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calibrationLine, calibrationTable } from './calibration.ts';
import { wilsonInterval } from './interval.ts';
import { fitLogistic } from './logistic.ts';
import { chanceOfLogit, logit } from './logit.ts';
import type { ScoredForecast } from './scores.ts';
import { spector } from './spector.fixture.ts';

const near = (actual: number | undefined, expected: number, within = 1e-9): void => {
  assert.ok(Math.abs((actual ?? NaN) - expected) <= within, `${actual} is not ${expected}`);
};
/** So many forecasts of a chance, of which so many happened. */
const of = (chance: number, count: number, events: number): ScoredForecast[] =>
  Array.from({ length: count }, (_, at) => ({ chance, happened: at < events }));

test('forecasts that came true as often as said have slope 1 and intercept 0', () => {
  const line = calibrationLine([...of(0.2, 20, 4), ...of(0.5, 20, 10), ...of(0.8, 20, 16)]);
  near(line.slope.value, 1);
  near(line.intercept.value, 0);
  near(line.meanForecast, line.observed);
});

test('two forecasts give the line worked out by hand, with the standard error of a difference of logits', () => {
  // Said odds of 1 to 9 and 9 to 1, came 1 to 3 and 3 to 1: slope ln 3 / ln 9 = 1/2. The variance of the difference of
  // two logits is 1/5 + 1/15 twice, over the squared distance of the forecasts, (2 ln 9)².
  const line = calibrationLine([...of(0.1, 20, 5), ...of(0.9, 20, 15)]);
  near(line.slope.value, 0.5);
  near(line.slope.standardError, Math.sqrt(2 * (1 / 5 + 1 / 15)) / (2 * Math.log(9)));
  near(line.slope.high, 0.5 + 1.959963984540054 * line.slope.standardError);
  near(line.intercept.value, 0);
  near(line.intercept.standardError, Math.sqrt((1 / 5 + 1 / 15) / 2));
});

test('a fitted model is calibrated on what it was fitted to, and is not when its logits are doubled and moved', () => {
  const rows = Float64Array.from(spector.flatMap(([gpa, tuce, psi]) => [1, gpa, tuce, psi]));
  const targets = Float64Array.from(spector, ([, , , grade]) => grade);
  const { coefficients } = fitLogistic({ rows, targets });
  const fitted = spector.map(([gpa, tuce, psi, grade]) => {
    const score = [1, gpa, tuce, psi].reduce((sum, value, at) => sum + value * (coefficients[at] ?? 0), 0);
    return { chance: chanceOfLogit(score), happened: grade === 1 };
  });
  near(calibrationLine(fitted).slope.value, 1, 1e-8);
  near(calibrationLine(fitted).intercept.value, 0, 1e-8);
  const wild = fitted.map((one) => ({ ...one, chance: chanceOfLogit(2 * logit(one.chance) + 1) }));
  near(calibrationLine(wild).slope.value, 0.5, 1e-8);
  near(calibrationLine(wild).intercept.value, -0.5, 1e-8);
});

test('a certain forecast that fails is counted, not infinite; what says nothing is an error', () => {
  const line = calibrationLine([...of(0.3, 10, 3), ...of(1, 2, 1), ...of(0, 2, 0)]);
  assert.ok(Number.isFinite(line.slope.value) && line.slope.value < 1);
  assert.throws(() => calibrationLine(of(0.5, 9, 3)), RangeError);
  assert.throws(() => calibrationLine([...of(0.2, 5, 0), ...of(0.4, 5, 0)]), RangeError);
});

test('the table has bins of equal count with what was forecast, what came, and Wilson’s interval', () => {
  const table = calibrationTable([...of(0.9, 5, 4), ...of(0.1, 3, 0), ...of(0.2, 2, 1)], 2);
  assert.deepEqual(
    table.map(({ count, from, to, events, observed }) => [count, from, to, events, observed]),
    [
      [5, 0.1, 0.2, 1, 0.2],
      [5, 0.9, 0.9, 4, 0.8],
    ],
  );
  near(table[0]?.meanForecast, 0.14);
  assert.deepEqual(table[1]?.interval, wilsonInterval(4, 5));
});

test('every forecast is in one bin, and equal ones are never parted', () => {
  const forecast = fc.record({
    chance: fc.integer({ min: 0, max: 9 }).map((tenths) => tenths / 10),
    happened: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(forecast, { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 12 }),
      (all, bins) => {
        const table = calibrationTable(all, bins);
        assert.equal(
          table.reduce((sum, { count }) => sum + count, 0),
          all.length,
        );
        assert.equal(
          table.reduce((sum, { events }) => sum + events, 0),
          all.filter((one) => one.happened).length,
        );
        assert.ok(table.length <= bins && table.every(({ count }) => count > 0));
        table.forEach(({ from }, at) => {
          assert.ok(from > (table[at - 1]?.to ?? -1));
        });
        const different = new Set(all.map(({ chance }) => chance)).size === all.length;
        const size = all.length / bins;
        if (different) assert.ok(table.every(({ count }) => Math.abs(count - size) < 1 + 1e-9));
      },
    ),
  );
  assert.throws(() => calibrationTable([]), RangeError);
});
