import type { ForecastModel } from '#/law/forecast-models.ts';
import type { ForecastRegimes } from '#/law/reference.ts';
import { countInterval } from '#/statistics/poisson-binomial.ts';
import { shockedCount } from '#/statistics/shocked-count.ts';
import type { Chance, EarlyWarning, ForecastTarget, Horizon } from '../forecast.ts';

/** How many of some schools will do what their chances are of. */
export interface ExpectedFalls {
  readonly schools: number;
  /** The sum of their chances. */
  readonly expected: number;
  /** Between these in 8 cases of 10 or more; `null` where it is not known how far schools move together. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/**
 * How many of some schools are expected to fall. Each falls by its own chance, and all move together as England did
 * against such forecasts before: without that the range would be much too narrow.
 *
 * @param together standard deviation of what moves all of them, in logits; `null` where it is not known
 */
export function expectedFalls(chances: readonly number[], together: number | null): ExpectedFalls {
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  if (together === null) return { schools: chances.length, expected, range: null };
  const { low, high } = countInterval(shockedCount(Float64Array.from(chances), together), 0.8);
  return { schools: chances.length, expected, range: { low, high } };
}

/**
 * By how much all schools of a forecast may move together, in logits: England's past misses, and of report cards what is
 * not known of their level after those seen so far.
 *
 * @param seen report cards of the authority on the day, and those with every area at expected or above
 */
export function movingTogether(
  model: Pick<ForecastModel, 'earlyWarning'>,
  target: ForecastTarget,
  months: Horizon,
  { reportCards: { outcomes } }: Pick<ForecastRegimes, 'reportCards'>,
  seen: { readonly judged: number; readonly reached: number },
): number | null {
  const shock = model.earlyWarning.shocks.find((one) => one.months === months)?.sd;
  if (shock === undefined) return null;
  if (target === 'below good') return shock;
  const assumed = target === 'any area below expected' ? outcomes.anyBelow : outcomes.leadershipBelow;
  const all = outcomes.countsAsSchools + seen.judged;
  const level = (outcomes.countsAsSchools * assumed + seen.judged - seen.reached) / all;
  return Math.hypot(shock, 1 / Math.sqrt(all * level * (1 - level)));
}

/** What visits to the schools with the highest chances would reach, as an expectation from these chances. */
export interface VisitsReach {
  readonly visits: number;
  readonly falls: number;
  readonly of: number;
}

/** Of all falls expected, how many are in the so many schools with the highest chances. */
export function reachOfVisits(chances: readonly number[], visits: number): VisitsReach {
  const highest = chances.toSorted((a, b) => b - a).slice(0, visits);
  return {
    visits: highest.length,
    falls: expectedFalls(highest, null).expected,
    of: expectedFalls(chances, null).expected,
  };
}

/** The chance of what the target says within so many months. */
export function chanceWithin({ horizons }: Pick<EarlyWarning, 'horizons'>, within: Horizon): Chance {
  const horizon = horizons.find(({ months }) => months === within);
  if (horizon === undefined) throw new RangeError(`The forecast says nothing of ${within} months`);
  return horizon.found;
}
