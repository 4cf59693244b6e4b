import type { IsoDate } from './dates.ts';
import type { Inspection } from './inspection.ts';
import type { LineageLink, School } from './school.ts';
import type { MeasureValue } from './value.ts';

/**
 * All that was known of a school on a date: nothing in it became known later. The one exception is marked: where no
 * register from before the date tells of the school, what it is comes from a later one (`school.registerKnownLater`).
 */
export interface Evidence {
  readonly asAt: IsoDate;
  readonly school: School;
  readonly lineage: readonly LineageLink[];
  /** Newest first by start date; predecessors' inspections included and marked. */
  readonly inspections: readonly Inspection[];
  /** One value for each year, measure and group: the latest release known. Predecessors' values are included under their own URN. */
  readonly values: readonly MeasureValue[];
}
