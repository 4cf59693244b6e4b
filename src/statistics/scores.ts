/** A forecast of something that then happened or did not. */
export interface ScoredForecast {
  /** The chance forecast, from 0 to 1. */
  readonly chance: number;
  readonly happened: boolean;
}

/**
 * The mean squared difference between chances and what happened (1) or did not (0): 0 is perfect, 1 always wrong (G. W.
 * Brier, Monthly Weather Review 78, 1950; his own sum over both outcomes is twice this).
 *
 * @throws RangeError without forecasts
 */
export function brierScore(forecasts: readonly ScoredForecast[]): number {
  return meanOf(forecasts, ({ chance, happened }) => (chance - Number(happened)) ** 2);
}

/**
 * The mean of minus the natural logarithm of the chance given to what came (I. J. Good, 1952): 0 is perfect, and infinite
 * when something that had been ruled out happened once.
 *
 * @throws RangeError without forecasts
 */
export function logScore(forecasts: readonly ScoredForecast[]): number {
  return meanOf(forecasts, ({ chance, happened }) => -(happened ? Math.log(chance) : Math.log1p(-chance)));
}

/**
 * By what share a score (0 is perfect) is better than that of a reference forecast: 1 perfect, 0 no better, below 0 worse.
 *
 * @throws RangeError when the reference is perfect already: nothing can be better
 */
export function skillOver(score: number, reference: number): number {
  if (!(reference > 0)) throw new RangeError(`A reference score of ${reference} leaves nothing to gain`);
  return 1 - score / reference;
}

/** A Brier score in parts: reliability − resolution + uncertainty + withinBins. */
export interface BrierParts {
  readonly brier: number;
  /** Mean squared difference between what was forecast and what was observed in each bin: 0 is best. */
  readonly reliability: number;
  /** Mean squared difference between what was observed in each bin and over all: the larger the better. */
  readonly resolution: number;
  /** The score of forecasting, for all, the share that happened. */
  readonly uncertainty: number;
  /** What forecasts that differ inside a bin leave over: 0 when each bin holds one value. */
  readonly withinBins: number;
}

/**
 * Murphy's decomposition (A. H. Murphy, Journal of Applied Meteorology 12, 1973), with the remainder of bins that hold
 * different forecasts (D. B. Stephenson and others, Weather and Forecasting 23, 2008).
 *
 * @param edges where bins end, ascending, without 0 and 1; a forecast on an edge is in the upper bin
 * @throws RangeError without forecasts, or when edges do not ascend
 */
export function brierParts(forecasts: readonly ScoredForecast[], edges: readonly number[]): BrierParts {
  if (edges.some((edge, at) => edge <= (edges[at - 1] ?? -Infinity)))
    throw new RangeError('Edges of bins ascend');
  const brier = brierScore(forecasts);
  const rate = meanOf(forecasts, ({ happened }) => Number(happened));
  const bins = Map.groupBy(forecasts, ({ chance }) => edges.filter((edge) => edge <= chance).length);
  let [reliability, resolution] = [0, 0];
  for (const bin of bins.values()) {
    const observed = meanOf(bin, ({ happened }) => Number(happened));
    const forecast = meanOf(bin, ({ chance }) => chance);
    reliability += (bin.length * (forecast - observed) ** 2) / forecasts.length;
    resolution += (bin.length * (observed - rate) ** 2) / forecasts.length;
  }
  const uncertainty = rate * (1 - rate);
  const withinBins = brier - (reliability - resolution + uncertainty);
  return { brier, reliability, resolution, uncertainty, withinBins };
}

/** @throws RangeError of nothing */
export function meanOf<T>(items: readonly T[], value: (item: T) => number): number {
  if (items.length === 0) throw new RangeError('Nothing to score');
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}
