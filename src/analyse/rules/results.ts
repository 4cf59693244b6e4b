import { poolable } from '#/law/comparable-years.ts';
import type { Measure } from '#/law/reference.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import { schoolYearName, yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Group, MeasureId, MeasureValue, Missing, SourceRef } from '#/schools/rules/value.ts';
import type { AnalysisPolicy } from './policy.ts';
import { englandIn, measureIn } from './policy.ts';
import { list, plural } from './words.ts';

/** One year of a measure: the school's number beside England's, with the pupils behind it. */
export interface ResultYear {
  readonly year: SchoolYear;
  readonly value: number;
  readonly england: number;
  /** What the schools with the most similar pupils reached; `null` where it is not known. */
  readonly similar: number | null;
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
  /** Years after the newest one read whose figures come without pupil numbers, and so cannot be weighed. Oldest first. */
  readonly unweighed: readonly SchoolYear[];
}

/**
 * The groups of pupils that indicators read; many more are published. Reading another one means naming it here, and so
 * having it read from the store for every analysis.
 */
export const groupsRead = ['all', 'disadvantaged'] as const satisfies readonly Group[];

type GroupRead = (typeof groupsRead)[number];

/** The usual two-sided 95% of a published interval. */
const z95 = 1.959964;

/** What was read of one school for one policy: the same question is asked by several indicators. */
export interface Read {
  readonly policy: AnalysisPolicy;
  readonly of: Pick<Evidence, 'school' | 'lineage' | 'similar'>;
  readonly predecessors: ReadonlySet<string>;
  readonly results: Map<string, Results>;
}

/**
 * By the identity of the values, which never change: saves only asking again, for other indicators and for the same
 * school after an imagined inspection.
 */
const reads = new WeakMap<Evidence['values'], Read>();

export function readFor(evidence: Evidence, policy: AnalysisPolicy): Read {
  const { school, lineage, similar } = evidence;
  const before = reads.get(evidence.values);
  if (
    before?.policy === policy &&
    before.of.school === school &&
    before.of.lineage === lineage &&
    before.of.similar === similar
  ) {
    return before;
  }
  const predecessors = new Set(
    evidence.lineage.filter(({ relation }) => relation === 'predecessor').map(({ urn }) => urn),
  );
  const read = {
    policy,
    of: { school, lineage, similar },
    predecessors,
    results: new Map<string, Results>(),
  };
  reads.set(evidence.values, read);
  return read;
}

/**
 * A measure of a school year by year, as known on the date. A year the school itself has no number for is read from its
 * predecessors, pupils added together. A missing number is missing: it is never read as a low one.
 */
export function resultsOf(
  evidence: Evidence,
  policy: AnalysisPolicy,
  id: MeasureId,
  group: GroupRead = 'all',
): Results {
  const read = readFor(evidence, policy);
  const key = `${id} ${group}`;
  const before = read.results.get(key);
  if (before !== undefined) return before;
  // Of the school and its predecessors, known on the date. A few of many measures are asked for, so none are sorted by it.
  const known = evidence.values.filter(
    (value) =>
      value.measure === id &&
      value.group === group &&
      value.knownOn <= policy.asAt &&
      (value.urn === evidence.school.urn || read.predecessors.has(value.urn)),
  );
  const results = resultsFrom(known, evidence, policy, id, group);
  read.results.set(key, results);
  return results;
}

function resultsFrom(
  known: readonly MeasureValue[],
  { school, similar }: Pick<Evidence, 'school' | 'similar'>,
  policy: AnalysisPolicy,
  id: MeasureId,
  group: Group,
): Results {
  const measure = measureIn(policy, id);
  const byYear = [...Map.groupBy(known, ({ year }) => year)].toSorted(([a], [b]) => a - b);
  const years = byYear.flatMap(([year, ofYear]) => {
    const england = englandIn(policy, measure, year, group);
    if (england === null) return [];
    const mean = similar?.means.find((one) => one.measure === id && one.group === group && one.year === year);
    const beside = { england, similar: mean?.number ?? null };
    const own = ofYear.filter((value) => value.urn === school.urn);
    return readYear(own, beside, false) ?? readYear(without(ofYear, own), beside, true) ?? [];
  });
  const newest = byYear.at(-1)?.[1] ?? [];
  const missing = newest.flatMap(({ value }) => ('missing' in value ? [value.missing] : []));
  const last = years.at(-1)?.year ?? 0;
  const unweighed = byYear
    .filter(([year, values]) => year > last && values.some(isUnweighed))
    .map(([year]) => year);
  return { measure, years, missing: missing[0] ?? null, unweighed };
}

/** A number without the pupils behind it cannot be told from chance. */
function isUnweighed({ value, cohort }: MeasureValue): boolean {
  return 'number' in value && cohort === null;
}

function without(all: readonly MeasureValue[], some: readonly MeasureValue[]): readonly MeasureValue[] {
  return all.filter((value) => !some.includes(value));
}

function readYear(
  values: readonly MeasureValue[],
  beside: Pick<ResultYear, 'england' | 'similar'>,
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
  const pupils = numbers.reduce((sum, { cohort }) => sum + cohort, 0);
  const published = numbers.length === 1 ? first.interval : null;
  return {
    year: first.year,
    value: numbers.reduce((sum, { number, cohort }) => sum + number * cohort, 0) / pupils,
    ...beside,
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

/**
 * Why no newer results are read: the file that has them gives no pupil numbers, or none was imported though they should
 * have been known. Without a capital letter or a full stop.
 */
export function whyNotNewer({ unweighed }: Pick<Results, 'unweighed'>, age: number): string {
  return unweighed.length === 0
    ? `newer results should have been known for ${plural(age, 'year')}`
    : `the file with the figures of ${list(unweighed.map(schoolYearName))} gives no pupil numbers, so they cannot be weighed`;
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
