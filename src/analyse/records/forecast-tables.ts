import type { ColumnType, Generated } from 'kysely';
import type {
  Denominator,
  EarlyWarning,
  ForecastTarget,
  NoWarning,
  SchoolPath,
  Trajectory,
  TrajectoryGroup,
} from '#/analyse/rules/forecast/forecast.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** JSON that comes back as the thing that was put in. */
type Kept<Thing> = ColumnType<Thing, string, never>;

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    forecast_run: {
      number: Generated<string>;
      as_at: string;
      target: ForecastTarget;
      /** The model: its name, the day it was fitted to, and a digest of all its numbers. */
      model: string;
      fitted_as_at: string;
      digest: string;
      schools: number;
      shares: number;
      /** Made with the deprivation of the area, as the authority had chosen (`choice-tables.ts`). */
      deprivation: boolean;
      /** Identities of the source files, as JSON. */
      sources: Kept<readonly string[]>;
      /** Days of the trajectories, as JSON: the chances of every path are for these. */
      dates: Kept<readonly IsoDate[]>;
      /** SHA-256 of all that is forecast and what it is made from: equal forecasts have equal fingerprints. */
      fingerprint: string;
      made_at: ColumnType<Date, string, never>;
      made_by: Generated<string>;
      made_by_name: string;
    };
    school_forecast: {
      run: string;
      run_schools: number;
      position: number;
      urn: string;
      name: string;
      phase: string;
      /** Chances to be found wanting within so many months; null where no chance can be told. */
      chance_12: number | null;
      chance_18: number | null;
      chance_24: number | null;
      forecast: Kept<EarlyWarning | NoWarning>;
      path: ColumnType<SchoolPath | null, string | null, never>;
    };
    share_forecast: {
      run: string;
      run_shares: number;
      position: number;
      group_kind: TrajectoryGroup['kind'];
      group_name: string;
      denominator: Denominator;
      trajectory: Kept<Trajectory>;
    };
  }
}

const chance = (months: number): string =>
  `chance_${String(months)} double precision check (chance_${String(months)} between 0 and 1)`;

/**
 * Forecasts are kept for good, to be marked when the outcomes are known: the application can read and add, never change or
 * remove. A run is whole or not there, as risk runs are (`risk-tables.ts`): it says how many schools and shares it has, and
 * each has a place up to that number that cannot be taken twice, so that nothing is slipped in when the outcome is known.
 */
export const forecastMigrations: readonly Migration[] = [
  {
    id: 'analyse-5-forecasts',
    statements: [
      ...table(
        'forecast_run',
        `number bigint generated always as identity primary key, as_at date not null,
         target text not null check (target in ('below good', 'any area below expected', 'leadership and governance below expected')),
         model text not null, fitted_as_at date not null check (fitted_as_at <= as_at), digest text not null,
         schools integer not null check (schools > 0), shares integer not null check (shares >= 0),
         sources json not null, dates json not null, fingerprint text not null,
         made_at timestamptz not null, made_by text not null default current_setting('middletier.person'),
         made_by_name text not null, unique (number, schools), unique (number, shares)`,
      ),
      ...table(
        'school_forecast',
        `run bigint not null, run_schools integer not null,
         position integer not null check (position between 1 and run_schools),
         urn text not null check (urn ~ '^[0-9]{6}$'), name text not null, phase text not null,
         ${[12, 18, 24].map(chance).join(', ')}, forecast json not null, path json,
         primary key (run, urn), unique (run, position),
         foreign key (run, run_schools) references forecast_run (number, schools)`,
      ),
      ...table(
        'share_forecast',
        `run bigint not null, run_shares integer not null,
         position integer not null check (position between 1 and run_shares),
         group_kind text not null check (group_kind in ('all', 'phase', 'district', 'type')), group_name text not null,
         denominator text not null check (denominator in ('with predecessors’ grades', 'own grades only')),
         trajectory json not null,
         primary key (run, group_kind, group_name, denominator), unique (run, position),
         foreign key (run, run_shares) references forecast_run (number, shares)`,
      ),
      `create index school_forecast_of_school on school_forecast (urn, run)`,
      `create index forecast_run_newest on forecast_run (as_at desc, number desc)`,
    ],
  },
];
