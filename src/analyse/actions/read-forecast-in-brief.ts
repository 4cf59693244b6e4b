import type { Chance, ForecastTarget } from '#/analyse/rules/forecast/forecast.ts';
import { chanceWithin } from '#/analyse/rules/forecast/early-warning/expected-falls.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { Parts } from '#/parts.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { readSchoolForecast } from './read-forecast.ts';

/** What the newest forecast says of a school within 18 months. */
export interface ForecastInBrief {
  readonly asAt: IsoDate;
  readonly until: IsoDate;
  readonly target: ForecastTarget;
  /** The chance; or why none is told. */
  readonly told: { readonly chance: Chance } | { readonly why: string };
}

/** The newest forecast of one school in brief; `null` where there is none, or none that this person may know of. */
export async function readForecastInBrief(
  parts: Pick<Parts, 'published' | 'records' | 'today'>,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<ForecastInBrief | null> {
  if (mayForSchool(person, 'read categories', slug, urn) === false) return null;
  const { newest } = await readSchoolForecast(parts, person, slug, urn);
  if (newest === null) return null;
  const { run, forecast } = newest;
  return {
    ...{ asAt: run.asAt, until: addMonths(run.asAt, 18), target: run.target },
    told: 'why' in forecast ? { why: forecast.why } : { chance: chanceWithin(forecast, 18) },
  };
}
