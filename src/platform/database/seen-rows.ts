import { sql, type RawBuilder } from 'kysely';
import { quotedName } from './identifiers.ts';

/** What to look at to know whether the rows of a table that a person may see have changed. */
export interface SeenRows {
  readonly table: string;
  /** SQL of one text, or null: another whenever those rows are. It is run as the person, so row policies decide. */
  readonly text: string;
}

/**
 * All rows of a table that the person may see: which they are, and their versions (`xmin`, the transaction that wrote
 * each), so that a row that was changed and changed back counts as changed. For tables of few rows.
 *
 * @param where SQL condition, where the rest of a large table cannot change by itself
 */
export function seenRows(table: string, key: string, where = 'true'): SeenRows {
  const row = `concat(${key}, ' ', xmin)`;
  return {
    table,
    text: `(select md5(string_agg(${row}, ',' order by ${key})) from ${quotedName(table)} where ${where})`,
  };
}

/** SQL of one short text: what the person may see. The same text means the same rows in the same versions. */
export function seenText(seen: readonly SeenRows[]): RawBuilder<string> {
  return sql<string>`concat(${sql.raw(seen.map(({ text }) => text).join(", '|', "))})`;
}
