import type { ColumnType, Generated } from 'kysely';
import type { RetentionKind } from '#/people/rules/retention.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

/** What was let go of because it had been kept long enough. */
interface RetentionAct {
  number: Generated<string>;
  at: Generated<Date>;
  kind: RetentionKind;
  /** Records from before this moment. */
  let_go_before: ColumnType<Date, string, never>;
  rows_gone: string;
  /** How long they were to be kept. */
  months: number;
  salt: Generated<string>;
}

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** How long an authority keeps its records where it says so itself: of each kind the newest holds. */
    retention_rule: {
      number: Generated<string>;
      kind: RetentionKind;
      /** `null`: for good. */
      months: number | null;
      why: string;
      said_at: Generated<Date>;
      said_by: Generated<string>;
      said_by_name: Generated<string>;
    };
    retention_act: RetentionAct;
  }
  interface InstallationTables {
    retention_act: RetentionAct;
  }
}

const act = table(
  'retention_act',
  `number bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
   kind text not null, let_go_before timestamptz not null check (let_go_before < at), rows_gone bigint not null check (rows_gone > 0),
   months integer not null check (months > 0), salt uuid not null default gen_random_uuid()`,
);

export const retentionMigrations: readonly Migration[] = [
  {
    id: 'people-6-retention',
    statements: [
      ...table(
        'retention_rule',
        `number bigint generated always as identity primary key, kind text not null, months integer check (months between 12 and 1200),
         why text not null check (trim(why) <> ''), said_at timestamptz not null default clock_timestamp(),
         said_by text not null default current_setting('middletier.person'), said_by_name text not null default acting_name()`,
      ),
      // Null: for good, and nothing is older than that.
      `create function months_kept(of_kind text, otherwise integer) returns integer language sql stable
         begin atomic;
           select case when exists (select from retention_rule r where r.kind = of_kind)
             then (select r.months from retention_rule r where r.kind = of_kind order by r.number desc limit 1)
             else otherwise end;
         end`,
      ...act,
    ],
  },
];

export const installationRetentionMigrations: readonly Migration[] = [
  { id: 'people-5-retention', statements: act },
];
