import type { IsoDate } from './dates.ts';
import type { Inspection } from './inspection.ts';
import type { HeadKnown, LineageLink, School } from './school.ts';
import type { SimilarSchools } from './similar.ts';
import type { SuppliedValue } from './supplied.ts';
import type { MeasureValue } from './value.ts';

/**
 * What could tell of an inspection: Ofsted's management information, which lists a school whether or not it was
 * inspected; other files, or later ones, which tell of inspections and not of schools without any; or nothing.
 */
export type InspectionsKnownFrom = 'ofsted' | 'other files' | 'nothing';

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
  /** `ofsted` alone makes of no inspection known a school that was not yet inspected. */
  readonly inspectionsKnownFrom: InspectionsKnownFrom;
  /** Heads that successive registers name, oldest first; one entry as long as the name stays. */
  readonly heads: readonly HeadKnown[];
  /** One value for each year, measure and group: the latest release known. Predecessors' values are included under their own URN. */
  readonly values: readonly MeasureValue[];
  /** What the authority's own services told, latest last; empty where it gave no files or the reader may not see them. */
  readonly supplied: readonly SuppliedValue[];
  /** The schools with the most similar pupils; `null` where too little is known of this one's, or of other schools. */
  readonly similar: SimilarSchools | null;
}
