import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { SuppliedItem, SuppliedValue } from '#/schools/rules/supplied.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** How a supplied file is cited: no file of the published store has such an identity. */
export function sourceOf(authority: string, file: string): string {
  return `supplied:${authority}:${file}`;
}

/**
 * What this person may know that the authority's services had told by a date, by school; within each the latest last.
 * Of several files that tell of one item of one school on one day, the one had last counts, and of two had on the same
 * day the one kept last. A file that was undone counts nowhere, whatever the date: what rests on it was kept with its run.
 *
 * @param urns only these schools; all when left out
 */
export async function suppliedKnownOn(
  transaction: AuthorityTransaction,
  authority: string,
  asAt: IsoDate,
  urns?: readonly Urn[],
): Promise<ReadonlyMap<Urn, readonly SuppliedValue[]>> {
  const rows = await transaction
    .selectFrom('supplied_value as v')
    .innerJoin('supplied_file as f', 'f.number', 'v.file')
    .leftJoin('supplied_undo as u', 'u.file', 'v.file')
    .distinctOn(['v.urn', 'v.on_date', 'v.item'])
    .select(['v.urn', 'v.item', 'v.number', 'v.words', 'v.on_date', 'v.row', 'v.file', 'f.known_on'])
    .where('u.file', 'is', null)
    .where('f.known_on', '<=', asAt)
    .$if(urns !== undefined, (query) => query.where(sql<boolean>`v.urn = any(${urns ?? []}::text[])`))
    .orderBy('v.urn')
    .orderBy('v.on_date')
    .orderBy('v.item')
    .orderBy('f.known_on', 'desc')
    .orderBy('v.file', 'desc')
    .execute();
  const values = rows.flatMap((row) => {
    const value = row.number ?? row.words;
    if (value === null) return [];
    const source = { source: sourceOf(authority, row.file), row: row.row };
    return [{ urn: row.urn, item: row.item, value, on: row.on_date, knownOn: row.known_on, source }];
  });
  return Map.groupBy<Urn, SuppliedValue>(values, ({ urn }) => urn);
}

/** The newest day on which a file that counts was had; `null` when there is none. */
export async function newestSuppliedOn(transaction: AuthorityTransaction): Promise<IsoDate | null> {
  const row = await transaction
    .selectFrom('supplied_file as f')
    .leftJoin('supplied_undo as u', 'u.file', 'f.number')
    .select((select) => select.fn.max('f.known_on').as('newest'))
    .where('u.file', 'is', null)
    .executeTakeFirst();
  return row?.newest ?? null;
}

/** How many schools an item is known of in the files that count, and of which days. */
export interface ItemCoverage {
  readonly item: SuppliedItem;
  readonly urns: readonly Urn[];
  readonly newestOn: IsoDate;
  readonly newestFile: string;
}

/** Each item that any file that counts tells of, and of which schools. */
export async function itemCoverage(transaction: AuthorityTransaction): Promise<readonly ItemCoverage[]> {
  const rows = await transaction
    .selectFrom('supplied_value as v')
    .leftJoin('supplied_undo as u', 'u.file', 'v.file')
    .select((select) => [
      'v.item',
      sql<Urn[]>`array_agg(distinct v.urn order by v.urn)`.as('urns'),
      select.fn.max('v.on_date').as('newestOn'),
      select.fn.max('v.file').as('newestFile'),
    ])
    .where('u.file', 'is', null)
    .groupBy('v.item')
    .orderBy('v.item')
    .execute();
  return rows;
}
