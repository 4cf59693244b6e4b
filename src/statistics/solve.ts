/**
 * The lower triangular factor L of a symmetric positive-definite matrix A = L Lᵀ (Cholesky), by rows, so that every
 * inner loop runs along memory. About n³/6 multiplications: some 0.2 s for n = 800.
 *
 * @param matrix n × n by rows; only the lower triangle is read, and nothing is written to it
 * @returns n × n by rows, zero above the diagonal
 * @throws RangeError when it is not n × n, or not positive definite: a pivot not above its rounding error
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
  if (matrix.length !== n * n) throw new RangeError(`A matrix of ${n} rows has ${n * n} numbers`);
  const factor = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    const start = row * n;
    for (let column = 0; column < row; column += 1) {
      const above = column * n;
      const left = (matrix[start + column] ?? 0) - alongRows(factor, start, above, column);
      factor[start + column] = left / (factor[above + column] ?? 1);
    }
    const diagonal = matrix[start + row] ?? 0;
    const pivot = diagonal - alongRows(factor, start, start, row);
    // The rounding error of a sum of n products is about n units in the last place; ten times it is no information.
    if (!(pivot > 10 * n * Number.EPSILON * diagonal))
      throw new RangeError(`Not positive definite: row ${row} follows from those before it`);
    factor[start + row] = Math.sqrt(pivot);
  }
  return factor;
}

/** The x with A x = right, from the factor of A. @param right n numbers @returns n numbers, a new array */
export function solveWith(factor: Float64Array, n: number, right: Float64Array): Float64Array {
  const x = forward(factor, n, right);
  for (let row = n - 1; row >= 0; row -= 1) {
    const value = (x[row] ?? 0) / (factor[row * n + row] ?? 1);
    x[row] = value;
    for (let column = 0; column < row; column += 1)
      x[column] = (x[column] ?? 0) - value * (factor[row * n + column] ?? 0);
  }
  return x;
}

/** The inverse of A from its factor: symmetric, n × n by rows. About n³/3 multiplications. */
export function inverseWith(factor: Float64Array, n: number): Float64Array {
  const lower = inverseOfLower(factor, n);
  const inverse = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1)
    for (let i = 0; i <= row; i += 1)
      addTimes(inverse, i * n, lower, row * n, lower[row * n + i] ?? 0, i + 1);
  for (let i = 0; i < n; i += 1) for (let j = 0; j < i; j += 1) inverse[j * n + i] = inverse[i * n + j] ?? 0;
  return inverse;
}

/**
 * vᵀ A⁻¹ v from the factor of A, without the inverse: where A⁻¹ is a covariance, the variance of the sum v says.
 *
 * @param v n numbers
 */
export function quadraticWith(factor: Float64Array, n: number, v: Float64Array): number {
  return forward(factor, n, v).reduce((sum, value) => sum + value * value, 0);
}

/** The x with L x = right. */
function forward(factor: Float64Array, n: number, right: Float64Array): Float64Array {
  if (right.length !== n) throw new RangeError(`A right-hand side of ${n} numbers, not ${right.length}`);
  const x = Float64Array.from(right);
  for (let row = 0; row < n; row += 1) {
    let left = x[row] ?? 0;
    for (let column = 0; column < row; column += 1)
      left -= (factor[row * n + column] ?? 0) * (x[column] ?? 0);
    x[row] = left / (factor[row * n + row] ?? 1);
  }
  return x;
}

function inverseOfLower(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    const start = row * n;
    for (let above = 0; above < row; above += 1)
      addTimes(inverse, start, inverse, above * n, -(factor[start + above] ?? 0), above + 1);
    const pivot = factor[start + row] ?? 1;
    for (let column = 0; column < row; column += 1)
      inverse[start + column] = (inverse[start + column] ?? 0) / pivot;
    inverse[start + row] = 1 / pivot;
  }
  return inverse;
}

/** Adds so many times `length` numbers of one array to those of another. */
function addTimes(
  to: Float64Array,
  toStart: number,
  from: Float64Array,
  fromStart: number,
  times: number,
  length: number,
): void {
  if (times === 0) return;
  for (let at = 0; at < length; at += 1)
    to[toStart + at] = (to[toStart + at] ?? 0) + times * (from[fromStart + at] ?? 0);
}

/** The sum of products of the first numbers of two rows; four sums at once, which the processor adds side by side. */
function alongRows(values: Float64Array, one: number, other: number, length: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  let at = 0;
  for (; at + 3 < length; at += 4) {
    a += (values[one + at] ?? 0) * (values[other + at] ?? 0);
    b += (values[one + at + 1] ?? 0) * (values[other + at + 1] ?? 0);
    c += (values[one + at + 2] ?? 0) * (values[other + at + 2] ?? 0);
    d += (values[one + at + 3] ?? 0) * (values[other + at + 3] ?? 0);
  }
  for (; at < length; at += 1) a += (values[one + at] ?? 0) * (values[other + at] ?? 0);
  return a + b + (c + d);
}
