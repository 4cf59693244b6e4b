import { addDays, schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';
import { termsOf, weekday } from '../calendar.ts';

/** Half-terms and the weeks around Easter, wide enough for every year: nobody of Larkshire is visited in any of them. */
const holidays = [
  { from: '10-19', to: '11-02' },
  { from: '02-09', to: '02-24' },
  { from: '03-20', to: '04-27' },
  { from: '05-24', to: '06-05' },
] as const;

/** Whether the schools of Larkshire are open for a visit: a working day of a term, away from its edges. */
export function isDayForVisits(day: IsoDate): boolean {
  const inYear = day.slice(5);
  const inTerm = termsOf(schoolYearOf(day)).some(({ from, to }) => from <= day && day <= to);
  const isMayDay = weekday(day) === 1 && inYear >= '05-01' && inYear <= '05-07';
  return (
    inTerm &&
    isOfficeDay(day) &&
    !isMayDay &&
    !holidays.some(({ from, to }) => from <= inYear && inYear <= to)
  );
}

/** Monday to Friday, and not between Christmas and the new year. */
function isOfficeDay(day: IsoDate): boolean {
  const inYear = day.slice(5);
  return weekday(day) % 6 !== 0 && inYear > '01-02' && inYear < '12-23';
}

/** Every day for visits from one day to another, both included. */
export function daysForVisits(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isDayForVisits(day)) days.push(day);
  return days;
}

/** So many school days later. */
export function schoolDaysLater(day: IsoDate, many: number): IsoDate {
  return later(day, many, isDayForVisits);
}

/** So many days of an office later. */
export function officeDaysLater(day: IsoDate, many: number): IsoDate {
  return later(day, many, isOfficeDay);
}

/** The day itself, or the next on which schools can be visited. */
export function dayForVisitsFrom(day: IsoDate): IsoDate {
  return isDayForVisits(day) ? day : schoolDaysLater(day, 1);
}

function later(day: IsoDate, many: number, counts: (day: IsoDate) => boolean): IsoDate {
  let one = day;
  for (let left = many; left > 0;) {
    one = addDays(one, 1);
    if (counts(one)) left -= 1;
  }
  return one;
}
