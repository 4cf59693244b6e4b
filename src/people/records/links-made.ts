import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** A link with which the password of whoever acts could be set. */
export interface LinkMade {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly byName: string;
}

/** What such an entry of the change log is called. */
export const linkMade = 'made a set-up link';

/** Of such links the five that were made last, as the change log tells them to whom they are about. */
export async function linksMade(transaction: AuthorityTransaction): Promise<readonly LinkMade[]> {
  const rows = await transaction
    .selectFrom('change_log')
    .select(['at', 'person_name'])
    .where('about_kind', '=', 'person')
    .where('about_key', '=', sql<string>`acting_person()`)
    .where('act', '=', linkMade)
    .orderBy('number', 'desc')
    .limit(5)
    .execute();
  return rows.map(({ at, person_name: byName }) => ({ at: at.toISOString(), byName }));
}
