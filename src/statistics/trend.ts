import { normalBelief } from './shrinkage.ts';
import type { Belief } from './shrinkage.ts';

/** A school's difference from England in one year, and its standard error, in the measure's unit. */
export interface Difference {
  readonly year: number;
  readonly difference: number;
  readonly standardError: number;
}

/**
 * The yearly change of a school's difference from England: a straight line through the differences, each weighted by
 * its precision, shrunk towards no change by how much schools' lines differ. `below(0)` of the answer is the probability
 * of decline against England.
 *
 * @param yearlyChangeSd standard deviation between schools of the change from one year to the next, in the measure's unit
 * @returns `null` with fewer than two years
 */
export function trendAgainst(differences: readonly Difference[], yearlyChangeSd: number): Belief | null {
  const years = new Set(differences.map(({ year }) => year));
  if (years.size < 2) return null;
  const weighted = differences
    .toSorted((a, b) => a.year - b.year || a.difference - b.difference)
    .map((point) => ({ ...point, weight: 1 / point.standardError ** 2 }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const middle = weighted.reduce((sum, { weight, year }) => sum + weight * year, 0) / total;
  const spread = weighted.reduce((sum, { weight, year }) => sum + weight * (year - middle) ** 2, 0);
  const slope =
    weighted.reduce((sum, { weight, year, difference }) => sum + weight * (year - middle) * difference, 0) /
    spread;
  const trendVariance = slopeVariance(years, yearlyChangeSd);
  const keep = trendVariance / (trendVariance + 1 / spread);
  return normalBelief(keep * slope, Math.sqrt(keep / spread));
}

/**
 * Variance of the slope of a line through n yearly values whose changes are independent (a random walk):
 * σ² · 6(n² + 1) / (5n(n² − 1)), which is σ² for two years and less for more, since ups and downs cancel.
 */
function slopeVariance(years: ReadonlySet<number>, yearlyChangeSd: number): number {
  const n = Math.max(...years) - Math.min(...years) + 1;
  return (yearlyChangeSd ** 2 * 6 * (n ** 2 + 1)) / (5 * n * (n ** 2 - 1));
}
