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
