import type { Day } from '#/schools/rules/dates.ts';
import { inForceOn, isGood, nextKnown, type TrackedSchool } from '../tracked.ts';

const twoYears = 731;
/** Falls that England's rate is given as prior knowledge of an authority: small ones stay near England. */
const priorFalls = 15;
/** Worked out anew every so many days: quicker, and never from later. */
const renewedAfter = 91;

export interface Fallen {
  readonly good: number;
  readonly fell: number;
}

/** Schools good or better two years before a day, and those of them next judged below good by the day. */
export function fallenOf(schools: readonly TrackedSchool[], day: Day): Fallen {
  let good = 0;
  let fell = 0;
  for (const school of schools) {
    const then = inForceOn(school, day - twoYears);
    if (then === null || !isGood(then)) continue;
    good += 1;
    const next = nextKnown(school, day - twoYears, day);
    if (next !== null && !isGood(next)) fell += 1;
  }
  return { good, fell };
}

/**
 * How much more often good schools of an authority fell than England's, in the two years before a day: the logarithm of
 * the ratio, drawn to 0. England's rate is that of all the schools given, or the one given instead of them.
 */
export function authorityFallsOf(
  schools: readonly TrackedSchool[],
  england: Fallen | null = null,
): (authority: string, day: Day) => number {
  const byAuthority = Map.groupBy(schools, ({ history }) => history.authority);
  const known = new Map<string, number>();
  const rates = new Map<Day, number>();
  const rateOn = (day: Day): number => {
    const before = rates.get(day);
    if (before !== undefined) return before;
    const { good, fell } = england ?? fallenOf(schools, day);
    const rate = good === 0 ? 0 : fell / good;
    rates.set(day, rate);
    return rate;
  };
  return (authority, day) => {
    const renewed = Math.floor(day / renewedAfter) * renewedAfter;
    const key = `${authority} ${renewed}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { good, fell } = fallenOf(byAuthority.get(authority) ?? [], renewed);
    const falls = Math.log((fell + priorFalls) / (good * rateOn(renewed) + priorFalls));
    known.set(key, falls);
    return falls;
  };
}
