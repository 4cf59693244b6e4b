import type { Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** Who read which category, when, on which page. Added to by everyone, read by the information officer. */
    reading_log: {
      number: Generated<string>;
      read_at: Generated<Date>;
      person: Generated<string>;
      person_name: string;
      event: string;
      path: string;
      urn: string | null;
    };
  }
}

const personRole = `role text not null check (role in ('officer', 'head', 'chair', 'administrator', 'information officer'))`;

/**
 * The first steps, released when a person had one role and access was part of a step. What came of them is changed by
 * `role-tables.ts`, which is the form today.
 */
export const peopleMigrations: readonly Migration[] = [
  {
    id: 'people-1-persons',
    statements: [
      // '' when nobody is set: a person's id is never empty, so nobody is nobody.
      `create function acting_person() returns text language sql stable
        begin atomic; select current_setting('middletier.person', true); end`,
      ...table(
        'person',
        `id text primary key check (id <> ''), name text not null, ${personRole}, added_at timestamptz not null default now()`,
        [
          { may: 'read', when: 'id = (select acting_person())' },
          { may: 'add', by: 'owner', when: 'true' },
        ],
      ),
      ...table(
        'person_school',
        `person text not null references person, urn text not null check (urn ~ '^[0-9]{6}$'), primary key (person, urn)`,
        [{ may: 'read', when: 'person = (select acting_person())' }],
      ),
      `create function acting_role() returns text language sql stable
        begin atomic; select role from person where id = acting_person(); end`,
    ],
  },
  {
    id: 'people-2-reading-log',
    statements: table(
      'reading_log',
      `number bigint generated always as identity primary key,
       read_at timestamptz not null default clock_timestamp(),
       person text not null default current_setting('middletier.person'),
       person_name text not null, event text not null, path text not null, urn text`,
      [
        {
          may: 'add',
          columns: ['person_name', 'event', 'path', 'urn'],
          when: `person = (select acting_person()) and person_name = (select name from person where id = acting_person())`,
        },
        { may: 'read', when: `(select acting_role()) = 'information officer'` },
      ],
    ),
  },
  {
    // Until there is sign-in. The step that brings sign-in takes this row away again.
    id: 'people-3-officer-at-this-computer',
    statements: [
      `insert into person (id, name, role) values ('officer-at-this-computer', 'The officer at this computer', 'officer')`,
    ],
  },
];
