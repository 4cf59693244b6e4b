import { sql } from 'kysely';
import type { ProposedThen } from '#/analyse/rules/told.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What every run proposed for each school that who acts may read, as far as schools are told it. */
export async function proposedOverTime(
  transaction: AuthorityTransaction,
): Promise<ReadonlyMap<Urn, readonly ProposedThen[]>> {
  const rows = await transaction
    .selectFrom('risk_proposal as p')
    .innerJoin('risk_run as r', 'r.number', 'p.run')
    .select([
      'p.run',
      'p.urn',
      'p.category',
      'p.group_told as group',
      'r.as_at as asAt',
      'r.ran_at as ranAt',
      sql<string>`p.proposal ->> 'meaning'`.as('meaning'),
    ])
    .execute();
  const proposed = rows.map(({ ranAt, ...row }) => ({ ...row, ranAt: ranAt.toISOString() }));
  return Map.groupBy(proposed, ({ urn }) => urn);
}
