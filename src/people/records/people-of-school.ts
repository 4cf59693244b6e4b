import { sql } from 'kysely';
import type { Role, ScopeKind } from '#/people/rules/roles.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Somebody who holds a role today. */
export interface RoleHolder {
  readonly person: string;
  readonly name: string;
  /** Where mail reaches them; `null` where it is not known. */
  readonly email: string | null;
  readonly role: Role;
  readonly heldFor: ScopeKind;
  /** The schools it is held for; `all` where it is held for the authority. */
  readonly schools: 'all' | readonly Urn[];
  readonly since: IsoDate;
  /** The last day; `null` where none is set. */
  readonly until: IsoDate | null;
  /** Whom they stand in for. */
  readonly insteadOf: string | null;
}

/** Whether a role stands today, as `acting_roles()` decides it of who acts. */
const stands = (held: string) => sql`
  ${sql.raw(held)}.from_date <= acting_today() and coalesce(${sql.raw(held)}.to_date, 'infinity') >= acting_today()
  and not exists (select from role_ended e where e.held = ${sql.raw(held)}.number and e.last_day < acting_today())`;

/**
 * Who holds one of these roles today, as far as who acts may know of them; by name.
 *
 * @param urn only those it is held for: this school alone, its federation, or the authority
 */
export async function holdersOf(
  transaction: AuthorityTransaction,
  roles: readonly Role[],
  urn?: Urn,
): Promise<readonly RoleHolder[]> {
  const { rows } = await sql<{
    person: string;
    name: string | null;
    email: string | null;
    role: Role;
    heldFor: ScopeKind;
    schools: Urn[];
    since: IsoDate;
    until: IsoDate | null;
    insteadOf: string | null;
  }>`
    select h.person, k.name, k.email, h.role, h.scope_kind as "heldFor", h.from_date as since,
           least(h.to_date, (select min(e.last_day) from role_ended e where e.held = h.number)) as until,
           ok.name as "insteadOf",
           case h.scope_kind when 'authority' then array[]::text[] when 'school' then array[h.scope_name]
             else array(select e.urn from school_list_entry e
                         where e.list = (select max(l.number) from school_list l where l.kind = h.scope_kind)
                           and e.name = h.scope_name order by 1) end as schools
      from role_held h
      left join role_held o on o.number = h.on_behalf_of
      left join lateral (select n.name, n.email from person_known_as n where n.person = h.person
                          order by n.number desc limit 1) k on true
      left join lateral (select n.name from person_known_as n where n.person = o.person
                          order by n.number desc limit 1) ok on true
     where h.role = any(${[...roles]}::text[]) and ${stands('h')}
       and (h.on_behalf_of is null or (o.number is not null and ${stands('o')}))
     order by k.name, h.number`.execute(transaction);
  return rows
    .map((row) => ({
      ...row,
      name: row.name ?? '',
      schools: row.heldFor === 'authority' ? ('all' as const) : row.schools,
    }))
    .filter(({ schools }) => urn === undefined || schools === 'all' || schools.includes(urn));
}
