import { yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Inspection } from '#/schools/rules/inspection.ts';
import { inspectionsKnown, whyNoInspection } from '#/schools/rules/inspection-words.ts';
import { outcomeInWords } from '../outcome-words.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, noInspectionInWords } from '../reading-without-evidence.ts';
import type { StandingId } from '../scheme.ts';
import { standingOf } from '../standing.ts';
import { dateInWords, plural } from '../words.ts';

const pointsFor: Readonly<Record<Exclude<StandingId, 'none'>, number>> = {
  strongest: 0,
  secure: 0,
  'partly below': 1,
  below: 2,
  serious: 3,
};

/**
 * The last full inspection and its age. A good outcome counts in full while it is recent, and less from four years on;
 * an ungraded inspection since renews it, or takes from it where Ofsted found concerns.
 */
export function lastInspectionReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const { title, maximum } = indicatorIn(policy, 'last-inspection');
  const known = inspectionsKnown(evidence, policy.asAt);
  const latest = known.find(({ kind }) => kind !== 'ungraded');
  if (latest === undefined) {
    return noEvidence(policy, 'last-inspection', noInspectionInWords(evidence), whyNoInspection(evidence));
  }
  const standing = standingOf(latest, policy.reference);
  if (standing === 'none') {
    return noEvidence(
      policy,
      'last-inspection',
      `The last full inspection started on ${dateInWords(latest.startedOn)}, but its outcome is not stated in the files imported.`,
    );
  }
  const since = ungradedSince(known, latest);
  const renewed = since?.startedOn ?? latest.startedOn;
  const age = yearsBetween(latest.startedOn, policy.asAt);
  const old =
    yearsBetween(renewed, policy.asAt) >= policy.scheme.settings.goodInspectionAgesAfterYears.number;
  const concerned = since !== undefined && foundConcerns(since);
  const points = Math.max(pointsFor[standing], Number(old || concerned));
  const words = outcomeInWords(latest);
  return {
    indicator: 'last-inspection',
    title,
    state: 'read',
    shown: `${words}, ${age === 0 ? 'less than a year ago' : `${plural(age, 'year')} ago`}`,
    number: age,
    unit: 'years',
    threshold: 'nothing below good, inspected in the last four years',
    points,
    maximum,
    pointsCouldBe: [points, points],
    interval: null,
    period: dateInWords(latest.startedOn),
    sources: since === undefined ? [latest.source] : [latest.source, since.source],
    reason: `The last full inspection${predecessor(latest)} started on ${dateInWords(latest.startedOn)}, ${age === 0 ? 'less than a year' : plural(age, 'year')} before ${dateInWords(policy.asAt)}: ${words}.${sinceInWords(since, old)}`,
  };
}

/** The newest ungraded inspection after the full one, unless it was turned into a full one. */
export function ungradedSince(known: readonly Inspection[], latest: Inspection): Inspection | undefined {
  return known.find(
    ({ kind, startedOn, convertedToGraded }) =>
      kind === 'ungraded' && startedOn > latest.startedOn && convertedToGraded !== true,
  );
}

/** Ofsted's own words for an ungraded inspection that found cause for concern. */
export function foundConcerns({ outcome }: Inspection): boolean {
  return outcome !== null && /concerns|not as strong/i.test(outcome);
}

function predecessor({ ofThisSchool, nameAtTime }: Inspection): string {
  if (ofThisSchool) return '';
  return nameAtTime === null ? ' (of its predecessor)' : ` (of its predecessor, ${nameAtTime})`;
}

function sinceInWords(since: Inspection | undefined, old: boolean): string {
  if (since !== undefined) {
    return ` An ungraded inspection on ${dateInWords(since.startedOn)} found: ${since.outcome ?? 'outcome not stated'}.`;
  }
  return old ? ' It is too old to say much about the school today.' : '';
}
