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
  /** What the schools with the most similar pupils reached in the same years, where the value was held against it. */
  readonly similar: number | null;
  /** The usual spread between schools of the underlying value: standard deviation, in the measure's unit. */
  readonly schoolSd: number;
}

/**
 * A school's underlying value: several years pooled, shrunk by how much schools really differ, and aged when newer
 * results should exist. It is shrunk towards what the schools with the most similar pupils reached in the same years,
 * and towards England where that is not known (docs/decisions/0005-similar-schools-as-prior.md). With few pupils, or old
 * results, the estimate lies near them and the range is wide, so that small cohorts never shout
 * (docs/decisions/0004-shrinkage-and-points.md).
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
  const prior = similarPrior(years, measure) ?? englandPrior(pooled, measure);
  if (prior === null) return null;
  return measure.kind === 'proportion'
    ? underlyingProportion(pooled, prior, measure, ageYears)
    : underlyingMean(pooled, prior, years, measure, ageYears);
}

/** What a school's value is shrunk towards, and how much schools differ from it. */
interface Prior {
  readonly value: number;
  readonly ofSimilar: boolean;
  readonly priorPupils: number | undefined;
  readonly schoolSd: number | undefined;
  readonly yearlyPersistence: number;
}

function englandPrior(pooled: Pooled, measure: Measure): Prior | null {
  if (measure.yearlyPersistence === undefined) return null;
  return {
    value: pooled.england,
    ofSimilar: false,
    priorPupils: measure.priorPupils?.number,
    schoolSd: measure.schoolSd?.number,
    yearlyPersistence: measure.yearlyPersistence.number,
  };
}

/** `null` where the similar schools' results are not known for every year, or it is not known how schools differ from them. */
function similarPrior(years: readonly ResultYear[], measure: Measure): Prior | null {
  const beside = measure.besideSimilar;
  const known = years.flatMap((year) => (year.similar === null ? [] : [{ ...year, value: year.similar }]));
  const value = known.length === years.length ? poolYears(known)?.value : undefined;
  if (beside === undefined || value === undefined) return null;
  return {
    value,
    ofSimilar: true,
    priorPupils: beside.priorPupils,
    schoolSd: beside.schoolSd,
    yearlyPersistence: beside.yearlyPersistence,
  };
}

/** A share of nought or all cannot be the middle of a Beta distribution. */
const [leastShare, mostShare] = [0.01, 0.99];

function underlyingProportion(
  pooled: Pooled,
  given: Prior,
  measure: Measure,
  ageYears: number,
): Underlying | null {
  if (given.priorPupils === undefined || measure.priorPupils === undefined) return null;
  const prior = Math.min(mostShare, Math.max(leastShare, given.value / 100));
  const spread = (rate: number, pupils: number): number => Math.sqrt((rate * (1 - rate)) / (pupils + 1));
  const fresh = shrinkProportion(
    (pooled.value / 100) * pooled.pupils,
    pooled.pupils,
    prior,
    given.priorPupils,
  );
  const aged = ageBelief(fresh.mean, fresh.sd, ageYears, {
    prior,
    schoolSd: spread(prior, given.priorPupils),
    yearlyPersistence: given.yearlyPersistence,
  });
  const belief = ageYears === 0 ? fresh : betaWith(aged.mean, aged.sd);
  return {
    pooled,
    belief: inPercent(belief),
    similar: given.ofSimilar ? given.value : null,
    schoolSd: 100 * spread(pooled.england / 100, measure.priorPupils.number),
  };
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
  given: Prior,
  years: readonly ResultYear[],
  measure: Measure,
  ageYears: number,
): Underlying | null {
  if (given.schoolSd === undefined || measure.schoolSd === undefined) return null;
  const fresh = shrinkMean(pooled.value, pooledError(years, measure), given.value, given.schoolSd);
  const aged = ageBelief(fresh.mean, fresh.sd, ageYears, {
    prior: given.value,
    schoolSd: given.schoolSd,
    yearlyPersistence: given.yearlyPersistence,
  });
  return {
    pooled,
    belief: normalBelief(aged.mean, aged.sd),
    similar: given.ofSimilar ? given.value : null,
    schoolSd: measure.schoolSd.number,
  };
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
