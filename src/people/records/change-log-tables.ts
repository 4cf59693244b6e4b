import type { Generated } from 'kysely';
import type { KindOfRecord } from '#/people/rules/record-kinds.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** Everything that was changed: who, when, what from, what to, why. Only ever added to. */
    change_log: {
      number: Generated<string>;
      at: Generated<Date>;
      person: Generated<string>;
      person_name: Generated<string>;
      /** A verb in the past, such as `gave a role`. */
      act: string;
      about_kind: KindOfRecord;
      about_key: string;
      about_name: string;
      urn: string | null;
      from_words: string | null;
      to_words: string | null;
      why: string | null;
      /** The transaction it was made in: by it the database knows that a change was logged. */
      made_in: Generated<string>;
      /** Random, so that nobody can guess what an entry said from its hash once the entry is gone. */
      salt: Generated<string>;
    };
  }
}

/** Person, name, time, transaction and salt are the database’s: no column of them can be written. */
export const changeLogMigrations: readonly Migration[] = [
  {
    id: 'people-5-change-log',
    statements: [
      ...table(
        'change_log',
        `number bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
         person text not null default current_setting('middletier.person'), person_name text not null default acting_name(),
         act text not null check (trim(act) <> ''), about_kind text not null check (trim(about_kind) <> ''),
         about_key text not null, about_name text not null, urn text check (urn ~ '^[0-9]{6}$'),
         from_words text, to_words text, why text,
         made_in xid8 not null default pg_current_xact_id(), salt uuid not null default gen_random_uuid()`,
      ),
      `create index change_log_at on change_log (at)`,
      `create index change_log_about on change_log (about_kind, about_key, number desc)`,
      `create index change_log_of_person on change_log (person, number desc)`,
      `create index change_log_of_school on change_log (urn, number desc)`,
    ],
  },
];
