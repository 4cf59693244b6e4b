import type { PlanRead } from '#/diagnose/actions/plans.ts';
import { dateInWords } from '#/platform/web/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

type Line = PlanRead['stands']['lines'][number];
type RatingGiven = Line['ratings'][number];

const styles: Readonly<Record<RatingGiven['rating'], string>> = {
  Green: 'mt-category mt-category--none',
  Amber: 'mt-category mt-category--raised',
  Red: 'mt-category mt-category--high',
};

/** A rating as a tag: its word, and the colour besides. */
export function ratingTag(rating: RatingGiven['rating']) {
  return { words: rating, style: styles[rating] };
}

/** One objective with its milestones against what was measured, and its ratings from review to review. */
export function objectiveView({ objective, ratings, trend }: Line, number: number, today: IsoDate) {
  const last = ratings.at(-1);
  return {
    id: `objective-${String(number)}`,
    heading: `${String(number)}. ${objective.objective}`,
    area: objective.area,
    measure: objective.measure,
    lead: objective.lead,
    way: wayOf(objective),
    milestones: objective.milestones.map((one, index) => ({
      by: dateInWords(one.by),
      value: String(one.value),
      name: index === objective.milestones.length - 1 ? 'Target' : `Milestone ${String(index + 1)}`,
      measured: measuredFor(ratings, one.by, objective.milestones[index + 1]?.by ?? null),
      isPast: one.by < today,
    })),
    ratings: ratings.map((one) => ({
      on: dateInWords(one.on),
      tag: ratingTag(one.rating),
      reason: one.reason,
      measured: measuredWords(one),
      contradiction: one.contradiction,
    })),
    last: last === undefined ? null : ratingTag(last.rating),
    trend: trendWords(trend, ratings.length),
    contradiction: last?.contradiction ?? null,
  };
}

function wayOf({ baseline, target }: Line['objective']): string {
  if (baseline === null || target === null) return 'Not stated in numbers';
  return `From ${String(baseline)} to ${String(target)}`;
}

function measuredWords({ measured, measuredOn, on }: RatingGiven): string {
  return measured === null ? 'Not measured' : `${String(measured)} on ${dateInWords(measuredOn ?? on)}`;
}

/** The first number measured on the day of a milestone or after it, before the next one is due. */
function measuredFor(ratings: Line['ratings'], by: IsoDate, before: IsoDate | null): string {
  const found = ratings.find(({ measured, measuredOn, on }) => {
    const day = measuredOn ?? on;
    return measured !== null && day >= by && (before === null || day < before);
  });
  return found === undefined ? 'Not measured' : measuredWords(found);
}

function trendWords(trend: Line['trend'], reviews: number): string {
  if (reviews === 0) return 'Not rated yet';
  if (trend === null) return 'Rated once';
  return trend === 'the same'
    ? 'The same as at the review before'
    : `${trend === 'better' ? 'Better' : 'Worse'} than at the review before`;
}
