import { rowsIn } from '#/papers/rules/check-content.ts';
import { fieldsOfObjectives } from '#/papers/rules/processes/plan-asks.ts';
import { textOf } from '#/papers/rules/read-content.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { numberIn } from './objectives.ts';

/** What each rating means (Department for Education, Manage school improvement), from the best to the worst. */
export const meaningsOfRatings = [
  { rating: 'Green', words: 'on track: the milestones and the target are both likely to be reached' },
  { rating: 'Amber', words: 'needs attention: the change is at risk, but can be reached with timely action' },
  { rating: 'Red', words: 'off track: neither is likely without a major intervention' },
] as const;

/** As the form of a review has it. */
export const noMoreReviews = 'No more reviews needed';

export type Rating = (typeof meaningsOfRatings)[number]['rating'];

export interface RatingGiven {
  /** Of the objective. */
  readonly key: string;
  readonly rating: Rating;
  readonly reason: string;
  readonly measured: number | null;
  readonly measuredOn: IsoDate | null;
}

/** A review of a plan, as it says it. */
export interface ReviewOfPlan {
  readonly paper: string;
  readonly on: IsoDate;
  /** Of the objectives that were rated with a reason. */
  readonly given: readonly RatingGiven[];
  readonly nextSteps: string;
  /** The day of the next review; `null` where it sets none. */
  readonly nextOn: IsoDate | null;
  /** That no more reviews are needed. */
  readonly last: boolean;
}

/** What a review says. A rating without its reason, or a reason without its rating, is not given yet. */
export function reviewOf(paper: string, on: IsoDate, content: Content): ReviewOfPlan {
  const nextOn = textOf(content, 'next-on');
  return {
    paper,
    on,
    given: fieldsOfObjectives.flatMap(({ ratings: field }) =>
      rowsIn(content[field]).flatMap((row): readonly RatingGiven[] => {
        const rating = ratingIn(row['rating']);
        const reason = row['reason'] ?? '';
        if (rating === null || reason === '') return [];
        return [
          {
            key: row.key,
            rating,
            reason,
            measured: numberIn(row['measured']),
            measuredOn: row['measured-on'] ?? null,
          },
        ];
      }),
    ),
    nextSteps: textOf(content, 'next-steps'),
    nextOn: nextOn === '' ? null : nextOn,
    last: textOf(content, 'another') === noMoreReviews,
  };
}

function ratingIn(typed: string | undefined): Rating | null {
  return meaningsOfRatings.find(({ rating }) => rating === typed)?.rating ?? null;
}
