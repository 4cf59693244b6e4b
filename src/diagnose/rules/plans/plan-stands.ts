import { stateOf, type Taken } from '#/papers/rules/process.ts';
import { plan } from '#/papers/rules/processes/plan.ts';
import { review } from '#/papers/rules/processes/review.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { linesOf, onTrackOf, type LineOfRatings } from './line-of-ratings.ts';
import { nextReviewOf, type NextReview } from './next-review.ts';
import { objectivesOf } from './objectives.ts';
import { reviewOf, type ReviewOfPlan } from './ratings.ts';

/** A paper as far as it decides how a plan stands. */
interface Written {
  readonly id: string;
  readonly kind: string;
  readonly steps: readonly Taken[];
  readonly newest: { readonly aboutOn: IsoDate | null; readonly content: Content } | null;
}

/** How a plan stands with its reviews. */
export interface PlanStands {
  /** Days on which it was sent in, the first first: one for each round. */
  readonly sent: readonly IsoDate[];
  readonly returned: number;
  /** The day it was last agreed; `null` while it never was. */
  readonly agreedOn: IsoDate | null;
  readonly closed: boolean;
  readonly lines: readonly LineOfRatings[];
  readonly onTrack: { readonly green: number; readonly rated: number };
  /** Reviews that were shared, in the order of their days. */
  readonly reviews: readonly ReviewOfPlan[];
  /** `null` while it was not agreed, and when it is closed. */
  readonly next: NextReview | null;
}

/**
 * How a plan stands: from its steps, what it says, and the reviews that were shared.
 *
 * @param byRhythm the day by which the rhythm of schools like this one asks for a review after another day
 */
export function planStands(
  written: Written,
  partsOfIt: readonly Written[],
  byRhythm: (from: IsoDate) => IsoDate,
  today: IsoDate,
): PlanStands {
  const { steps, newest } = written;
  const reviews = sharedReviews(partsOfIt);
  const days = (step: string): readonly IsoDate[] =>
    steps.filter((one) => one.step === step).map(({ on }) => on);
  const agreedOn = days('agree').at(-1) ?? null;
  const closed = stateOf(plan, steps) === 'closed';
  const lines = linesOf(objectivesOf(newest?.content ?? {}), reviews);
  return {
    sent: days('send'),
    returned: days('return').length,
    agreedOn,
    closed,
    lines,
    onTrack: onTrackOf(lines),
    reviews,
    next: agreedOn === null || closed ? null : nextReviewOf({ agreedOn, reviews }, byRhythm, today),
  };
}

/** The reviews of a plan that were shared with the school. */
function sharedReviews(written: readonly Written[]): readonly ReviewOfPlan[] {
  return written
    .filter(({ kind, steps }) => kind === review.kind && stateOf(review, steps) !== review.begins)
    .flatMap(({ id, steps, newest }) =>
      newest === null || !steps.some(({ step }) => step === 'share')
        ? []
        : [reviewOf(id, newest.aboutOn ?? steps.at(-1)?.on ?? '', newest.content)],
    )
    .toSorted((a, b) => a.on.localeCompare(b.on));
}
