import type { Generated } from 'kysely';
import type { Role, ScopeKind } from '#/people/rules/roles.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

/** Who said it, when, and why: the person and the time are the database's. */
interface Said {
  said_at: Generated<Date>;
  said_by: Generated<string>;
  said_by_name: string;
}

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** Whom this authority knows. The identity is the one they sign in with, in every authority. */
    person: { id: string; added_at: Generated<Date> };
    /** What somebody is called, and where mail reaches them: the newest holds. */
    person_known_as: Said & { number: Generated<string>; person: string; name: string; email: string | null };
    /** A role given to a person: for what, from a day, to a day or until it is ended. */
    role_held: Said & {
      number: Generated<string>;
      person: string;
      role: Role;
      scope_kind: ScopeKind;
      /** URN of a school; name of a federation, trust, diocese or division; '' for the authority. */
      scope_name: string;
      from_date: string;
      to_date: string | null;
      why: string;
      /** The role somebody else holds and lets them stand in for: it ends with that one. */
      on_behalf_of: string | null;
    };
    /** The last day of a role that was given for longer. */
    role_ended: Said & { number: Generated<string>; held: string; last_day: string; why: string };
    /** Which schools belong to the trusts, dioceses, federations or divisions of an area: of each kind the newest list holds. */
    school_list: Said & {
      number: Generated<string>;
      kind: Exclude<ScopeKind, 'authority' | 'school'>;
      source: string;
      entries: number;
    };
    school_list_entry: { list: string; list_entries: number; position: number; name: string; urn: string };
  }
}

/** Who said a thing, when and in which name. */
const said = `said_at timestamptz not null default clock_timestamp(),
   said_by text not null default current_setting('middletier.person'), said_by_name text not null`;

const live = `h.from_date <= acting_today() and coalesce(h.to_date, 'infinity') >= acting_today()
   and not exists (select from role_ended e where e.held = h.number and e.last_day < acting_today())`;

/**
 * `acting_holds()` and `acting_schools()` are what every policy of every room is written in (`rules/row-conditions.ts`).
 * Those two look with their owner's eyes, because the table of roles has itself a policy that asks them; all they tell is
 * what the person who acts holds today.
 */
export const roleMigrations: readonly Migration[] = [
  {
    id: 'people-4-roles',
    statements: [
      ...table(
        'person_known_as',
        `number bigint generated always as identity primary key, person text not null references person,
         name text not null check (trim(name) <> ''), email text check (email = lower(email) and email like '%@%'), ${said}`,
      ),
      ...table(
        'role_held',
        `number bigint generated always as identity primary key, person text not null references person,
         role text not null, scope_kind text not null check (scope_kind in ('authority', 'school', 'federation', 'trust', 'diocese', 'division')),
         scope_name text not null check ((scope_kind = 'authority') = (scope_name = '') and (scope_kind <> 'school' or scope_name ~ '^[0-9]{6}$')),
         from_date date not null, to_date date check (to_date >= from_date),
         why text not null check (trim(why) <> ''), on_behalf_of bigint references role_held, ${said}`,
      ),
      ...table(
        'role_ended',
        `number bigint generated always as identity primary key, held bigint not null references role_held,
         last_day date not null, why text not null check (trim(why) <> ''), ${said}`,
      ),
      `create index role_held_of_person on role_held (person)`,
      `create index role_ended_held on role_ended (held)`,
      ...table(
        'school_list',
        `number bigint generated always as identity primary key,
         kind text not null check (kind in ('federation', 'trust', 'diocese', 'division')),
         source text not null, entries integer not null check (entries >= 0), ${said}, unique (number, entries)`,
      ),
      ...table(
        'school_list_entry',
        `list bigint not null, list_entries integer not null,
         position integer not null check (position between 1 and list_entries),
         name text not null check (name <> ''), urn text not null check (urn ~ '^[0-9]{6}$'),
         primary key (list, position), unique (list, name, urn),
         foreign key (list, list_entries) references school_list (number, entries)`,
      ),
      `create index school_list_newest on school_list (kind, number desc)`,
      `create index school_list_entry_of on school_list_entry (list, name)`,
      `create function acting_today() returns date language sql stable
        begin atomic; select (now() at time zone 'Europe/London')::date; end`,
      `create function acting_name() returns text language sql stable
        begin atomic; select name from person_known_as where person = acting_person() order by number desc limit 1; end`,
      `create function acting_roles() returns table (number bigint, role text, scope_kind text, scope_name text)
        language sql stable security definer
        begin atomic;
          select h.number, h.role, h.scope_kind, h.scope_name from role_held h
           where h.person = acting_person() and ${live}
             and (h.on_behalf_of is null or exists (
               select from role_held o where o.number = h.on_behalf_of and ${live.replaceAll('h.', 'o.')}));
        end`,
      `create function acting_holds(roles text[]) returns boolean language sql stable
        begin atomic; select exists (select from acting_roles() a where a.role = any(roles)); end`,
      `create function acting_holds_any() returns boolean language sql stable
        begin atomic; select exists (select from acting_roles()); end`,
      `create function acting_schools(roles text[]) returns setof text language sql stable security definer
        begin atomic;
          select a.scope_name from acting_roles() a where a.role = any(roles) and a.scope_kind = 'school'
          union
          select e.urn from acting_roles() a
            join school_list l on l.kind = a.scope_kind
             and l.number = (select max(n.number) from school_list n where n.kind = a.scope_kind)
            join school_list_entry e on e.list = l.number and e.name = a.scope_name
           where a.role = any(roles);
        end`,
      // The owner is subject to the policies too, and there are none yet.
      ...['person', 'person_known_as', 'role_held'].map(
        (name) => `alter table ${name} no force row level security`,
      ),
      `insert into person_known_as (person, name, said_by, said_by_name)
        select id, name, 'officer-at-this-computer', 'The officer at this computer' from person`,
      `insert into role_held (person, role, scope_kind, scope_name, from_date, why, said_by, said_by_name)
        values ('officer-at-this-computer', 'operator', 'authority', '', '2000-01-01',
                'Types commands on the computer Middle Tier runs on', 'officer-at-this-computer', 'The officer at this computer')`,
      ...['person', 'person_known_as', 'role_held'].map(
        (name) => `alter table ${name} force row level security`,
      ),
      // With these go the policies that were written in terms of one role a person; `prepareAccess` writes the new ones.
      `drop function acting_role() cascade`,
      `drop table person_school cascade`,
      `alter table person drop column role cascade`,
      `alter table person drop column name cascade`,
    ],
  },
];
