import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** One reading of something confidential. */
export interface Reading {
  readonly personName: string;
  /** What was read, for example `read category`. */
  readonly event: string;
  /** The page's address, or the command as typed. */
  readonly path: string;
  /** The school whose category it was; `null` for all of the authority's. */
  readonly urn: string | null;
}

/**
 * Adds to the log, last in its transaction: others who read wait from here to its end. The person and the time are the
 * database's, not the caller's.
 */
export async function addReadings(
  transaction: AuthorityTransaction,
  added: readonly Reading[],
): Promise<void> {
  await transaction
    .insertInto('reading_log')
    .values(added.map(({ personName, event, path, urn }) => ({ person_name: personName, event, path, urn })))
    .execute();
}

/** Newest first. Empty for anyone but an information officer. */
export async function readings(
  transaction: AuthorityTransaction,
  limit: number,
): Promise<readonly (Reading & { readonly person: string; readonly readAt: string })[]> {
  const rows = await transaction
    .selectFrom('reading_log')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    person: row.person,
    personName: row.person_name,
    event: row.event,
    path: row.path,
    urn: row.urn,
    readAt: row.read_at.toISOString(),
  }));
}
