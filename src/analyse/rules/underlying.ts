import type { Measure } from '#/law/reference.ts';
import type { Pooled } from '#/statistics/pooling.ts';
import { poolYears } from '#/statistics/pooling.ts';
import type { Belief } from '#/statistics/shrinkage.ts';
import { ageBelief, betaWith, normalBelief, shrinkMean, shrinkProportion } from '#/statistics/shrinkage.ts';
import type { ResultYear } from './results.ts';

/** What is believed of a school's underlying value today, in the measure's unit. */
export interface Underlying {
  readonly pooled: Pooled;
  readonly belief: Belief;
  /** The usual spread between schools of the underlying value: standard deviation, in the measure's unit. */
  readonly schoolSd: number;
}

/**
 * A school's underlying value: several years pooled, shrunk towards England in the same years by how much schools
 * really differ, and aged when newer results should exist. With few pupils, or old results, the estimate lies near
 * England and the range is wide, so that small cohorts never shout (docs/decisions/0004-shrinkage-and-points.md).
 *
 * @returns `null` when there is no year, or the reference data cannot say how schools differ
 */
export function underlyingOf(
  years: readonly ResultYear[],
  measure: Measure,
  ageYears: number,
): Underlying | null {
  const pooled = poolYears(years);
  if (pooled === null) return null;
  return measure.kind === 'proportion'
    ? underlyingProportion(pooled, measure, ageYears)
    : underlyingMean(pooled, years, measure, ageYears);
}

function underlyingProportion(pooled: Pooled, measure: Measure, ageYears: number): Underlying | null {
  if (measure.priorPupils === undefined || measure.yearlyPersistence === undefined) return null;
  const prior = pooled.england / 100;
  const priorPupils = measure.priorPupils.number;
  const schoolSd = Math.sqrt((prior * (1 - prior)) / (priorPupils + 1));
  const fresh = shrinkProportion((pooled.value / 100) * pooled.pupils, pooled.pupils, prior, priorPupils);
  const aged = ageBelief(fresh.mean, fresh.sd, ageYears, {
    prior,
    schoolSd,
    yearlyPersistence: measure.yearlyPersistence.number,
  });
  const belief = ageYears === 0 ? fresh : betaWith(aged.mean, aged.sd);
  return { pooled, belief: inPercent(belief), schoolSd: 100 * schoolSd };
}

function inPercent(belief: Belief): Belief {
  return {
    mean: 100 * belief.mean,
    sd: 100 * belief.sd,
    interval: (level) => {
      const { low, high } = belief.interval(level);
      return { low: 100 * low, high: 100 * high, level };
    },
    below: (value) => belief.below(value / 100),
  };
}

function underlyingMean(
  pooled: Pooled,
  years: readonly ResultYear[],
  measure: Measure,
  ageYears: number,
): Underlying | null {
  if (measure.schoolSd === undefined || measure.yearlyPersistence === undefined) return null;
  const schoolSd = measure.schoolSd.number;
  const fresh = shrinkMean(pooled.value, pooledError(years, measure), pooled.england, schoolSd);
  const aged = ageBelief(fresh.mean, fresh.sd, ageYears, {
    prior: pooled.england,
    schoolSd,
    yearlyPersistence: measure.yearlyPersistence.number,
  });
  return { pooled, belief: normalBelief(aged.mean, aged.sd), schoolSd };
}

/** Standard error of the pooled mean: the publisher's where there is one, otherwise from the spread between pupils. */
function pooledError(years: readonly ResultYear[], measure: Measure): number {
  const pupils = years.reduce((sum, year) => sum + year.pupils, 0);
  const variance = years
    .toSorted((a, b) => a.year - b.year)
    .reduce((sum, year) => sum + ((year.pupils / pupils) * yearError(year, measure)) ** 2, 0);
  return Math.sqrt(variance);
}

/** Standard error of one year's value, in the measure's unit. */
export function yearError(year: ResultYear, measure: Measure): number {
  if (measure.kind === 'proportion') {
    // England's rate, not the school's own: a school at 0% or 100% is no surer than another.
    return Math.sqrt((year.england * (100 - year.england)) / year.pupils);
  }
  if (year.standardError !== null && year.standardError > 0) return year.standardError;
  if (measure.pupilSd === undefined)
    throw new RangeError(`reference/measures.json has no pupilSd for ${measure.id}`);
  return measure.pupilSd.number / Math.sqrt(year.pupils);
}
