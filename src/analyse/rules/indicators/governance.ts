import type { Evidence } from '#/schools/rules/evidence.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, numbersOf } from '../reading-without-evidence.ts';
import { dateInWords, decimal, sentenceCase } from '../words.ts';
import { newestNumber, nothingSupplied, stepsReached } from './supplied.ts';

/**
 * Places on the governing body that are empty, and how many governors came to the training expected of them. Points
 * follow the worse. They are counted, not sampled, so nothing is left to chance; one empty place gives no more than one
 * point, however small the body.
 */
export function governanceReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const places = newestNumber(evidence, policy, 'governance', 'governor places');
  const vacant = newestNumber(evidence, policy, 'governance', 'governor vacancies');
  const trained = newestNumber(evidence, policy, 'governance', 'governor training');
  const share =
    places === null || vacant === null || places.number <= 0 ? null : (100 * vacant.number) / places.number;
  if (share === null && trained === null) {
    return nothingSupplied(
      policy,
      'governance',
      'number of governors’ places and vacancies, nor of training,',
    );
  }
  const vacancies =
    share === null ? 0 : stepsReached(share, numbersOf(policy, 'governance', 'vacantPercent'));
  const capped = vacant?.number === 1 ? Math.min(1, vacancies) : vacancies;
  const untrained =
    trained === null
      ? 0
      : numbersOf(policy, 'governance', 'trainedBelowPercent').filter((step) => trained.number < step).length;
  const points = Math.max(capped, untrained);
  const parts = [
    ...(share === null || vacant === null || places === null
      ? []
      : [
          `${vacant.number} of ${places.number} governors’ places vacant (${decimal(share, 0)}%) on ${dateInWords(vacant.on)}`,
        ]),
    ...(trained === null
      ? []
      : [
          `${decimal(trained.number, 0)}% of governors came to training in the year to ${dateInWords(trained.on)}`,
        ]),
  ];
  const { title, maximum } = indicatorIn(policy, 'governance');
  const [first = 0] = numbersOf(policy, 'governance', 'vacantPercent');
  return {
    indicator: 'governance',
    title,
    state: 'read',
    shown: sentenceCase(parts[0] ?? ''),
    number: share ?? trained?.number ?? null,
    unit: '%',
    threshold: `fewer than ${first}% of places vacant`,
    points,
    maximum,
    pointsCouldBe: [points, points],
    interval: null,
    period: dateInWords(vacant?.on ?? trained?.on ?? policy.asAt),
    sources: [places, vacant, trained].flatMap((one) => (one === null ? [] : [one.supplied.source])),
    reason: `${sentenceCase(parts.join('; '))}, as the authority’s own files say.`,
  };
}
