import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitAdditive, type AdditiveTerm } from './additive-logistic.ts';

const free = (levels: number): AdditiveTerm => ({ levels, ridge: 1e-7, ties: [] });

/** Rows of a table of counts: level of the only term, happened or not, how often. */
function counted(cells: readonly (readonly [number, 0 | 1, number])[]) {
  return {
    levels: [Uint16Array.from(cells, ([level]) => level)],
    happened: Uint8Array.from(cells, ([, happened]) => happened),
    weights: Float64Array.from(cells, ([, , count]) => count),
  };
}

// Agresti, Categorical Data Analysis (2002), table 2.1: heart attacks of 11,034 physicians who took a placebo and
// 11,037 who took aspirin; the published odds ratio is 1.832.
const aspirin = counted([
  [0, 1, 189],
  [0, 0, 10845],
  [1, 1, 104],
  [1, 0, 10933],
]);

test('with next to no penalty the difference of two effects is the published logarithm of the odds ratio', () => {
  const { effects, converged } = fitAdditive([free(2)], aspirin);
  const [placebo = NaN, taken = NaN] = effects[0] ?? [];
  assert.ok(converged);
  assert.ok(Math.abs(Math.exp(placebo - taken) - 1.832) < 5e-4);
});

test('the fitted chances add up to what happened, whatever the penalties', () => {
  const ties = [{ first: 0, second: 1, weight: 50 }];
  const { intercept, effects } = fitAdditive([{ levels: 2, ridge: 3, ties }], aspirin);
  const chance = (level: number) => 1 / (1 + Math.exp(-intercept - (effects[0]?.[level] ?? NaN)));
  assert.ok(Math.abs(11034 * chance(0) + 11037 * chance(1) - 293) < 0.01);
});

test('a strong tie makes neighbours alike, and a strong ridge leaves only the intercept', () => {
  const tied = fitAdditive(
    [{ levels: 2, ridge: 1e-6, ties: [{ first: 0, second: 1, weight: 1e6 }] }],
    aspirin,
  );
  const ridged = fitAdditive([{ levels: 2, ridge: 1e7, ties: [] }], aspirin);
  for (const { effects } of [tied, ridged])
    assert.ok((effects[0] ?? []).every((effect) => Math.abs(effect) < 1e-3));
  assert.ok(Math.abs(ridged.intercept - Math.log(293 / 21778)) < 1e-4);
});

test('the order of the rows makes no difference, and counting a row twice is giving it twice the weight', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.boolean()), { minLength: 4, maxLength: 40 }),
      (drawn) => {
        fc.pre(new Set(drawn.map(([, , happened]) => happened)).size === 2);
        const terms = [
          { levels: 3, ridge: 0.5, ties: [{ first: 0, second: 1, weight: 2 }] },
          { levels: 2, ridge: 0.5, ties: [] },
        ];
        const rows = (of: typeof drawn, weight: number) => ({
          levels: [Uint16Array.from(of, ([a]) => a), Uint16Array.from(of, ([, b]) => b)],
          happened: Uint8Array.from(of, ([, , happened]) => Number(happened)),
          weights: new Float64Array(of.length).fill(weight),
        });
        const forwards = fitAdditive(terms, rows(drawn, 2));
        const twice = fitAdditive(terms, rows([...drawn, ...drawn].toReversed(), 1));
        assert.ok(Math.abs(forwards.intercept - twice.intercept) < 1e-6);
        assert.ok(
          forwards.effects.every((effects, term) =>
            effects.every((effect, level) => Math.abs(effect - (twice.effects[term]?.[level] ?? NaN)) < 1e-6),
          ),
        );
      },
    ),
  );
});

test('the standard error of a difference on its own is the published one where a level is the base', () => {
  // The second group held at nothing by its ridge leaves intercept and effect as in the textbook: s.e. 0.123.
  const rows = counted([
    [0, 1, 189],
    [0, 0, 10845],
    [1, 1, 104],
    [1, 0, 10933],
  ]);
  const { jointShare, interceptError, errors } = fitAdditive([{ levels: 2, ridge: 1, ties: [] }], rows);
  assert.ok(interceptError > 0 && jointShare > 0 && jointShare < 1);
  assert.ok((errors[0] ?? []).every((error) => error > 0.08 && error < 1));
});

test('what cannot be fitted is refused', () => {
  assert.throws(() => fitAdditive([free(2)], counted([[0, 1, 5]])), RangeError);
  assert.throws(
    () =>
      fitAdditive(
        [free(1)],
        counted([
          [0, 1, 5],
          [1, 0, 5],
        ]),
      ),
    RangeError,
  );
});
