import { addMonths } from '#/law/inspection-due.ts';
import { dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import { shrinkProportion } from '#/statistics/shrinkage.ts';
import { daysInYear } from '../calendar.ts';
import type { ForecastTarget } from '../forecast.ts';
import { inForceOn, isGood, type TrackedSchool } from '../tracked.ts';
import { outcomeOf, type FollowedSchools } from './followed-schools.ts';

/** What anybody could have forecast on a day from a table of what had happened by then: to hold a forecast against. */
export interface RatesKnown {
  /** Of all schools that stood so. */
  readonly plain: number;
  /** Schools the rates are of. */
  readonly schools: number;
  /** Of schools of the same grade, inspected as many whole years before, on the day. */
  readonly byGradeAndAge: (school: TrackedSchool) => number;
}

/** Schools that stand on a day as the forecasts that are marked are about. */
export type Population = 'now good' | 'every school';

/** Six years and more are one: few schools wait longer, and why differs. */
const oldest = 6;
/** The plain rate counts as so many more schools in each cell, so that a cell of few is not a rate of 0 or 1. */
const plainCountsAs = 20;

/** Whether a school belongs to those whose forecasts are marked, by what was known of it on the day. */
export function belongs(school: TrackedSchool, asAt: IsoDate, population: Population): boolean {
  if (population === 'every school') return true;
  const last = inForceOn(school, dayOf(asAt));
  return last !== null && isGood(last);
}

/**
 * How often schools did what the target says, of the same length of time that had just passed: from so many months before
 * the day to the day, with what was known on it. `null` where no outcome of that time is known, as in the first months of
 * another way of judging.
 */
export function ratesKnown(
  followed: FollowedSchools,
  {
    asAt,
    months,
    target,
  }: { readonly asAt: IsoDate; readonly months: number; readonly target: ForecastTarget },
  population: Population,
): RatesKnown | null {
  const from = addMonths(asAt, -months);
  const cells = new Map<string, { schools: number; happened: number }>();
  let [schools, happened] = [0, 0];
  for (const school of followed.schools) {
    const opened = school.opened === null || school.opened <= dayOf(from);
    if (!opened && inForceOn(school, dayOf(from)) === null) continue;
    if (!belongs(school, from, population)) continue;
    const outcome = outcomeOf(followed, { urn: school.history.urn, asAt: from, months, target });
    if ('leftOut' in outcome) continue;
    const cell = cellOf(school, from);
    const counted = cells.get(cell) ?? { schools: 0, happened: 0 };
    counted.schools += 1;
    counted.happened += Number(outcome.happened);
    cells.set(cell, counted);
    schools += 1;
    happened += Number(outcome.happened);
  }
  if (happened === 0) return null;
  const plain = happened / schools;
  return {
    plain,
    schools,
    byGradeAndAge: (school) => {
      const cell = cells.get(cellOf(school, asAt)) ?? { schools: 0, happened: 0 };
      return shrinkProportion(cell.happened, cell.schools, plain, plainCountsAs).mean;
    },
  };
}

function cellOf(school: TrackedSchool, asAt: IsoDate): string {
  const day = dayOf(asAt);
  const last = inForceOn(school, day);
  if (last === null) return 'not yet inspected';
  const years = Math.min(oldest, Math.floor((day - last.started) / daysInYear));
  return `${last.kind} ${String(last.standing)} ${String(years)}`;
}
