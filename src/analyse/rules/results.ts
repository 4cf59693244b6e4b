import { poolable } from '#/law/comparable-years.ts';
import type { Measure } from '#/law/reference.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import { yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { MeasureId, MeasureValue, Missing, SourceRef } from '#/schools/rules/value.ts';
import type { AnalysisPolicy } from './policy.ts';
import { englandIn, measureIn } from './policy.ts';

/** One year of a measure: the school's number beside England's, with the pupils behind it. */
export interface ResultYear {
  readonly year: SchoolYear;
  readonly value: number;
  readonly england: number;
  readonly pupils: number;
  /** Standard error from the publisher's own 95% interval, where there is one. */
  readonly standardError: number | null;
  readonly ofPredecessor: boolean;
  readonly sources: readonly SourceRef[];
}

export interface Results {
  readonly measure: Measure;
  /** Years that can be read, oldest first. */
  readonly years: readonly ResultYear[];
  /** Why the newest year has no number, when it has none. */
  readonly missing: Missing | null;
}

/** The usual two-sided 95% of a published interval. */
const z95 = 1.959964;

/**
 * A measure of a school year by year, as known on the date. A year the school itself has no number for is read from its
 * predecessors, pupils added together. A missing number is missing: it is never read as a low one.
 */
export function resultsOf(evidence: Evidence, policy: AnalysisPolicy, id: MeasureId): Results {
  const measure = measureIn(policy, id);
  const predecessors = new Set(
    evidence.lineage.filter(({ relation }) => relation === 'predecessor').map(({ urn }) => urn),
  );
  const known = evidence.values.filter(
    (value) =>
      value.measure === id &&
      value.group === 'all' &&
      value.knownOn <= policy.asAt &&
      (value.urn === evidence.school.urn || predecessors.has(value.urn)),
  );
  const years = [...new Set(known.map(({ year }) => year))].toSorted((a, b) => a - b);
  const read = years.flatMap((year) => {
    const ofYear = known.filter((value) => value.year === year);
    const own = ofYear.filter(({ urn }) => urn === evidence.school.urn);
    return (
      readYear(own, measure, policy, false) ?? readYear(without(ofYear, own), measure, policy, true) ?? []
    );
  });
  const newest = known.filter(({ year }) => year === years.at(-1));
  const missing = newest.flatMap(({ value }) => ('missing' in value ? [value.missing] : []));
  return { measure, years: read, missing: missing[0] ?? null };
}

function without(all: readonly MeasureValue[], some: readonly MeasureValue[]): readonly MeasureValue[] {
  return all.filter((value) => !some.includes(value));
}

function readYear(
  values: readonly MeasureValue[],
  measure: Measure,
  policy: AnalysisPolicy,
  ofPredecessor: boolean,
): ResultYear | null {
  const numbers = values
    .flatMap(({ value, cohort, interval, source, year }) =>
      'number' in value && cohort !== null && cohort > 0
        ? [{ number: value.number, cohort, interval, source, year }]
        : [],
    )
    .toSorted((a, b) => a.cohort - b.cohort || a.number - b.number);
  const [first] = numbers;
  if (first === undefined) return null;
  const england = englandIn(policy, measure, first.year);
  if (england === null) return null;
  const pupils = numbers.reduce((sum, { cohort }) => sum + cohort, 0);
  const published = numbers.length === 1 ? first.interval : null;
  return {
    year: first.year,
    value: numbers.reduce((sum, { number, cohort }) => sum + number * cohort, 0) / pupils,
    england,
    pupils,
    standardError: published === null ? null : (published[1] - published[0]) / (2 * z95),
    ofPredecessor,
    sources: numbers.map(({ source }) => source),
  };
}

/** The newest years that may be read as one: comparable with the newest, within the years the scheme pools. */
export function poolableYears(results: Results, policy: AnalysisPolicy): readonly ResultYear[] {
  const newest = results.years.at(-1);
  if (newest === undefined) return [];
  const first = newest.year - policy.scheme.settings.pooledYears.number + 1;
  return results.years.filter(({ year }) => year >= first && poolable(results.measure, year, newest.year));
}

/**
 * Completed years since newer results could first have been known: 0 for the latest there can be. Results of a school
 * year come out by the end of its calendar year or soon after, so those of 2017/18 are one year old at the end of 2019.
 */
export function ageOf(years: readonly ResultYear[], policy: AnalysisPolicy): number {
  const newest = years.at(-1)?.year;
  return newest === undefined ? 0 : Math.max(0, yearsBetween(`${newest}-12-31`, policy.asAt));
}

/** What is read for a school of each phase, in order: the first with a number is used. None for phases whose results are not held against England's. */
export const attainmentMeasures: Readonly<Record<Phase, readonly MeasureId[]>> = {
  nursery: [],
  primary: ['ks2-rwm-expected'],
  secondary: ['ks4-attainment-8', 'ks2-rwm-expected'],
  special: [],
  'pupil referral unit': [],
};

export const progressMeasures: Readonly<Record<Phase, readonly (readonly MeasureId[])[]>> = {
  nursery: [],
  primary: [['ks2-reading-progress', 'ks2-writing-progress', 'ks2-maths-progress']],
  secondary: [['ks4-progress-8'], ['ks2-reading-progress', 'ks2-writing-progress', 'ks2-maths-progress']],
  special: [],
  'pupil referral unit': [],
};

/** The first of the measures that has a number for this school; the first of all when none has. */
export function firstRead(
  evidence: Evidence,
  policy: AnalysisPolicy,
  ids: readonly MeasureId[],
): Results | null {
  const all = ids.map((id) => resultsOf(evidence, policy, id));
  return all.find(({ years }) => years.length > 0) ?? all[0] ?? null;
}
