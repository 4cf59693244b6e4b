import type { IsoDate } from '#/schools/rules/dates.ts';
import { daysBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Grade, Inspection } from '#/schools/rules/inspection.ts';
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
      latest.kind === 'report card'
        ? cardInWords(latest, judgements)
        : gradesInWords(latest, judgements, words),
  };
}

function gradesInWords(latest: Inspection, judgements: readonly WeighedJudgement[], below: string): string {
  const standard = standardOf(latest);
  const on = dateInWords(latest.startedOn);
  const weak = judgements.filter(({ weakness }) => weakness >= 2).length;
  return weak === 0
    ? `The files give ${plural(judgements.length, 'judgement')} of the inspection of ${on}: none below ${standard}.`
    : `${sentenceCase(below)}, at the inspection of ${on}: ${weak} of ${plural(judgements.length, 'judgement')} below ${standard}.`;
}

/** The scale of report cards, weakest first; safeguarding has its own two words. */
const cardScale: readonly Grade[] = [
  'Not met',
  'Urgent improvement',
  'Needs attention',
  'Expected standard',
  'Strong standard',
  'Exceptional',
  'Met',
];

/** Area by area, weakest first, in the card's own words; areas graded again at a monitoring inspection say when. */
function cardInWords(latest: Inspection, judgements: readonly WeighedJudgement[]): string {
  const parts = cardScale.flatMap((grade) => {
    const areas = judgements
      .filter((judgement) => judgement.grade === grade)
      .map(({ area, gradedOn }) => `${area.toLowerCase()}${again(latest, gradedOn)}`)
      .toSorted();
    return areas.length === 0 ? [] : [`${grade.toString().toLowerCase()}: ${list(areas)}`];
  });
  return `${sentenceCase(parts.join('; '))}. The report card of the inspection of ${dateInWords(latest.startedOn)} gives ${plural(judgements.length, 'grade')} and no overall one.`;
}

function again({ startedOn }: Inspection, gradedOn: IsoDate | null): string {
  return gradedOn === null || daysBetween(startedOn, gradedOn) <= daysOfOneInspection
    ? ''
    : ` (graded again on ${dateInWords(gradedOn)})`;
}

/** An inspection takes days and its grades carry the last of them; a monitoring inspection is months later. */
const daysOfOneInspection = 14;

function pointsFor({ weakness, decisive }: WeighedJudgement): number {
  if (weakness === 3) return 3;
  if (weakness < 2) return 0;
  return decisive ? 2 : 1;
}
