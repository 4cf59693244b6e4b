import type { ColumnType, Generated } from 'kysely';
import type { SchoolsCounted } from '#/analyse/rules/told-to-members/schools-counted.ts';
import type { ToldSummary } from '#/analyse/rules/told-to-members/tell-summary.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** Who confirmed having read the letter on a decision, and as what. */
    decision_receipt: {
      decision: string;
      urn: string;
      read_as: 'headteacher' | 'chair';
      read_at: Generated<Date>;
      read_by: Generated<string>;
      read_by_name: string;
    };
    /**
     * How all schools stand by what they are told, on a day on which that changed: by the decision a school was told, and for
     * one that was told none by what the analysis proposes.
     */
    told_state: {
      number: Generated<string>;
      run: string;
      scheme: string;
      on_date: string;
      schools: number;
      /** How many of them were told a decision. */
      decided: number;
      kept_at: Generated<Date>;
      kept_by: Generated<string>;
      kept_by_name: string;
    };
    /** How many schools are in each group, as it may be told: what is suppressed is not in it. */
    told_state_summary: { state: string; told: ColumnType<ToldSummary, string, never> };
    /** The counts behind it, which the next ones must not let anyone work out. */
    told_state_counted: { state: string; counted: ColumnType<SchoolsCounted, string, never> };
    /** The schools that cause concern, each since which day without a break. */
    told_state_concern: {
      state: string;
      urn: string;
      name: string;
      phase: string;
      district: string | null;
      group_told: string;
      /** Whether a named person decided it; otherwise it is as proposed. */
      decided: boolean;
      since: string;
    };
  }
}

/** What follows from telling a school what was decided. The parts of a state come before its summary, which closes it. */
export const toldDecisionMigrations: readonly Migration[] = [
  {
    id: 'analyse-9-told-decisions',
    statements: [
      `alter table category_letter add column way text not null default 'here' check (way in ('here', 'by post'))`,
      `alter table category_letter add constraint category_letter_with_school unique (decision, urn)`,
      ...table(
        'decision_receipt',
        `decision uuid not null, urn text not null,
         read_as text not null check (read_as in ('headteacher', 'chair')),
         read_at timestamptz not null default clock_timestamp(),
         read_by text not null default current_setting('middletier.person'), read_by_name text not null,
         primary key (decision, read_by), foreign key (decision, urn) references category_letter (decision, urn)`,
      ),
      `create index decision_receipt_of on decision_receipt (urn)`,
      `alter table school_reply add column decision uuid`,
      `alter table school_reply add constraint school_reply_to_letter
         foreign key (decision, urn) references category_letter (decision, urn)`,
      ...table(
        'told_state',
        `number bigint generated always as identity primary key, run bigint not null references risk_run,
         scheme text not null, on_date date not null, schools integer not null, decided integer not null check (decided > 0),
         kept_at timestamptz not null default clock_timestamp(),
         kept_by text not null default current_setting('middletier.person'), kept_by_name text not null`,
      ),
      ...table('told_state_summary', `state bigint primary key references told_state, told json not null`),
      ...table('told_state_counted', `state bigint primary key references told_state, counted json not null`),
      ...table(
        'told_state_concern',
        `state bigint not null references told_state, urn text not null, name text not null, phase text not null,
         district text, group_told text not null, decided boolean not null, since date not null, primary key (state, urn)`,
      ),
      `create index told_state_concern_of_school on told_state_concern (urn)`,
    ],
  },
];
