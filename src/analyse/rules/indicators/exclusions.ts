import { schoolYearName, schoolYearOf, yearsBetween } from '#/schools/rules/dates.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { MeasureId, SourceRef } from '#/schools/rules/value.ts';
import { poissonInterval } from '#/statistics/interval.ts';
import type { AnalysisPolicy } from '../policy.ts';
import { englandOfPhase } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, numbersOf } from '../reading-without-evidence.ts';
import { decimal, plural } from '../words.ts';
import { newestValue, pupilsIn } from './newest-value.ts';
import { newestNumber, stepsReached } from './supplied.ts';

interface Counted {
  readonly count: number;
  readonly pupils: number;
  readonly year: number;
  /** Where it comes from, in words. */
  readonly by: string;
  readonly source: SourceRef;
}

/**
 * Suspensions in a year for every hundred pupils, against England's rate for the kind of school; permanent exclusions
 * are told beside them. Points come only when even the low end of what chance allows lies above England's: a pupil
 * suspended five times is five suspensions, so chance allows more than independent events would.
 */
export function exclusionsReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const suspended = countOf(evidence, policy, 'suspensions', 'suspensions');
  if (suspended === null) {
    return noEvidence(
      policy,
      'exclusions',
      'Suspensions and exclusions: neither the files imported nor the authority’s own give figures for the school, with its pupils, for the last years. That says nothing about the school.',
    );
  }
  const excluded = countOf(evidence, policy, 'permanent-exclusions', 'permanent exclusions');
  const told = `${plural(suspended.count, 'suspension')} in ${schoolYearName(suspended.year)} (${suspended.by}), ${decimal(rateOf(suspended), 1)} for every 100 of ${plural(suspended.pupils, 'pupil')}`;
  const beside =
    excluded === null
      ? ''
      : ` ${plural(excluded.count, 'permanent exclusion')} in ${schoolYearName(excluded.year)}.`;
  const [newest, england] = englandFor(evidence, policy, suspended.year);
  if (england === null) {
    return noEvidence(
      policy,
      'exclusions',
      `${told}; England’s rate for ${evidence.school.phase} schools is not in the reference data, so it is held against nothing.${beside}`,
      `${decimal(rateOf(suspended), 1)} suspensions for every 100 pupils`,
    );
  }
  const times = numbersOf(policy, 'exclusions', 'timesEngland');
  const [clumping = 1] = numbersOf(policy, 'exclusions', 'clumping');
  const range = poissonInterval(suspended.count, policy.scheme.settings.intervalLevel.number, clumping);
  const per100 = (count: number): number => (100 * count) / suspended.pupils;
  const pointsAt = (rate: number): number => stepsReached(rate / england, times);
  const [low, high] = [per100(range.low), per100(range.high)];
  const { title, maximum } = indicatorIn(policy, 'exclusions');
  const sources = [suspended, ...(excluded === null ? [] : [excluded])].map(({ source }) => source);
  return {
    indicator: 'exclusions',
    title,
    state: 'read',
    shown: `${decimal(rateOf(suspended), 1)} suspensions for every 100 pupils (${plural(suspended.pupils, 'pupil')})`,
    number: rateOf(suspended),
    unit: null,
    threshold: `England, ${evidence.school.phase} schools, ${decimal(england, 1)} (${schoolYearName(newest)})`,
    points: low > england ? pointsAt(rateOf(suspended)) : 0,
    maximum,
    pointsCouldBe: [low > england ? pointsAt(low) : 0, pointsAt(high)],
    interval: { low, high, level: range.level },
    period: schoolYearName(suspended.year),
    sources,
    reason: `${told}; in England’s ${evidence.school.phase} schools ${decimal(england, 1)} (${schoolYearName(newest)}). Chance allows a usual rate between ${decimal(low, 1)} and ${decimal(high, 1)}.${beside}`,
  };
}

function rateOf({ count, pupils }: Counted): number {
  return (100 * count) / pupils;
}

/** As published, where it is; otherwise as the authority's own services counted. */
function countOf(
  evidence: Evidence,
  policy: AnalysisPolicy,
  measure: Extract<MeasureId, 'suspensions' | 'permanent-exclusions'>,
  item: 'suspensions' | 'permanent exclusions',
): Counted | null {
  const [within = 0] = numbersOf(policy, 'exclusions', 'withinYears');
  const published = newestValue(evidence, policy, measure);
  const recent = (on: IsoDate): boolean => yearsBetween(on, policy.asAt) < within;
  const pupils = published?.cohort ?? pupilsIn(evidence, policy);
  if (pupils === null) return null;
  if (published !== null && recent(`${published.year}-08-31`)) {
    // Published as a rate for every hundred pupils.
    const count = Math.round((published.number * pupils) / 100);
    return { count, pupils, year: published.year, by: 'as published', source: published.source };
  }
  const supplied = newestNumber(evidence, policy, 'exclusions', item);
  if (supplied === null) return null;
  return {
    count: supplied.number,
    pupils,
    year: schoolYearOf(supplied.on),
    by: 'counted by the authority',
    source: supplied.supplied.source,
  };
}

/** England's rate for the phase in the year, or in the newest of the two years before. */
function englandFor(
  { school }: Evidence,
  policy: AnalysisPolicy,
  year: number,
): readonly [number, number | null] {
  for (const candidate of [year, year - 1, year - 2]) {
    const england = englandOfPhase(policy, 'suspensions', school.phase, candidate);
    if (england !== null) return [candidate, england];
  }
  return [year, null];
}
