import type pg from 'pg';
import { quotedName } from './identifiers.ts';
import type { TableAccess } from './table.ts';

/** Rows of a table that had been kept long enough. */
export interface RowsLetGo {
  readonly table: string;
  /** In the retention table; `null`: of use for a moment only. */
  readonly kind: string | null;
  readonly rows: number;
}

/**
 * Removes, as the owner and in one transaction, every row that its table's own condition lets go, parts before their wholes,
 * and tells in `retention_act` what was let go of the kinds in the retention table. The condition is said again here,
 * because a superuser passes row policies.
 *
 * @param apply `false`: everything is put back, and the answer says what would have gone
 */
export async function letGo(
  owner: pg.Client,
  schema: string,
  declared: readonly TableAccess[],
  apply: boolean,
): Promise<readonly RowsLetGo[]> {
  await owner.query('begin');
  try {
    await owner.query('select pg_advisory_xact_lock(hashtext($1))', [`let go ${schema}`]);
    await owner.query(`set local search_path = ${quotedName(schema)}`);
    const gone: RowsLetGo[] = [];
    const months = new Map<string, string>();
    for (const { table, access } of declared.toReversed()) {
      for (const { may, when, letGo: kept } of access) {
        if (may !== 'remove') continue;
        const { rowCount } = await owner.query(`delete from ${quotedName(table)} where ${when}`);
        gone.push({ table, kind: kept?.as ?? null, rows: rowCount ?? 0 });
        if (kept !== undefined) months.set(kept.as, kept.months);
      }
    }
    for (const [kind, kept] of months) {
      const rows = gone.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.rows, 0);
      if (rows === 0) continue;
      await owner.query(
        `insert into retention_act (kind, let_go_before, rows_gone, months)
         select $1, now() - make_interval(months => m), $2, m from (select ${kept} as m) k`,
        [kind, rows],
      );
    }
    await owner.query(apply ? 'commit' : 'rollback');
    return gone;
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}
