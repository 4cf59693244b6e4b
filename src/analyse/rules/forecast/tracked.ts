import type { Reference } from '#/law/reference.ts';
import { dayOf, type Day, type SchoolYear } from '#/schools/rules/dates.ts';
import type { InspectionInHistory, SchoolHistory } from '#/schools/rules/history.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import { plainArea, standingOf, weighJudgements } from '../standing.ts';

/** 1 strongest to 4 weakest: an overall grade, or where there is none its place by the convention of `standingOf`. */
export type Standing = 1 | 2 | 3 | 4;

/** A full inspection, ready to reckon with. */
export interface Judged {
  readonly started: Day;
  readonly known: Day;
  readonly standing: Standing;
  readonly kind: InspectionInHistory['kind'];
  /** Of the school under the reference number it has now. */
  readonly own: boolean;
  /** Of a report card: an area below expected, safeguarding not met among them. */
  readonly anyBelow: boolean;
  /** Of a report card: leadership and governance below expected. */
  readonly leadershipBelow: boolean;
}

interface Placed {
  readonly year: SchoolYear;
  readonly known: Day;
  readonly place: number;
  readonly cohort: number | null;
}

/** A school's history in days and numbers, worked out once. */
export interface TrackedSchool {
  readonly history: SchoolHistory;
  /** Oldest first by the day they were known; each started later than the one before. */
  readonly judged: readonly Judged[];
  /** Oldest year first. */
  readonly results: ReadonlyMap<MeasureId, readonly Placed[]>;
  /** When the last ungraded inspection started. Earlier ones are not in the record, so models are not fitted on it. */
  readonly ungraded: Day | null;
  readonly opened: Day | null;
  /** Last day of which the record tells, and on which the school was open; `null` for a history as at a day. */
  readonly followed: Day | null;
}

const standings = { strongest: 1, secure: 2, 'partly below': 2, below: 3, serious: 4, none: null } as const;

/** Two files may date one inspection some days apart; no school is inspected twice within three weeks. */
const sameInspectionDays = 20;

/**
 * In the order in which outcomes became known, so that nothing known later changes what was known before: an inspection
 * of which anyone hears only after a later one never comes into force.
 */
export function trackSchool(history: SchoolHistory, reference: Pick<Reference, 'frameworks'>): TrackedSchool {
  const results = history.results.toSorted((a, b) => a.year - b.year || a.knownOn.localeCompare(b.knownOn));
  return {
    history,
    judged: judgedOf(history, reference),
    results: Map.groupBy(
      results.map(({ measure, year, knownOn, place, cohort }) => ({
        measure,
        year,
        known: dayOf(knownOn),
        place,
        cohort,
      })),
      ({ measure }) => measure,
    ),
    ungraded: history.ungradedOn === null ? null : dayOf(history.ungradedOn),
    opened: history.openedOn === null ? null : dayOf(history.openedOn),
    followed: followedOf(history),
  };
}

function judgedOf(history: SchoolHistory, reference: Pick<Reference, 'frameworks'>): readonly Judged[] {
  const judged: Judged[] = [];
  const inOrder = history.inspections.toSorted(
    (a, b) => a.knownOn.localeCompare(b.knownOn) || a.startedOn.localeCompare(b.startedOn),
  );
  for (const inspection of inOrder) {
    const standing = standings[standingOf(inspection, reference)];
    const started = dayOf(inspection.startedOn);
    const before = judged.at(-1);
    if (standing === null || (before !== undefined && started - before.started <= sameInspectionDays))
      continue;
    judged.push({
      started,
      known: dayOf(inspection.knownOn),
      standing,
      kind: inspection.kind,
      own: inspection.urnAtTime === history.urn,
      ...belowExpected(inspection, reference),
    });
  }
  return judged;
}

function followedOf({ followedUntil, closedOn }: SchoolHistory): Day | null {
  if (followedUntil === null) return null;
  return dayOf(closedOn !== null && closedOn < followedUntil ? closedOn : followedUntil);
}

function belowExpected(
  inspection: InspectionInHistory,
  reference: Pick<Reference, 'frameworks'>,
): Pick<Judged, 'anyBelow' | 'leadershipBelow'> {
  if (inspection.kind !== 'report card') return { anyBelow: false, leadershipBelow: false };
  const below = weighJudgements(inspection, reference).filter(({ weakness }) => weakness >= 2);
  return {
    anyBelow: below.length > 0,
    leadershipBelow: below.some(({ area }) => plainArea(area) === 'leadership and governance'),
  };
}

/**
 * Outcomes are known some weeks after the last inspection of which a file tells, and from the middle of July to September
 * none starts: a file whose last inspection started then tells of all that was known by the end of August.
 */
const followedSlack = 60;

/**
 * The day by which files tell of all outcomes known of the school; −Infinity where none does, or where it came of schools
 * that joined, so that its record is of several.
 */
export function toldUntil({ history, followed }: TrackedSchool): Day {
  return history.joined || followed === null ? -Infinity : followed + followedSlack;
}

/** The inspection in force on a day: the last whose outcome was known. */
export function inForceOn({ judged }: Pick<TrackedSchool, 'judged'>, day: Day): Judged | null {
  let found: Judged | null = null;
  for (const one of judged) {
    if (one.known > day) break;
    found = one;
  }
  return found;
}

/** The first inspection whose outcome became known after one day and by another. */
export function nextKnown({ judged }: Pick<TrackedSchool, 'judged'>, after: Day, by: Day): Judged | null {
  return judged.find(({ known }) => known > after && known <= by) ?? null;
}

export function isGood({ standing }: Judged): boolean {
  return standing <= 2;
}
