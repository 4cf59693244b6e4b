import type { Measure } from '#/law/reference.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Interval, Reading } from '../reading.ts';
import { indicatorIn, noEvidence, whyNoResults } from '../reading-without-evidence.ts';
import type { Results, ResultYear } from '../results.ts';
import { ageOf, poolableYears, progressMeasures, resultsOf } from '../results.ts';
import type { Underlying } from '../underlying.ts';
import { underlyingOf } from '../underlying.ts';
import { decimal, list, plural, small, yearsInWords } from '../words.ts';
import { predecessorYears, whyOld } from './attainment.ts';

interface Subject {
  readonly measure: Measure;
  readonly results: Results;
  readonly years: readonly ResultYear[];
  readonly underlying: Underlying;
  readonly interval: Interval;
  readonly age: number;
}

/**
 * Progress of pupils against others with the same starting point: reading, writing and maths in key stage 2, or Progress
 * 8, where the era has it. Points come only when all that is likely lies below the average; how many follows from the
 * floor standard of the day and half of it, which was the coasting standard. Missing progress is not failing progress.
 */
export function progressReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const choices = progressMeasures[evidence.school.phase].map((ids) =>
    ids.map((id) => resultsOf(evidence, policy, id)),
  );
  const chosen = choices.find((results) => results.some(({ years }) => years.length > 0)) ?? choices[0];
  if (chosen === undefined) {
    return noEvidence(policy, 'progress', 'Progress is not measured for schools of this kind.');
  }
  const subjects = chosen.flatMap((results) => subjectOf(results, policy));
  const [first] = subjects;
  if (first === undefined) {
    const missing = chosen.flatMap((results) => results.missing ?? [])[0] ?? null;
    const unweighed = [...new Set(chosen.flatMap((results) => results.unweighed))].toSorted((a, b) => a - b);
    const years = chosen.reduce((sum, results) => sum + results.years.length, 0);
    return noEvidence(policy, 'progress', whyNoResults('Progress scores', { missing, unweighed }, years));
  }
  const weakest =
    subjects
      .toSorted((a, b) => inFloors(a.underlying.belief.mean, a) - inFloors(b.underlying.belief.mean, b))
      .at(-1) ?? first;
  // Never more than the school's own scores give: who the pupils are is no reason for points.
  const points = Math.min(
    pointsFor(subjects, policy, ({ underlying }) => underlying.belief.mean, isClear),
    pointsFor(subjects, policy, ({ underlying }) => underlying.pooled.value, isClear),
  );
  const { title, maximum } = indicatorIn(policy, 'progress');
  const span = yearsInWords(weakest.underlying.pooled.years);
  return {
    indicator: 'progress',
    title,
    state: 'read',
    shown: `${nameOf(weakest)} ${decimal(weakest.underlying.pooled.value, places(weakest))} (${plural(weakest.underlying.pooled.pupils, 'pupil')})`,
    number: weakest.underlying.pooled.value,
    unit: 'score',
    threshold: `0, the average of pupils with the same starting points (${span})`,
    points,
    maximum,
    pointsCouldBe: [
      Math.min(
        points,
        pointsFor(subjects, policy, ({ interval }) => interval.high, isClear),
      ),
      pointsFor(
        subjects,
        policy,
        ({ interval }) => interval.low,
        ({ interval }) => interval.low < 0,
      ),
    ],
    interval: weakest.interval,
    period: span,
    sources: subjects.flatMap(({ years }) => years.flatMap(({ sources }) => sources)),
    reason: inWords(subjects, weakest),
  };
}

function subjectOf(results: Results, policy: AnalysisPolicy): readonly Subject[] {
  const years = poolableYears(results, policy);
  const age = ageOf(years, policy);
  const underlying = underlyingOf(years, results.measure, age);
  if (underlying === null) return [];
  const interval = underlying.belief.interval(policy.scheme.settings.intervalLevel.number);
  return [{ measure: results.measure, results, years, underlying, interval, age }];
}

function isClear({ interval }: Subject): boolean {
  return interval.high < 0;
}

/** A score in units of the floor standard: 1 at the floor, ½ at the coasting standard, below 0 for good progress. */
function inFloors(value: number, { measure }: Subject): number {
  return value / (measure.floor?.number ?? -1);
}

/** Points follow the weakest subject that is clearly below average. */
function pointsFor(
  subjects: readonly Subject[],
  policy: AnalysisPolicy,
  valueOf: (subject: Subject) => number,
  clear: (subject: Subject) => boolean,
): number {
  const deepest = Math.max(
    ...subjects.filter(clear).map((subject) => inFloors(valueOf(subject), subject)),
    0,
  );
  return policy.scheme.settings.progressStepsToFloor.numbers.filter((step) => deepest >= step).length;
}

function nameOf({ measure }: Subject): string {
  return measure.id === 'ks4-progress-8' ? 'Progress 8' : measure.title.replace('Progress in ', '');
}

function places({ measure }: Subject): number {
  return measure.id === 'ks4-progress-8' ? 2 : 1;
}

function inWords(subjects: readonly Subject[], weakest: Subject): string {
  const { pooled } = weakest.underlying;
  const over = weakest.years.length > 1 ? ` over ${small(weakest.years.length)} years` : '';
  const scores = subjects.map(
    (subject) => `${nameOf(subject)} ${decimal(subject.underlying.pooled.value, places(subject))}`,
  );
  const lead = weakest.measure.id === 'ks4-progress-8' ? '' : 'Progress in ';
  const clear = subjects.filter(isClear).map(nameOf);
  const { low, high } = weakest.interval;
  const range = `between ${decimal(low, places(weakest))} and ${decimal(high, places(weakest))}`;
  const which = subjects.length > 1 ? ` in ${nameOf(weakest)}, the weakest,` : '';
  const old = whyOld(weakest.results, weakest.age);
  const age = old === null ? '' : ` today (${old})`;
  const { similar } = weakest.underlying;
  const beside =
    similar === null
      ? ''
      : ` and for the ${decimal(similar, places(weakest))} of the schools with the most similar pupils`;
  const verdict =
    clear.length === 0
      ? low > 0
        ? 'All of that is above the average of 0.'
        : 'That is not clearly below the average of 0.'
      : `Clearly below the average of 0: ${list(clear)}.`;
  return `${lead}${list(scores)} for ${plural(pooled.pupils, 'pupil')}${over} (${yearsInWords(pooled.years)}${predecessorYears(weakest.years)}). Allowing for the number of pupils${beside}, the school’s underlying score${which}${age} is likely ${range}. ${verdict}`;
}
