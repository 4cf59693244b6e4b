import type { Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** Who confirmed having read what was proposed for their school, and as what. */
    category_receipt: {
      run: string;
      urn: string;
      read_as: 'headteacher' | 'chair';
      read_at: Generated<Date>;
      read_by: Generated<string>;
      read_by_name: string;
    };
    /** What head or chair replied to the category, and what an officer answered: one thread a school, in the order it was said. */
    school_reply: {
      number: Generated<string>;
      run: string;
      /** The decision whose letter it is a reply to; `null` where only a proposal had been told. */
      decision: string | null;
      urn: string;
      side: 'school' | 'authority';
      words: string;
      said_at: Generated<Date>;
      said_by: Generated<string>;
      said_by_name: string;
    };
  }
}

/** Both are about the proposal that was read, so that a later one does not change what they meant. */
export const correspondenceMigrations: readonly Migration[] = [
  {
    id: 'analyse-3-correspondence',
    statements: [
      ...table(
        'category_receipt',
        `run bigint not null, urn text not null,
         read_as text not null check (read_as in ('headteacher', 'chair')),
         read_at timestamptz not null default clock_timestamp(),
         read_by text not null default current_setting('middletier.person'), read_by_name text not null,
         primary key (run, urn, read_by), foreign key (run, urn) references risk_proposal (run, urn)`,
      ),
      ...table(
        'school_reply',
        `number bigint generated always as identity primary key, run bigint not null, urn text not null,
         side text not null check (side in ('school', 'authority')), words text not null check (trim(words) <> ''),
         said_at timestamptz not null default clock_timestamp(),
         said_by text not null default current_setting('middletier.person'), said_by_name text not null,
         foreign key (run, urn) references risk_proposal (run, urn)`,
      ),
      `create index category_receipt_of on category_receipt (urn)`,
      `create index school_reply_of on school_reply (urn, number)`,
    ],
  },
];
