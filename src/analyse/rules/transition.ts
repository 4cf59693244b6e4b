import type { IsoDate } from '#/schools/rules/dates.ts';
import { yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { fullInspectionsKnown } from '#/schools/rules/inspection-words.ts';
import type { AnalysisPolicy } from './policy.ts';
import { dateInWords } from './words.ts';

export interface Transition {
  readonly inTransition: boolean;
  readonly words: string;
}

/**
 * Whether a school is in transition: a new school, academy or amalgamation that has not been inspected itself, within
 * the years the scheme allows. Later than that its predecessor's inspection, if any, is read as its own history.
 */
export function transitionOf(evidence: Evidence, policy: AnalysisPolicy): Transition {
  const { asAt, scheme } = policy;
  const years = scheme.settings.transitionWithinYears.number;
  const own = fullInspectionsKnown(evidence, asAt).find(({ ofThisSchool }) => ofThisSchool);
  if (own !== undefined)
    return { inTransition: false, words: 'Not in transition: it has been inspected itself.' };
  const started = startOf(evidence, asAt);
  if (started === null) {
    return { inTransition: false, words: 'No opening date is known, so it is not taken for a new school.' };
  }
  const inTransition = yearsBetween(started, asAt) < years;
  return {
    inTransition,
    words: inTransition
      ? `Opened on ${dateInWords(started)}${predecessorsInWords(evidence)}, and not inspected itself yet.`
      : `Not inspected itself yet, but no longer in transition: open since ${dateInWords(started)}.`,
  };
}

/** The day the school opened, or the newest day on which a predecessor became it. */
function startOf(evidence: Evidence, asAt: IsoDate): IsoDate | null {
  const opened = evidence.school.openedOn;
  const linked = evidence.lineage
    .filter(({ relation }) => relation === 'predecessor')
    .flatMap(({ establishedOn }) => (establishedOn === null || establishedOn > asAt ? [] : [establishedOn]))
    .toSorted()
    .at(-1);
  const known = [opened, linked ?? null].filter((day): day is IsoDate => day !== null && day <= asAt);
  return known.toSorted().at(-1) ?? null;
}

function predecessorsInWords(evidence: Evidence): string {
  const names = evidence.lineage
    .filter(({ relation }) => relation === 'predecessor')
    .map(({ name }) => name)
    .toSorted();
  return names.length === 0 ? '' : ` in place of ${names.join(' and ')}`;
}
