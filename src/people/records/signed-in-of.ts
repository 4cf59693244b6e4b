import { sql } from 'kysely';
import type { InstallationTransaction } from '#/platform/database/tables.ts';

/** What the installation holds of somebody who signs in. Moments are ISO 8601, UTC. */
export interface AccountHeld {
  readonly signInName: string;
  readonly madeAt: string;
  readonly demonstration: boolean;
  /** Newest first. */
  readonly sessions: readonly SessionHeld[];
  readonly links: readonly {
    readonly madeAt: string;
    readonly until: string;
    readonly usedAt: string | null;
  }[];
  /** When a password was set; what it is, nobody can tell. */
  readonly passwordsSetAt: readonly string[];
}

export interface SessionHeld {
  readonly beganAt: string;
  readonly how: string;
  readonly lastUsedAt: string | null;
  readonly endedAt: string | null;
  /** Why it ended; `null`: it ran out, or holds. */
  readonly why: string | null;
  readonly endsAt: string;
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** All that is held of an account, which the transaction presents; `null` where there is none. */
export async function accountHeld(
  transaction: InstallationTransaction,
  account: string,
): Promise<AccountHeld | null> {
  const found = await transaction
    .selectFrom('account')
    .selectAll()
    .where('id', '=', account)
    .executeTakeFirst();
  if (found === undefined) return null;
  const { rows: sessions } = await sql<{
    began: Date;
    how: string;
    used: Date | null;
    ended: Date | null;
    why: string | null;
    ends: Date;
  }>`
    select s.began_at as began, s.how, s.ends_at as ends,
           (select max(n.seen_at) from session_seen n where n.token_hash = s.token_hash) as used,
           least(e.ended_at, o.at) as ended, case when e.ended_at <= coalesce(o.at, 'infinity') then e.why else o.why end as why
      from session s
      left join session_ended e on e.token_hash = s.token_hash
      left join lateral (select x.signed_out_at as at, x.why from signed_out x
                          where x.account = s.account and x.signed_out_at >= s.began_at order by x.signed_out_at limit 1) o
             on o.at < s.ends_at
     where s.account = ${account} order by s.began_at desc`.execute(transaction);
  const { rows: links } = await sql<{ made: Date; until: Date; used: Date | null }>`
    select l.made_at as made, l.until, u.used_at as used
      from set_up_link l left join set_up_link_used u on u.token_hash = l.token_hash
     where l.account = ${account} order by l.number desc`.execute(transaction);
  const passwords = await transaction
    .selectFrom('credential')
    .select('kept_at')
    .where('account', '=', account)
    .orderBy('number', 'desc')
    .execute();
  return {
    signInName: found.sign_in_name,
    madeAt: found.made_at.toISOString(),
    demonstration: found.demonstration,
    sessions: sessions.map((one) => ({
      beganAt: one.began.toISOString(),
      how: one.how,
      lastUsedAt: iso(one.used),
      endedAt: iso(one.ended),
      why: one.why,
      endsAt: one.ends.toISOString(),
    })),
    links: links.map(({ made, until, used }) => ({
      madeAt: made.toISOString(),
      until: until.toISOString(),
      usedAt: iso(used),
    })),
    passwordsSetAt: passwords.map(({ kept_at: at }) => at.toISOString()),
  };
}

/** Attempts to sign in by a name, of which the transaction presents the hash; newest first. */
export async function attemptsHeld(
  transaction: InstallationTransaction,
  nameHash: string,
): Promise<readonly { readonly at: string; readonly outcome: 'signed in' | 'failed' | 'came too soon' }[]> {
  const { rows } = await sql<{ at: Date; outcome: 'signed in' | 'failed' | 'came too soon' }>`
    select a.attempted_at as at,
           case when a.refused then 'came too soon'
                when exists (select from sign_in_succeeded s where s.attempt = a.number) then 'signed in'
                else 'failed' end as outcome
      from sign_in_attempt a where a.name_hash = ${nameHash} order by a.number desc`.execute(transaction);
  return rows.map(({ at, outcome }) => ({ at: at.toISOString(), outcome }));
}
