import { addDays, daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';

/** The day that an address names; today where it names none, or one to come. */
export function dayAsked(text: string, today: IsoDate): IsoDate {
  const day = readDate(text);
  return day === null || day > today ? today : day;
}

/** The Monday of the week that an address names a day of; of this week where it names none. */
export function mondayAsked(text: string, today: IsoDate): IsoDate {
  const day = readDate(text) ?? today;
  const aMonday = '1900-01-01';
  return addDays(day, -(daysBetween(aMonday, day) % 7));
}
