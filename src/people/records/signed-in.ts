import type { InstallationTransaction } from '#/platform/database/tables.ts';

/** Which of these accounts, all of them presented, have ever signed in, and when last; ISO 8601, UTC. */
export async function lastSignedIn(
  transaction: InstallationTransaction,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('session')
    .select((select) => ['account', select.fn.max('began_at').as('last')])
    .where('account', 'in', accounts)
    .groupBy('account')
    .execute();
  return new Map(rows.map(({ account, last }) => [account, last.toISOString()]));
}

/** When an account, which the transaction presents, first signed in: ISO 8601, UTC; `null` where it never has. */
export async function firstSignedIn(
  transaction: InstallationTransaction,
  account: string,
): Promise<string | null> {
  const row = await transaction
    .selectFrom('session')
    .select('began_at')
    .where('account', '=', account)
    .orderBy('began_at')
    .limit(1)
    .executeTakeFirst();
  return row?.began_at.toISOString() ?? null;
}

/** Slugs of the authorities that know an account, which the transaction presents. */
export async function authoritiesOf(
  transaction: InstallationTransaction,
  account: string,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('account_authority')
    .select('authority')
    .where('account', '=', account)
    .orderBy('authority')
    .execute();
  return rows.map(({ authority }) => authority);
}
