import type { SchoolYear } from '#/schools/rules/dates.ts';
import { schoolYearName, yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { MeasureId, SourceRef } from '#/schools/rules/value.ts';
import { shrinkMean, type Belief } from '#/statistics/shrinkage.ts';
import type { AnalysisPolicy } from '../policy.ts';
import { englandOfPhase } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, numbersOf } from '../reading-without-evidence.ts';
import { decimal, plural, sentenceCase } from '../words.ts';
import { newestValue, pupilsIn } from './newest-value.ts';
import { stepsReached } from './supplied.ts';

/** Each is a measure of its own: 15% and 10% of sessions are never joined, the newest the school has is read. */
const persistent: readonly MeasureId[] = ['absence-persistent-10', 'absence-persistent-15'];

interface Absence {
  readonly name: string;
  readonly number: number;
  readonly england: number;
  readonly year: SchoolYear;
  readonly pupils: number;
  readonly belief: Belief;
  /** The usual spread between schools of the phase, in percentage points. */
  readonly spread: number;
  readonly source: SourceRef;
}

/**
 * Absence and persistent absence against England's for the kind of school in the same year. Points follow the worse of
 * the two, and only when all that is likely for so many pupils lies above England's.
 */
export function attendanceReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const overall = absenceOf(evidence, policy, 'absence-overall', 'absence');
  const lasting = persistent
    .flatMap((id) => absenceOf(evidence, policy, id, persistentName(id)) ?? [])
    .toSorted((a, b) => b.year - a.year)
    .at(0);
  const both = [overall, lasting].filter((one): one is Absence => one !== null && one !== undefined);
  if (both.length === 0) return noEvidence(policy, 'attendance', whyNone(evidence, policy));
  const steps = numbersOf(policy, 'attendance', 'stepsSd');
  const level = policy.scheme.settings.intervalLevel.number;
  const above = (value: number, { england, spread }: Absence): number =>
    stepsReached((value - england) / spread, steps);
  const pointsOf = (one: Absence): number =>
    one.belief.interval(level).low > one.england ? above(one.belief.mean, one) : 0;
  const worst = both.toSorted((a, b) => pointsOf(b) - pointsOf(a) || standing(b) - standing(a))[0];
  if (worst === undefined) return noEvidence(policy, 'attendance', whyNone(evidence, policy));
  const range = worst.belief.interval(level);
  const { title, maximum } = indicatorIn(policy, 'attendance');
  const years = [...new Set(both.map(({ year }) => schoolYearName(year)))].join(' and ');
  return {
    indicator: 'attendance',
    title,
    state: 'read',
    shown: `${worst.name} ${decimal(worst.number, 1)}% (about ${plural(worst.pupils, 'pupil')})`,
    number: worst.number,
    unit: '%',
    threshold: `England, ${evidence.school.phase} schools, ${decimal(worst.england, 1)}% (${schoolYearName(worst.year)})`,
    points: pointsOf(worst),
    maximum,
    pointsCouldBe: [
      Math.max(...both.map((one) => above(one.belief.interval(level).low, one))),
      Math.max(...both.map((one) => above(one.belief.interval(level).high, one))),
    ],
    interval: range,
    period: years,
    sources: both.map(({ source }) => source),
    reason: `${sentenceCase(both.map((one) => inWords(one, evidence)).join('; '))}. Allowing for about ${plural(worst.pupils, 'pupil')}, the school’s usual ${worst.name} is likely between ${decimal(range.low, 1)}% and ${decimal(range.high, 1)}%.`,
  };
}

function persistentName(id: MeasureId): string {
  return `persistent absence (${id === 'absence-persistent-15' ? '15' : '10'}% of sessions missed)`;
}

function inWords({ name, number, england, year }: Absence, { school }: Evidence): string {
  return `${name} ${decimal(number, 1)}% in ${schoolYearName(year)}, in England’s ${school.phase} schools ${decimal(england, 1)}%`;
}

/** How far above England, in units of the spread between schools. */
function standing({ number, england, spread }: Absence): number {
  return (number - england) / spread;
}

function absenceOf(evidence: Evidence, policy: AnalysisPolicy, id: MeasureId, name: string): Absence | null {
  const [within = 0] = numbersOf(policy, 'attendance', 'withinYears');
  const newest = newestValue(evidence, policy, id);
  if (newest === null || yearsBetween(`${newest.year}-08-31`, policy.asAt) >= within) return null;
  const england = englandOfPhase(policy, id, evidence.school.phase, newest.year);
  const pupils = newest.cohort ?? pupilsIn(evidence, policy);
  const share = spreadShare(policy, id, evidence);
  if (england === null || pupils === null || share === null) return null;
  const spread = share * england;
  return {
    name,
    number: newest.number,
    england,
    year: newest.year,
    pupils,
    belief: shrinkMean(newest.number, errorOf(policy, id, england, pupils), england, spread),
    spread,
    source: newest.source,
  };
}

/** The usual spread between schools of the phase, as a share of England's figure; `null` for other phases. */
function spreadShare(policy: AnalysisPolicy, id: MeasureId, { school }: Evidence): number | null {
  if (school.phase !== 'primary' && school.phase !== 'secondary' && school.phase !== 'special') return null;
  return numbersOf(policy, 'attendance', `${id}, spread in ${school.phase} schools`)[0] ?? null;
}

/** Standard error of a year's figure with so many pupils, in percentage points. */
function errorOf(policy: AnalysisPolicy, id: MeasureId, england: number, pupils: number): number {
  const [pupilSd = 0] = numbersOf(policy, 'attendance', 'pupilSd');
  return id === 'absence-overall'
    ? pupilSd / Math.sqrt(pupils)
    : Math.sqrt((england * (100 - england)) / pupils);
}

function whyNone(evidence: Evidence, policy: AnalysisPolicy): string {
  const newest = ['absence-overall' as const, ...persistent]
    .flatMap((id) => newestValue(evidence, policy, id) ?? [])
    .toSorted((a, b) => b.year - a.year)
    .at(0);
  if (newest === undefined) return 'Absence: no figures for the school are in the files imported.';
  return `The newest figures on absence are those of ${schoolYearName(newest.year)}: too old, or without England’s figure for ${evidence.school.phase} schools or the number of pupils to hold them against.`;
}
