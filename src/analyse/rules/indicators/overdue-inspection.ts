import type { InspectionDue, LastOutcome } from '#/law/inspection-due.ts';
import { nextInspectionDue } from '#/law/inspection-due.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Inspection } from '#/schools/rules/inspection.ts';
import { inspectionsKnown } from '#/schools/rules/inspection-words.ts';
import { outcomeOf } from '#/schools/rules/profile.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, noInspectionInWords } from '../reading-without-evidence.ts';
import { dateInWords } from '../words.ts';
import { ungradedSince } from './last-inspection.ts';

/** The inspection from which the waiting counts, and by when the next one must be. */
export interface NextInspection {
  readonly counted: Inspection;
  readonly due: InspectionDue;
}

/** By when the rules of the day want the next inspection; `null` where no full inspection is known. */
export function nextInspectionOf(evidence: Evidence, policy: AnalysisPolicy): NextInspection | null {
  const known = inspectionsKnown(evidence, policy.asAt);
  const latest = known.find(({ kind }) => kind !== 'ungraded');
  if (latest === undefined) return null;
  const outcome = outcomeFor(latest);
  const since =
    outcome === 'requires improvement' || outcome === 'inadequate' ? undefined : ungradedSince(known, latest);
  const counted = since ?? latest;
  return {
    counted,
    due: nextInspectionDue(policy.reference, { on: counted.startedOn, outcome }, policy.asAt),
  };
}

/**
 * Whether the school has waited longer for an inspection than the rules of the day allow. An overdue inspection says
 * that nobody from outside has looked, not that the school is worse: it gives one point at most.
 */
export function overdueInspectionReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const { title, maximum } = indicatorIn(policy, 'overdue-inspection');
  const next = nextInspectionOf(evidence, policy);
  if (next === null) {
    return noEvidence(policy, 'overdue-inspection', noInspectionInWords(evidence));
  }
  const { counted, due } = next;
  if (due.kind === 'not known') {
    return noEvidence(
      policy,
      'overdue-inspection',
      'No rule on the time between inspections is known for that date.',
    );
  }
  const last = `The last inspection that counts started on ${dateInWords(counted.startedOn)}`;
  const unsure = due.interval.status === 'unconfirmed' ? ' (rule not yet confirmed)' : '';
  if (due.kind === 'no maximum') {
    return noEvidence(
      policy,
      'overdue-inspection',
      `${last}. On ${dateInWords(policy.asAt)} ${due.interval.words}, so it cannot be overdue.`,
    );
  }
  const overdue = policy.asAt > due.by;
  const points = Number(overdue);
  return {
    indicator: 'overdue-inspection',
    title,
    state: 'read',
    shown: overdue ? `overdue since ${dateInWords(due.by)}` : `due by ${dateInWords(due.by)}`,
    number: null,
    unit: null,
    threshold: `${due.interval.words}${unsure}`,
    points,
    maximum,
    pointsCouldBe: [points, points],
    interval: null,
    period: dateInWords(counted.startedOn),
    sources: [counted.source],
    reason: `${last}. The next ${overdue ? 'was' : 'is'} due by ${dateInWords(due.by)} (${due.interval.words}${due.paused ? ', lengthened by the pause of 2020 and 2021' : ''})${unsure}${overdue ? ': it is overdue' : ''}.`,
  };
}

/** Which interval applies. Report cards and inspections without an overall grade have one of their own. */
function outcomeFor(latest: Inspection): LastOutcome {
  const outcome = outcomeOf(latest);
  return outcome === 'not judged' || outcome === 'report card' ? 'without overall grade' : outcome;
}
