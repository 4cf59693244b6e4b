import type { SchoolYear } from './dates.ts';
import type { Phase } from './school.ts';
import type { Urn } from './urn.ts';
import type { Group, MeasureId, Missing, ReleaseStatus } from './value.ts';

/** One school's number for one measure, group and year: its place among all schools. */
export interface PlacedResult {
  readonly urn: Urn;
  readonly name: string;
  /** Slug; `null` where no register imported lists the school. */
  readonly authority: string | null;
  readonly district: string | null;
  readonly phase: Phase | null;
  readonly number: number;
  /** Pupils behind the number; `null` when the file does not say. */
  readonly cohort: number | null;
  /** The publisher's own 95% interval, where there is one. */
  readonly interval: readonly [number, number] | null;
  readonly status: ReleaseStatus;
  readonly source: string;
}

/** A school that the files tell of without a number. */
export interface WithoutNumber extends Pick<PlacedResult, 'urn' | 'name' | 'district' | 'phase' | 'source'> {
  readonly missing: Missing;
  /** As printed: `SUPP`, `NE`. */
  readonly code: string;
}

/** The schools of one authority, or of one of its districts, in one year added together: each pupil counts the same. */
export interface PooledResult {
  /** Slug; `null` where no register imported lists the schools. */
  readonly authority: string | null;
  readonly region: string | null;
  /** Only where districts were asked for; otherwise `null`. */
  readonly district: string | null;
  readonly year: SchoolYear;
  readonly measure: MeasureId;
  readonly group: Group;
  /** The phases of the schools, in alphabetical order. */
  readonly phases: readonly Phase[];
  /** Pupils of the schools with a number and a cohort. */
  readonly pupils: number;
  /** Sum over those schools of number × cohort. */
  readonly weighted: number;
  /** For percentages: pupils who reached the standard, school by school the whole number nearest to percentage × cohort. */
  readonly reached: number;
  /** Schools behind `pupils`. */
  readonly schools: number;
  /** Schools with a number whose file does not say of how many pupils: they cannot be weighted. */
  readonly withoutCohort: number;
  /** Schools without a number, by reason. */
  readonly missing: Readonly<Record<Missing, number>>;
  readonly statuses: readonly ReleaseStatus[];
  /** The files of the numbers. */
  readonly sources: readonly string[];
}
