import type { Generated } from 'kysely';
import type { JudgedStanding, ReachedStanding } from '#/analyse/rules/expected/judged-standing.ts';
import type { TrajectoryGroup } from '#/analyse/rules/forecast/forecast.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** What an officer expects of a school; the newest of the same officer and school holds, or withdraws what was before. */
    expectation: {
      number: Generated<string>;
      urn: string;
      /** Null, with the day and how sure: withdrawn. */
      standing: JudgedStanding | null;
      by_date: string | null;
      sure: number | null;
      why: string;
      made_on: string;
      kept_at: Generated<Date>;
      made_by: Generated<string>;
      made_by_name: string;
    };
    /** A share of schools aimed at for a day; the newest for the same schools, day and standing holds, or withdraws. */
    share_target: {
      number: Generated<string>;
      group_kind: TrajectoryGroup['kind'];
      group_name: string;
      standing: ReachedStanding;
      on_date: string;
      /** From 0 to 1; null: withdrawn. */
      share: number | null;
      rests_on: string;
      set_on: string;
      kept_at: Generated<Date>;
      set_by: Generated<string>;
      set_by_name: string;
    };
  }
}

const by = (prefix: string): string =>
  `${prefix}_on date not null, kept_at timestamptz not null default clock_timestamp(),
   ${prefix}_by text not null default current_setting('middletier.person'), ${prefix}_by_name text not null`;

/**
 * Both are kept with every version: what somebody expected is marked later by what they said then. The day that each counts
 * from is said with it; the moment it came into the records is the database’s, so that what was put in afterwards shows.
 */
export const expectationMigrations: readonly Migration[] = [
  {
    id: 'analyse-6-expectations',
    statements: [
      ...table(
        'expectation',
        `number bigint generated always as identity primary key, urn text not null check (urn ~ '^[0-9]{6}$'),
         standing text check (standing in ('good or better', 'below good', 'every area at expected or above', 'an area below expected')),
         by_date date check (by_date > made_on), sure integer check (sure between 50 and 100),
         why text not null check (trim(why) <> ''), ${by('made')},
         check ((standing is null) = (by_date is null)), check (standing is not null or sure is null)`,
      ),
      ...table(
        'share_target',
        `number bigint generated always as identity primary key,
         group_kind text not null check (group_kind in ('all', 'phase', 'district', 'type')),
         group_name text not null check (trim(group_name) <> ''),
         standing text not null check (standing in ('good or better', 'every area at expected or above')),
         on_date date not null, share double precision check (share > 0 and share <= 1),
         rests_on text not null check (trim(rests_on) <> ''), ${by('set')}, check (share is null or on_date > set_on)`,
      ),
      `create index expectation_of on expectation (urn, number)`,
    ],
  },
];
