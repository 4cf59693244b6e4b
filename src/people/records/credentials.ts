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

/** The newest credential of an account, which the transaction presents; `null` where it has no password. */
export async function credentialOf(
  transaction: InstallationTransaction,
  account: string,
): Promise<Credential | null> {
  const row = await transaction
    .selectFrom('credential')
    .select(['memory', 'passes', 'parallelism', 'salt', 'hash'])
    .where('account', '=', account)
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
