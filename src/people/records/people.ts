import { sql } from 'kysely';
import type { RoleHeld } from '#/people/rules/held-roles.ts';
import type { RoleAsked } from '#/people/rules/giving-roles.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** Somebody the authority knows, by what they are called now, with every role they ever had that the reader may see. */
export interface PersonKnown {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** Every address they had here: by any of them a file means this person. */
  readonly emailsEver: readonly string[];
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  /** In the order they were given. */
  readonly roles: readonly RoleHeld[];
}

/** One change of people at a time, to the end of the transaction: two at once would both find nobody holding a role. */
export async function lockPeople(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('people ' || current_schema()))`.execute(transaction);
}

/** Everybody the reader may see, in order of name; whoever types commands is left out. */
export async function peopleKnown(transaction: AuthorityTransaction): Promise<readonly PersonKnown[]> {
  const people = await sql<Omit<PersonKnown, 'addedAt' | 'roles'> & { readonly addedAt: Date }>`
    select p.id, k.name, k.email, p.added_at as "addedAt",
           array(select distinct e.email from person_known_as e where e.person = p.id and e.email is not null order by 1) as "emailsEver"
      from person p, lateral (select name, email from person_known_as k where k.person = p.id order by number desc limit 1) k
     where p.id not in (select h.person from role_held h where h.role = 'operator')
     order by lower(k.name), p.id
  `.execute(transaction);
  const roles = Map.groupBy(await rolesHeld(transaction), ({ person }) => person);
  return people.rows.map((person) => ({
    ...person,
    addedAt: person.addedAt.toISOString(),
    roles: roles.get(person.id) ?? [],
  }));
}

/** Every role that was ever given and that the reader may see, oldest first, with the end that comes first. */
async function rolesHeld(transaction: AuthorityTransaction): Promise<readonly RoleHeld[]> {
  const rows = await transaction
    .selectFrom('role_held as h')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('role_ended')
          .select(['last_day', 'why', 'said_by', 'said_by_name', 'said_at'])
          .whereRef('held', '=', 'h.number')
          .orderBy('last_day')
          .orderBy('number')
          .limit(1)
          .as('e'),
      (join) => join.onTrue(),
    )
    .selectAll('h')
    .select([
      'e.last_day as ended_last_day',
      'e.why as ended_why',
      'e.said_by as ended_by',
      'e.said_by_name as ended_by_name',
      'e.said_at as ended_at',
    ])
    .orderBy('h.number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    person: row.person,
    role: row.role,
    scope: { kind: row.scope_kind, name: row.scope_name },
    from: row.from_date,
    to: row.to_date,
    why: row.why,
    onBehalfOf: row.on_behalf_of,
    given: { by: row.said_by, byName: row.said_by_name, at: row.said_at.toISOString() },
    ended:
      row.ended_last_day === null
        ? null
        : {
            lastDay: row.ended_last_day,
            why: row.ended_why ?? '',
            by: row.ended_by ?? '',
            byName: row.ended_by_name ?? '',
            at: (row.ended_at ?? new Date(0)).toISOString(),
          },
  }));
}

/** Makes somebody known to the authority; who is known already stays as they are. */
export async function addPerson(transaction: AuthorityTransaction, id: string): Promise<void> {
  await transaction
    .insertInto('person')
    .values({ id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What somebody is called from now on, and where mail reaches them. */
export async function callPerson(
  transaction: AuthorityTransaction,
  called: {
    readonly person: string;
    readonly name: string;
    readonly email: string | null;
    readonly saidByName: string;
  },
): Promise<void> {
  const { person, name, email, saidByName } = called;
  await transaction
    .insertInto('person_known_as')
    .values({ person, name, email, said_by_name: saidByName })
    .execute();
}

/** Gives a role, and its number. */
export async function addRole(
  transaction: AuthorityTransaction,
  person: string,
  { role, scope, from, last, why }: RoleAsked,
  said: { readonly byName: string; readonly onBehalfOf: string | null },
): Promise<string> {
  const { number } = await transaction
    .insertInto('role_held')
    .values({
      person,
      role,
      scope_kind: scope.kind,
      scope_name: scope.name,
      from_date: from,
      to_date: last,
      why,
      on_behalf_of: said.onBehalfOf,
      said_by_name: said.byName,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** Says the last day of a role. */
export async function addRoleEnd(
  transaction: AuthorityTransaction,
  ended: {
    readonly held: string;
    readonly lastDay: IsoDate;
    readonly why: string;
    readonly saidByName: string;
  },
): Promise<void> {
  await transaction
    .insertInto('role_ended')
    .values({ held: ended.held, last_day: ended.lastDay, why: ended.why, said_by_name: ended.saidByName })
    .execute();
}

/** The day it is for the records: in London. */
export async function dayOfRecords(transaction: AuthorityTransaction): Promise<IsoDate> {
  const { rows } = await sql<{ today: IsoDate }>`select acting_today() as today`.execute(transaction);
  return rows[0]?.today ?? '';
}
