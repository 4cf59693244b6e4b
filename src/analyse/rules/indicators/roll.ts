import { schoolYearName, yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { SourceRef } from '#/schools/rules/value.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, numbersOf } from '../reading-without-evidence.ts';
import { dateInWords, decimal, plural, sentenceCase } from '../words.ts';
import { numbersKnown } from './newest-value.ts';
import { newestNumber } from './supplied.ts';

/** One way in which a roll can be short. */
interface Shortfall {
  readonly pupils: number;
  /** Of the places, or of the roll before. */
  readonly of: number;
  readonly words: string;
  readonly period: string;
  readonly sources: readonly SourceRef[];
}

/**
 * Size and roll: places that are not filled, and a roll lower than in the years before or than the authority expects.
 * Points follow the worst of them. A difference of a handful of pupils gives none, whatever share of a small school.
 */
export function rollReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const all = [unfilled(evidence, policy), fallen(evidence, policy), expected(evidence, policy)];
  const known = all.filter((one): one is Shortfall => one !== null);
  const worst = known.toSorted((a, b) => shareOf(b) - shareOf(a))[0];
  if (worst === undefined) {
    return noEvidence(
      policy,
      'roll',
      'Neither the register nor the census gives pupils and places, or the roll of two years, so size and roll cannot be read.',
    );
  }
  const [least = 0] = numbersOf(policy, 'roll', 'leastPupils');
  const [first = 0] = numbersOf(policy, 'roll', 'stepsPercent');
  const points = Math.max(...known.map((one) => pointsOf(one, policy)));
  const { title, maximum } = indicatorIn(policy, 'roll');
  return {
    indicator: 'roll',
    title,
    state: 'read',
    shown: worst.pupils <= 0 ? 'full, and not falling' : worst.words,
    number: Math.max(0, shareOf(worst)),
    unit: '%',
    threshold: `less than ${first}% of places or pupils, or fewer than ${least} pupils`,
    points,
    maximum,
    pointsCouldBe: [points, points],
    interval: null,
    period: worst.period,
    sources: known.flatMap(({ sources }) => sources),
    reason: `${sentenceCase(known.map(({ words }) => words).join('; '))}.`,
  };
}

function pointsOf(one: Shortfall, policy: AnalysisPolicy): number {
  const [least = 0] = numbersOf(policy, 'roll', 'leastPupils');
  const [first = 0, second = 0, third = 0] = numbersOf(policy, 'roll', 'stepsPercent');
  const share = shareOf(one);
  return one.pupils < least ? 0 : Number(share >= first) + Number(share >= second) + Number(share > third);
}

/** How the roll fell, and the points it alone would give; `null` where it did not, or the census of two years is not known. */
export function rollFallOf(
  evidence: Evidence,
  policy: AnalysisPolicy,
): (Pick<Shortfall, 'words' | 'period' | 'sources'> & { readonly points: number }) | null {
  const fall = fallen(evidence, policy);
  return fall === null || fall.pupils <= 0 ? null : { ...fall, points: pointsOf(fall, policy) };
}

function shareOf({ pupils, of }: Shortfall): number {
  return (100 * pupils) / of;
}

function unfilled(evidence: Evidence, policy: AnalysisPolicy): Shortfall | null {
  const { school } = evidence;
  const supplied = newestNumber(evidence, policy, 'roll', 'places');
  const places = supplied?.number ?? school.capacity;
  const newest = numbersKnown(evidence, policy, 'pupils-on-roll').at(-1);
  const pupils = newest?.number ?? school.pupils;
  if (places === null || pupils === null || places <= 0 || pupils <= 0) return null;
  const empty = places - pupils;
  const when = newest === undefined ? 'the register' : `the census of ${schoolYearName(newest.year)}`;
  const sources = [newest?.source, supplied?.supplied.source].filter((source) => source !== undefined);
  return {
    pupils: empty,
    of: places,
    words:
      empty > 0
        ? `${empty} of ${plural(places, 'place')} not filled (${decimal((100 * empty) / places, 0)}%, by ${when})`
        : `${plural(pupils, 'pupil')} for ${plural(places, 'place')} (by ${when})`,
    period: newest === undefined ? 'as in the register' : schoolYearName(newest.year),
    sources: sources.length > 0 ? sources : school.sources,
  };
}

/** The roll against its highest in the years before. */
function fallen(evidence: Evidence, policy: AnalysisPolicy): Shortfall | null {
  const [years = 0] = numbersOf(policy, 'roll', 'fallOverYears');
  const rolls = numbersKnown(evidence, policy, 'pupils-on-roll');
  const newest = rolls.at(-1);
  if (newest === undefined || yearsBetween(`${newest.year}-01-31`, policy.asAt) >= years) return null;
  const before = rolls
    .filter(({ year, number }) => year < newest.year && year >= newest.year - years && number > 0)
    .toSorted((a, b) => b.number - a.number)[0];
  if (before === undefined) return null;
  const lost = before.number - newest.number;
  const change =
    lost > 0
      ? `${plural(lost, 'pupil')} fewer (${decimal((100 * lost) / before.number, 0)}%)`
      : lost === 0
        ? 'as many'
        : `${plural(-lost, 'pupil')} more`;
  return {
    pupils: lost,
    of: before.number,
    words: `${plural(newest.number, 'pupil')} in ${schoolYearName(newest.year)}, ${change} ${lost === 0 ? 'as' : 'than'} the ${before.number} of ${schoolYearName(before.year)}`,
    period: `${schoolYearName(before.year)} to ${schoolYearName(newest.year)}`,
    sources: [newest.source, before.source],
  };
}

/** The roll that the authority expects against the one there is: its newest forecast of a day to come. */
function expected(evidence: Evidence, policy: AnalysisPolicy): Shortfall | null {
  const forecast = evidence.supplied
    .filter(
      ({ item, knownOn, on }) => item === 'pupils expected' && knownOn <= policy.asAt && on > policy.asAt,
    )
    .toSorted((a, b) => b.knownOn.localeCompare(a.knownOn) || a.on.localeCompare(b.on))[0];
  const newest = numbersKnown(evidence, policy, 'pupils-on-roll').at(-1)?.number ?? evidence.school.pupils;
  if (forecast === undefined || typeof forecast.value !== 'number' || newest === null || newest <= 0)
    return null;
  return {
    pupils: newest - forecast.value,
    of: newest,
    words: `${plural(forecast.value, 'pupil')} expected on ${dateInWords(forecast.on)}, ${newest} now`,
    period: `to ${dateInWords(forecast.on)}`,
    sources: [forecast.source],
  };
}
