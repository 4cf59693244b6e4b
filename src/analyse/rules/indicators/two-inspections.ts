import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Inspection } from '#/schools/rules/inspection.ts';
import { fullInspectionsKnown } from '#/schools/rules/inspection-words.ts';
import { outcomeInWords, standardOf } from '../outcome-words.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, noInspectionInWords } from '../reading-without-evidence.ts';
import type { StandingId } from '../scheme.ts';
import { isBelow, standingOf } from '../standing.ts';
import { dateInWords, sentenceCase } from '../words.ts';

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
      fullInspectionsKnown(evidence, policy.asAt).length === 0
        ? noInspectionInWords(evidence)
        : 'Fewer than two full inspections with an outcome are known, so there is nothing to compare.',
    );
  }
  const points = pointsFor(now.standing, before.standing, sameScale(now.inspection, before.inspection));
  const words = inWords(now, before);
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
    reason: `First ${then(before.inspection)}; then ${then(now.inspection)}. ${sentenceCase(words)}.`,
  };
}

interface Graded {
  readonly inspection: Inspection;
  readonly standing: StandingId;
}

function pointsFor(now: StandingId, before: StandingId, same: boolean): number {
  switch (now) {
    case 'serious':
      return 3;
    case 'below':
      return before === 'below' ? 3 : 2;
    case 'partly below':
      return 1;
    case 'secure':
      return before === 'strongest' && same ? 1 : 0;
    case 'strongest':
    case 'none':
      return 0;
  }
}

/** What became of the school, in the words of each inspection's own scale. */
function inWords(now: Graded, before: Graded): string {
  const [good, goodBefore] = [standardOf(now.inspection), standardOf(before.inspection)];
  if (isBelow(now.standing)) {
    if (now.standing === 'below' && before.standing === 'serious') return `better, but still below ${good}`;
    if (!isBelow(before.standing)) {
      return now.standing === 'serious' ? 'fallen to the lowest outcome' : `now below ${good}`;
    }
    return good === goodBefore ? `below ${good} twice running` : `below ${goodBefore}, then below ${good}`;
  }
  if (now.standing === 'partly below') return `one part now below ${good}`;
  if (isBelow(before.standing)) return `no longer below ${good}`;
  if (good !== goodBefore) return `not below ${good}, nor below ${goodBefore} before`;
  const fallen =
    sameScale(now.inspection, before.inspection) &&
    now.standing === 'secure' &&
    before.standing === 'strongest';
  return fallen ? 'no longer the highest outcome' : `not below ${good} either time`;
}

/** Both with an overall grade, both without, or both report cards. */
function sameScale(a: Inspection, b: Inspection): boolean {
  return a.kind === b.kind && (typeof a.overall === 'number') === (typeof b.overall === 'number');
}

function then(inspection: Inspection): string {
  const whose = inspection.ofThisSchool ? '' : ' (predecessor)';
  return `${dateInWords(inspection.startedOn)}${whose}: ${outcomeInWords(inspection)}`;
}
