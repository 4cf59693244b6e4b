import { sql } from 'kysely';
import type {
  Chance,
  ForecastTarget,
  HorizonForecast,
  SchoolPath,
} from '#/analyse/rules/forecast/forecast.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What the newest forecast says of one school within 18 months. */
export interface ChanceOfSchool {
  /** The chance; or why none is told, in a sentence. */
  readonly told: { readonly chance: Chance } | { readonly why: string };
  /** How it counted on the day of the forecast; `null` where that cannot be told. */
  readonly now: SchoolPath['now'] | null;
}

/** The chances of the newest forecast, of the schools that this person may know of. */
export interface NewestChances {
  readonly asAt: IsoDate;
  readonly target: ForecastTarget;
  /** Identities of the files it rests on. */
  readonly sources: readonly string[];
  readonly of: ReadonlyMap<Urn, ChanceOfSchool>;
}

/**
 * The chances of the newest forecast in one query, without its contributions and paths, which are long; of forecasts as at
 * the same date that of any area comes first, as on the page of early warnings. `null` where none was kept.
 */
export async function newestChances(transaction: AuthorityTransaction): Promise<NewestChances | null> {
  const rows = await transaction
    .selectFrom('forecast_run as r')
    .leftJoin('school_forecast as s', 's.run', 'r.number')
    .where('r.number', '=', (query) =>
      query
        .selectFrom('forecast_run')
        .select('number')
        .orderBy('as_at', 'desc')
        .orderBy(sql`(target = 'any area below expected')`, 'desc')
        .orderBy('number', 'desc')
        .limit(1),
    )
    .select(['r.as_at', 'r.target', 'r.sources', 's.urn'])
    .select([
      sql<readonly HorizonForecast[] | null>`s.forecast -> 'horizons'`.as('horizons'),
      sql<string | null>`s.forecast ->> 'why'`.as('why'),
      sql<SchoolPath['now'] | null>`s.path ->> 'now'`.as('now'),
    ])
    .execute();
  const [run] = rows;
  if (run === undefined) return null;
  return {
    ...{ asAt: run.as_at, target: run.target, sources: run.sources },
    of: new Map(
      rows.flatMap(({ urn, horizons, why, now }) =>
        urn === null ? [] : [[urn, { told: toldOf(horizons, why), now }] as const],
      ),
    ),
  };
}

function toldOf(horizons: readonly HorizonForecast[] | null, why: string | null): ChanceOfSchool['told'] {
  const within = horizons?.find(({ months }) => months === 18);
  return within === undefined ? { why: why ?? 'No chance was told.' } : { chance: within.found };
}
