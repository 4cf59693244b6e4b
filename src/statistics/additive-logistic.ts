import { cholesky, inverseWith, solveWith } from './solve.ts';

/** How strongly two levels of a term are drawn together: `weight` times half their squared difference is taken off. */
export interface Tie {
  readonly first: number;
  readonly second: number;
  readonly weight: number;
}

/** One term of an additive model: what it adds to the logarithm of the odds depends on which of its levels a row is at. */
export interface AdditiveTerm {
  readonly levels: number;
  /** Draws every level towards nothing. Above 0, or levels that no row is at could be anything. */
  readonly ridge: number;
  /** Draw neighbouring levels together: the shape becomes smooth. */
  readonly ties: readonly Tie[];
}

export interface AdditiveRows {
  /** For each term the level each row is at, from 0; all as long as there are rows. */
  readonly levels: readonly Uint16Array[];
  /** 0 or 1. */
  readonly happened: Uint8Array;
  /** Above 0. */
  readonly weights: Float64Array;
}

export interface AdditiveFit {
  /** Logarithm of the odds of a row about which nothing is known. */
  readonly intercept: number;
  /** For each term what each level adds; the weighted mean over the rows is 0. */
  readonly effects: readonly Float64Array[];
  /** Standard error of each effect, penalties taken as prior knowledge. */
  readonly errors: readonly Float64Array[];
  /** Sum of weights at each level. */
  readonly weightAt: readonly Float64Array[];
  readonly interceptError: number;
  /** Mean over the rows of the variance of the whole sum, over the mean of the sum of the terms' variances. */
  readonly jointShare: number;
  readonly steps: number;
  readonly converged: boolean;
}

const mostSteps = 60;
/** Changes of effects below which the curvature is taken as that of the step before. */
const nearTop = 0.2;

/**
 * Additive logistic regression with penalties, by Newton's method: the logarithm of the odds is an intercept and one
 * effect for the level of each term. The penalised likelihood has one highest point, so that the fit depends on the rows
 * alone, not on their order, nor on chance. (Eilers and Marx 1996 for steps instead of splines.)
 *
 * About rows × (terms)² / 2 operations a step.
 *
 * @throws RangeError when a level is out of its range, or nothing or everything happened
 */
export function fitAdditive(terms: readonly AdditiveTerm[], rows: AdditiveRows): AdditiveFit {
  const { happened, weights } = rows;
  check(terms, rows);
  const offsets = offsetsOf(terms);
  const size = 1 + terms.reduce((sum, { levels }) => sum + levels, 0);
  const places = rows.levels.map((levels, term) =>
    Int32Array.from(levels, (level) => (offsets[term] ?? 0) + level),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const did = weights.reduce((sum, weight, row) => sum + weight * (happened[row] ?? 0), 0);
  if (did <= 0 || did >= all)
    throw new RangeError('Where nothing or everything happened no chance can be fitted');
  let effects: Float64Array = new Float64Array(size);
  effects[0] = Math.log(did / (all - did));
  const matrix = new Float64Array(size * size);
  const slope = new Float64Array(size);
  let steps = 0;
  let converged = false;
  let factor: Float64Array = new Float64Array(0);
  let height = likelihood(effects, places, rows) - penalty(effects, terms, offsets);
  let lastChange = Infinity;
  for (; steps < mostSteps; steps += 1) {
    // Near the top the curvature hardly changes, and most of the time goes into it.
    const curved = lastChange > nearTop || converged;
    matrix.fill(0);
    slope.fill(0);
    addRows(curved ? matrix : null, slope, effects, places, rows);
    addPenalties(matrix, slope, effects, terms, offsets);
    if (curved) factor = cholesky(matrix, size);
    if (converged) break;
    const step = solveWith(factor, size, slope);
    for (let share = 1; ; share /= 2) {
      const next = effects.map((effect, at) => effect + share * (step[at] ?? 0));
      const reached = likelihood(next, places, rows) - penalty(next, terms, offsets);
      if (reached < height && share > 1e-4) continue;
      effects = next;
      height = reached;
      // One more round makes the matrix that of the place arrived at.
      lastChange = step.reduce((most, change) => Math.max(most, Math.abs(share * change)), 0);
      converged = lastChange < 1e-6;
      break;
    }
  }
  return { ...told(effects, inverseWith(factor, size), terms, offsets, places, rows), steps, converged };
}

function check(terms: readonly AdditiveTerm[], { levels, happened, weights }: AdditiveRows): void {
  if (levels.length !== terms.length || weights.length !== happened.length)
    throw new RangeError('Rows and terms do not fit together');
  for (const [term, at] of levels.entries()) {
    const most = terms[term]?.levels ?? 0;
    if (at.length !== happened.length || at.some((level) => level >= most))
      throw new RangeError(`Term ${term} has ${most} levels, and a row is at none of them`);
  }
}

function offsetsOf(terms: readonly AdditiveTerm[]): readonly number[] {
  let next = 1;
  return terms.map(({ levels }) => {
    next += levels;
    return next - levels;
  });
}

function sumAt(effects: Float64Array, places: readonly Int32Array[], row: number): number {
  let sum = effects[0] ?? 0;
  for (const place of places) sum += effects[place[row] ?? 0] ?? 0;
  return sum;
}

function likelihood(
  effects: Float64Array,
  places: readonly Int32Array[],
  { happened, weights }: AdditiveRows,
): number {
  let sum = 0;
  for (let row = 0; row < happened.length; row += 1) {
    const logit = sumAt(effects, places, row);
    const logOfNot = logit > 30 ? -logit : -Math.log1p(Math.exp(logit));
    sum += (weights[row] ?? 0) * ((happened[row] ?? 0) * logit + logOfNot);
  }
  return sum;
}

function penalty(effects: Float64Array, terms: readonly AdditiveTerm[], offsets: readonly number[]): number {
  let sum = 0;
  for (const [term, { levels, ridge, ties }] of terms.entries()) {
    const offset = offsets[term] ?? 0;
    for (let level = 0; level < levels; level += 1) sum += ridge * (effects[offset + level] ?? 0) ** 2;
    for (const { first, second, weight } of ties)
      sum += weight * ((effects[offset + first] ?? 0) - (effects[offset + second] ?? 0)) ** 2;
  }
  return sum / 2;
}

/** Adds what the rows say: the slope of the likelihood and, where asked for, below the diagonal its curvature. */
function addRows(
  matrix: Float64Array | null,
  slope: Float64Array,
  effects: Float64Array,
  places: readonly Int32Array[],
  { happened, weights }: AdditiveRows,
): void {
  const size = slope.length;
  const at = new Int32Array(places.length + 1);
  for (let row = 0; row < happened.length; row += 1) {
    for (let term = 0; term < places.length; term += 1) at[term + 1] = places[term]?.[row] ?? 0;
    const chance = 1 / (1 + Math.exp(-sumAt(effects, places, row)));
    const weight = weights[row] ?? 0;
    const rest = weight * ((happened[row] ?? 0) - chance);
    const curve = weight * chance * (1 - chance);
    // Places rise from term to term, so the earlier of two is always the column.
    for (let first = 0; first < at.length; first += 1) {
      const place = at[first] ?? 0;
      slope[place] = (slope[place] ?? 0) + rest;
      if (matrix === null) continue;
      const start = place * size;
      for (let second = 0; second <= first; second += 1) {
        const cell = start + (at[second] ?? 0);
        matrix[cell] = (matrix[cell] ?? 0) + curve;
      }
    }
  }
}

function addPenalties(
  matrix: Float64Array,
  slope: Float64Array,
  effects: Float64Array,
  terms: readonly AdditiveTerm[],
  offsets: readonly number[],
): void {
  const size = slope.length;
  const add = (row: number, column: number, amount: number) => {
    const cell = Math.max(row, column) * size + Math.min(row, column);
    matrix[cell] = (matrix[cell] ?? 0) + amount;
  };
  for (const [term, { levels, ridge, ties }] of terms.entries()) {
    const offset = offsets[term] ?? 0;
    for (let place = offset; place < offset + levels; place += 1) {
      add(place, place, ridge);
      slope[place] = (slope[place] ?? 0) - ridge * (effects[place] ?? 0);
    }
    for (const tie of ties) {
      const first = offset + tie.first;
      const second = offset + tie.second;
      const pull = tie.weight * ((effects[first] ?? 0) - (effects[second] ?? 0));
      add(first, first, tie.weight);
      add(second, second, tie.weight);
      add(first, second, -tie.weight);
      slope[first] = (slope[first] ?? 0) - pull;
      slope[second] = (slope[second] ?? 0) + pull;
    }
  }
}

/** The effects centred on the rows, and how sure they are. */
function told(
  effects: Float64Array,
  covariance: Float64Array,
  terms: readonly AdditiveTerm[],
  offsets: readonly number[],
  places: readonly Int32Array[],
  { weights }: AdditiveRows,
): Omit<AdditiveFit, 'steps' | 'converged'> {
  const size = effects.length;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const weightAt = new Float64Array(size);
  for (const place of places)
    for (const [row, at] of place.entries()) weightAt[at] = (weightAt[at] ?? 0) + (weights[row] ?? 0);
  const variance = (place: number) => covariance[place * size + place] ?? 0;
  let intercept = effects[0] ?? 0;
  const centred = terms.map(({ levels }, term) => {
    const offset = offsets[term] ?? 0;
    const own = effects.slice(offset, offset + levels);
    const mean = own.reduce((sum, effect, level) => sum + effect * (weightAt[offset + level] ?? 0), 0) / all;
    intercept += mean;
    return own.map((effect) => effect - mean);
  });
  const sliced = (of: (place: number) => number) =>
    terms.map(({ levels }, term) =>
      Float64Array.from({ length: levels }, (_, level) => of((offsets[term] ?? 0) + level)),
    );
  return {
    intercept,
    effects: centred,
    errors: sliced((place) => Math.sqrt(variance(place))),
    weightAt: sliced((place) => weightAt[place] ?? 0),
    interceptError: Math.sqrt(variance(0)),
    jointShare: jointShare(covariance, size, places, weights, all),
  };
}

/** Every so many rows are enough for a mean. */
const rowsLookedAt = 2000;

function jointShare(
  covariance: Float64Array,
  size: number,
  places: readonly Int32Array[],
  weights: Float64Array,
  all: number,
): number {
  const every = Math.max(1, Math.floor(weights.length / rowsLookedAt));
  let joint = 0;
  let apart = 0;
  for (let row = 0; row < weights.length; row += every) {
    const at = [0, ...places.map((place) => place[row] ?? 0)];
    const weight = (weights[row] ?? 0) / all;
    for (const first of at) {
      apart += first === 0 ? 0 : weight * (covariance[first * size + first] ?? 0);
      for (const second of at) joint += weight * (covariance[first * size + second] ?? 0);
    }
  }
  return joint / apart;
}
