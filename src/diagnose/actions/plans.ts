import type { PlanOwed } from '#/diagnose/rules/plans/plans-owed.ts';
import type { PlanStands } from '#/diagnose/rules/plans/plan-stands.ts';
import type { Rating } from '#/diagnose/rules/plans/ratings.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';

/** An improvement plan as it stands, with what is part of it. */
export interface PlanRead {
  readonly paper: PaperRead;
  readonly stands: PlanStands;
  /** Reviews that are being written, as far as the reader may know. */
  readonly reviewsBegun: readonly PaperRead[];
  /** Reviews that were shared, the earliest first. */
  readonly reviews: readonly PaperRead[];
  readonly evaluations: readonly PaperRead[];
}

/** How often the plan of a school is reviewed, and why. */
export interface RhythmOfReviews {
  /** `6 weeks`. */
  readonly words: string;
  readonly because: 'of concern' | 'requiring improvement' | 'any other school';
  readonly source: string;
}

/** What a school owes of a plan, and its newest plan, as far as the reader may know. */
export interface PlanOfSchool {
  readonly school: School;
  readonly ofConcern: boolean;
  readonly owed: PlanOwed | null;
  readonly plan: PlanRead | null;
  readonly rhythm: RhythmOfReviews;
}

export interface PlansRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** One of each open school of which the reader may read papers, in the order of their names. */
  readonly schools: readonly PlanOfSchool[];
}

export interface OnePlanRead extends PlanOfSchool {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** What each rating means, the best first. */
  readonly meanings: readonly { readonly rating: Rating; readonly words: string }[];
  /** Plans of the school before the newest, the latest first. */
  readonly before: readonly PaperRead[];
  /** Whether the reader could write a plan for the school, or a review for the authority. */
  readonly may: { readonly writePlan: boolean; readonly review: boolean };
}
