import type { Evidence } from '#/schools/rules/evidence.ts';
import { poolYears } from '#/statistics/pooling.ts';
import type { AnalysisPolicy } from '../policy.ts';
import { englandIn } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, numbersOf, whyNoResults } from '../reading-without-evidence.ts';
import type { Results, ResultYear } from '../results.ts';
import { ageOf, attainmentMeasures, poolableYears, resultsOf, whyNotNewer } from '../results.ts';
import type { Underlying } from '../underlying.ts';
import { underlyingOf } from '../underlying.ts';
import { decimal, plural, sentenceCase, small, yearsInWords } from '../words.ts';
import { predecessorYears } from './attainment.ts';
import { stepsReached } from './supplied.ts';

/**
 * How far the school's disadvantaged pupils are behind England's other pupils, beside how far disadvantaged pupils are
 * behind them in England. Held against England's others and not the school's own: a school where nobody does well has no
 * gap. Points come only when all that is likely for so many pupils lies further behind than in England.
 */
export function disadvantageGapReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const all = attainmentMeasures[evidence.school.phase].map((id) =>
    resultsOf(evidence, policy, id, 'disadvantaged'),
  );
  const results = all.find(({ years }) => years.length > 0) ?? all[0];
  if (results === undefined) {
    return noEvidence(
      policy,
      'disadvantage-gap',
      'Results of schools of this kind are not held against England’s.',
    );
  }
  const years = poolableYears(results, policy).filter(({ year }) => othersIn(policy, results, year) !== null);
  const age = ageOf(years, policy);
  const underlying = underlyingOf(years, results.measure, age);
  if (underlying === null) {
    const what = `Results of disadvantaged pupils (${results.measure.title.toLowerCase()})`;
    return noEvidence(policy, 'disadvantage-gap', whyNoResults(what, results, results.years.length));
  }
  return read(policy, results, years, underlying, age);
}

function othersIn(policy: AnalysisPolicy, { measure }: Results, year: number): number | null {
  return englandIn(policy, measure, year, 'not disadvantaged');
}

function read(
  policy: AnalysisPolicy,
  results: Results,
  years: readonly ResultYear[],
  { pooled, belief }: Underlying,
  age: number,
): Reading {
  const { measure } = results;
  const percent = measure.unit === '%';
  const steps = numbersOf(policy, 'disadvantage-gap', percent ? 'stepsPercent' : 'stepsPoints');
  const others =
    poolYears(years.map((year) => ({ ...year, value: othersIn(policy, results, year.year) ?? 0 })))?.value ??
    0;
  const range = belief.interval(policy.scheme.settings.intervalLevel.number);
  const further = (value: number): number => stepsReached(pooled.england - value, steps);
  const gap = (value: number): string => decimal(Math.abs(others - value), percent ? 0 : 1);
  const side = others >= pooled.value ? 'behind' : 'ahead of';
  const show = (value: number): string => (percent ? `${decimal(value, 0)}%` : decimal(value, 1));
  const unit = percent ? 'percentage points' : 'points';
  const span = yearsInWords(pooled.years);
  const over = years.length > 1 ? ` over ${small(years.length)} years` : '';
  const what = percent
    ? `${show(pooled.value)} of ${plural(pooled.pupils, 'disadvantaged pupil')}${over} ${measure.words}`
    : `${measure.title} ${show(pooled.value)} for ${plural(pooled.pupils, 'disadvantaged pupil')}${over}`;
  const old = age === 0 ? '' : ` ${sentenceCase(whyNotNewer(results, age))}.`;
  const { title, maximum } = indicatorIn(policy, 'disadvantage-gap');
  return {
    indicator: 'disadvantage-gap',
    title,
    state: 'read',
    shown: `${gap(pooled.value)} ${unit} ${side} England’s others (${plural(pooled.pupils, 'pupil')})`,
    number: others - pooled.value,
    unit: percent ? '%' : 'points',
    threshold: `England ${gap(pooled.england)} ${unit} behind (${span})`,
    points: range.high < pooled.england ? further(belief.mean) : 0,
    maximum,
    pointsCouldBe: [further(range.high), further(range.low)],
    interval: { low: others - range.high, high: others - range.low, level: range.level },
    period: span,
    sources: years.flatMap(({ sources }) => sources),
    reason: `${what} (${span}${predecessorYears(years)}); England’s other pupils ${show(others)}, ${gap(pooled.value)} ${unit} ${side === 'behind' ? 'more' : 'fewer'}, and England’s disadvantaged pupils ${show(pooled.england)}. Allowing for the number of pupils, the underlying ${percent ? 'rate of' : 'score of'} the school’s disadvantaged pupils is likely between ${show(range.low)} and ${show(range.high)}.${old}`,
  };
}
