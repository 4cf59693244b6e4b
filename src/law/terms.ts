import { addDays, schoolYearOf, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';
import type { Reference } from './reference.ts';
import { easterSunday, isWorkingDay, weekdayFrom } from './working-days.ts';

type Terms = Reference['schoolTerms'];
type Proclaimed = Reference['bankHolidays'];

export type TermName = 'autumn' | 'spring' | 'summer';

/** From its first school day to its last, both included. */
export interface HalfTerm {
  readonly schoolYear: SchoolYear;
  readonly term: TermName;
  readonly half: 'first' | 'second';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** From the first school day of its first half to the last of its second. */
export type Term = Omit<HalfTerm, 'half'>;

const [wednesday, monday, friday] = [3, 1, 5];
const names = ['autumn', 'autumn', 'spring', 'spring', 'summer', 'summer'] as const;

/** The six half-terms of a school year, the earliest first: its own dates where there are some, else the usual ones. */
export function halfTermsOfYear(schoolYear: SchoolYear, terms: Terms): readonly HalfTerm[] {
  const own = terms.years.find((one) => one.schoolYear === schoolYear)?.halfTerms;
  return (own ?? usualHalfTerms(schoolYear, terms.usual)).map((days, index) => ({
    schoolYear,
    term: names[index] ?? 'summer',
    half: index % 2 === 0 ? 'first' : 'second',
    from: days.from,
    to: days.to,
  }));
}

/** The three terms of a school year, the earliest first. */
export function termsOfYear(schoolYear: SchoolYear, terms: Terms): readonly Term[] {
  const halves = halfTermsOfYear(schoolYear, terms);
  return halves.flatMap(({ term, from, half }, index) => {
    const to = halves[index + 1]?.to;
    return half === 'first' && to !== undefined ? [{ schoolYear, term, from, to }] : [];
  });
}

/** The term a day lies in, its half-term holiday included; `null` between terms. */
export function termOn(day: IsoDate, terms: Terms): Term | null {
  return termsOfYear(schoolYearOf(day), terms).find(({ from, to }) => from <= day && day <= to) ?? null;
}

/** The half-term a day lies in; `null` in the holidays. */
export function halfTermOn(day: IsoDate, terms: Terms): HalfTerm | null {
  return halfTermsOfYear(schoolYearOf(day), terms).find(({ from, to }) => from <= day && day <= to) ?? null;
}

/** Whether schools are open: a working day of a half-term. Days for training of one school are not known here. */
export function isSchoolDay(day: IsoDate, terms: Terms, proclaimed: Proclaimed): boolean {
  return isWorkingDay(day, proclaimed) && halfTermOn(day, terms) !== null;
}

/** The day itself when schools are open, else the next day on which they are. */
export function schoolDayFrom(day: IsoDate, terms: Terms, proclaimed: Proclaimed): IsoDate {
  let one = day;
  while (!isSchoolDay(one, terms, proclaimed)) one = addDays(one, 1);
  return one;
}

/**
 * So many weeks of school later (“every six weeks”): weeks without a school day are not counted, and a day on which schools
 * are closed gives way to the next on which they are open.
 *
 * @param weeks 0 or more
 */
export function addSchoolWeeks(from: IsoDate, weeks: number, terms: Terms, proclaimed: Proclaimed): IsoDate {
  let day = from;
  for (let left = weeks; left > 0;) {
    day = addDays(day, 7);
    if (isWeekOfSchool(day, terms, proclaimed)) left -= 1;
  }
  return schoolDayFrom(day, terms, proclaimed);
}

/**
 * The last school day of the half-term so many after that in which a day lies, or before which it lies in the holidays
 * (“half-termly”): 0 is the end of that half-term itself.
 *
 * @param count 0 or more
 */
export function endOfHalfTerm(from: IsoDate, count: number, terms: Terms): IsoDate {
  let year = schoolYearOf(from);
  const found: HalfTerm[] = [];
  while (found.length <= count) {
    found.push(...halfTermsOfYear(year, terms).filter(({ to }) => to >= from));
    year += 1;
  }
  return found[count]?.to ?? from;
}

function isWeekOfSchool(day: IsoDate, terms: Terms, proclaimed: Proclaimed): boolean {
  const start = addDays(weekdayFrom(addDays(day, 1), monday), -7);
  return [0, 1, 2, 3, 4].some((later) => isSchoolDay(addDays(start, later), terms, proclaimed));
}

/** By the convention that `reference/school-terms.json` describes. */
function usualHalfTerms(
  schoolYear: SchoolYear,
  usual: Terms['usual'],
): readonly Pick<HalfTerm, 'from' | 'to'>[] {
  const before = (day: string): IsoDate => `${String(schoolYear - 1)}-${day}`;
  const on = (day: string): IsoDate => `${String(schoolYear)}-${day}`;
  const lastBy = (day: IsoDate, weekday: number): IsoDate => weekdayFrom(addDays(day, -6), weekday);
  const easter = easterSunday(schoolYear);
  const around = usual.easter.findLast(({ sundayFrom }) => on(sundayFrom) <= easter) ?? usual.easter[0];
  const christmas = lastBy(before(usual.autumnEndsBy), friday);
  const halfTermHolidays = [
    weekdayFrom(before(usual.autumnHalfTermFrom), monday),
    weekdayFrom(on(usual.springHalfTermFrom), monday),
    weekdayFrom(on(usual.summerHalfTermFrom), monday),
  ];
  const wholeTerms = [
    [weekdayFrom(before(usual.autumnFrom), wednesday), christmas],
    [addDays(christmas, 17), addDays(easter, -1 - (around?.firstDayBefore ?? 0))],
    [addDays(easter, 1 + (around?.lastDayAfter ?? 0)), lastBy(on(usual.summerEndsBy), wednesday)],
  ] as const;
  return wholeTerms.flatMap(([from, to], index) => {
    const holiday = halfTermHolidays[index] ?? from;
    return [
      { from: workingDayFrom(from), to: addDays(holiday, -3) },
      { from: addDays(holiday, 7), to: workingDayBy(to) },
    ];
  });
}

/** The day itself or the next that is neither of a weekend nor a usual bank holiday. */
function workingDayFrom(day: IsoDate): IsoDate {
  return isWorkingDay(day, []) ? day : workingDayFrom(addDays(day, 1));
}

function workingDayBy(day: IsoDate): IsoDate {
  return isWorkingDay(day, []) ? day : workingDayBy(addDays(day, -1));
}
