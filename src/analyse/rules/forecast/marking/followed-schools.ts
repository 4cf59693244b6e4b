import { addMonths } from '#/law/inspection-due.ts';
import type { Reference } from '#/law/reference.ts';
import { dayOf, type Day, type IsoDate } from '#/schools/rules/dates.ts';
import type { SchoolHistory } from '#/schools/rules/history.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { ForecastTarget } from '../forecast.ts';
import { nextKnown, trackSchool, type Judged, type TrackedSchool } from '../tracked.ts';

/** Schools whose inspections can be looked up later, by any number they ever had. */
export interface FollowedSchools {
  readonly schools: readonly TrackedSchool[];
  readonly byUrn: ReadonlyMap<Urn, TrackedSchool>;
  /** The day to which most of the schools are followed; `null` where no file tells of inspections. */
  readonly until: Day | null;
  /** Last day on which inspections began that give an overall grade. */
  readonly overallGradesUntil: Day;
  /** Last day on which inspections began that grade from 1 to 4, overall or judgement by judgement. */
  readonly gradedUntil: Day;
}

/** @param histories with all there is: what became of a school is known only afterwards */
export function followSchools(
  histories: readonly SchoolHistory[],
  reference: Pick<Reference, 'frameworks'>,
): FollowedSchools {
  const schools = histories.map((history) => trackSchool(history, reference));
  const byUrn = new Map<Urn, TrackedSchool>();
  for (const school of schools)
    for (const urn of school.history.formerly) if (!byUrn.has(urn)) byUrn.set(urn, school);
  for (const school of schools) byUrn.set(school.history.urn, school);
  const days = schools
    .flatMap(({ followed }) => (followed === null ? [] : [followed]))
    .toSorted((a, b) => a - b);
  const lastOf = (frameworks: Reference['frameworks']): Day =>
    Math.max(...frameworks.map(({ to }) => (to === null ? Infinity : dayOf(to))));
  return {
    schools,
    byUrn,
    // One school that a newer file happens to name does not make forecasts of all others due.
    until: days[Math.floor(days.length / 2)] ?? null,
    overallGradesUntil: lastOf(reference.frameworks.filter(({ overall }) => overall)),
    gradedUntil: lastOf(reference.frameworks.filter(({ kind }) => kind === 'graded')),
  };
}

/** Something forecast of one school: that its next full inspection, known within so many months, finds what the target says. */
export interface Forecast {
  readonly urn: Urn;
  readonly asAt: IsoDate;
  readonly months: number;
  readonly target: ForecastTarget;
}

/** Why what happened to a school cannot be held against its forecast: counted and shown, never dropped. */
export const reasonsLeftOut = [
  'not in the files any more',
  'joined with other schools',
  'closed before it was inspected',
  'not followed to the end',
  'judged in another way since',
] as const;

export type LeftOut = (typeof reasonsLeftOut)[number];

export type Outcome =
  { readonly happened: boolean; readonly inspection: Judged | null } | { readonly leftOut: LeftOut };

/** Whether all of the time a forecast is about is over, and files tell of it. */
export function isDue(
  followed: FollowedSchools,
  { asAt, months }: Pick<Forecast, 'asAt' | 'months'>,
): boolean {
  return followed.until !== null && dayOf(addMonths(asAt, months)) <= followed.until;
}

/**
 * Whether the time of a forecast goes on into another way of judging. Then nothing of it is marked: a school that has not
 * been inspected since could no longer do what was forecast, and those inspected before would count alone.
 */
export function runsPast(
  { gradedUntil }: Pick<FollowedSchools, 'gradedUntil'>,
  { asAt, months, target }: Omit<Forecast, 'urn'>,
): boolean {
  return target === 'below good' && dayOf(addMonths(asAt, months)) > gradedUntil;
}

/**
 * What came of a forecast whose time is over. A school that was not inspected in it did not do what was forecast. One of
 * which nobody can tell is left out with the reason; a school known only because it was inspected would make inspections
 * look more frequent than they are, so one not followed to the end is left out even then.
 */
export function outcomeOf(followed: FollowedSchools, forecast: Forecast): Outcome {
  const school = followed.byUrn.get(forecast.urn);
  if (school === undefined) return { leftOut: 'not in the files any more' };
  const { history } = school;
  if (history.urn !== forecast.urn && history.joined) return { leftOut: 'joined with other schools' };
  const [from, end] = [dayOf(forecast.asAt), dayOf(addMonths(forecast.asAt, forecast.months))];
  if (runsPast(followed, forecast)) return { leftOut: 'judged in another way since' };
  const inspection = nextKnown(school, from, end);
  const closed = history.closedOn !== null && dayOf(history.closedOn) <= end;
  if (closed && inspection === null) return { leftOut: 'closed before it was inspected' };
  if (!closed && (school.followed === null || school.followed < end))
    return { leftOut: 'not followed to the end' };
  if (inspection === null) return { happened: false, inspection };
  const happened = finds(forecast.target, inspection);
  return happened === null ? { leftOut: 'judged in another way since' } : { happened, inspection };
}

/**
 * Whether an inspection found what a target says; `null` where it was of a kind that cannot say. Where judgements had no
 * overall grade, below good is what `standingOf` says of them: quality of education and leadership decide, by the
 * Department's convention. Forecasts of grades mean the same.
 */
export function finds(target: ForecastTarget, inspection: Judged): boolean | null {
  if (target === 'below good') return inspection.kind === 'graded' ? inspection.standing > 2 : null;
  if (inspection.kind !== 'report card') return null;
  return target === 'any area below expected' ? inspection.anyBelow : inspection.leadershipBelow;
}
