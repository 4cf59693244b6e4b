import { KnownError } from '#/platform/errors.ts';
import { dateAsked } from '#/published/store/date-asked.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';

/** `2018/19`, `2018-19` or `2019`: a school year is named by the year in which it ends. */
export function schoolYearStated(text: string): SchoolYear {
  const match = /^(20\d\d)(?:[/-](?:20)?(\d\d))?$/.exec(text.trim());
  const first = Number(match?.[1]);
  if (match?.[2] === undefined) {
    if (match !== null) return first;
  } else if (Number(match[2]) === (first + 1) % 100) {
    return first + 1;
  }
  throw new KnownError('usage', `“${text}” is not a school year.`, ['Write it as 2018/19, or as 2019.']);
}

/** The day a file is as at, as a person writes it. */
export function dateStated(text: string, today: IsoDate): IsoDate {
  const date = dateAsked(text, today);
  if (date instanceof KnownError) throw date;
  return date;
}
