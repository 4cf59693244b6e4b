import type { ChanceStream } from './chance.ts';
import type { Range } from './interval.ts';

export interface BootstrapInterval extends Range {
  /** The statistic of all rows as they are. */
  readonly value: number;
  /** Standard deviation of the statistic over the resamples. */
  readonly standardError: number;
  /** In how many resamples it could be worked out. */
  readonly resamples: number;
}

/**
 * How sure a statistic is when rows come in clusters that share their luck (schools of an authority, inspections of a
 * year): as many clusters are drawn with replacement, again and again, and the middle of the statistics of what is drawn
 * is the interval (percentile method; A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application, 1997,
 * sections 3.8 and 5.3). With fewer than some twenty clusters it is too narrow.
 *
 * @param clusters two or more, each with its rows
 * @param statistic NaN where rows do not allow it (a resample without events): such resamples are left out
 * @throws RangeError with fewer than two clusters, or when fewer than half of the resamples allow it
 */
export function bootstrapInterval<T>(
  clusters: readonly (readonly T[])[],
  statistic: (rows: readonly T[]) => number,
  chance: ChanceStream,
  { level = 0.95, times = 1000 } = {},
): BootstrapInterval {
  if (clusters.length < 2) throw new RangeError(`${clusters.length} clusters say nothing of how they differ`);
  const drawn = Float64Array.from({ length: times }, () =>
    statistic(clusters.flatMap(() => clusters[chance.below(clusters.length)] ?? [])),
  )
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (drawn.length < times / 2) throw new RangeError(`Only ${drawn.length} of ${times} resamples allow it`);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const squares = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    value: statistic(clusters.flat()),
    standardError: Math.sqrt(squares / (drawn.length - 1)),
    low: quantileOf(drawn, (1 - level) / 2),
    high: quantileOf(drawn, (1 + level) / 2),
    level,
    resamples: drawn.length,
  };
}

/** The value below which a share of ascending ones lies, in proportion between two. */
function quantileOf(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const [below, above] = [ascending[Math.floor(place)] ?? NaN, ascending[Math.ceil(place)] ?? NaN];
  return below === above ? below : below + (place - Math.floor(place)) * (above - below);
}
