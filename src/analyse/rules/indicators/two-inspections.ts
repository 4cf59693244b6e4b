import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Inspection } from '#/schools/rules/inspection.ts';
import { fullInspectionsKnown } from '#/schools/rules/inspection-words.ts';
import { outcomeInWords } from '../outcome-words.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence } from '../reading-without-evidence.ts';
import type { StandingId } from '../scheme.ts';
import { isBelow, standingOf } from '../standing.ts';
import { dateInWords } from '../words.ts';

/**
 * What became of the school between its last two full inspections, a predecessor's included: below good twice, fallen,
 * the same or better. Falling from the highest outcome is read only where both were graded on the same scale.
 */
export function twoInspectionsReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const { title, maximum } = indicatorIn(policy, 'two-inspections');
  const graded = fullInspectionsKnown(evidence, policy.asAt)
    .map((inspection) => ({ inspection, standing: standingOf(inspection, policy.reference) }))
    .filter(({ standing }) => standing !== 'none');
  const [now, before] = graded;
  if (now === undefined || before === undefined) {
    return noEvidence(
      policy,
      'two-inspections',
      'Fewer than two full inspections with an outcome are known, so there is nothing to compare.',
    );
  }
  const { points, words } = compare(
    now.standing,
    before.standing,
    sameScale(now.inspection, before.inspection),
  );
  return {
    indicator: 'two-inspections',
    title,
    state: 'read',
    shown: words,
    number: null,
    unit: null,
    threshold: 'good or better, and not lower than before',
    points,
    maximum,
    pointsCouldBe: [points, points],
    interval: null,
    period: `${dateInWords(before.inspection.startedOn)} and ${dateInWords(now.inspection.startedOn)}`,
    sources: [now.inspection.source, before.inspection.source],
    reason: `Inspected on ${then(before.inspection)} and on ${then(now.inspection)}: ${words}.`,
  };
}

function compare(
  now: StandingId,
  before: StandingId,
  same: boolean,
): { readonly points: number; readonly words: string } {
  if (now === 'serious') {
    return isBelow(before)
      ? { points: 3, words: 'below good twice running' }
      : { points: 3, words: 'fallen to the lowest outcome' };
  }
  if (now === 'below') {
    if (before === 'serious') return { points: 2, words: 'better than before, still below good' };
    return before === 'below'
      ? { points: 3, words: 'below good twice running' }
      : { points: 2, words: 'fallen below good' };
  }
  if (now === 'partly below') {
    if (isBelow(before)) return { points: 1, words: 'better than before, one part still below good' };
    return before === 'partly below'
      ? { points: 1, words: 'one part below good both times' }
      : { points: 1, words: 'one part fallen below good' };
  }
  if (isBelow(before)) return { points: 0, words: 'risen to good or better' };
  if (now === 'secure' && before === 'strongest' && same) {
    return { points: 1, words: 'fallen from outstanding to good' };
  }
  return { points: 0, words: 'good or better both times' };
}

/** Both with an overall grade, both without, or both report cards. */
function sameScale(a: Inspection, b: Inspection): boolean {
  return a.kind === b.kind && (typeof a.overall === 'number') === (typeof b.overall === 'number');
}

function then(inspection: Inspection): string {
  const whose = inspection.ofThisSchool ? '' : ', predecessor';
  return `${dateInWords(inspection.startedOn)} (${outcomeInWords(inspection)}${whose})`;
}
