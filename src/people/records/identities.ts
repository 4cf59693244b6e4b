import type { InstallationTransaction } from '#/platform/database/tables.ts';

/** Who somebody is at a provider. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** SHA-256 of both; what a transaction presents. */
  readonly hash: string;
}

/** The account that somebody at a provider has here; `null` where none was said. */
export async function accountOfIdentity(
  transaction: InstallationTransaction,
  { hash }: Identity,
): Promise<string | null> {
  const row = await transaction
    .selectFrom('identity')
    .select('account')
    .where('identity_hash', '=', hash)
    .executeTakeFirst();
  return row?.account ?? null;
}

/** Says whose account it is, for good. Nothing is said where the account is somebody else's at that provider. */
export async function addIdentity(
  transaction: InstallationTransaction,
  { issuer, subject, hash }: Identity,
  account: string,
): Promise<void> {
  await transaction
    .insertInto('identity')
    .values({ identity_hash: hash, issuer, subject, account })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
