import type { Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table, type TableAccess } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface InstallationTables {
    /** Who loaded which official file, and who took one out again: they are every authority’s. */
    official_file_log: {
      number: Generated<string>;
      at: Generated<Date>;
      person: string;
      person_name: string;
      act: 'loaded' | 'took out';
      title: string;
      file_name: string;
      sha256: string;
      why: string | null;
      salt: Generated<string>;
    };
  }
}

export const officialFileLogMigrations: readonly Migration[] = [
  {
    id: 'people-6-official-files',
    statements: table(
      'official_file_log',
      `number bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
       person text not null, person_name text not null, act text not null check (act in ('loaded', 'took out')),
       title text not null, file_name text not null, sha256 text not null, why text, salt uuid not null default gen_random_uuid()`,
    ),
  },
];

/** Official files are public, and so is who loaded them here. It is added in the name that is presented. */
export const officialFileLogAccess: readonly TableAccess[] = [
  {
    table: 'official_file_log',
    access: [
      { may: 'read', when: 'true' },
      {
        may: 'add',
        columns: ['person', 'person_name', 'act', 'title', 'file_name', 'sha256', 'why'],
        when: 'presented(person)',
      },
    ],
  },
];
