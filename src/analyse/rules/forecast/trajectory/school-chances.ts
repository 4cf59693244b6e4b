import type { Day } from '#/schools/rules/dates.ts';
import { inForceOn, isGood, type TrackedSchool } from '../tracked.ts';
import type { GoodBy } from './good-by.ts';
import { longestQuarters, quarterDays } from './grade-paths.ts';

/** Part of England’s last miss that is expected in the year to come, and how much of that is left a year later. */
export const missCarried = { first: 0.8, fades: 0.7 };

/** What is added to the chances of all schools so many years ahead, for England having moved more than forecast. */
export function missAfter(missed: number, years: number): number {
  const { first, fades } = missCarried;
  return (first * missed * (1 - fades ** years)) / (1 - fades);
}

/** Chances of a school after any number of quarters: to have been judged, and to have been judged good or better. */
export interface SchoolChances {
  readonly judged: number;
  readonly good: number;
}

/** Where a school stands in the chain on a day. */
export interface Place {
  /** 0 for a school not inspected yet. */
  readonly standing: 0 | 1 | 2 | 3 | 4;
  readonly since: number;
}

export function placeOn(school: TrackedSchool, day: Day, ownOnly = false): Place {
  const last = inForceOn(ownOnly ? { judged: school.judged.filter(({ own }) => own) } : school, day);
  const from = last === null ? (school.opened ?? day) : last.known;
  return { standing: last?.standing ?? 0, since: quartersSince(from, day) };
}

export function quartersSince(from: Day, day: Day): number {
  return Math.min(longestQuarters - 1, Math.max(0, Math.floor((day - from) / quarterDays)));
}

/** The chances after so many quarters; between two of them, in proportion. */
export function chancesAfter(chain: GoodBy, { standing, since }: Place, quarters: number): SchoolChances {
  const at = (whole: number): SchoolChances => {
    const quarter = Math.min(whole, chain.after.length - 1);
    if (standing === 0) {
      return {
        judged: chain.firstJudged[quarter]?.[since] ?? 0,
        good: chain.firstGood[quarter]?.[since] ?? 0,
      };
    }
    return { judged: 1, good: chain.after[quarter]?.[standing - 1]?.[since] ?? 0 };
  };
  const whole = Math.floor(quarters);
  const part = quarters - whole;
  if (part === 0) return at(whole);
  const [before, after] = [at(whole), at(whole + 1)];
  return {
    judged: before.judged + part * (after.judged - before.judged),
    good: before.good + part * (after.good - before.good),
  };
}

/**
 * The chance with what England’s last miss adds, never outside 0 to what can be judged; where something is certain in so
 * many quarters, what it adds from then on.
 */
export function moved(
  chances: SchoolChances,
  missed: number,
  quarters: number,
  certainAfter = 0,
): SchoolChances {
  const added = missAfter(missed, quarters / 4) - missAfter(missed, certainAfter / 4);
  const good = chances.good + added * chances.judged;
  return { judged: chances.judged, good: Math.min(chances.judged, Math.max(0, good)) };
}

export function isGoodOn(school: TrackedSchool, day: Day): boolean {
  const last = inForceOn(school, day);
  return last !== null && isGood(last);
}
