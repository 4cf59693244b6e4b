import { sql } from 'kysely';
import type { Attempt } from '#/people/rules/attempts.ts';
import type { InstallationTransaction } from '#/platform/database/tables.ts';

/** By whom and from where an attempt is, as the records know it; the transaction presents both. */
export interface AttemptBy {
  readonly nameHash: string;
  readonly placeHash: string;
}

/**
 * Attempts by the same name or from the same place, as long as they are counted. Attempts by one name wait for each other
 * here until the transaction ends: a hundred at once would otherwise all be the first.
 */
export async function attemptsBefore(
  transaction: InstallationTransaction,
  { nameHash, placeHash }: AttemptBy,
  countedSeconds: number,
): Promise<{ readonly before: readonly Attempt[]; readonly now: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${nameHash}, 0))`.execute(transaction);
  const { rows } = await sql<Omit<Attempt, 'at'> & { readonly at: Date }>`
    select a.attempted_at as at, a.name_hash = ${nameHash} as "sameName", a.place_hash = ${placeHash} as "samePlace",
           case when a.refused then 'refused'
                when exists (select from sign_in_succeeded s where s.attempt = a.number) then 'succeeded'
                else 'failed' end as outcome
      from sign_in_attempt a
     where (a.name_hash = ${nameHash} or a.place_hash = ${placeHash})
       and a.attempted_at > clock_timestamp() - make_interval(secs => ${countedSeconds})
  `.execute(transaction);
  const { rows: clock } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(transaction);
  return {
    before: rows.map((row) => ({ ...row, at: row.at.getTime() })),
    now: clock[0]?.now.getTime() ?? Number.NaN,
  };
}

/** Notes an attempt before anything is looked at: it has failed unless it is said later that it succeeded. */
export async function addAttempt(
  transaction: InstallationTransaction,
  { nameHash, placeHash }: AttemptBy,
  refused: boolean,
): Promise<string> {
  const { number } = await transaction
    .insertInto('sign_in_attempt')
    .values({ name_hash: nameHash, place_hash: placeHash, refused })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** Notes that an attempt succeeded. */
export async function noteSuccess(transaction: InstallationTransaction, attempt: string): Promise<void> {
  await transaction.insertInto('sign_in_succeeded').values({ attempt }).execute();
}
