import type { ColumnType, Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';
import type { Phase } from '#/schools/rules/school.ts';

interface Said {
  said_at: Generated<Date>;
  said_by: Generated<string>;
  said_by_name: string;
}

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** What an officer or challenge partner brings; of one person the newest that has begun holds. */
    adviser_profile: Said & {
      number: Generated<string>;
      person: string;
      organisation: string;
      independent: boolean;
      phases: ColumnType<readonly Phase[], string, never>;
      qualifications: string;
      experience: string;
      /** Schools they can look after; null: nobody has said. */
      capacity: number | null;
      from_date: string;
    };
    /** A tie of theirs to a school; of one person and school the newest holds. */
    declared_interest: Said & {
      number: Generated<string>;
      person: string;
      urn: string;
      what: string;
      from_date: string;
      until_date: string | null;
    };
  }
}

const said = `said_at timestamptz not null default clock_timestamp(),
   said_by text not null default current_setting('middletier.person'), said_by_name text not null`;

/** Nothing is taken back: what somebody said of themselves, and what was said of them, stays beside what came after. */
export const allocationMigrations: readonly Migration[] = [
  {
    id: 'diagnose-1-advisers',
    statements: [
      ...table(
        'adviser_profile',
        `number bigint generated always as identity primary key, person text not null references person,
         organisation text not null, independent boolean not null, phases json not null, qualifications text not null,
         experience text not null, capacity integer check (capacity between 0 and 500), from_date date not null, ${said}`,
      ),
      ...table(
        'declared_interest',
        `number bigint generated always as identity primary key, person text not null references person,
         urn text not null check (urn ~ '^[0-9]{6}$'), what text not null check (trim(what) <> ''), from_date date not null,
         until_date date check (until_date >= from_date), ${said}`,
      ),
      `create index adviser_profile_of on adviser_profile (person, number)`,
      `create index declared_interest_of on declared_interest (person, urn, number)`,
    ],
  },
];
