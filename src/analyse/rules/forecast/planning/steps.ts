import type { Urn } from '#/schools/rules/urn.ts';
import type { SchoolPath } from '../forecast.ts';

/** What one school is expected to move of a share, from the day of the forecast to a later one. */
export interface SchoolStep {
  readonly urn: Urn;
  readonly name: string;
  readonly now: SchoolPath['now'];
  /** The chance that it counts then, from 0 to 1. */
  readonly then: number;
  /** Points of the share (0 to 100) that it is expected to add; below 0 those that it is expected to cost. */
  readonly points: number;
}

/**
 * The schools behind a step of the curve, those that move it most first. A school that counts now can only cost, one that
 * does not, or is not judged yet, can only add. They add up to the schools expected to be gained, not to the difference of
 * the two shares: the number of schools judged changes too, and the middle of the forecast is no mean.
 *
 * @param date the place of the later day among the days of the forecast
 * @param of schools expected to be judged by then; none of them gives no steps
 */
export function stepsOf(paths: readonly SchoolPath[], date: number, of: number): readonly SchoolStep[] {
  if (of <= 0) return [];
  return paths
    .flatMap(({ urn, name, now, chances }) => {
      const then = chances[date];
      if (then === undefined) return [];
      return [{ urn, name, now, then, points: (100 * (then - (now === 'good' ? 1 : 0))) / of }];
    })
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.urn.localeCompare(b.urn));
}
