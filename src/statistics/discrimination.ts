import type { Range } from './interval.ts';
import { zFor } from './normal.ts';
import type { ScoredForecast } from './scores.ts';

export interface Discrimination {
  /** The chance that of two forecasts, one of what happened and one of what did not, the former was higher; ties half. */
  readonly auc: number;
  readonly events: number;
  readonly others: number;
  /** `null` with fewer than two of either. */
  readonly standardError: number | null;
  /** By the normal distribution, cut at 0 and 1. */
  readonly interval: Range | null;
}

/**
 * The area under the receiver operating characteristic with the standard error of E. R. DeLong, D. M. DeLong and D. L.
 * Clarke-Pearson (Biometrics 44, 1988), from mid-ranks as X. Sun and W. Xu have it (IEEE Signal Processing Letters 21,
 * 2014): n log n steps.
 *
 * @throws RangeError when everything happened, or nothing
 */
export function discriminationOf(forecasts: readonly ScoredForecast[], level = 0.95): Discrimination {
  const [happened, not] = [true, false].map((wanted) =>
    Float64Array.from(
      forecasts.filter((one) => one.happened === wanted),
      ({ chance }) => chance,
    ).sort(),
  );
  if (happened === undefined || not === undefined || happened.length === 0 || not.length === 0)
    throw new RangeError('Something has to have happened, and something not');
  // For each of one kind, how much of the other kind lies below it, ties counted half.
  const below = happened.map((chance) => shareBelow(not, chance));
  const above = not.map((chance) => 1 - shareBelow(happened, chance));
  const auc = below.reduce((sum, share) => sum + share, 0) / below.length;
  const counts = { auc, events: below.length, others: above.length };
  if (below.length < 2 || above.length < 2) return { ...counts, standardError: null, interval: null };
  const standardError = Math.sqrt(
    squaresAround(below, auc) / (below.length - 1) / below.length +
      squaresAround(above, auc) / (above.length - 1) / above.length,
  );
  const half = zFor(level) * standardError;
  const interval = { low: Math.max(0, auc - half), high: Math.min(1, auc + half), level };
  return { ...counts, standardError, interval };
}

/** The share of ascending values below the one given, and half of those equal to it. */
function shareBelow(ascending: Float64Array, value: number): number {
  return (
    (placeOf(ascending, (one) => one < value) + placeOf(ascending, (one) => one <= value)) /
    2 /
    ascending.length
  );
}

/** How many of ascending values fulfil what holds up to some place. */
function placeOf(ascending: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle] ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function squaresAround(values: Float64Array, mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** How much capacity there is to look at the riskiest: so many, or a fraction of all (0 to 1, rounded to whole ones). */
export type Capacity = { readonly count: number } | { readonly fraction: number };

export interface Caught {
  /** How many were looked at. */
  readonly looked: number;
  /** Events among them; where those with the same chance are drawn by lot, on average, so not always whole. */
  readonly caught: number;
  readonly events: number;
  /** caught / events. */
  readonly share: number;
}

/**
 * How many of all events are among the riskiest when so many can be looked at. Where the last places fall on equal
 * chances, each of these is as likely to be taken.
 *
 * @throws RangeError without events, or when the capacity is below one or above all
 */
export function caughtAmongRiskiest(forecasts: readonly ScoredForecast[], capacity: Capacity): Caught {
  const looked = 'count' in capacity ? capacity.count : Math.round(capacity.fraction * forecasts.length);
  if (!(Number.isInteger(looked) && looked >= 1 && looked <= forecasts.length))
    throw new RangeError(`${looked} of ${forecasts.length} cannot be looked at`);
  const events = forecasts.filter(({ happened }) => happened).length;
  if (events === 0) throw new RangeError('Without events none can be caught');
  const descending = forecasts.toSorted((a, b) => b.chance - a.chance);
  const last = descending[looked - 1]?.chance ?? 0;
  const above = descending.filter(({ chance }) => chance > last);
  const equal = descending.filter(({ chance }) => chance === last);
  const eventsIn = (group: readonly ScoredForecast[]): number =>
    group.filter(({ happened }) => happened).length;
  const caught = eventsIn(above) + (eventsIn(equal) * (looked - above.length)) / equal.length;
  return { looked, caught, events, share: caught / events };
}
