import { sql } from 'kysely';
import { idleSeconds, notedEverySeconds, sessionSeconds } from '#/people/rules/sessions.ts';
import type { InstallationTables, InstallationTransaction } from '#/platform/database/tables.ts';

/** A session that holds, and whose it is. */
export interface SessionKept {
  readonly tokenHash: string;
  readonly account: string;
  readonly beganAt: Date;
  /** Slugs of the authorities that know the account. */
  readonly authorities: readonly string[];
  /** Its use was not noted for a while. */
  readonly toBeNoted: boolean;
}

/** Those of these sessions that hold: not over, not ended, not idle for long. */
export async function sessionsThatHold(
  transaction: InstallationTransaction,
  tokenHashes: readonly string[],
): Promise<readonly SessionKept[]> {
  const { rows } = await sql<SessionKept>`
    select s.token_hash as "tokenHash", s.account, s.began_at as "beganAt",
           array(select a.authority from account_authority a where a.account = s.account order by 1) as authorities,
           l.last < now() - make_interval(secs => ${notedEverySeconds}) as "toBeNoted"
      from session s,
           lateral (select coalesce(max(n.seen_at), s.began_at) as last from session_seen n where n.token_hash = s.token_hash) l
     where s.token_hash = any (${tokenHashes}::text[]) and s.ends_at > now()
       and l.last > now() - make_interval(secs => ${idleSeconds})
       and not exists (select from session_ended e where e.token_hash = s.token_hash)
       and not exists (select from signed_out o where o.account = s.account and o.signed_out_at >= s.began_at)
  `.execute(transaction);
  return rows;
}

/** Notes that sessions are in use. */
export async function noteSessions(
  transaction: InstallationTransaction,
  tokenHashes: readonly string[],
): Promise<void> {
  await transaction
    .insertInto('session_seen')
    .values(tokenHashes.map((hash) => ({ token_hash: hash })))
    .execute();
}

/** Adds a session that begins now. */
export async function addSession(
  transaction: InstallationTransaction,
  session: Pick<InstallationTables['session'], 'token_hash' | 'account' | 'how'>,
): Promise<void> {
  await transaction
    .insertInto('session')
    .values({ ...session, ends_at: sql<string>`now() + make_interval(secs => ${sessionSeconds})` })
    .execute();
}

/** Ends a session; one that has ended stays ended. */
export async function endSession(
  transaction: InstallationTransaction,
  tokenHash: string,
  why: string,
): Promise<void> {
  await transaction
    .insertInto('session_ended')
    .values({ token_hash: tokenHash, why })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ends every session of an account. */
export async function endEverySession(
  transaction: InstallationTransaction,
  account: string,
  why: string,
): Promise<void> {
  await transaction.insertInto('signed_out').values({ account, why }).execute();
}

/** A session as its owner sees it. */
export interface SessionOfAccount {
  readonly tokenHash: string;
  readonly how: InstallationTables['session']['how'];
  readonly beganAt: Date;
  /** Noted every few minutes. */
  readonly seenAt: Date;
}

/** The sessions of an account that hold, the newest first; the transaction presents the account. */
export async function sessionsOf(
  transaction: InstallationTransaction,
  account: string,
): Promise<readonly SessionOfAccount[]> {
  const { rows } = await sql<SessionOfAccount>`
    select s.token_hash as "tokenHash", s.how, s.began_at as "beganAt", l.last as "seenAt"
      from session s,
           lateral (select coalesce(max(n.seen_at), s.began_at) as last from session_seen n where n.token_hash = s.token_hash) l
     where s.account = ${account} and s.ends_at > now() and l.last > now() - make_interval(secs => ${idleSeconds})
       and not exists (select from session_ended e where e.token_hash = s.token_hash)
       and not exists (select from signed_out o where o.account = s.account and o.signed_out_at >= s.began_at)
     order by s.began_at desc
  `.execute(transaction);
  return rows;
}
