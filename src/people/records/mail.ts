import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { DueNumbers, MailOccasion } from '#/people/rules/mail-occasions.ts';
import type { MailAttempt, MailOutcome } from '#/people/rules/mail-standing.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** A mail that was queued, and what was done about it. */
export interface MailKept {
  readonly id: string;
  readonly person: string;
  /** `null` where who acts may not know. */
  readonly name: string | null;
  readonly email: string | null;
  readonly occasion: MailOccasion;
  readonly numbers: DueNumbers | null;
  /** ISO 8601, UTC. */
  readonly queuedAt: string;
  /** The oldest first. */
  readonly attempts: readonly MailAttempt[];
}

/** Queues mails, but none to whoever acts. */
export async function queueMail(
  transaction: AuthorityTransaction,
  mails: readonly { readonly person: string; readonly occasion: MailOccasion; readonly href: string }[],
): Promise<void> {
  const acting = (await sql<{ id: string }>`select acting_person() as id`.execute(transaction)).rows[0]?.id;
  const queued = mails
    .filter(({ person }) => person !== acting)
    .map((mail) => ({ ...mail, id: randomUUID() }));
  if (queued.length === 0) return;
  await transaction
    .insertInto('mail_queued')
    .values(queued.map(({ id, person, occasion }) => ({ id, person, occasion })))
    .execute();
  await transaction
    .insertInto('mail_link')
    .values(queued.map(({ id, href }) => ({ mail: id, href })))
    .execute();
}

/** Queues the summary of a day. Of one person and day there is one: `false` where it was queued before. */
export async function queueDailySummary(
  transaction: AuthorityTransaction,
  summary: DueNumbers & { readonly person: string; readonly day: IsoDate; readonly href: string },
): Promise<boolean> {
  const { person, day, late, soon, href } = summary;
  const added = await transaction
    .insertInto('mail_queued')
    .values({ person, occasion: 'daily summary', for_day: day, late, soon })
    .onConflict((conflict) => conflict.columns(['person', 'for_day']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) return false;
  await transaction.insertInto('mail_link').values({ mail: added.id, href }).execute();
  return true;
}

/** Who has a summary of a day already, by their identity. */
export async function summarisedOn(
  transaction: AuthorityTransaction,
  day: IsoDate,
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('mail_queued')
    .select('person')
    .where('for_day', '=', day)
    .execute();
  return new Set(rows.map(({ person }) => person));
}

/** Where a mail leads that is to whoever acts; `null` where there is no such mail to them. */
export async function whereMailLeads(
  transaction: AuthorityTransaction,
  mail: string,
): Promise<string | null> {
  const row = await transaction
    .selectFrom('mail_link')
    .select('href')
    .where('mail', '=', mail)
    .executeTakeFirst();
  return row?.href ?? null;
}

/** One at a time in an authority, to the end of the transaction: no two may take the same mail to send. */
export async function lockMail(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('mail ' || current_schema()))`.execute(transaction);
}

/** The mails queued in so many days, as far as who acts may know of them, the oldest first. */
export async function mailsOfDays(
  transaction: AuthorityTransaction,
  days: number,
): Promise<readonly MailKept[]> {
  const { rows } = await sql<{
    id: string;
    person: string;
    name: string | null;
    email: string | null;
    occasion: MailOccasion;
    late: number | null;
    soon: number | null;
    queued: Date;
    attempts: { at: string; outcome: MailOutcome; words: string }[];
  }>`
    select q.id, q.person, k.name, k.email, q.occasion, q.late, q.soon, q.queued_at as queued,
           coalesce(a.attempts, '[]'::json) as attempts
      from mail_queued q
      left join lateral (select n.name, n.email from person_known_as n where n.person = q.person
                          order by n.number desc limit 1) k on true
      left join lateral (select json_agg(json_build_object('at', t.at, 'outcome', t.outcome, 'words', t.words)
                                         order by t.number) as attempts
                           from mail_attempt t where t.mail = q.id) a on true
     where q.queued_at > now() - make_interval(days => ${days})
     order by q.queued_at, q.id`.execute(transaction);
  return rows.map(({ late, soon, queued, attempts, ...row }) => ({
    ...row,
    numbers: late === null || soon === null ? null : { late, soon },
    queuedAt: queued.toISOString(),
    attempts: attempts.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  }));
}

/** Puts down what was done about a mail. */
export async function addMailAttempt(
  transaction: AuthorityTransaction,
  mail: string,
  outcome: MailOutcome,
  words: string,
): Promise<void> {
  await transaction.insertInto('mail_attempt').values({ mail, outcome, words }).execute();
}

/** Puts down whether whoever acts wants the daily summary. */
export async function addMailChoice(
  transaction: AuthorityTransaction,
  person: string,
  daily: boolean,
): Promise<void> {
  await transaction.insertInto('mail_choice').values({ person, daily }).execute();
}

/** Who does not want the daily summary, as far as who acts may know: by their identity. */
export async function withoutDailySummary(transaction: AuthorityTransaction): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('mail_choice')
    .distinctOn('person')
    .select(['person', 'daily'])
    .orderBy('person')
    .orderBy('number', 'desc')
    .execute();
  return new Set(rows.flatMap(({ person, daily }) => (daily ? [] : [person])));
}
