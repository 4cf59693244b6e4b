import type { Measure } from '#/law/reference.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import { schoolYearOf, yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { SuppliedItem } from '#/schools/rules/supplied.ts';
import type { SourceRef } from '#/schools/rules/value.ts';
import { poolable } from '#/law/comparable-years.ts';
import { poolYears, type Pooled } from '#/statistics/pooling.ts';
import { shrinkProportion, type Belief } from '#/statistics/shrinkage.ts';
import type { AnalysisPolicy } from '../policy.ts';
import { englandIn, measureIn } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, numbersOf } from '../reading-without-evidence.ts';
import { decimal, plural, sentenceCase, yearsInWords } from '../words.ts';
import { numbersKnown, pupilsIn } from './newest-value.ts';
import { stepsReached } from './supplied.ts';

interface YearOf {
  readonly year: SchoolYear;
  readonly value: number;
  readonly england: number;
  readonly pupils: number;
  readonly source: SourceRef;
}

interface Result {
  readonly measure: Measure;
  readonly years: readonly YearOf[];
  readonly pooled: Pooled;
  /** Of a share from 0 to 1. */
  readonly belief: Belief;
}

/**
 * Good level of development at the end of reception, and phonics in year 1, against England in the same years: published
 * figures where there are any, otherwise the authority's own. Points follow the worse, when all that is likely for so
 * many children lies below England. Where no file tells how many took part, the roll by its year groups stands for it.
 */
export function earlyYearsReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const results = [
    resultOf(evidence, policy, 'early-years-good-level', 'early years good level'),
    resultOf(evidence, policy, 'phonics-year-1', 'phonics year 1'),
  ].filter((one): one is Result => one !== null);
  const steps = numbersOf(policy, 'early-years', 'stepsPercent');
  const level = policy.scheme.settings.intervalLevel.number;
  const below = (share: number, { pooled }: Result): number =>
    stepsReached(pooled.england - 100 * share, steps);
  const pointsOf = (one: Result): number =>
    100 * one.belief.interval(level).high < one.pooled.england ? below(one.belief.mean, one) : 0;
  const worst = results.toSorted(
    (a, b) =>
      pointsOf(b) - pointsOf(a) || b.pooled.england - b.pooled.value - a.pooled.england + a.pooled.value,
  )[0];
  if (worst === undefined) {
    return noEvidence(
      policy,
      'early-years',
      'Neither the files imported nor the authority’s own give results of early years or phonics for the school in the last years, with the pupils and England’s figure to hold them against.',
    );
  }
  const { low, high } = worst.belief.interval(level);
  const range = { low: 100 * low, high: 100 * high, level };
  const { title, maximum } = indicatorIn(policy, 'early-years');
  return {
    indicator: 'early-years',
    title,
    state: 'read',
    shown: `${worst.measure.title} ${decimal(worst.pooled.value, 0)}% (about ${plural(worst.pooled.pupils, 'child', 'children')})`,
    number: worst.pooled.value,
    unit: '%',
    threshold: `England ${decimal(worst.pooled.england, 0)}% (${yearsInWords(worst.pooled.years)})`,
    points: pointsOf(worst),
    maximum,
    pointsCouldBe: [
      Math.max(...results.map((one) => below(one.belief.interval(level).high, one))),
      Math.max(...results.map((one) => below(one.belief.interval(level).low, one))),
    ],
    interval: range,
    period: yearsInWords(worst.pooled.years),
    sources: results.flatMap(({ years }) => years.map(({ source }) => source)),
    reason: `${sentenceCase(results.map(inWords).join('; '))}. Allowing for the number of children, the school’s underlying rate (${worst.measure.title.toLowerCase()}) is likely between ${decimal(range.low, 0)}% and ${decimal(range.high, 0)}%.`,
  };
}

function inWords({ measure, pooled }: Result): string {
  return `${measure.title.toLowerCase()} ${decimal(pooled.value, 0)}% of about ${plural(pooled.pupils, 'child', 'children')} (${yearsInWords(pooled.years)}), England ${decimal(pooled.england, 0)}%`;
}

function resultOf(
  evidence: Evidence,
  policy: AnalysisPolicy,
  id: 'early-years-good-level' | 'phonics-year-1',
  item: Extract<SuppliedItem, 'early years good level' | 'phonics year 1'>,
): Result | null {
  const measure = measureIn(policy, id);
  const [within = 0] = numbersOf(policy, 'early-years', 'withinYears');
  const [priorPupils = 0] = numbersOf(policy, 'early-years', 'priorPupils');
  const published = numbersKnown(evidence, policy, id);
  const numbers = published.length > 0 ? published : suppliedYears(evidence, policy, item);
  const recent = numbers.filter(({ year }) => yearsBetween(`${year}-08-31`, policy.asAt) < within);
  const newest = recent.at(-1);
  const usual = oneYearGroup(evidence, policy);
  if (newest === undefined) return null;
  const years = recent.flatMap(({ year, number, cohort, source }) => {
    const england = englandIn(policy, measure, year);
    const pupils = cohort ?? usual;
    return england === null || pupils === null || pupils <= 0 || !poolable(measure, year, newest.year)
      ? []
      : [{ year, value: number, england, pupils, source }];
  });
  const pooled = poolYears(years);
  if (pooled === null) return null;
  const reached = (pooled.value / 100) * pooled.pupils;
  return {
    measure,
    years,
    pooled,
    belief: shrinkProportion(reached, pooled.pupils, pooled.england / 100, priorPupils),
  };
}

/** One number a school year: of several the one told last. */
function suppliedYears(
  evidence: Evidence,
  policy: AnalysisPolicy,
  item: SuppliedItem,
): ReturnType<typeof numbersKnown> {
  const byYear = new Map(
    evidence.supplied
      .filter((value) => value.item === item && value.knownOn <= policy.asAt && value.on <= policy.asAt)
      .toSorted((a, b) => a.on.localeCompare(b.on) || a.knownOn.localeCompare(b.knownOn))
      .map((value) => [schoolYearOf(value.on), value]),
  );
  return [...byYear].flatMap(([year, { value, source }]) =>
    typeof value === 'number' ? [{ year, number: value, cohort: null, source }] : [],
  );
}

/** Children in a year group of the school, from its roll and ages; `null` when no file says. */
function oneYearGroup(evidence: Evidence, policy: AnalysisPolicy): number | null {
  const pupils = pupilsIn(evidence, policy);
  const { lowestAge, highestAge } = evidence.school;
  if (pupils === null || lowestAge === null || highestAge === null) return null;
  // Children below four are in the nursery; a school to the age of eleven has reception and six years.
  const groups = highestAge - Math.max(lowestAge, 4);
  return groups <= 0 ? null : Math.round(pupils / groups);
}
