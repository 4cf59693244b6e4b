import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** One entry of the log of changes about a person. */
export interface ChangeRead {
  readonly number: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly byName: string;
  readonly act: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string | null;
}

/** What was changed about a person, newest first, as far as the reader may see it. */
export async function changesAbout(
  transaction: AuthorityTransaction,
  person: string,
): Promise<readonly ChangeRead[]> {
  const rows = await transaction
    .selectFrom('change_log')
    .select(['number', 'at', 'person_name', 'act', 'from_words', 'to_words', 'why'])
    .where('about_kind', '=', 'person')
    .where('about_key', '=', person)
    .orderBy('number', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.at.toISOString(),
    byName: row.person_name,
    act: row.act,
    from: row.from_words,
    to: row.to_words,
    why: row.why,
  }));
}
