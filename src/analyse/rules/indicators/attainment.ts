import type { Evidence } from '#/schools/rules/evidence.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Interval, Reading } from '../reading.ts';
import { indicatorIn, noEvidence, whyNoResults } from '../reading-without-evidence.ts';
import type { Results, ResultYear } from '../results.ts';
import { ageOf, attainmentMeasures, firstRead, poolableYears, whyNotNewer } from '../results.ts';
import type { Underlying } from '../underlying.ts';
import { underlyingOf } from '../underlying.ts';
import { decimal, plural, sentenceCase, small, yearsInWords } from '../words.ts';

/**
 * Attainment against England: up to three comparable years as one, allowing for the number of pupils. Points come only
 * when all that is likely lies below England, and grow with the distance in units of the usual spread between schools.
 */
export function attainmentReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const results = firstRead(evidence, policy, attainmentMeasures[evidence.school.phase]);
  if (results === null) {
    return noEvidence(
      policy,
      'attainment',
      `The results of ${evidence.school.phase === 'nursery' ? 'nursery schools' : evidence.school.phase === 'special' ? 'special schools' : 'pupil referral units'} are not held against England’s: their pupils differ too much from one school to another.`,
    );
  }
  const years = poolableYears(results, policy);
  const age = ageOf(years, policy);
  const underlying = underlyingOf(years, results.measure, age);
  if (underlying === null) {
    return noEvidence(
      policy,
      'attainment',
      whyNoResults(results.measure.title, results, results.years.length),
    );
  }
  return read(policy, results, years, underlying, age);
}

function read(
  policy: AnalysisPolicy,
  results: Results,
  years: readonly ResultYear[],
  underlying: Underlying,
  age: number,
): Reading {
  const { measure } = results;
  const { title, maximum } = indicatorIn(policy, 'attainment');
  const { belief, pooled, schoolSd } = underlying;
  const interval = belief.interval(policy.scheme.settings.intervalLevel.number);
  // Never more than its own results give: who the pupils are is no reason for points.
  const points = Math.min(
    stepsBelow(belief.mean, interval, pooled.england, schoolSd, policy),
    clearSteps(pooled.value, pooled.england, schoolSd, policy),
  );
  const span = yearsInWords(pooled.years);
  const percent = measure.unit === '%';
  const show = (value: number): string => (percent ? `${decimal(value, 0)}%` : decimal(value, 1));
  return {
    indicator: 'attainment',
    title,
    state: 'read',
    shown: `${show(pooled.value)} (${years.length > 1 ? 'pooled, ' : ''}${plural(pooled.pupils, 'pupil')})`,
    number: pooled.value,
    unit: percent ? '%' : 'points',
    threshold: `England ${show(pooled.england)} (${span})`,
    points,
    maximum,
    pointsCouldBe: [
      Math.min(points, clearSteps(interval.high, pooled.england, schoolSd, policy)),
      clearSteps(interval.low, pooled.england, schoolSd, policy),
    ],
    interval,
    period: span,
    sources: years.flatMap(({ sources }) => sources),
    reason: `${whatWasMeasured(measure, years, underlying)}; England ${show(pooled.england)}. ${likely(interval, percent, underlying, whyOld(results, age))}`,
  };
}

function whatWasMeasured(
  measure: Results['measure'],
  years: readonly ResultYear[],
  { pooled }: Underlying,
): string {
  const over = years.length > 1 ? ` over ${small(years.length)} years` : '';
  const whose = predecessorYears(years);
  const span = `(${yearsInWords(pooled.years)}${whose})`;
  return measure.unit === '%'
    ? `${decimal(pooled.value, 0)}% of ${plural(pooled.pupils, 'pupil')}${over} ${measure.words} ${span}`
    : `${measure.title} ${decimal(pooled.value, 1)} for ${plural(pooled.pupils, 'pupil')}${over} ${span}`;
}

/** Whose results they were, where not the school's own. */
export function predecessorYears(years: readonly ResultYear[]): string {
  const inherited = years.filter(({ ofPredecessor }) => ofPredecessor);
  if (inherited.length === 0) return '';
  return inherited.length === years.length
    ? ', its predecessor’s'
    : `; ${yearsInWords(inherited.map(({ year }) => year))} its predecessor’s`;
}

function likely(
  { low, high }: Interval,
  percent: boolean,
  { similar }: Underlying,
  old: string | null,
): string {
  const show = (value: number): string => (percent ? `${decimal(value, 0)}%` : decimal(value, 1));
  const what = percent ? 'underlying rate' : 'underlying score';
  const today = old === null ? '' : ' today';
  const first = old === null ? '' : `${sentenceCase(old)}. `;
  const allowing = old === null ? 'the number of pupils' : 'that and for the number of pupils';
  const beside =
    similar === null ? '' : `, and for the ${show(similar)} of the schools with the most similar pupils`;
  return `${first}Allowing for ${allowing}${beside}, the school’s ${what}${today} is likely between ${show(low)} and ${show(high)}.`;
}

/** Why the results are not the newest there can be; `null` when they are. */
export function whyOld(results: Results, age: number): string | null {
  return age === 0 && results.unweighed.length === 0 ? null : whyNotNewer(results, age);
}

/** Points at an estimate: none unless the whole range lies below England. */
function stepsBelow(
  value: number,
  interval: Interval,
  england: number,
  schoolSd: number,
  policy: AnalysisPolicy,
): number {
  return interval.high < england ? clearSteps(value, england, schoolSd, policy) : 0;
}

/** How many of the scheme's steps below England a value lies. */
function clearSteps(value: number, england: number, schoolSd: number, policy: AnalysisPolicy): number {
  const distance = (england - value) / schoolSd;
  return policy.scheme.settings.attainmentStepsSd.numbers.filter((step) => distance >= step).length;
}
