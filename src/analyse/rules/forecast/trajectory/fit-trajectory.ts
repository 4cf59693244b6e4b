import { addMonths } from '#/law/inspection-due.ts';
import { dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import { chanceOfLogit, logit } from '#/statistics/logit.ts';
import { touchesPause, type Pause } from '../calendar.ts';
import { inForceOn, toldUntil, type TrackedSchool } from '../tracked.ts';
import { goodBy } from './good-by.ts';
import { fitGradePaths, quartersBefore, type GradePaths } from './grade-paths.ts';
import type { TrajectoryModel, TrajectoryShock } from './model.ts';
import { chancesAfter, isGoodOn, moved, placeOn } from './school-chances.ts';

/** A rule announced before a day that the record does not show yet: schools of a standing inspected at least so often. */
export interface AnnouncedPace {
  readonly announcedOn: IsoDate;
  /** From when the record shows it, and nothing needs to be assumed. */
  readonly seenFrom: IsoDate;
  readonly standing: 3;
  readonly chancePerQuarter: number;
}

export interface TrajectorySetting {
  readonly pauses: readonly Pause[];
  readonly announced: readonly AnnouncedPace[];
}

const horizonsInYears = [1, 2, 3] as const;

/**
 * The chain as at a date, what England's share did beyond it in the year before, and how far such forecasts, made in the
 * same way at earlier dates, missed. The same histories give the same model.
 */
export function fitTrajectory(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  setting: TrajectorySetting,
): TrajectoryModel {
  const followed = schools.filter((school) => school.followed !== null && !school.history.joined);
  const fitted = fitOn(followed, asAt, setting);
  return {
    ...fitted,
    shocks: shocksBefore(followed, asAt, setting),
    fittedOn: {
      schools: followed.length,
      inspections: followed.reduce(
        (sum, { judged }) => sum + judged.filter(({ known }) => known <= dayOf(asAt)).length,
        0,
      ),
    },
  };
}

type Fitted = Pick<TrajectoryModel, 'paths' | 'missed'>;

function fitOn(schools: readonly TrackedSchool[], asAt: IsoDate, setting: TrajectorySetting): Fitted {
  const paths = pathsOn(schools, asAt, setting);
  const before = addMonths(asAt, -12);
  // What happened in a year with a pause in it says nothing of the next.
  if (touchesPause(dayOf(before), dayOf(asAt), setting.pauses)) return { paths, missed: 0 };
  const chain = goodBy(pathsOn(schools, before, setting), 4);
  const came = cameOf(schools, before, asAt);
  const forecast = came.map(({ place }) => chancesAfter(chain, place, 4).good);
  const happened = came.filter(({ good }) => good).length;
  return {
    paths,
    missed:
      came.length === 0 ? 0 : (happened - forecast.reduce((sum, chance) => sum + chance, 0)) / came.length,
  };
}

function pathsOn(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  { pauses, announced }: TrajectorySetting,
): GradePaths {
  const paths = fitGradePaths(quartersBefore(schools, dayOf(asAt), pauses));
  const pace = announced.find(({ announcedOn, seenFrom }) => announcedOn <= asAt && asAt < seenFrom);
  if (pace === undefined) return paths;
  const [first, second, third, fourth] = paths.hazards;
  const atLeast = third.map((hazard) => Math.max(hazard, pace.chancePerQuarter));
  return { ...paths, hazards: [first, second, atLeast, fourth] };
}

/** Schools judged on a day, where they stood, and whether they were good on a later one. */
function cameOf(schools: readonly TrackedSchool[], from: IsoDate, to: IsoDate) {
  const [start, end] = [dayOf(from), dayOf(to)];
  return schools.flatMap((school) => {
    if (toldUntil(school) < end || inForceOn(school, start) === null) return [];
    const place = placeOn(school, start);
    return [{ place, authority: school.history.authority, good: isGoodOn(school, end) }];
  });
}

/** What is believed before earlier forecasts are looked at, counted as so many of them; in logits, by years ahead. */
const priorShocks = { count: 3, england: [0.2, 0.35, 0.35], authority: 0.15 };
/** Forecasts are held against what came from this many years on: before, the record has few second inspections. */
const earliestOrigin = '2009-08-31';
const mostOrigins = 9;
/** Misses count half for every so many years: the first forecasts had little to go by. */
const missHalfLife = 4;
/** An authority with fewer judged schools tells little of how authorities differ. */
const fewestSchools = 20;

function shocksBefore(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  setting: TrajectorySetting,
): readonly TrajectoryShock[] {
  const misses = horizonsInYears.map((): Miss[] => []);
  const spreads = horizonsInYears.map((): Spread[] => []);
  for (let back = 1; back <= mostOrigins; back += 1) {
    const origin = addMonths(asAt, -12 * back);
    if (origin < earliestOrigin) break;
    const fitted = fitOn(schools, origin, setting);
    const chain = goodBy(fitted.paths, 12);
    for (const [index, years] of horizonsInYears.entries()) {
      if (years > back) continue;
      const end = addMonths(origin, 12 * years);
      if (touchesPause(dayOf(origin), dayOf(end), setting.pauses)) continue;
      const came = cameOf(schools, origin, end).map((one) => ({
        ...one,
        chance: moved(chancesAfter(chain, one.place, 4 * years), fitted.missed, 4 * years).good,
      }));
      if (came.length < fewestSchools) continue;
      const miss = shiftTo(
        came.map(({ chance }) => chance),
        came.filter(({ good }) => good).length,
      );
      misses[index]?.push({ miss, weight: 0.5 ** (back / missHalfLife) });
      spreads[index]?.push(spreadAfter(came, miss));
    }
  }
  return horizonsInYears.map((years, index) => ({
    quarters: 4 * years,
    england: rootMean(misses[index] ?? [], priorShocks.england[index] ?? 0),
    authority: Math.sqrt(authorityVariance(spreads[index] ?? [])),
  }));
}

interface Miss {
  readonly miss: number;
  readonly weight: number;
}

function rootMean(misses: readonly Miss[], prior: number): number {
  const squares = misses.reduce((sum, { miss, weight }) => sum + weight * miss * miss, 0);
  const weights = misses.reduce((sum, { weight }) => sum + weight, 0);
  return Math.sqrt((squares + priorShocks.count * prior ** 2) / (weights + priorShocks.count));
}

const inside = (chance: number): number => Math.min(1 - 1e-6, Math.max(1e-6, chance));

/** The shift of all logits with which the chances add up to what happened. */
export function shiftTo(chances: readonly number[], happened: number): number {
  let low = -4;
  let high = 4;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    const sum = chances.reduce((all, chance) => all + chanceOfLogit(logit(inside(chance)) + middle), 0);
    if (sum < happened) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What authorities differed by beyond England's miss and what chance allows, and how much a logit moves them. */
interface Spread {
  readonly excess: number;
  readonly weight: number;
}

function spreadAfter(
  came: readonly { readonly authority: string; readonly chance: number; readonly good: boolean }[],
  miss: number,
): Spread {
  let excess = 0;
  let weight = 0;
  for (const own of Map.groupBy(came, ({ authority }) => authority).values()) {
    if (own.length < fewestSchools) continue;
    const chances = own.map(({ chance }) => chanceOfLogit(logit(inside(chance)) + miss));
    const rest = own.filter(({ good }) => good).length - chances.reduce((sum, chance) => sum + chance, 0);
    const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
    excess += rest ** 2 - variance;
    weight += variance ** 2;
  }
  return { excess, weight };
}

/** By the method of moments, with the prior counted as one more forecast of average size. */
function authorityVariance(spreads: readonly Spread[]): number {
  const prior = priorShocks.authority ** 2;
  const excess = spreads.reduce((sum, spread) => sum + spread.excess, 0);
  const weight = spreads.reduce((sum, spread) => sum + spread.weight, 0);
  if (weight === 0) return prior;
  const one = weight / spreads.length;
  return Math.max(0.05 ** 2, (excess + one * prior) / (weight + one));
}
