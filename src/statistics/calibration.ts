import { wilsonInterval, type Range } from './interval.ts';
import { fitLogistic } from './logistic.ts';
import { logit } from './logit.ts';
import { zFor } from './normal.ts';
import { meanOf, type ScoredForecast } from './scores.ts';

/** An estimate and its interval by the normal distribution. */
export interface Estimate extends Range {
  readonly value: number;
  readonly standardError: number;
}

/** How forecasts as a whole relate to what happened. */
export interface CalibrationLine {
  /** 1 is best; below it forecasts are too far apart (the high too high, the low too low), above it too close. */
  readonly slope: Estimate;
  /** Where the line meets logit 0. With a slope of 1, 0 is best. */
  readonly intercept: Estimate;
  readonly meanForecast: number;
  readonly observed: number;
}

/**
 * The logistic regression of outcomes on the logits of their forecasts (D. R. Cox, Two further applications of a model
 * for binary regression, Biometrika 45, 1958). Forecasts nearer to 0 or 1 than one in a million count as that: their
 * logits would be infinite.
 *
 * @throws RangeError when all outcomes or all forecasts are the same, or forecasts tell outcomes apart without error
 */
export function calibrationLine(forecasts: readonly ScoredForecast[], level = 0.95): CalibrationLine {
  const nearest = 1e-6;
  const rows = new Float64Array(2 * forecasts.length);
  forecasts.forEach(({ chance }, row) => {
    rows[2 * row] = 1;
    rows[2 * row + 1] = logit(Math.min(1 - nearest, Math.max(nearest, chance)));
  });
  const targets = Float64Array.from(forecasts, ({ happened }) => Number(happened));
  const { coefficients, covariance } = fitLogistic({ rows, targets });
  const estimate = (at: number): Estimate => {
    const [value, standardError] = [coefficients[at] ?? NaN, Math.sqrt(covariance[3 * at] ?? NaN)];
    const half = zFor(level) * standardError;
    return { value, standardError, low: value - half, high: value + half, level };
  };
  return {
    slope: estimate(1),
    intercept: estimate(0),
    meanForecast: meanOf(forecasts, ({ chance }) => chance),
    observed: meanOf(forecasts, ({ happened }) => Number(happened)),
  };
}

/** One bin of a calibration table. */
export interface CalibrationBin {
  readonly count: number;
  /** The lowest and highest forecast in it. */
  readonly from: number;
  readonly to: number;
  readonly meanForecast: number;
  readonly events: number;
  /** events / count. */
  readonly observed: number;
  /** Wilson's, for the share observed. */
  readonly interval: Range;
}

/**
 * Forecasts in bins of about equal count, from the lowest, with what came of each. Equal forecasts are never parted, so a
 * bin can be larger, and there can be fewer of them, than asked.
 *
 * @throws RangeError without forecasts
 */
export function calibrationTable(
  forecasts: readonly ScoredForecast[],
  bins = 10,
  level = 0.95,
): readonly CalibrationBin[] {
  if (forecasts.length === 0) throw new RangeError('Nothing to score');
  const ascending = forecasts.toSorted((a, b) => a.chance - b.chance);
  const ends = Array.from({ length: bins }, (_, bin) => {
    const last = ascending[Math.ceil(((bin + 1) * ascending.length) / bins) - 1]?.chance ?? 1;
    return ascending.findLastIndex(({ chance }) => chance <= last) + 1;
  });
  return ends.flatMap((end, bin) => {
    const inside = ascending.slice(ends[bin - 1] ?? 0, end);
    return inside.length === 0 ? [] : [binOf(inside, level)];
  });
}

function binOf(inside: readonly ScoredForecast[], level: number): CalibrationBin {
  const events = inside.filter(({ happened }) => happened).length;
  return {
    count: inside.length,
    from: inside[0]?.chance ?? NaN,
    to: inside.at(-1)?.chance ?? NaN,
    meanForecast: meanOf(inside, ({ chance }) => chance),
    events,
    observed: events / inside.length,
    interval: wilsonInterval(events, inside.length, level),
  };
}
