import type { IsoDate } from './dates.ts';
import type { Urn } from './urn.ts';
import type { SourceRef } from './value.ts';

/** Overall effectiveness, where the framework of the day gave one: 1 outstanding, 2 good, 3 satisfactory or requires
 * improvement (by date), 4 inadequate. `not judged`: a graded inspection without an overall grade (September 2024 on). */
export type OverallEffectiveness = 1 | 2 | 3 | 4 | 'not judged';

/** Category of concern as Ofsted states it; never worked out by us. */
export type CategoryOfConcern = 'SM' | 'SWK' | 'RSI' | 'NTI';

export type ReportCardGrade =
  'Exceptional' | 'Strong standard' | 'Expected standard' | 'Needs attention' | 'Urgent improvement';

/** A grade in the words or figures of its own framework. Old grades are not mapped to new ones. */
export type Grade =
  1 | 2 | 3 | 4 | ReportCardGrade | 'Met' | 'Not met' | 'Effective' | 'Not effective' | 'not applicable';

/** Area as the framework names it, for example `Quality of education` or `Leadership and governance`. */
export interface Judgement {
  readonly area: string;
  readonly grade: Grade;
  /** Report-card grades can change at a monitoring inspection, so each has its own date. */
  readonly gradedOn: IsoDate | null;
}

/** One inspection, once, whichever and however many files mention it. */
export interface Inspection {
  /** Ofsted's number; `listed:<urn>:<date>` where the file gives none. */
  readonly number: string;
  /** `graded` (section 5, or section 8 deemed section 5), `ungraded` (section 8), `report card` (full inspection from November 2025). */
  readonly kind: 'graded' | 'ungraded' | 'report card';
  /** The school as it was then: an academy's earlier grade is under its predecessor. */
  readonly urnAtTime: Urn;
  readonly nameAtTime: string | null;
  readonly typeAtTime: string | null;
  /** `false` when the inspection was of a predecessor. */
  readonly ofThisSchool: boolean;
  readonly inspectionType: string | null;
  readonly startedOn: IsoDate;
  /** `null` where the file gives none. */
  readonly publishedOn: IsoDate | null;
  /** The day anyone outside could know the outcome: publication, or an assumed lag after the inspection. */
  readonly knownOn: IsoDate;
  readonly knownOnIsAssumed: boolean;
  readonly overall: OverallEffectiveness | null;
  readonly category: CategoryOfConcern | null;
  readonly judgements: readonly Judgement[];
  /** Outcome of an ungraded inspection, in Ofsted's words. */
  readonly outcome: string | null;
  readonly convertedToGraded: boolean | null;
  readonly source: SourceRef;
}
