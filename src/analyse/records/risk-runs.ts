import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { AuthorityTables, AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Run } from './run.ts';

/** A run about to be kept. The person and the number are the database's, not the caller's. */
export interface NewRun {
  readonly asAt: IsoDate;
  readonly scheme: string;
  readonly sources: readonly string[];
  readonly schools: number;
  readonly fingerprint: string;
  readonly ranAt: string;
  readonly ranByName: string;
}

const columns = ['number', 'as_at', 'scheme', 'sources', 'schools', 'ran_at', 'ran_by_name'] as const;

/** One run of an authority at a time, to the end of the transaction: two at once would both find nothing to compare with. */
export async function lockRuns(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('risk_run ' || current_schema()))`.execute(transaction);
}

/** Adds the run and gives it its number. Its proposals must follow in the same transaction. */
export async function addRun(
  transaction: AuthorityTransaction,
  authority: string,
  run: NewRun,
): Promise<Run> {
  const row = await transaction
    .insertInto('risk_run')
    .values({
      as_at: run.asAt,
      scheme: run.scheme,
      sources: JSON.stringify(run.sources),
      schools: run.schools,
      fingerprint: run.fingerprint,
      ran_at: run.ranAt,
      ran_by_name: run.ranByName,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return runOf(row, authority);
}

/**
 * The newest run: by the date it describes, then by when it was made. A run as at an earlier date looks back and does
 * not become the newest. With an identity: that run. `null` when there is none.
 */
export async function newestRun(
  transaction: AuthorityTransaction,
  authority: string,
  id?: string,
): Promise<Run | null> {
  const row = await transaction
    .selectFrom('risk_run')
    .select(columns)
    .$if(id !== undefined, (query) => query.where('number', '=', id ?? ''))
    .orderBy('as_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : runOf(row, authority);
}

/** Every run, newest first, in the order of `newestRun`. */
export async function runs(transaction: AuthorityTransaction, authority: string): Promise<readonly Run[]> {
  const rows = await transaction
    .selectFrom('risk_run')
    .select(columns)
    .orderBy('as_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => runOf(row, authority));
}

/** Of a run: that it comes before this one, in the order of `newestRun`. */
export function isBefore(run: Pick<Run, 'asAt' | 'id'>): RawBuilder<boolean> {
  return sql<boolean>`(as_at, number) < (${run.asAt}::date, ${run.id}::bigint)`;
}

/** The newest run by the same scheme that comes before this one, in the order of `newestRun`. */
export async function runBefore(transaction: AuthorityTransaction, run: Run): Promise<Run | null> {
  const row = await transaction
    .selectFrom('risk_run')
    .select(columns)
    .where('scheme', '=', run.scheme)
    .where(isBefore(run))
    .orderBy('as_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : runOf(row, run.authority);
}

/** The newest run as at one date, with its fingerprint. */
export async function newestRunAsAt(
  transaction: AuthorityTransaction,
  authority: string,
  asAt: IsoDate,
): Promise<{ readonly run: Run; readonly fingerprint: string } | null> {
  const row = await transaction
    .selectFrom('risk_run')
    .select([...columns, 'fingerprint'])
    .where('as_at', '=', asAt)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { run: runOf(row, authority), fingerprint: row.fingerprint };
}

/** A kept row as a run. */
export function runOf(
  row: Pick<Selectable<AuthorityTables['risk_run']>, (typeof columns)[number]>,
  authority: string,
): Run {
  return {
    id: row.number,
    authority,
    asAt: row.as_at,
    scheme: row.scheme,
    sources: row.sources,
    ranAt: row.ran_at.toISOString(),
    ranBy: row.ran_by_name,
    schools: row.schools,
  };
}
