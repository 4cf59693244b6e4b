import { addMonths } from '#/law/inspection-due.ts';
import { dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import { countQuantile } from '#/statistics/poisson-binomial.ts';
import { shockedCount } from '#/statistics/shocked-count.ts';
import type { Level } from '../forecast.ts';
import { inForceOn, type TrackedSchool } from '../tracked.ts';
import { fitTrajectory, type TrajectorySetting } from '../trajectory/fit-trajectory.ts';
import { goodBy } from '../trajectory/good-by.ts';
import { chancesAfter, isGoodOn, moved, placeOn } from '../trajectory/school-chances.ts';
import { shockAfter } from '../trajectory/share-forecast.ts';
import { simpleChances, simpleMethods, type SimpleMethod } from './simple-methods.ts';

export const shareHorizons = [1, 2, 3] as const;
export type ShareHorizon = (typeof shareHorizons)[number];

/** An authority with fewer judged schools on the day is left out: one school would move its share too far. */
export const fewestJudged = 20;

/** The share of one authority, forecast from a day and held against what came. All shares from 0 to 1. */
export interface ShareTried {
  readonly asAt: IsoDate;
  readonly years: ShareHorizon;
  readonly authority: string;
  readonly schools: number;
  readonly forecast: number;
  readonly came: number;
  readonly simple: Readonly<Record<SimpleMethod, number>>;
  readonly held: Readonly<Record<Level, boolean>>;
}

/**
 * The shares of all authorities forecast as at a day by a model that knows only what was known then, beside the simple
 * methods. With `fittedOn` the model is fitted on those schools and tried on the others.
 */
export function tryShares(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  setting: TrajectorySetting,
  fittedOn: readonly TrackedSchool[] = schools,
): readonly ShareTried[] {
  const model = fitTrajectory(fittedOn, asAt, setting);
  const chain = goodBy(model.paths, 4 * Math.max(...shareHorizons));
  const day = dayOf(asAt);
  return shareHorizons.flatMap((years) => {
    const end = dayOf(addMonths(asAt, 12 * years));
    const followed = schools.filter(
      (school) =>
        !school.history.joined &&
        school.followed !== null &&
        school.followed >= end - reachSlack &&
        inForceOn(school, day) !== null,
    );
    const simple = simpleChances(followed, asAt, 12 * years);
    const sd = shockAfter(model.shocks, 4 * years);
    return [...Map.groupBy(followed, ({ history }) => history.authority)].flatMap(([authority, own]) => {
      if (own.length < fewestJudged) return [];
      const chances = own.map(
        (school) => moved(chancesAfter(chain, placeOn(school, day), 4 * years), model.missed, 4 * years).good,
      );
      const came = own.filter((school) => isGoodOn(school, end)).length;
      const distribution = shockedCount(Float64Array.from(chances), sd);
      const holds = (level: Level): boolean =>
        countQuantile(distribution, (1 - level / 100) / 2) <= came &&
        came <= countQuantile(distribution, (1 + level / 100) / 2);
      const share = (method: SimpleMethod): number =>
        own.reduce((sum, school) => sum + simple(school, method), 0) / own.length;
      return [
        {
          asAt,
          years,
          authority,
          schools: own.length,
          forecast: chances.reduce((sum, chance) => sum + chance, 0) / own.length,
          came: came / own.length,
          simple: {
            'no change': share('no change'),
            'national drift': share('national drift'),
            'one-step Markov': share('one-step Markov'),
          },
          held: { 50: holds(50), 80: holds(80), 95: holds(95) },
        },
      ];
    });
  });
}

/** Files that end within a quarter before the day still tell how schools stood on it. */
const reachSlack = 92;

/** Mean absolute errors in points, each origin counting the same, and how often the ranges held. */
export interface SharesMarked {
  readonly years: ShareHorizon;
  readonly origins: number;
  readonly shares: number;
  readonly model: number;
  readonly simple: Readonly<Record<SimpleMethod, number>>;
  readonly best: SimpleMethod;
  /** By how much the model's error is below the best simple method's: 0.15 is 15%. */
  readonly better: number;
  readonly held: Readonly<Record<Level, number>>;
}

export function markShares(tried: readonly ShareTried[]): readonly SharesMarked[] {
  return shareHorizons.map((years) => {
    const own = tried.filter((one) => one.years === years);
    const origins = [...Map.groupBy(own, ({ asAt }) => asAt).values()];
    const points = (forecast: (one: ShareTried) => number): number =>
      mean(origins.map((rows) => 100 * mean(rows.map((one) => Math.abs(forecast(one) - one.came)))));
    const simple = {
      'no change': points((one) => one.simple['no change']),
      'national drift': points((one) => one.simple['national drift']),
      'one-step Markov': points((one) => one.simple['one-step Markov']),
    };
    const best = simpleMethods.reduce((least, method) => (simple[method] < simple[least] ? method : least));
    const model = points(({ forecast }) => forecast);
    const held = (level: Level): number => mean(own.map((one) => Number(one.held[level])));
    return {
      years,
      origins: origins.length,
      shares: own.length,
      model,
      simple,
      best,
      better: 1 - model / simple[best],
      held: { 50: held(50), 80: held(80), 95: held(95) },
    };
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
