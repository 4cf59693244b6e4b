import { sql } from 'kysely';
import type { ListKind } from '#/people/rules/known-scopes.ts';
import type { ListEntry } from '#/people/rules/school-lists.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** Which schools belong to the bodies of one kind, as the newest list says. */
export interface SchoolList {
  readonly kind: ListKind;
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly saidAt: string;
  readonly saidByName: string;
  /** In order of name and number. */
  readonly entries: readonly ListEntry[];
}

/** The newest list of each kind there is. */
export async function newestLists(
  transaction: AuthorityTransaction,
): Promise<ReadonlyMap<ListKind, SchoolList>> {
  const { rows } = await sql<Omit<SchoolList, 'saidAt'> & { readonly said_at: Date }>`
    select l.kind, l.source, l.said_at, l.said_by_name as "saidByName",
           coalesce((select json_agg(json_build_object('name', e.name, 'urn', e.urn) order by e.position)
                       from school_list_entry e where e.list = l.number), '[]') as entries
      from school_list l
     where l.number in (select max(number) from school_list group by kind)
  `.execute(transaction);
  return new Map(
    rows.map(({ said_at, ...list }) => [list.kind, { ...list, saidAt: said_at.toISOString() }] as const),
  );
}

/** Three parameters each and two more: far below what one statement takes. */
const entriesAtOnce = 5000;

/** Adds a list, which is the one of its kind that counts from now on; those before it stay. */
export async function addSchoolList(
  transaction: AuthorityTransaction,
  list: Pick<SchoolList, 'kind' | 'source' | 'entries' | 'saidByName'>,
): Promise<void> {
  const { number } = await transaction
    .insertInto('school_list')
    .values({
      kind: list.kind,
      source: list.source,
      entries: list.entries.length,
      said_by_name: list.saidByName,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  const rows = list.entries.map(({ name, urn }, index) => ({
    list: number,
    list_entries: list.entries.length,
    position: index + 1,
    name,
    urn,
  }));
  for (let at = 0; at < rows.length; at += entriesAtOnce) {
    await transaction
      .insertInto('school_list_entry')
      .values(rows.slice(at, at + entriesAtOnce))
      .execute();
  }
}
