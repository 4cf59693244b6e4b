import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import type { Reference } from './reference.ts';

type Proclaimed = Reference['bankHolidays'];

/**
 * The day so many working days after another: Monday to Friday, bank holidays of England and Wales not counted. The day
 * itself is not counted, as in a period that runs “after” a notice.
 *
 * @param days 0 or more
 */
export function addWorkingDays(from: IsoDate, days: number, proclaimed: Proclaimed): IsoDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, proclaimed)) left -= 1;
  }
  return day;
}

export function isWorkingDay(day: IsoDate, proclaimed: Proclaimed): boolean {
  return !isWeekend(day) && !isBankHoliday(day, proclaimed);
}

/**
 * Whether a day is a bank holiday in England and Wales, or Good Friday or Christmas Day: the days of the Banking and
 * Financial Dealings Act 1971, Schedule 1, and those proclaimed every year or once (`reference/bank-holidays.json`).
 */
export function isBankHoliday(day: IsoDate, proclaimed: Proclaimed): boolean {
  const once = proclaimed.find(({ on }) => on === day);
  if (once !== undefined) return once.is === 'a bank holiday';
  return usualHolidays(Number(day.slice(0, 4))).has(day);
}

/** Of the years asked for: there are few, and each is asked for often. */
const known = new Map<number, ReadonlySet<IsoDate>>();

function usualHolidays(year: number): ReadonlySet<IsoDate> {
  const before = known.get(year);
  if (before !== undefined) return before;
  const on = (day: string): IsoDate => `${String(year)}-${day}`;
  const easter = easterSunday(year);
  const taken: IsoDate[] = [
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(on('05-01')),
    mondayFrom(on('05-25')),
    mondayFrom(on('08-25')),
  ];
  // At a weekend the next day that is neither one nor a holiday already is one instead.
  for (const day of [on('01-01'), on('12-25'), on('12-26')]) {
    let free = day;
    while (isWeekend(free) || taken.includes(free)) free = addDays(free, 1);
    taken.push(day, free);
  }
  const holidays = new Set(taken);
  known.set(year, holidays);
  return holidays;
}

function weekdayOf(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function isWeekend(day: IsoDate): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** The day itself or the first Monday after it: from the 25th on the last of a month with 31 days. */
function mondayFrom(day: IsoDate): IsoDate {
  return weekdayFrom(day, 1);
}

/** The day itself or the first of a weekday after it: 0 is Sunday, 6 Saturday. */
export function weekdayFrom(day: IsoDate, weekday: number): IsoDate {
  return addDays(day, (weekday + 7 - weekdayOf(day)) % 7);
}

/** Easter Sunday in the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, chapter 8). */
export function easterSunday(year: number): IsoDate {
  const [golden, century, inCentury] = [year % 19, Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const day = epact + weekday - 7 * late + 114;
  const [month, date] = [Math.floor(day / 31), (day % 31) + 1];
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
