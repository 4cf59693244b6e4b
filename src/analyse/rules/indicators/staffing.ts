import type { Evidence } from '#/schools/rules/evidence.ts';
import { exactInterval } from '#/statistics/interval.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, numbersOf } from '../reading-without-evidence.ts';
import { dateInWords, decimal, sentenceCase } from '../words.ts';
import type { SuppliedNumber } from './supplied.ts';
import { newestNumber, nothingSupplied, stepsReached } from './supplied.ts';

interface PartOfPosts {
  readonly part: SuppliedNumber;
  readonly posts: number;
  readonly words: string;
  readonly steps: 'leftPercent' | 'vacantPercent';
  readonly usual: 'usualLeftPercent' | 'usualVacantPercent';
}

/**
 * Teachers who left in a year and posts that are vacant, as shares of the posts; days of sickness are told beside them.
 * Points follow the worse, and only when chance would not give so many where no more than usual leave: of six teachers
 * one leaves easily.
 */
export function staffingReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const posts = newestNumber(evidence, policy, 'staffing', 'teacher posts');
  const left = newestNumber(evidence, policy, 'staffing', 'teachers who left');
  const vacant = newestNumber(evidence, policy, 'staffing', 'teacher vacancies');
  const sickness = newestNumber(evidence, policy, 'staffing', 'days of sickness');
  const known: readonly PartOfPosts[] =
    posts === null || posts.number <= 0
      ? []
      : [
          ...(left === null
            ? []
            : [
                {
                  part: left,
                  posts: posts.number,
                  words: 'teachers left in the year to',
                  steps: 'leftPercent',
                  usual: 'usualLeftPercent',
                } as const,
              ]),
          ...(vacant === null
            ? []
            : [
                {
                  part: vacant,
                  posts: posts.number,
                  words: 'teachers’ posts vacant on',
                  steps: 'vacantPercent',
                  usual: 'usualVacantPercent',
                } as const,
              ]),
        ];
  const worst = known.toSorted((a, b) => pointsOf(b, policy)[1] - pointsOf(a, policy)[1])[0];
  if (worst === undefined)
    return nothingSupplied(policy, 'staffing', 'teachers’ posts with those who left or are missing');
  const ends = known.map((one) => pointsOf(one, policy));
  const beside =
    sickness === null
      ? ''
      : `; ${decimal(sickness.number, 1)} days of sickness for each teacher in the year to ${dateInWords(sickness.on)}`;
  const { title, maximum } = indicatorIn(policy, 'staffing');
  return {
    indicator: 'staffing',
    title,
    state: 'read',
    shown: sentenceCase(inWords(worst)),
    number: shareOf(worst),
    unit: '%',
    threshold: `usual: ${numbersOf(policy, 'staffing', worst.usual)[0] ?? 0}%`,
    points: Math.max(...ends.map(([, points]) => points)),
    maximum,
    pointsCouldBe: [Math.max(...ends.map(([low]) => low)), Math.max(...ends.map(([, , high]) => high))],
    interval: null,
    period: dateInWords(worst.part.on),
    sources: [posts, left, vacant, sickness].flatMap((one) => (one === null ? [] : [one.supplied.source])),
    reason: `${sentenceCase(known.map(inWords).join('; '))}${beside}, as the authority’s own files say.`,
  };
}

function shareOf({ part, posts }: PartOfPosts): number {
  return Math.min(100, (100 * part.number) / posts);
}

function inWords(one: PartOfPosts): string {
  return `${decimal(one.part.number, Number.isInteger(one.part.number) ? 0 : 1)} of ${decimal(one.posts, Number.isInteger(one.posts) ? 0 : 1)} ${one.words} ${dateInWords(one.part.on)} (${decimal(shareOf(one), 0)}%)`;
}

/** Fewest points, points, most points. Posts are whole and part ones, so chance is reckoned with the nearest whole number. */
function pointsOf(one: PartOfPosts, policy: AnalysisPolicy): readonly [number, number, number] {
  const steps = numbersOf(policy, 'staffing', one.steps);
  const [usual = 0] = numbersOf(policy, 'staffing', one.usual);
  const total = Math.max(1, Math.round(one.posts));
  const level = policy.scheme.settings.intervalLevel.number;
  const { low, high } = exactInterval(Math.min(total, Math.round(one.part.number)), total, level);
  const clear = 100 * low > usual;
  return [
    clear ? stepsReached(100 * low, steps) : 0,
    clear ? stepsReached(shareOf(one), steps) : 0,
    stepsReached(100 * high, steps),
  ];
}
