import { addMonths } from '#/law/inspection-due.ts';
import { fullInspectionsKnown } from '#/schools/rules/inspection-words.ts';
import { yearsBetween } from '#/schools/rules/dates.ts';
import { isStuck } from '#/schools/rules/stuck-school.ts';
import { resultIndicators } from '../facts.ts';
import { nextInspectionOf } from '../indicators/overdue-inspection.ts';
import { rollFallOf } from '../indicators/roll.ts';
import type { AnalysisPolicy } from '../policy.ts';
import { readingsOf } from '../readings.ts';
import { dateInWords, plural, sentenceCase } from '../words.ts';
import { couldBeWorse, decline, newEvidence } from './decline.ts';
import type { SchoolToWatch, WatchReason } from './watch-reason.ts';
import { watchSettings } from './watch-reason.ts';

/**
 * Why an officer should look at a school now: each reason at most once, in the order of `watchKinds`; none for a school
 * that need not be watched. Says nothing of how the school is: a reason is a question to go and ask.
 */
export function reasonsToWatch(school: SchoolToWatch, policy: AnalysisPolicy): readonly WatchReason[] {
  return [
    ...decline(school, policy),
    ...couldBeWorse(school, policy),
    ...stuck(school, policy),
    ...newEvidence(school, policy),
    ...inspectionDue(school, policy),
    ...thinEvidence(school, policy),
    ...changesOfHead(school, policy),
    ...fallingRoll(school, policy),
  ];
}

function stuck({ evidence }: SchoolToWatch, { asAt }: AnalysisPolicy): readonly WatchReason[] {
  const reading = isStuck(evidence, asAt);
  const [latest, previous] = fullInspectionsKnown(evidence, asAt);
  if (!reading.stuck || latest === undefined || previous === undefined) return [];
  return [
    {
      kind: 'stuck',
      words: `Stuck. ${reading.reason}`,
      on: latest.startedOn,
      sources: [latest.source, previous.source],
    },
  ];
}

/** An inspection that the rules of the day want by a day that has passed, or that is near. */
function inspectionDue({ evidence }: SchoolToWatch, policy: AnalysisPolicy): readonly WatchReason[] {
  const next = nextInspectionOf(evidence, policy);
  if (next?.due.kind !== 'due') return [];
  const { by, interval } = next.due;
  const overdue = by < policy.asAt;
  if (by > addMonths(policy.asAt, watchSettings.dueWithinMonths)) return [];
  const rule = interval.status === 'unconfirmed' ? ', by a rule that is not confirmed' : '';
  return [
    {
      kind: 'inspection due',
      words: `The next inspection ${overdue ? 'was' : 'is'} due by ${dateInWords(by)}${rule}; the last that counts started on ${dateInWords(next.counted.startedOn)}.`,
      on: by,
      sources: [next.counted.source],
    },
  ];
}

/**
 * A proposal that a single reading could move to another group, resting on an old inspection or on none. A borderline one
 * is left to the register: with it a third of an authority would be here, and a list of a third is no list.
 */
function thinEvidence({ evidence, proposal }: SchoolToWatch, policy: AnalysisPolicy): readonly WatchReason[] {
  const [latest] = fullInspectionsKnown(evidence, policy.asAt);
  const age = latest === undefined ? null : yearsBetween(latest.startedOn, policy.asAt);
  if (proposal.sureness.level !== 'uncertain' || (age !== null && age <= watchSettings.oldAfterYears))
    return [];
  const results = proposal.readings.some(
    ({ indicator, state }) => resultIndicators.includes(indicator) && state === 'read',
  );
  const inspection =
    age === null ? 'no full inspection is known' : `the last full inspection was ${plural(age, 'year')} ago`;
  return [
    {
      kind: 'thin evidence',
      words: `The proposal is ${proposal.sureness.level}, and ${inspection}${results ? '' : '; there are no results to hold it against'}.`,
      on: latest?.startedOn ?? policy.asAt,
      sources: latest === undefined ? [] : [latest.source],
    },
  ];
}

/** Repeated change of head, as the indicator of leadership reads it. */
function changesOfHead({ evidence }: SchoolToWatch, policy: AnalysisPolicy): readonly WatchReason[] {
  const [reading] = readingsOf(evidence, policy, ['leadership']);
  if (reading?.state !== 'read' || (reading.number ?? 0) < watchSettings.changesOfHead) return [];
  return [{ kind: 'heads', words: reading.reason, on: policy.asAt, sources: reading.sources }];
}

function fallingRoll({ evidence }: SchoolToWatch, policy: AnalysisPolicy): readonly WatchReason[] {
  const fall = rollFallOf(evidence, policy);
  if (fall === null || fall.points === 0) return [];
  return [{ kind: 'roll', words: `${sentenceCase(fall.words)}.`, on: policy.asAt, sources: fall.sources }];
}
