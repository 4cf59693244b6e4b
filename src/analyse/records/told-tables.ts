import type { ColumnType } from 'kysely';
import type { ToldSummary } from '#/analyse/rules/told-to-members/tell-summary.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** How many schools of a run are in each group, as it may be told: what is suppressed is not in it. */
    run_summary: { run: string; told: ColumnType<ToldSummary, string, never> };
    /** The schools of a run that cause concern, each since which run without a break. */
    run_concern: {
      run: string;
      urn: string;
      name: string;
      phase: string;
      district: string | null;
      group_told: string;
      since: string;
    };
  }
}

/**
 * What is told of a run outside the services that work with schools. Both are kept with the run. The schools of concern
 * come first: once there is a summary, no school can be added to them (`told-access.ts`).
 */
export const toldMigrations: readonly Migration[] = [
  {
    id: 'analyse-4-told-to-members',
    statements: [
      ...table('run_summary', `run bigint primary key references risk_run, told json not null`),
      ...table(
        'run_concern',
        `run bigint not null, urn text not null, name text not null, phase text not null, district text,
         group_told text not null, since bigint not null references risk_run,
         primary key (run, urn), foreign key (run, urn) references risk_proposal`,
      ),
      `create index run_concern_of_school on run_concern (urn)`,
    ],
  },
];
