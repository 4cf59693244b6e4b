import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { caughtAmongRiskiest, discriminationOf } from './discrimination.ts';
import type { ScoredForecast } from './scores.ts';

const near = (actual: number, expected: number, within = 1e-12): void => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
};

/**
 * Albumin, total protein and Krebs-Goplerud score of patients with ovarian cancer, and whether an operation helped: the
 * data of E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988), as in the SAS/STAT User’s Guide,
 * The LOGISTIC Procedure, Comparing Receiver Operating Characteristic Curves.
 */
const patients = `
  3.0 5.8 10 0   3.2 6.3  5 1   3.9 6.8  3 1   2.8 4.8  6 0   3.2 5.8  3 1   0.9 4.0  5 0   2.5 5.7  8 0   1.6 5.6  5 1
  3.8 5.7  5 1   3.7 6.7  6 1   3.2 5.4  4 1   3.8 6.6  6 1   4.1 6.6  5 1   3.6 5.7  5 1   4.3 7.0  4 1   3.6 6.7  4 0
  2.3 4.4  6 1   4.2 7.6  4 0   4.0 6.6  6 0   3.5 5.8  6 1   3.8 6.8  7 1   3.0 4.7  8 0   4.5 7.4  5 1   3.7 7.4  5 1
  3.1 6.6  6 1   4.1 8.2  6 1   4.3 7.0  5 1   4.3 6.5  4 1   3.2 5.1  5 1   2.6 4.7  6 1   3.3 6.8  6 0   1.7 4.0  7 0
  3.7 6.1  5 1   3.3 6.3  7 1   4.2 7.7  6 1   3.5 6.2  5 1   2.9 5.7  9 0   2.1 4.8  7 1   2.8 6.2  8 0   4.0 7.0  7 1
  3.3 5.7  6 1   3.7 6.9  5 1   3.6 6.6  5 1`
  .trim()
  .split(/\s+/)
  .map(Number);
const scoredBy = (column: number): ScoredForecast[] =>
  Array.from({ length: patients.length / 4 }, (_, row) => ({
    chance: (column === 2 ? -1 : 1) * (patients[4 * row + column] ?? NaN),
    happened: patients[4 * row + 3] === 1,
  }));

for (const [name, column, printed] of [
  ['albumin', 0, ['0.7366', '0.0927', '0.5549', '0.9182']],
  ['total protein', 1, ['0.6478', '0.1000', '0.4518', '0.8439']],
  ['the Krebs-Goplerud score', 2, ['0.7258', '0.1028', '0.5243', '0.9273']],
] as const)
  test(`the area for ${name}, its standard error and limits are those SAS prints for DeLong’s data`, () => {
    const { auc, standardError, interval, events, others } = discriminationOf(scoredBy(column));
    assert.deepEqual([events, others], [31, 12]);
    assert.deepEqual(
      [auc, standardError, interval?.low, interval?.high].map((value) => value?.toFixed(4)),
      printed,
    );
  });

test('ratings of 109 scans give the area and limits Stata prints', () => {
  // J. A. Hanley and B. J. McNeil, Radiology 143 (1982), table I; Stata, roctab: 0.8932, 0.0307, 0.83295 to 0.95339.
  const rated = [
    [33, 6, 6, 11, 2],
    [3, 2, 2, 11, 33],
  ].flatMap((counts, kind) =>
    counts.flatMap((count, rating) =>
      Array.from({ length: count }, () => ({ chance: rating, happened: kind === 1 })),
    ),
  );
  const { auc, standardError, interval } = discriminationOf(rated);
  assert.deepEqual(
    [auc.toFixed(4), standardError?.toFixed(4), interval?.low.toFixed(5), interval?.high.toFixed(5)],
    ['0.8932', '0.0307', '0.83295', '0.95339'],
  );
});

const forecasts = fc.array(
  fc.record({
    chance: fc.integer({ min: 0, max: 12 }).map((twelfths) => twelfths / 12),
    happened: fc.boolean(),
  }),
  { minLength: 4, maxLength: 60 },
);

test('the area is what comparing every pair gives, ties counted half', () => {
  fc.assert(
    fc.property(forecasts, (scored) => {
      const [happened, not] = [scored.filter((one) => one.happened), scored.filter((one) => !one.happened)];
      fc.pre(happened.length > 0 && not.length > 0);
      const wins = happened.flatMap((a) => not.map((b) => (Math.sign(a.chance - b.chance) + 1) / 2));
      near(discriminationOf(scored).auc, wins.reduce((sum, win) => sum + win, 0) / wins.length);
    }),
  );
});

test('one event has an area but no standard error; none is an error', () => {
  const one = [0.1, 0.2, 0.7].map((chance) => ({ chance, happened: chance > 0.5 }));
  assert.deepEqual(discriminationOf(one), {
    auc: 1,
    events: 1,
    others: 2,
    standardError: null,
    interval: null,
  });
  assert.throws(() => discriminationOf(one.slice(0, 2)), RangeError);
  assert.throws(() => discriminationOf(one.slice(2)), RangeError);
});

test('events are caught among the riskiest, and ties by lot', () => {
  const scored = [0.9, 0.5, 0.5, 0.5, 0.1].map((chance, at) => ({
    chance,
    happened: at === 0 || at === 2 || at === 4,
  }));
  assert.deepEqual(caughtAmongRiskiest(scored, { count: 1 }), {
    looked: 1,
    caught: 1,
    events: 3,
    share: 1 / 3,
  });
  near(caughtAmongRiskiest(scored, { count: 2 }).caught, 1 + 1 / 3);
  near(caughtAmongRiskiest(scored, { fraction: 0.6 }).caught, 1 + 2 / 3);
  near(caughtAmongRiskiest(scored, { fraction: 1 }).share, 1);
  assert.throws(() => caughtAmongRiskiest(scored, { count: 6 }), RangeError);
  assert.throws(() => caughtAmongRiskiest(scored, { fraction: 0.01 }), RangeError);
  assert.throws(() => caughtAmongRiskiest(scored.slice(1, 2), { count: 1 }), RangeError);
});
