import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitLogistic } from './logistic.ts';
import { chanceOfLogit, logit, minusLogChance } from './logit.ts';
import { spector } from './spector.fixture.ts';

const near = (actual: number | undefined, expected: number, within: number): void => {
  assert.ok(Math.abs((actual ?? NaN) - expected) <= within, `${actual} is not ${expected}`);
};
const students = {
  rows: Float64Array.from(spector.flatMap(([gpa, tuce, psi]) => [gpa, tuce, psi, 1])),
  targets: Float64Array.from(spector, ([, , , grade]) => grade),
};
const ten = (_: unknown, at: number) => (at < 10 ? 1 : 0);

test('students’ grades give Greene’s coefficients, and Stata’s covariance of them', () => {
  const fit = fitLogistic(students);
  // Stata, `glm grade gpa tuce psi, family(binomial)`, as kept in the tests of statsmodels; W. H. Greene, Econometric
  // Analysis, prints 2.826, 0.095, 2.379 and −13.021 with standard errors 1.263, 0.142, 1.065 and 4.931. Stata stops
  // some 1e-6 before the end.
  const expected = [2.8261124216999, 0.09515765001172, 2.3786875040587, -13.021345912635];
  expected.forEach((value, at) => {
    near(fit.coefficients[at], value, 2e-6);
  });
  const covariance = [
    [1.5950200254665, -0.03692058012179, 0.42761557297075, -4.5734780841711],
    [-0.03692058012179, 0.0200375919221, 0.01491263753083, -0.34625566662867],
    [0.42761557297075, 0.01491263753083, 1.1332969526786, -2.3591604492672],
    [-4.5734780841711, -0.34625566662867, -2.3591604492672, 24.317955316083],
  ].flat();
  covariance.forEach((value, at) => {
    near(fit.covariance[at], value, 2e-5);
  });
  near(fit.logLikelihood, -12.88963422213144, 1e-10);
  assert.ok(fit.converged && fit.iterations < 10);
});

test('a row that counts three times is the row three times, and one that counts nothing is not there', () => {
  const weights = Float64Array.from(spector, (_, at) => [1, 3, 0][at % 3] ?? 1);
  const repeated = spector.flatMap((row, at) => Array.from({ length: weights[at] ?? 1 }, () => row));
  const [one, other] = [
    fitLogistic({ ...students, weights }),
    fitLogistic({
      rows: Float64Array.from(repeated.flatMap(([gpa, tuce, psi]) => [gpa, tuce, psi, 1])),
      targets: Float64Array.from(repeated, ([, , , grade]) => grade),
    }),
  ];
  one.coefficients.forEach((value, at) => {
    near(other.coefficients[at], value, 1e-8);
  });
  one.covariance.forEach((value, at) => {
    near(other.covariance[at], value, 1e-7);
  });
});

test('shares as outcomes give the share: 3 of 12 has odds of one to three, and variance 1/3 + 1/9', () => {
  const fit = fitLogistic({
    rows: Float64Array.of(1),
    targets: Float64Array.of(0.25),
    weights: Float64Array.of(12),
  });
  near(fit.coefficients[0], Math.log(1 / 3), 1e-10);
  near(fit.covariance[0], 1 / 3 + 1 / 9, 1e-9);
});

test('with a penalty what is left of the outcomes equals penalty times coefficient, column by column', () => {
  const penalty = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(penalty, { minLength: 4, maxLength: 4 }), (penalties) => {
      const fit = fitLogistic({ ...students, penalty: Float64Array.from(penalties) });
      const value = (row: number, at: number): number => students.rows[row * 4 + at] ?? 0;
      penalties.forEach((by, column) => {
        const left = spector.reduce((sum, [, , , grade], row) => {
          const score = fit.coefficients.reduce((total, one, at) => total + one * value(row, at), 0);
          return sum + value(row, column) * (grade - 1 / (1 + Math.exp(-score)));
        }, 0);
        near(left, by * (fit.coefficients[column] ?? 0), 1e-6);
      });
    }),
    { numRuns: 30 },
  );
});

test('a step that would make the fit worse is shortened until it does not', () => {
  // Found by trial: whole Newton steps run away from these three weighted rows.
  const [values, targets, weights] = [
    [-54, 7, -7],
    [0.001, 0.5, 0.01],
    [61, 8, 1669],
  ] as const;
  const fit = fitLogistic({
    rows: Float64Array.from(values.flatMap((value) => [1, value])),
    targets: Float64Array.from(targets),
    weights: Float64Array.from(weights),
    penalty: Float64Array.of(0, 0.001),
  });
  const [constant, slope] = [fit.coefficients[0] ?? NaN, fit.coefficients[1] ?? NaN];
  const left = values.reduce(
    (sum, value, at) =>
      sum + (weights[at] ?? 0) * ((targets[at] ?? 0) - chanceOfLogit(constant + slope * value)),
    0,
  );
  assert.ok(fit.converged);
  near(left, 0, 1e-8);
});

test('outcomes told apart without error are an error without a penalty, and fitted with one', () => {
  const rows = Float64Array.from(spector.flatMap((_, at) => [1, at]));
  const targets = Float64Array.from(spector, ten);
  assert.throws(() => fitLogistic({ rows, targets }), {
    name: 'RangeError',
    message: /told apart without error/,
  });
  const fit = fitLogistic({ rows, targets, penalty: Float64Array.of(0, 0.1) });
  assert.ok(fit.converged && (fit.coefficients[1] ?? 0) < -0.3);
});

test('one group without any outcome is as good as told apart: an error, not an endless coefficient', () => {
  const rows = Float64Array.from(spector.flatMap((_, at) => [1, at < 8 ? 1 : 0]));
  const targets = Float64Array.from(spector, (_, at) => (at >= 8 && at % 2 === 0 ? 1 : 0));
  assert.throws(() => fitLogistic({ rows, targets }), /told apart without error/);
});

test('what cannot be fitted says why', () => {
  const rows = Float64Array.from(spector.flatMap((_, at) => [1, at % 5, 2 * (at % 5)]));
  const targets = Float64Array.from(spector, ten);
  assert.throws(() => fitLogistic({ rows, targets }), /follows from the others/);
  assert.throws(() => fitLogistic({ rows, targets: targets.fill(1) }), /All outcomes are the same/);
  assert.throws(
    () => fitLogistic({ ...students, weights: students.targets }),
    /All outcomes are the same/,
    'those without weight do not count',
  );
  assert.throws(() => fitLogistic({ ...students, targets: Float64Array.of(1, 0, 1) }), RangeError);
  assert.throws(() => fitLogistic({ ...students, penalty: Float64Array.of(1) }), /each of 4 columns/);
  assert.throws(
    () => fitLogistic({ rows: Float64Array.of(NaN, 1), targets: Float64Array.of(0, 1) }),
    RangeError,
  );
});

test('logits and chances undo each other and neither overflows', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (chance) => {
      near(chanceOfLogit(logit(chance)), chance, 1e-14);
      near(Math.exp(-minusLogChance(logit(chance))), chance, 1e-14);
    }),
  );
  assert.deepEqual([chanceOfLogit(-800), chanceOfLogit(800), minusLogChance(-800)], [0, 1, 800]);
});
