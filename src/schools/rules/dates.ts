/** A calendar date as `yyyy-mm-dd`: compares and sorts as text. Times of day never decide anything about a school. */
export type IsoDate = string;

/**
 * A school year named by the calendar year in which it ends: 2018 is 2017/18
 * (1 September 2017 to 31 August 2018).
 */
export type SchoolYear = number;

/** The school year as the profession writes it: 2018 gives `2017/18`. */
export function schoolYearName(year: SchoolYear): string {
  return `${String(year - 1)}/${String(year).slice(2)}`;
}

/** The school year a date falls in. */
export function schoolYearOf(date: IsoDate): SchoolYear {
  const year = Number(date.slice(0, 4));
  return date.slice(5, 7) >= '09' ? year + 1 : year;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The date so many days later (or earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Completed years from one date to another, as a birthday is counted. */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Days since 1 January 1970: a date to reckon with, where there are very many. */
export type Day = number;

export function dayOf(date: IsoDate): Day {
  return Math.round(Date.parse(date) / 86_400_000);
}

/** The date of a day reckoned with. */
export function dateOf(day: Day): IsoDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
