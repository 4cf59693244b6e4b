import { sql } from 'kysely';
import type { RetentionKind } from '#/people/rules/retention.ts';
import type { AuthorityTransaction, InstallationTransaction } from '#/platform/database/tables.ts';

/** What an authority says itself of how long its records of a kind are kept. */
export interface RetentionRule {
  readonly kind: RetentionKind;
  /** `null`: for good. */
  readonly months: number | null;
  readonly why: string;
  /** ISO 8601, UTC. */
  readonly saidAt: string;
  readonly saidBy: string;
}

/** The rules that hold: of each kind the newest. */
export async function retentionRules(transaction: AuthorityTransaction): Promise<readonly RetentionRule[]> {
  const rows = await transaction
    .selectFrom('retention_rule')
    .distinctOn('kind')
    .selectAll()
    .orderBy('kind')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ kind, months, why, said_at: at, said_by_name: saidBy }) => ({
    kind,
    months,
    why,
    saidAt: at.toISOString(),
    saidBy,
  }));
}

/** Adds a rule: from now on it holds. The person and the time are the database’s. */
export async function addRetentionRule(
  transaction: AuthorityTransaction,
  rule: Pick<RetentionRule, 'kind' | 'months' | 'why'>,
): Promise<void> {
  const { kind, months, why } = rule;
  await transaction.insertInto('retention_rule').values({ kind, months, why }).execute();
}

/** How many entries of a log the reader sees, and the day of the oldest. */
export async function entriesKept(
  transaction: AuthorityTransaction,
  log: 'reading_log' | 'change_log',
  olderThanMonths: number | null,
): Promise<{ readonly entries: number; readonly oldest: string | null; readonly due: number }> {
  const at = sql.ref(log === 'reading_log' ? 'read_at' : 'at');
  const { rows } = await sql<{ entries: number; oldest: Date | null; due: number }>`
    select count(*)::integer as entries, min(${at}) as oldest,
           count(*) filter (where ${at} < now() - make_interval(months => ${olderThanMonths}::integer))::integer as due
      from ${sql.table(log)}`.execute(transaction);
  const [found] = rows;
  return { entries: found?.entries ?? 0, oldest: found?.oldest?.toISOString() ?? null, due: found?.due ?? 0 };
}

/** Something that was let go, as it is kept. */
export interface LettingGo {
  readonly kind: RetentionKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly before: string;
  readonly rows: number;
  readonly months: number;
}

/** What was let go, newest first. */
export async function lettingsGoTold(
  transaction: AuthorityTransaction | InstallationTransaction,
): Promise<readonly LettingGo[]> {
  const { rows } = await sql<{ kind: RetentionKind; at: Date; before: Date; rows: string; months: number }>`
    select kind, at, let_go_before as before, rows_gone as rows, months
      from retention_act order by number desc limit 200`.execute(transaction);
  return rows.map(({ kind, at, before, rows: gone, months }) => ({
    kind,
    at: at.toISOString(),
    before: before.toISOString(),
    rows: Number(gone),
    months,
  }));
}
