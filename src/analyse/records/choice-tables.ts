import type { Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** What an authority chose that its forecasts use; the newest holds. Without one, deprivation is not used. */
    forecast_choice: {
      number: Generated<string>;
      /** Whether the deprivation of the area is used. */
      deprivation: boolean;
      why: string;
      chosen_on: string;
      kept_at: Generated<Date>;
      chosen_by: Generated<string>;
      chosen_by_name: string;
    };
  }
}

/**
 * Every choice stays, with who made it, when and why: a forecast is read years later beside the choice it was made by. So a
 * run says for itself which it was; those kept before there was a choice were made without deprivation.
 */
export const choiceMigrations: readonly Migration[] = [
  {
    id: 'analyse-7-forecast-choices',
    statements: [
      ...table(
        'forecast_choice',
        `number bigint generated always as identity primary key, deprivation boolean not null,
         why text not null check (trim(why) <> ''), chosen_on date not null,
         kept_at timestamptz not null default clock_timestamp(),
         chosen_by text not null default current_setting('middletier.person'), chosen_by_name text not null`,
      ),
      `alter table forecast_run add column deprivation boolean not null default false`,
      `alter table forecast_run alter column deprivation drop default`,
    ],
  },
];
