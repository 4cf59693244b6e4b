import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cholesky, inverseWith, quadraticWith, solveWith } from './solve.ts';

const nearAll = (actual: Float64Array, expected: readonly number[], within: number): void => {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, at) => {
    assert.ok(Math.abs((actual[at] ?? NaN) - value) <= within, `${actual[at]} is not ${value}`);
  });
};

test('a matrix of whole numbers has the factor worked out by hand', () => {
  // (2,0,0; 6,1,0; −8,5,3) times its transpose.
  const matrix = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);
  nearAll(cholesky(matrix, 3), [2, 0, 0, 6, 1, 0, -8, 5, 3], 1e-12);
});

test('the inverse of a Hilbert matrix is the whole numbers known for it', () => {
  const hilbert = Float64Array.from({ length: 9 }, (_, at) => 1 / (Math.floor(at / 3) + (at % 3) + 1));
  const factor = cholesky(hilbert, 3);
  nearAll(inverseWith(factor, 3), [9, -36, 30, -36, 192, -180, 30, -180, 180], 1e-9);
  nearAll(solveWith(factor, 3, Float64Array.of(1, 0, 0)), [9, -36, 30], 1e-9);
  assert.ok(Math.abs(quadraticWith(factor, 3, Float64Array.of(1, 1, 1)) - 9) < 1e-9);
});

test('a matrix whose rows say the same, or that is not positive, is an error and not a number', () => {
  assert.throws(() => cholesky(Float64Array.of(1, 2, 2, 4), 2), RangeError);
  assert.throws(() => cholesky(Float64Array.of(1, 2, 2, 1), 2), RangeError);
  // Products of columns of which the third is the sum of the first two: rounding leaves 2e-15 on the diagonal.
  const columns = Array.from({ length: 7 }, (_, at) => [Math.sin(5 * at), Math.cos(3 * at), 0]);
  for (const row of columns) row[2] = (row[0] ?? 0) + (row[1] ?? 0);
  const product = (i: number, j: number): number =>
    columns.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
  const products = Float64Array.from({ length: 9 }, (_, at) => product(Math.floor(at / 3), at % 3));
  assert.throws(() => cholesky(products, 3), /row 2 follows from those before it/);
  assert.throws(() => cholesky(Float64Array.of(NaN), 1), RangeError);
  assert.throws(() => cholesky(Float64Array.of(0), 1), RangeError);
  assert.throws(() => cholesky(Float64Array.of(1, 2, 3), 2), /4 numbers/);
  assert.throws(() => solveWith(Float64Array.of(1), 1, Float64Array.of(1, 2)), /1 numbers, not 2/);
});

test('what is solved fits, the inverse times the matrix is one, and the quadratic form follows from both', () => {
  const value = fc.double({ min: -3, max: 3, noNaN: true });
  const cases = fc
    .integer({ min: 1, max: 13 })
    .chain((n) =>
      fc.tuple(
        fc.constant(n),
        fc.array(value, { minLength: n * n, maxLength: n * n }),
        fc.array(value, { minLength: n, maxLength: n }),
      ),
    );
  fc.assert(
    fc.property(cases, ([n, values, sides]) => {
      const entry = (i: number, j: number): number =>
        values
          .slice(i * n, i * n + n)
          .reduce((sum, one, k) => sum + one * (values[j * n + k] ?? 0), i === j ? 1 : 0);
      const matrix = Float64Array.from({ length: n * n }, (_, at) => entry(Math.floor(at / n), at % n));
      const times = (x: Float64Array, i: number): number =>
        x.reduce((sum, one, j) => sum + one * (matrix[i * n + j] ?? 0), 0);
      const right = Float64Array.from(sides);
      const factor = cholesky(matrix, n);
      const x = solveWith(factor, n, right);
      nearAll(
        Float64Array.from(sides, (_, i) => times(x, i)),
        sides,
        1e-9,
      );
      const inverse = inverseWith(factor, n);
      for (let j = 0; j < n; j += 1) {
        const column = inverse.slice(j * n, j * n + n);
        for (let i = 0; i < n; i += 1) assert.ok(Math.abs(times(column, i) - (i === j ? 1 : 0)) < 1e-9);
      }
      const form = x.reduce((sum, one, i) => sum + one * (sides[i] ?? 0), 0);
      assert.ok(Math.abs(quadraticWith(factor, n, right) - form) < 1e-8);
    }),
    { numRuns: 80 },
  );
});
