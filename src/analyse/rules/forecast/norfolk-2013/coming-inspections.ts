import { addMonths } from '#/law/inspection-due.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { addDays } from '#/schools/rules/dates.ts';
import type { GradedThen, Settings } from './school-then.ts';

/** When an inspection can be made at the earliest, and when it is expected. */
export interface Coming {
  readonly earliest: IsoDate;
  readonly expected: IsoDate;
}

/**
 * The coming inspections of a school: the next is number 1. One that was expected before the day of the forecast and not
 * made is expected a little after it; nothing is inspected on the day or before. (Rules 1.1 to 1.3 and 4.3.)
 */
export function comingInspection(
  number: number,
  last: GradedThen | null,
  openedOn: IsoDate | null,
  asAt: IsoDate,
  settings: Settings,
): Coming {
  const next = nextInspection(last, openedOn, asAt, settings);
  const between = (number - 1) * settings.belowGoodEarliest.months;
  const usually = (number - 1) * settings.belowGoodExpected.months;
  const earliest = addMonths(next.earliest, between);
  return { earliest, expected: later(earliest, addMonths(next.expected, usually)) };
}

function nextInspection(
  last: GradedThen | null,
  openedOn: IsoDate | null,
  asAt: IsoDate,
  settings: Settings,
): Coming {
  const [from, earliestMonths, expectedMonths] =
    last === null
      ? [openedOn, settings.newSchoolEarliest.months, settings.newSchoolExpected.months]
      : [last.startedOn, settings.belowGoodEarliest.months, monthsAfter(last, settings)];
  const tomorrow = addDays(asAt, 1);
  const earliest = from === null ? tomorrow : later(tomorrow, addMonths(from, earliestMonths));
  const due = from === null ? asAt : addMonths(from, expectedMonths);
  const expected = due > asAt ? due : addMonths(asAt, settings.overdueExpected.months);
  return { earliest, expected: later(earliest, expected) };
}

function monthsAfter({ grade }: GradedThen, settings: Settings): number {
  if (grade <= 2) return settings.goodSchools.expectedAfterMonths;
  return (grade === 4 ? settings.inadequateExpected : settings.belowGoodExpected).months;
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}
