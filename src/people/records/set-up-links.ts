import { sql } from 'kysely';
import type { InstallationTransaction } from '#/platform/database/tables.ts';
import { lastJoined } from './credentials.ts';

/** Adds a link that holds until it is used, until its time is over, or until the next one is made. */
export async function addSetUpLink(
  transaction: InstallationTransaction,
  link: { readonly tokenHash: string; readonly account: string; readonly days: number },
): Promise<Date> {
  const until = sql<string>`now() + make_interval(days => ${link.days})`;
  const { until: kept } = await transaction
    .insertInto('set_up_link')
    .values({ token_hash: link.tokenHash, account: link.account, until })
    .returning('until')
    .executeTakeFirstOrThrow();
  return kept;
}

/** Whose a link is, whether it holds or not; the transaction presents its hash. */
export async function accountOfLink(
  transaction: InstallationTransaction,
  tokenHash: string,
): Promise<string | null> {
  const row = await transaction
    .selectFrom('set_up_link')
    .select('account')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row?.account ?? null;
}

/** Whether a link holds: not used, not over, the newest of its account, and none from before an authority joined. The transaction presents both. */
export async function linkHolds(transaction: InstallationTransaction, tokenHash: string): Promise<boolean> {
  const { rows } = await sql`
    select from set_up_link l where l.token_hash = ${tokenHash} and l.until > now()
       and not exists (select from set_up_link_used u where u.token_hash = l.token_hash)
       and not exists (select from set_up_link n where n.account = l.account and n.number > l.number)
       and l.made_at > ${lastJoined('l.account')}
  `.execute(transaction);
  return rows.length > 0;
}

/** Uses a link up. Throws where another did so first, and everything done with it is undone with the transaction. */
export async function useUpLink(transaction: InstallationTransaction, tokenHash: string): Promise<void> {
  await transaction.insertInto('set_up_link_used').values({ token_hash: tokenHash }).execute();
}
