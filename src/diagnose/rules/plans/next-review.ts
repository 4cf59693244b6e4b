import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import type { ReviewOfPlan } from './ratings.ts';

/** When a plan is reviewed next. */
export interface NextReview {
  /** `null`: the last review said that no more are needed. */
  readonly on: IsoDate | null;
  /** Whether the last review set the day, or the rhythm of schools like this one. */
  readonly setBy: 'the last review' | 'the rhythm';
  /** Whole days after that day; 0 while it is not past. */
  readonly daysLate: number;
  /** The day that the last review set is later than the rhythm asks, by so many days; 0 where it is not. */
  readonly daysAfterRhythm: number;
}

/**
 * The next review of an agreed plan: the day that the last review set; where it set none, or there was none yet, as long
 * after it, or after the plan was agreed, as the rhythm says. Only reviews that were shared count.
 *
 * @param byRhythm the day by which the rhythm of schools like this one asks for a review after another day
 */
export function nextReviewOf(
  { agreedOn, reviews }: { readonly agreedOn: IsoDate; readonly reviews: readonly ReviewOfPlan[] },
  byRhythm: (from: IsoDate) => IsoDate,
  today: IsoDate,
): NextReview {
  const last = reviews.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
  const rhythm = byRhythm(last?.on ?? agreedOn);
  if (last?.last === true) return { on: null, setBy: 'the last review', daysLate: 0, daysAfterRhythm: 0 };
  const set = last?.nextOn ?? null;
  const on = set ?? rhythm;
  return {
    on,
    setBy: set === null ? 'the rhythm' : 'the last review',
    daysLate: Math.max(0, daysBetween(on, today)),
    daysAfterRhythm: Math.max(0, daysBetween(rhythm, on)),
  };
}
