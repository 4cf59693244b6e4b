import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Where a run put a school, without its reasons. */
export interface StandingOfRun {
  readonly urn: Urn;
  readonly category: string;
  readonly group: string | null;
  /** The larger, the more concern; `null` where the category says nothing. */
  readonly concern: number | null;
  readonly points: number;
}

/** Where a run put each school that who acts may read. */
export async function standingsOfRun(
  transaction: AuthorityTransaction,
  run: string,
): Promise<readonly StandingOfRun[]> {
  return transaction
    .selectFrom('risk_proposal')
    .select(['urn', 'category', 'group_told as group', 'concern', 'points'])
    .where('run', '=', run)
    .execute();
}
