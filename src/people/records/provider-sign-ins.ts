import { sql } from 'kysely';
import type { InstallationTransaction } from '#/platform/database/tables.ts';

/** A sign-in that is under way at the provider; the transaction presents both hashes. */
export interface UnderWay {
  readonly stateHash: string;
  readonly browserHash: string;
}

/** What was sent along, and what is wanted afterwards. */
export interface SentAlong {
  readonly nonce: string;
  readonly verifier: string;
  readonly wanted: string;
}

export async function addUnderWay(
  transaction: InstallationTransaction,
  { stateHash, browserHash }: UnderWay,
  { nonce, verifier, wanted }: SentAlong,
): Promise<void> {
  await transaction
    .insertInto('provider_sign_in')
    .values({ state_hash: stateHash, browser_hash: browserHash, nonce, verifier, wanted })
    .execute();
}

/** Takes up a sign-in that came back, once: `null` where none is under way in this browser, or for longer than that. */
export async function takeUp(
  transaction: InstallationTransaction,
  { stateHash, browserHash }: UnderWay,
  seconds: number,
): Promise<SentAlong | null> {
  const found = await transaction
    .selectFrom('provider_sign_in')
    .select(['nonce', 'verifier', 'wanted'])
    .where('state_hash', '=', stateHash)
    .where('browser_hash', '=', browserHash)
    .where('began_at', '>', sql<Date>`now() - make_interval(secs => ${seconds})`)
    .executeTakeFirst();
  if (found === undefined) return null;
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto('provider_sign_in_used')
    .values({ state_hash: stateHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? found : null;
}
