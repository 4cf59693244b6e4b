import type { IsoDate, SchoolYear } from './dates.ts';
import type { Urn } from './urn.ts';

/** Why there is no number. Never `null`, never 0 in disguise: missing progress is not failing progress. */
export type Missing = 'suppressed' | 'not published' | 'not applicable' | 'not yet known';

/** A row of a source file, so that every figure can be traced: `source` is the identity of the file, `row` counts from 1. */
export interface SourceRef {
  readonly source: string;
  readonly row: number;
}

export type ReleaseStatus = 'provisional' | 'revised' | 'final' | 'not stated';

/**
 * What is measured. A measure whose definition changed is another measure: persistent absence at 15% and at 10% of
 * sessions, levels and standards, are never joined. Measures of intake (prior attainment, free meals, language, special
 * needs) say who the pupils are, never how the school did.
 */
export type MeasureId =
  | 'ks2-rwm-expected'
  | 'ks2-rwm-higher'
  | 'ks2-reading-expected'
  | 'ks2-writing-expected'
  | 'ks2-maths-expected'
  | 'ks2-gps-expected'
  | 'ks2-reading-progress'
  | 'ks2-writing-progress'
  | 'ks2-maths-progress'
  | 'ks2-reading-score'
  | 'ks2-maths-score'
  | 'ks2-rwm-level-4'
  | 'ks2-rwm-level-5'
  | 'ks2-reading-two-levels'
  | 'ks2-writing-two-levels'
  | 'ks2-maths-two-levels'
  | 'ks2-prior-attainment'
  | 'ks4-attainment-8'
  | 'ks4-progress-8'
  | 'ks4-english-maths-9-5'
  | 'ks4-english-maths-9-4'
  | 'ks4-english-maths-a-c'
  | 'ks4-ebacc-entry'
  | 'ks4-ebacc-average-points'
  | 'ks4-prior-attainment'
  | 'early-years-good-level'
  | 'phonics-year-1'
  | 'absence-overall'
  | 'absence-persistent-15'
  | 'absence-persistent-10'
  | 'suspensions'
  | 'permanent-exclusions'
  | 'pupils-on-roll'
  | 'pupils-free-meals'
  | 'pupils-free-meals-ever'
  | 'pupils-eal'
  | 'pupils-sen-support'
  | 'pupils-sen-plan';

/** Pupils counted: all of them, or one side of a comparison that the tables publish. */
export type Group =
  | 'all'
  | 'disadvantaged'
  | 'not disadvantaged'
  | 'girls'
  | 'boys'
  | 'EAL'
  | 'SEN support'
  | 'SEN plan'
  | 'low prior attainment'
  | 'middle prior attainment'
  | 'high prior attainment';

/** One school's number in one year for one group, or why there is none. */
export interface MeasureValue {
  readonly urn: Urn;
  readonly year: SchoolYear;
  readonly measure: MeasureId;
  readonly group: Group;
  readonly value: { readonly number: number } | { readonly missing: Missing; readonly code: string };
  /** Pupils behind the number; `null` when the file does not say. */
  readonly cohort: number | null;
  /** The publisher's own 95% interval, where there is one. */
  readonly interval: readonly [number, number] | null;
  readonly status: ReleaseStatus;
  readonly knownOn: IsoDate;
  readonly source: SourceRef;
}
