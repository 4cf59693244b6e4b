import { chanceOfLogit, minusLogChance } from './logit.ts';
import { cholesky, inverseWith, solveWith } from './solve.ts';

/** What a logistic regression is fitted to: n rows of p columns (the constant is a column of ones like any other). */
export interface LogisticData {
  /** n × p by rows. */
  readonly rows: Float64Array;
  /** n outcomes from 0 to 1. */
  readonly targets: Float64Array;
  /** How often each row counts, 0 or more; every row once when left out. */
  readonly weights?: Float64Array;
  /**
   * p numbers, 0 or more: half of each times its coefficient squared is taken from the log likelihood (ridge), as if the
   * coefficient had been normal around 0 with variance 1 / penalty. No penalty when left out.
   */
  readonly penalty?: Float64Array;
}

export interface LogisticFit {
  /** p logarithms of odds ratios. */
  readonly coefficients: Float64Array;
  /** p × p by rows: the inverse of the (penalised) information at the coefficients. */
  readonly covariance: Float64Array;
  /** Without the penalty. */
  readonly logLikelihood: number;
  readonly iterations: number;
  /** False when the steps ran out before the last one moved no forecast by more than rounding. */
  readonly converged: boolean;
}

/**
 * Weighted, penalised logistic regression by Newton's method (iteratively reweighted least squares; P. McCullagh and J.
 * A. Nelder, Generalized Linear Models, 1989, section 4.4), with steps halved while they make the fit worse.
 *
 * @throws RangeError when lengths do not fit, all outcomes are the same, a column follows from the others, or (without a
 *   penalty) outcomes can be told apart without error, so that no coefficients are best
 */
export function fitLogistic(data: LogisticData, mostSteps = 60): LogisticFit {
  const p = checked(data);
  let coefficients = new Float64Array(p);
  let at = stateAt(data, coefficients);
  for (let iteration = 1; iteration <= mostSteps; iteration += 1) {
    const step = solveWith(factored(at, p, iteration), p, at.gradient);
    let share = 1;
    let next = moved(coefficients, step, share);
    let there = stateAt(data, next);
    for (; there.loss > at.loss + 1e-9 * (1 + at.loss) && share > 1e-6; there = stateAt(data, next)) {
      share /= 2;
      next = moved(coefficients, step, share);
    }
    // Judged by the forecasts, which no choice of units for the columns changes.
    const change = largestDifference(there.logits, at.logits);
    [coefficients, at] = [next, there];
    if (change <= 1e-9 * (1 + largest(at.logits))) return finished(at, coefficients, iteration, true);
  }
  if (largest(at.logits) > 20) throw new RangeError(apart);
  return finished(at, coefficients, mostSteps, false);
}

const apart = 'Outcomes can be told apart without error: without a penalty no coefficients are best';

/** Everything Newton's method needs at some coefficients; `loss` is minus the penalised log likelihood. */
interface State {
  readonly logits: Float64Array;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
  readonly logLikelihood: number;
  readonly loss: number;
}

function stateAt(data: LogisticData, coefficients: Float64Array): State {
  const p = coefficients.length;
  const { rows, targets, weights, penalty } = data;
  const logits = new Float64Array(targets.length);
  const gradient = new Float64Array(p);
  const information = new Float64Array(p * p);
  let loss = 0;
  for (let row = 0; row < targets.length; row += 1) {
    const weight = weights === undefined ? 1 : (weights[row] ?? 0);
    let value = 0;
    for (let i = 0; i < p; i += 1) value += (rows[row * p + i] ?? 0) * (coefficients[i] ?? 0);
    logits[row] = value;
    if (weight === 0) continue;
    const target = targets[row] ?? 0;
    loss += weight * (target * minusLogChance(value) + (1 - target) * minusLogChance(-value));
    const rest = weight * (target - chanceOfLogit(value));
    const told = weight * chanceOfLogit(value) * chanceOfLogit(-value);
    addRow(rows, row * p, rest, told, gradient, information);
  }
  let penalties = 0;
  for (let i = 0; i < p; i += 1) {
    const [by, coefficient] = [penalty?.[i] ?? 0, coefficients[i] ?? 0];
    penalties += (by * coefficient * coefficient) / 2;
    gradient[i] = (gradient[i] ?? 0) - by * coefficient;
    information[i * p + i] = (information[i * p + i] ?? 0) + by;
  }
  return { logits, gradient, information, logLikelihood: -loss, loss: loss + penalties };
}

/** One row's part of the gradient and of the lower triangle of the information; most indicator columns are zero. */
function addRow(
  rows: Float64Array,
  start: number,
  rest: number,
  told: number,
  gradient: Float64Array,
  information: Float64Array,
): void {
  const p = gradient.length;
  for (let i = 0; i < p; i += 1) {
    const value = rows[start + i] ?? 0;
    if (value === 0) continue;
    gradient[i] = (gradient[i] ?? 0) + rest * value;
    const scaled = told * value;
    const line = i * p;
    for (let j = 0; j <= i; j += 1)
      information[line + j] = (information[line + j] ?? 0) + scaled * (rows[start + j] ?? 0);
  }
}

function factored({ information }: State, p: number, iteration: number): Float64Array {
  try {
    return cholesky(information, p);
  } catch (error) {
    if (iteration > 1) throw new RangeError(apart, { cause: error });
    throw new RangeError('A column follows from the others: leave it out, or penalise it', { cause: error });
  }
}

function finished(
  state: State,
  coefficients: Float64Array,
  iterations: number,
  converged: boolean,
): LogisticFit {
  const p = coefficients.length;
  const covariance = inverseWith(factored(state, p, iterations + 1), p);
  return { coefficients, covariance, logLikelihood: state.logLikelihood, iterations, converged };
}

function moved(from: Float64Array, step: Float64Array, share: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(from, (value, i) => value + share * (step[i] ?? 0));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function largestDifference(one: Float64Array, other: Float64Array): number {
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))), 0);
}

/** How many columns there are. */
function checked({ rows, targets, weights, penalty }: LogisticData): number {
  const n = targets.length;
  const p = rows.length / n;
  if (n === 0 || !Number.isInteger(p) || p === 0) throw new RangeError(`${rows.length} numbers in ${n} rows`);
  if ((weights ?? targets).length !== n) throw new RangeError(`Not a weight for each of ${n} rows`);
  if ((penalty?.length ?? p) !== p) throw new RangeError(`Not a penalty for each of ${p} columns`);
  if (!rows.every(Number.isFinite)) throw new RangeError('A value that is not a number');
  if (targets.some((target) => !(target >= 0 && target <= 1)))
    throw new RangeError('An outcome is from 0 to 1');
  const counted = targets.filter((_, row) => (weights?.[row] ?? 1) > 0);
  const first = counted[0];
  if (first === undefined || ((first === 0 || first === 1) && counted.every((target) => target === first)))
    throw new RangeError('All outcomes are the same: nothing tells them apart');
  return p;
}
