import { sql, type Selectable } from 'kysely';
import type { AuthorityForecast, ForecastTarget } from '#/analyse/rules/forecast/forecast.ts';
import type { AuthorityTables, AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { ForecastRun } from './forecast-run.ts';

/** A forecast about to be kept. The person and the number are the database's, not the caller's. */
export interface NewForecastRun extends Pick<
  AuthorityForecast,
  'asAt' | 'target' | 'model' | 'deprivation' | 'sources' | 'dates'
> {
  readonly schools: number;
  readonly shares: number;
  readonly fingerprint: string;
  readonly madeAt: string;
  readonly madeByName: string;
}

const columns = [
  ...([
    'number',
    'as_at',
    'target',
    'model',
    'fitted_as_at',
    'digest',
    'deprivation',
    'schools',
    'sources',
    'dates',
  ] as const),
  ...(['made_at', 'made_by_name'] as const),
] as const;

/** One forecast of an authority at a time, to the end of the transaction: two at once would both find nothing kept. */
export async function lockForecasts(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('forecast_run ' || current_schema()))`.execute(transaction);
}

/** Adds the run and gives it its number. Its schools and shares must follow in the same transaction. */
export async function addForecastRun(
  transaction: AuthorityTransaction,
  authority: string,
  run: NewForecastRun,
): Promise<ForecastRun> {
  const row = await transaction
    .insertInto('forecast_run')
    .values({
      as_at: run.asAt,
      target: run.target,
      model: run.model.id,
      fitted_as_at: run.model.fittedAsAt,
      digest: run.model.digest,
      deprivation: run.deprivation,
      schools: run.schools,
      shares: run.shares,
      sources: JSON.stringify(run.sources),
      dates: JSON.stringify(run.dates),
      fingerprint: run.fingerprint,
      made_at: run.madeAt,
      made_by_name: run.madeByName,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return forecastRunOf(row, authority);
}

/** Which forecast is meant; what is left out is open. */
export interface ForecastAsked {
  readonly run?: string | undefined;
  /** As at this date or before. */
  readonly asAt?: IsoDate | undefined;
  readonly target?: ForecastTarget | undefined;
}

/** Every forecast that was kept, the newest first: by the date it is as at, then by when it was made. */
export async function forecastRuns(
  transaction: AuthorityTransaction,
  authority: string,
  asked: ForecastAsked = {},
): Promise<readonly ForecastRun[]> {
  const rows = await newestFirst(transaction, asked).select(columns).execute();
  return rows.map((row) => forecastRunOf(row, authority));
}

/** The newest forecast of those asked for, in the order of `forecastRuns`; `null` where there is none. */
export async function newestForecastRun(
  transaction: AuthorityTransaction,
  authority: string,
  asked: ForecastAsked = {},
): Promise<ForecastRun | null> {
  const row = await newestFirst(transaction, asked).select(columns).limit(1).executeTakeFirst();
  return row === undefined ? null : forecastRunOf(row, authority);
}

/** The newest forecast as at one date and of one target, with its fingerprint. */
export async function newestForecastAsAt(
  transaction: AuthorityTransaction,
  authority: string,
  { asAt, target }: Pick<NewForecastRun, 'asAt' | 'target'>,
): Promise<{ readonly run: ForecastRun; readonly fingerprint: string } | null> {
  const row = await newestFirst(transaction, { target })
    .select([...columns, 'fingerprint'])
    .where('as_at', '=', asAt)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { run: forecastRunOf(row, authority), fingerprint: row.fingerprint };
}

/** Of two questions asked of one day the main one is meant where none is named. */
export function mainQuestionFirst(table: 'forecast_run' | 'r') {
  return sql<boolean>`${sql.ref(`${table}.target`)} = 'leadership and governance below expected'`;
}

function newestFirst(transaction: AuthorityTransaction, { run, asAt, target }: ForecastAsked) {
  return transaction
    .selectFrom('forecast_run')
    .$if(run !== undefined, (query) => query.where('number', '=', run ?? ''))
    .$if(asAt !== undefined, (query) => query.where('as_at', '<=', asAt ?? ''))
    .$if(target !== undefined, (query) => query.where('target', '=', target ?? 'below good'))
    .orderBy('as_at', 'desc')
    .orderBy(mainQuestionFirst('forecast_run'))
    .orderBy('number', 'desc');
}

/** A kept row as a run. */
export function forecastRunOf(
  row: Pick<Selectable<AuthorityTables['forecast_run']>, (typeof columns)[number]>,
  authority: string,
): ForecastRun {
  return {
    id: row.number,
    authority,
    asAt: row.as_at,
    target: row.target,
    model: { id: row.model, fittedAsAt: row.fitted_as_at, digest: row.digest },
    deprivation: row.deprivation,
    schools: row.schools,
    sources: row.sources,
    dates: row.dates,
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by_name,
  };
}
