import type { Reference } from '#/law/reference.ts';
import { addWorkingDays } from '#/law/working-days.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/**
 * The first day on which others than whoever made it may see the mark of an expectation: a stated number of working days
 * after its outcome could be known here. Before it the mark is for that person alone, who so is never the last to hear.
 *
 * @param outcomeKnown the day the outcome could be known from the files imported, not the day of the inspection
 */
export function marksShownFrom(
  outcomeKnown: IsoDate,
  { marking, bankHolidays }: Pick<Reference, 'marking' | 'bankHolidays'>,
): IsoDate {
  return addWorkingDays(outcomeKnown, marking.shownToOthersAfter.number, bankHolidays);
}

/** Whether somebody may see the mark of an expectation on a day. */
export function mayBeShown(
  mark: { readonly person: string; readonly shownFrom: IsoDate },
  reader: { readonly id: string; readonly readsMarksOfOthers: boolean },
  today: IsoDate,
): boolean {
  return mark.person === reader.id || (reader.readsMarksOfOthers && mark.shownFrom <= today);
}
