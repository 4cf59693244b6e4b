import type { IsoDate } from '#/schools/rules/dates.ts';
import { isReached, milestoneDue, type MilestoneOfObjective, type Objective } from './objectives.ts';
import type { Rating, RatingGiven, ReviewOfPlan } from './ratings.ts';

/** One rating in the line of an objective. */
export interface RatingInLine extends RatingGiven {
  readonly review: string;
  readonly on: IsoDate;
  /** The milestone that was due by then. */
  readonly due: MilestoneOfObjective | null;
  /** That the number measured says otherwise than the rating; `null` where it does not, or cannot. */
  readonly contradiction: string | null;
}

/** How an objective was rated from review to review, the first first. */
export interface LineOfRatings {
  readonly objective: Objective;
  readonly ratings: readonly RatingInLine[];
  /** How the last rating stands beside the one before; `null` with fewer than two. */
  readonly trend: 'better' | 'the same' | 'worse' | null;
}

const order: Readonly<Record<Rating, number>> = { Red: 0, Amber: 1, Green: 2 };

/** The line of each objective over the reviews that were shared, in the order of their days. */
export function linesOf(
  objectives: readonly Objective[],
  reviews: readonly ReviewOfPlan[],
): readonly LineOfRatings[] {
  const inOrder = reviews.toSorted((a, b) => a.on.localeCompare(b.on));
  return objectives.map((objective) => {
    const ratings = inOrder.flatMap(({ paper, on, given }) =>
      given
        .filter(({ key }) => key === objective.key)
        .map((one) => {
          const due = milestoneDue(objective, one.measuredOn ?? on);
          return { ...one, review: paper, on, due, contradiction: contradictionOf(objective, one, due) };
        }),
    );
    return { objective, ratings, trend: trendOf(ratings.map(({ rating }) => rating)) };
  });
}

function trendOf(given: readonly Rating[]): LineOfRatings['trend'] {
  const [before, last] = given.slice(-2);
  if (before === undefined || last === undefined) return null;
  const step = order[last] - order[before];
  return step === 0 ? 'the same' : step > 0 ? 'better' : 'worse';
}

/**
 * Whether what was measured speaks against the rating: green though the milestone that was due is missed, or red though it
 * is reached. Amber may be either, and without a number or a milestone due nothing can be said.
 */
export function contradictionOf(
  objective: Objective,
  { rating, measured }: Pick<RatingGiven, 'rating' | 'measured'>,
  due: MilestoneOfObjective | null,
): string | null {
  if (measured === null || due === null) return null;
  const reached = isReached(objective, measured, due.value);
  if (rating === 'Green' && reached === false) {
    return `Rated green, but ${String(measured)} was measured where the milestone was ${String(due.value)}.`;
  }
  if (rating === 'Red' && reached === true) {
    return `Rated red, but ${String(measured)} was measured where the milestone was ${String(due.value)}.`;
  }
  return null;
}

/** How many objectives of those rated at all are on track: green when they were last rated. */
export function onTrackOf(lines: readonly LineOfRatings[]): {
  readonly green: number;
  readonly rated: number;
} {
  const last = lines.flatMap(({ ratings }) => ratings.slice(-1));
  return { green: last.filter(({ rating }) => rating === 'Green').length, rated: last.length };
}
