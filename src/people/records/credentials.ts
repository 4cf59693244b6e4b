import { sql } from 'kysely';
import type { InstallationTransaction } from '#/platform/database/tables.ts';

/** How a password is recognised, with the measures it was made with. */
export interface Credential {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  /** Both base64url. */
  readonly salt: string;
  readonly hash: string;
}

/**
 * When an authority last came to know an account. What was set or made before, counts no more: another authority may have
 * made the account, and known how to sign in with it, before this one invited its owner.
 */
export const lastJoined = (account: string) =>
  sql<Date>`(select coalesce(max(a.added_at), '-infinity') from account_authority a where a.account = ${sql.ref(account)})`;

/** The credential of an account that counts, which the transaction presents; `null` where it has no password. */
export async function credentialOf(
  transaction: InstallationTransaction,
  account: string,
): Promise<Credential | null> {
  const row = await transaction
    .selectFrom('credential')
    .select(['memory', 'passes', 'parallelism', 'salt', 'hash'])
    .where('account', '=', account)
    .where('kept_at', '>', lastJoined('credential.account'))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps a credential; it counts from now on. The transaction presents the account, and a session or a link of it. */
export async function addCredential(
  transaction: InstallationTransaction,
  account: string,
  { memory, passes, parallelism, salt, hash }: Credential,
): Promise<void> {
  await transaction
    .insertInto('credential')
    .values({ account, memory, passes, parallelism, salt, hash })
    .execute();
}
