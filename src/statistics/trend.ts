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
 * its precision, shrunk towards no change by how much schools' trends differ (`trendSd`). Two years are the least;
 * `null` below that. `below(0)` of the answer is the probability of decline against England.
 */
export function trendAgainst(differences: readonly Difference[], trendSd: number): Belief | null {
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
  const keep = trendSd ** 2 / (trendSd ** 2 + 1 / spread);
  return normalBelief(keep * slope, Math.sqrt(keep / spread));
}
