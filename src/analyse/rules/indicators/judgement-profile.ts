import type { Evidence } from '#/schools/rules/evidence.ts';
import { fullInspectionsKnown } from '#/schools/rules/inspection-words.ts';
import { judgementInWords, standardOf } from '../outcome-words.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, noInspectionInWords } from '../reading-without-evidence.ts';
import type { WeighedJudgement } from '../standing.ts';
import { weighJudgements } from '../standing.ts';
import { dateInWords, list, plural, sentenceCase } from '../words.ts';

/**
 * The weakest judgements of the last full inspection, in the words and scale of its own framework. Report-card areas
 * keep their own grades; nothing is mapped from one scale to another.
 */
export function judgementProfileReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const { title, maximum } = indicatorIn(policy, 'judgement-profile');
  const [latest] = fullInspectionsKnown(evidence, policy.asAt);
  if (latest === undefined) {
    return noEvidence(policy, 'judgement-profile', noInspectionInWords(evidence));
  }
  const judgements = weighJudgements(latest, policy.reference);
  const [weakest] = judgements;
  if (weakest === undefined) {
    return noEvidence(
      policy,
      'judgement-profile',
      `The files imported give no separate judgements for the inspection of ${dateInWords(latest.startedOn)}.`,
    );
  }
  const points = pointsFor(weakest);
  const below = judgements.filter(({ weakness }) => weakness >= 2);
  const standard = standardOf(latest);
  const words = list(below.map(({ area, grade }) => judgementInWords(area, grade, latest.startedOn)));
  return {
    indicator: 'judgement-profile',
    title,
    state: 'read',
    shown: below.length === 0 ? `none below ${standard}` : words,
    number: below.length,
    unit: null,
    threshold: `no judgement below ${standard}`,
    points,
    maximum,
    pointsCouldBe: [points, points],
    interval: null,
    period: dateInWords(latest.startedOn),
    sources: [latest.source],
    reason:
      below.length === 0
        ? `The files give ${plural(judgements.length, 'judgement')} of the inspection of ${dateInWords(latest.startedOn)}: none below ${standard}.`
        : `${sentenceCase(words)}, at the inspection of ${dateInWords(latest.startedOn)}: ${below.length} of ${plural(judgements.length, 'judgement')} below ${standard}.`,
  };
}

function pointsFor({ weakness, decisive }: WeighedJudgement): number {
  if (weakness === 3) return 3;
  if (weakness < 2) return 0;
  return decisive ? 2 : 1;
}
