import { unbroken } from '#/law/comparable-years.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { trendAgainst } from '#/statistics/trend.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence } from '../reading-without-evidence.ts';
import { ageOf, attainmentMeasures, firstRead } from '../results.ts';
import { yearError } from '../underlying.ts';
import { decimal, list, small, yearsInWords } from '../words.ts';
import { predecessorYears } from './attainment.ts';

/**
 * The direction of attainment against England, within years whose line is unbroken. Points follow the probability of a
 * decline, not its size: with few pupils, or one odd year, no decline is probable enough.
 */
export function trendReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const { settings } = policy.scheme;
  const results = firstRead(evidence, policy, attainmentMeasures[evidence.school.phase]);
  const newest = results?.years.at(-1);
  if (results === null || newest === undefined) {
    return noEvidence(policy, 'trend', 'There are no results to draw a line through.');
  }
  const { measure } = results;
  const years = results.years.filter(({ year }) => unbroken(measure, year, newest.year));
  const age = ageOf(years, policy);
  if (age >= settings.resultsWithinYears.number) {
    return noEvidence(
      policy,
      'trend',
      `The newest results are those of ${yearsInWords([newest.year])}: a trend that old says nothing about the school today.`,
    );
  }
  const trend = trendAgainst(
    years.map((year) => ({
      year: year.year,
      difference: year.value - year.england,
      standardError: yearError(year, measure),
    })),
    measure.yearlyChangeSd?.number ?? 0,
  );
  if (trend === null || measure.yearlyChangeSd === undefined) {
    return noEvidence(
      policy,
      'trend',
      `Only ${yearsInWords([newest.year])} can be compared: a trend needs two years or more without a break in how they were measured.`,
    );
  }
  const declining = trend.below(0);
  const interval = trend.interval(settings.intervalLevel.number);
  const pointsAt = (probability: number): number =>
    settings.trendProbabilities.numbers.filter((least) => probability >= least).length;
  const unit = measure.unit === '%' ? ' percentage points' : ' points';
  const differences = years.map(
    ({ year, value, england }) => `${signed(value - england)} in ${yearsInWords([year])}`,
  );
  const { title, maximum } = indicatorIn(policy, 'trend');
  return {
    indicator: 'trend',
    title,
    state: 'read',
    shown: `${signed(trend.mean)}${unit} a year against England`,
    number: trend.mean,
    unit: 'points',
    threshold: 'no decline against England',
    points: pointsAt(declining),
    maximum,
    // The probability rests on an assumed spread of trends: half and twice the odds are as arguable.
    pointsCouldBe: [pointsAt(withOdds(declining, 0.5)), pointsAt(withOdds(declining, 2))],
    interval,
    period: yearsInWords(years.map(({ year }) => year)),
    sources: years.flatMap(({ sources }) => sources),
    reason: `${measure.title}, difference from England${predecessorYears(years)}: ${list(differences)}${unit}. Over these ${small(years.length)} years, allowing for the number of pupils, the chance that the school is falling behind is ${chance(declining)}.`,
  };
}

/** A probability whose odds are so many times as long. */
function withOdds(probability: number, factor: number): number {
  const odds = factor * probability;
  return odds / (odds + 1 - probability);
}

function signed(number: number): string {
  const shown = decimal(number, 1);
  return number > 0 && Number(number.toFixed(1)) !== 0 ? `+${shown}` : shown;
}

/** A probability as people say it, never certain. */
function chance(probability: number): string {
  const inHundred = Math.round(100 * probability);
  if (inHundred < 1) return 'less than 1 in 100';
  return inHundred > 99 ? 'more than 99 in 100' : `${inHundred} in 100`;
}
