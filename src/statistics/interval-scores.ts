import { wilsonInterval, type Range } from './interval.ts';
import type { CountDistribution } from './poisson-binomial.ts';
import { meanOf } from './scores.ts';

/** An interval forecast, and what came. */
export interface ScoredInterval {
  readonly low: number;
  readonly high: number;
  readonly actual: number;
}

export interface Coverage {
  readonly count: number;
  /** How many came to lie inside, ends included. */
  readonly covered: number;
  readonly share: number;
  /** Wilson's for the share, as if forecasts failed independently of each other. */
  readonly interval: Range;
  /** In the unit of the forecasts. */
  readonly meanWidth: number;
}

/** How often intervals held what came, and how wide they were. @throws RangeError without intervals */
export function coverageOf(intervals: readonly ScoredInterval[], level = 0.95): Coverage {
  const meanWidth = meanOf(intervals, ({ low, high }) => high - low);
  const covered = intervals.filter(({ low, high, actual }) => low <= actual && actual <= high).length;
  const interval = wilsonInterval(covered, intervals.length, level);
  return { count: intervals.length, covered, share: covered / intervals.length, interval, meanWidth };
}

/** The mean distance between forecasts and what came, in their unit. @throws RangeError without forecasts */
export function meanAbsoluteError(
  forecasts: readonly { readonly forecast: number; readonly actual: number }[],
): number {
  return meanOf(forecasts, ({ forecast, actual }) => Math.abs(forecast - actual));
}

/**
 * The continuous ranked probability score of one forecast distribution: the squared distance of its cumulative
 * probability from 0 below and 1 above what came, over all values. In the unit of what is forecast; for a forecast of one
 * value it is the absolute error; 0 is perfect (T. Gneiting and A. E. Raftery, Journal of the American Statistical
 * Association 102, 2007).
 *
 * @param distribution at place k the chance of the value k × step
 * @param actual what came, in the unit of `step`; it need not be one of the places
 * @param step 1 for counts, 1 / parts for a share
 */
export function rankedProbabilityScore(distribution: CountDistribution, actual: number, step = 1): number {
  const came = actual / step;
  let [below, score] = [0, 0];
  const last = distribution.length - 1;
  for (let at = 0; at < last; at += 1) {
    below += distribution[at] ?? 0;
    // Between this place and the next: as far as what came, the forecast should be 0, from there on 1.
    const before = Math.min(1, Math.max(0, came - at));
    score += before * below ** 2 + (1 - before) * (1 - below) ** 2;
  }
  return (score + Math.max(0, -came) + Math.max(0, came - last)) * step;
}
