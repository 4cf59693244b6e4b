import {
  forecastsOverTime,
  schoolForecasts,
  shareForecasts,
  type SchoolForecast,
} from '#/analyse/records/forecast-rows.ts';
import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import { forecastRuns, newestForecastRun } from '#/analyse/records/forecast-runs.ts';
import type { AuthorityForecast, ForecastTarget } from '#/analyse/rules/forecast/forecast.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { mayForSchool, reachOf, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateAsked } from '#/published/store/date-asked.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { permitShares } from './permit-shares.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'today'>;

/** A forecast that was kept, as far as its reader may see it. */
export interface ForecastRead {
  readonly authority: AuthorityInStore;
  /** `null`: no forecast was kept as at the date or before, which is a state with a next step. */
  readonly kept: {
    readonly run: ForecastRun;
    /** Of the schools the reader may know of; all shares that were kept, for whoever reads shares. */
    readonly forecast: AuthorityForecast;
    /** The same schools, each with its name and phase. */
    readonly schools: readonly SchoolForecast[];
    /** The files it rests on. */
    readonly sources: readonly Source[];
  } | null;
  /** This person may see every school’s forecast. Otherwise nothing may be said of more schools than there are in it. */
  readonly whole: boolean;
}

/** The newest forecast that was kept, as at a date or before; or the run named. Of one target, where one is asked for. */
export async function readForecast(
  parts: Needed,
  person: Person,
  slug: string,
  asked: { readonly asAt?: string; readonly run?: string; readonly target?: ForecastTarget } = {},
): Promise<ForecastRead> {
  const store = await parts.published();
  const [authority, asAt] = answersOrFailures(
    await authorityNamed(store, slug),
    asked.asAt === undefined ? undefined : dateAsked(asked.asAt, parts.today()),
  );
  permitShares(person, authority.slug);
  const { all: whole } = reachOf(person, 'read categories', authority.slug);
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const run = await newestForecastRun(transaction, authority.slug, { ...asked, asAt });
    if (run === null) return null;
    return {
      run,
      schools: await schoolForecasts(transaction, run),
      trajectories: await shareForecasts(transaction, run),
    };
  });
  if (kept === null) return { authority, kept, whole };
  const { run, schools, trajectories } = kept;
  if (whole) assertWhole(run, schools);
  return {
    authority,
    whole,
    kept: {
      run,
      schools,
      forecast: {
        asAt: run.asAt,
        model: run.model,
        target: run.target,
        deprivation: run.deprivation,
        warnings: schools.map(({ forecast }) => forecast),
        dates: run.dates,
        paths: schools.flatMap(({ path }) => (path === null ? [] : [path])),
        trajectories,
        sources: run.sources,
      },
      sources: (await store.sources()).filter(({ id }) => run.sources.includes(id)),
    },
  };
}

/** Every forecast that was kept, the newest first: as at which date, by which model, made by whom and when. */
export async function readForecastRuns(
  parts: Needed,
  person: Person,
  slug: string,
): Promise<{ readonly authority: AuthorityInStore; readonly runs: readonly ForecastRun[] }> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permitShares(person, authority.slug);
  const runs = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    forecastRuns(transaction, authority.slug),
  );
  return { authority, runs: runs ?? [] };
}

/** One school in one forecast. */
export type SchoolForecastThen = SchoolForecast & { readonly run: ForecastRun };

/** What was forecast of one school: the newest, and every one before. */
export interface SchoolForecastRead {
  readonly authority: AuthorityInStore;
  /** `null`: the school is in no forecast, or none of them may be seen. */
  readonly newest: SchoolForecastThen | null;
  /** Newest first: each with its date, its chances and its model. */
  readonly earlier: readonly SchoolForecastThen[];
}

/** What every kept forecast said of one school: for whoever may read its category. */
export async function readSchoolForecast(
  parts: Needed,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<SchoolForecastRead> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permit(person, 'read categories', authority.slug);
  if (mayForSchool(person, 'read categories', authority.slug, urn) === false) throw nothingThere();
  const all = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    forecastsOverTime(transaction, authority.slug, urn),
  );
  const [newest, ...earlier] = all ?? [];
  return { authority, newest: newest ?? null, earlier };
}

/** A forecast with a school missing would look like good news. */
function assertWhole(run: ForecastRun, schools: readonly SchoolForecast[]): void {
  if (schools.length === run.schools) return;
  throw new Error(`Forecast ${run.id} has ${run.schools} schools, and ${schools.length} of them can be read`);
}
