import type { ForecastMethod } from '#/law/reference.ts';
import type { Denominator } from '#/analyse/rules/forecast/forecast.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { InspectionInHistory, SchoolHistory } from '#/schools/rules/history.ts';

export type Settings = ForecastMethod['settings'];

/** A school as the method of 2013 looks at it. Nothing in it became known after the day of the forecast. */
export interface SchoolThen {
  readonly history: SchoolHistory;
  /** The authority's own category, such as `A4`; `null` where there was none. */
  readonly category: string | null;
  readonly plans: Plans;
}

/** What is planned for a school; `null` where nothing is. */
export interface Plans {
  /** It closes, and nothing takes its place. */
  readonly closesOn: IsoDate | null;
  /** It closes, and an academy without a judgement takes its place. */
  readonly academyOn: IsoDate | null;
}

export const nothingPlanned: Plans = { closesOn: null, academyOn: null };

export type Standing = 'good' | 'not good' | 'not judged';

/** A full inspection with an overall grade, which is all the method knows of. */
export interface GradedThen {
  readonly startedOn: IsoDate;
  readonly grade: 1 | 2 | 3 | 4;
}

/** The school's own last overall grade, and the last of itself or of a school before it. */
export function lastGrades(
  { urn, inspections }: SchoolHistory,
  asAt: IsoDate,
): { readonly own: GradedThen | null; readonly any: GradedThen | null } {
  const known = inspections
    .filter(({ knownOn }) => knownOn <= asAt)
    .toSorted((a, b) => b.startedOn.localeCompare(a.startedOn) || b.knownOn.localeCompare(a.knownOn))
    .flatMap((inspection) => {
      const graded = gradedOf(inspection);
      return graded === null ? [] : [{ ...graded, own: inspection.urnAtTime === urn }];
    });
  const own = known.find((one) => one.own) ?? null;
  // Once the school has a grade of its own, those before it no longer count.
  return { own, any: own ?? known[0] ?? null };
}

function gradedOf({ startedOn, overall }: InspectionInHistory): GradedThen | null {
  return typeof overall === 'number' ? { startedOn, grade: overall } : null;
}

/** How a school is counted now, on each base. */
export function standingsNow(history: SchoolHistory, asAt: IsoDate): Readonly<Record<Denominator, Standing>> {
  const { own, any } = lastGrades(history, asAt);
  return { 'own grades only': standingOf(own), 'with predecessors’ grades': standingOf(any) };
}

function standingOf(graded: GradedThen | null): Standing {
  if (graded === null) return 'not judged';
  return graded.grade <= 2 ? 'good' : 'not good';
}
