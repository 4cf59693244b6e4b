import { sql } from 'kysely';
import type { AuthorityTransaction, InstallationTransaction } from '#/platform/database/tables.ts';
import { columnAsText, type ChainedLog, type LogName } from './log-chain.ts';

type AnyTransaction = AuthorityTransaction | InstallationTransaction;

/** A link of a log’s chain, with the row it vouches for as its columns’ texts; `null` where there is no such row. */
export interface LinkedRow {
  readonly position: number;
  readonly number: string;
  /** As it is hashed: `2026-09-01T08:30:00.123456Z`. */
  readonly at: string;
  readonly rowHash: string;
  readonly previous: string;
  readonly hash: string;
  readonly row: readonly (string | null)[] | null;
}

/** The last link of a log: whoever has written it down knows later whether anything before it was changed. */
export interface LogHead {
  readonly position: number;
  readonly hash: string;
}

/** Something was let go: records of a kind from before a moment, which were to be kept so many months. */
export interface LetGo {
  readonly kind: string;
  readonly at: string;
  readonly before: string;
  readonly months: number;
  readonly rows: number;
}

/** The next links of a log after a position, in order. */
export async function linksAfter(
  transaction: AnyTransaction,
  { log, table, columns }: ChainedLog,
  position: number,
  limit: number,
): Promise<readonly LinkedRow[]> {
  const texts = sql.raw(columns.map((column) => columnAsText(column, 'r')).join(', '));
  const { rows } = await sql<Omit<LinkedRow, 'position'> & { position: string }>`
    select l.position, l.number, ${sql.raw(columnAsText('at', 'l'))} as at, l.row_hash as "rowHash", l.previous, l.hash,
           case when r.number is null then null else json_build_array(${texts}) end as row
      from log_link l left join ${sql.table(table)} r on r.number = l.number
     where l.log = ${log} and l.position > ${position} order by l.position limit ${limit}`.execute(
    transaction,
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

/** The first rows of a log, by number, that no link vouches for. */
export async function unlinkedRows(
  transaction: AnyTransaction,
  { log, table }: ChainedLog,
): Promise<readonly string[]> {
  const { rows } = await sql<{ number: string }>`
    select r.number from ${sql.table(table)} r
     where not exists (select from log_link l where l.log = ${log} and l.number = r.number)
     order by r.number limit 10`.execute(transaction);
  return rows.map(({ number }) => number);
}

/** The last link of a log; `null` when nothing was ever logged. */
export async function headOf(transaction: AnyTransaction, log: LogName): Promise<LogHead | null> {
  const { rows } = await sql<{ position: string; hash: string }>`
    select position, hash from log_link where log = ${log} order by position desc limit 1`.execute(
    transaction,
  );
  const [head] = rows;
  return head === undefined ? null : { position: Number(head.position), hash: head.hash };
}

/** Everything that was let go of here, oldest first. */
export async function lettingsGo(transaction: AnyTransaction): Promise<readonly LetGo[]> {
  const { rows } = await sql<Omit<LetGo, 'rows'> & { rows: string }>`
    select kind, ${sql.raw(columnAsText('at', 'a'))} as at, ${sql.raw(columnAsText('let_go_before', 'a'))} as before,
           months, rows_gone as rows
      from retention_act a order by number`.execute(transaction);
  return rows.map((row) => ({ ...row, rows: Number(row.rows) }));
}
