import type { GradePaths } from './grade-paths.ts';

/** How far England's share came to be from such a forecast in the past, and authorities from England: in logits. */
export interface TrajectoryShock {
  readonly quarters: number;
  readonly england: number;
  readonly authority: number;
}

export interface TrajectoryModel {
  readonly paths: GradePaths;
  /**
   * By how much England's share came above what the same model forecast a year before (from −1 to 1): part of it is
   * expected to go on, less every year.
   */
  readonly missed: number;
  readonly shocks: readonly TrajectoryShock[];
  readonly fittedOn: { readonly schools: number; readonly inspections: number };
}
