import type { Measure } from '#/law/reference.ts';
import type { PlacedResult } from '#/schools/rules/results-of-schools.ts';
import type { FunnelLimits } from '#/statistics/funnel.ts';
import { binomialFunnel, meanFunnel, placeInFunnel, usualLevels } from '#/statistics/funnel.ts';
import { wilsonInterval } from '#/statistics/interval.ts';
import { sharesOfPupils } from './shares-of-pupils.ts';

/** The schools of everyone, in quarters. */
export interface Everyone {
  readonly schools: number;
  /** Numbers below which 5%, 25%, 50%, 75% and 95% of the schools lie. */
  readonly quantiles: readonly [number, number, number, number, number];
  /** Of all their pupils together: what the funnel stands around. */
  readonly mean: number;
}

export type Quarter = 1 | 2 | 3 | 4;

/** One school among everyone. */
export interface SchoolInSpread {
  readonly result: PlacedResult;
  /** Share of everyone's schools with a lower number, 0 to 1. */
  readonly above: number;
  /** 1 is the lowest quarter. */
  readonly quarter: Quarter;
  /** Range of plausible values, 95%; `null` where the file says neither pupils nor range. */
  readonly interval: readonly [number, number] | null;
  /** Against everyone's mean: beyond what chance gives one school in 20, or one in 500, with so many pupils. */
  readonly beside: 'far below' | 'below' | 'within' | 'above' | 'far above' | 'not known';
}

/** Whether an order of schools by number would say more than chance. */
export interface OrderMeans {
  readonly holds: boolean;
  readonly pairs: number;
  /** Pairs of schools that differ by more than chance could make. */
  readonly clearPairs: number;
}

/** With fewer pupils than this a school's result moves by nine points with a single pupil: told, not placed. */
export const fewPupils = 11;

const z95 = 1.959964;

/** Everyone's quarters and mean; `null` without a school whose pupils are known. */
export function everyoneIn(results: readonly PlacedResult[]): Everyone | null {
  const numbers = results.map(({ number }) => number).toSorted((a, b) => a - b);
  const counted = results.filter(({ cohort }) => (cohort ?? 0) > 0);
  const pupils = counted.reduce((sum, { cohort }) => sum + (cohort ?? 0), 0);
  if (pupils === 0) return null;
  const at = (share: number) => quantile(numbers, share);
  return {
    schools: results.length,
    quantiles: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)],
    mean: counted.reduce((sum, { number, cohort }) => sum + number * (cohort ?? 0), 0) / pupils,
  };
}

/** The number below which a share of sorted numbers lies, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (place - Math.floor(place)) * (high - low);
}

/** Each school's place among everyone, with how sure it is. */
export function placeInSpread(
  own: readonly PlacedResult[],
  all: readonly PlacedResult[],
  everyone: Everyone,
  measure: Measure,
): readonly SchoolInSpread[] {
  const sorted = all.map(({ number }) => number).toSorted((a, b) => a - b);
  return own.map((result) => ({
    result,
    above: shareBelow(sorted, result.number),
    quarter: quarterOf(result.number, everyone),
    interval: intervalOf(result, measure),
    beside: besideMean(result, everyone.mean, measure),
  }));
}

function shareBelow(sorted: readonly number[], number: number): number {
  const first = sorted.findIndex((one) => one >= number);
  return sorted.length === 0 ? 0 : (first === -1 ? sorted.length : first) / sorted.length;
}

function quarterOf(number: number, { quantiles: [, p25, p50, p75] }: Everyone): Quarter {
  return number < p25 ? 1 : number < p50 ? 2 : number < p75 ? 3 : 4;
}

function intervalOf(result: PlacedResult, measure: Measure): readonly [number, number] | null {
  if (result.interval !== null) return result.interval;
  const { number, cohort } = result;
  if (cohort === null || cohort <= 0) return null;
  if (sharesOfPupils(measure)) {
    const { low, high } = wilsonInterval((number / 100) * cohort, cohort);
    return [100 * low, 100 * high];
  }
  const error = errorAt(cohort, 0, measure);
  return error === null ? null : [number - z95 * error, number + z95 * error];
}

/** Standard error of a school of so many pupils that is as everyone: chance alone, in the measure's unit. */
function errorAt(pupils: number, mean: number, measure: Measure): number | null {
  if (sharesOfPupils(measure)) return Math.sqrt((mean * (100 - mean)) / pupils);
  return measure.pupilSd === undefined ? null : measure.pupilSd.number / Math.sqrt(pupils);
}

/** One limit of a funnel: what chance leaves a school of so many pupils between. */
export interface FunnelAt {
  readonly pupils: number;
  readonly usual: readonly [number, number];
  readonly far: readonly [number, number];
}

/** Control limits around everyone's mean by number of pupils: 95% and 99.8%, as funnels usually have them. */
export function funnelOf(mean: number, most: number, measure: Measure): readonly FunnelAt[] {
  const steps = 60;
  const sizes = Array.from({ length: steps }, (_, step) =>
    Math.max(3, Math.round((most * (step + 1)) / steps)),
  );
  return [...new Set(sizes)].flatMap((pupils) => {
    const limits = limitsAt(pupils, mean, measure);
    if (limits === null) return [];
    const [usual, far] = limits;
    return [{ pupils, usual: [usual.low, usual.high], far: [far.low, far.high] }];
  });
}

/** What chance leaves a school of so many pupils that is as everyone: exact for shares, in the measure's unit. */
function limitsAt(
  pupils: number,
  mean: number,
  measure: Measure,
): readonly [FunnelLimits, FunnelLimits] | null {
  const [usual, far] = usualLevels;
  if (sharesOfPupils(measure)) {
    if (mean <= 0 || mean >= 100) return null;
    const at = (level: number): FunnelLimits => {
      const { low, high } = binomialFunnel(pupils, mean / 100, level);
      return { low: 100 * low, high: 100 * high, level };
    };
    return [at(usual), at(far)];
  }
  const sd = measure.pupilSd?.number;
  return sd === undefined ? null : [meanFunnel(pupils, mean, sd, usual), meanFunnel(pupils, mean, sd, far)];
}

function besideMean(
  { number, cohort }: PlacedResult,
  mean: number,
  measure: Measure,
): SchoolInSpread['beside'] {
  const limits = cohort === null || cohort <= 0 ? null : limitsAt(cohort, mean, measure);
  if (limits === null) return 'not known';
  const place = placeInFunnel(number, limits);
  return place === 'inside' ? 'within' : place;
}

/**
 * Schools are put in order of their numbers only where most pairs of them differ by more than chance could make: a
 * league of schools whose ranges overlap is an order of luck (H. Goldstein and D. J. Spiegelhalter, League tables and
 * their limitations, Journal of the Royal Statistical Society A 159, 1996).
 */
export function orderMeans(schools: readonly SchoolInSpread[], mean: number, measure: Measure): OrderMeans {
  const known = schools
    .flatMap(({ result: { number, cohort } }) => {
      const error = cohort === null || cohort < fewPupils ? null : errorAt(cohort, mean, measure);
      return error === null ? [] : [{ number, error }];
    })
    .toSorted((a, b) => a.number - b.number);
  let clearPairs = 0;
  known.forEach((one, index) => {
    for (const other of known.slice(index + 1)) {
      if (other.number - one.number > z95 * Math.hypot(one.error, other.error)) clearPairs += 1;
    }
  });
  const pairs = known.length < 2 ? 0 : (known.length * (known.length - 1)) / 2;
  return { holds: pairs > 0 && clearPairs * 2 > pairs && measure.better !== 'neither', pairs, clearPairs };
}
