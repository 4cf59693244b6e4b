import type {
  EarlyWarning,
  Horizon,
  NoWarning,
  SchoolPath,
  Trajectory,
} from '#/analyse/rules/forecast/forecast.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { forecastRunOf, mainQuestionFirst } from './forecast-runs.ts';
import type { ForecastRun } from './forecast-run.ts';

/** What is forecast of one school. */
export interface SchoolForecast {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  readonly forecast: EarlyWarning | NoWarning;
  /** `null` where its chances on the days of the trajectory cannot be told. */
  readonly path: SchoolPath | null;
}

/** Rows that fit in one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** Adds what is forecast of every school of a run, in the order given. */
export async function addSchoolForecasts(
  transaction: AuthorityTransaction,
  run: ForecastRun,
  schools: readonly SchoolForecast[],
): Promise<void> {
  const rows = schools.map(({ urn, name, phase, forecast, path }, index) => ({
    run: run.id,
    run_schools: run.schools,
    position: index + 1,
    urn,
    name,
    phase,
    chance_12: chanceWithin(forecast, 12),
    chance_18: chanceWithin(forecast, 18),
    chance_24: chanceWithin(forecast, 24),
    forecast: JSON.stringify(forecast),
    path: path === null ? null : JSON.stringify(path),
  }));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await transaction
      .insertInto('school_forecast')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}

function chanceWithin(forecast: EarlyWarning | NoWarning, within: Horizon): number | null {
  if (!('horizons' in forecast)) return null;
  return forecast.horizons.find(({ months }) => months === within)?.found.chance ?? null;
}

/** Adds the shares of a run, in the order given. */
export async function addShareForecasts(
  transaction: AuthorityTransaction,
  run: ForecastRun,
  trajectories: readonly Trajectory[],
): Promise<void> {
  if (trajectories.length === 0) return;
  const rows = trajectories.map((trajectory, index) => ({
    run: run.id,
    run_shares: trajectories.length,
    position: index + 1,
    group_kind: trajectory.group.kind,
    group_name: trajectory.group.name,
    denominator: trajectory.denominator,
    trajectory: JSON.stringify(trajectory),
  }));
  await transaction.insertInto('share_forecast').values(rows).execute();
}

/** What a run forecasts of the schools that this person may know of, in the order in which it was kept. */
export async function schoolForecasts(
  transaction: AuthorityTransaction,
  run: Pick<ForecastRun, 'id'>,
): Promise<readonly SchoolForecast[]> {
  const rows = await transaction
    .selectFrom('school_forecast')
    .select(['urn', 'name', 'phase', 'forecast', 'path'])
    .where('run', '=', run.id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, phase: row.phase as Phase }));
}

/** The shares of a run, in the order in which they were kept; none for whoever may not read them. */
export async function shareForecasts(
  transaction: AuthorityTransaction,
  run: Pick<ForecastRun, 'id'>,
): Promise<readonly Trajectory[]> {
  const rows = await transaction
    .selectFrom('share_forecast')
    .select('trajectory')
    .where('run', '=', run.id)
    .orderBy('position')
    .execute();
  return rows.map(({ trajectory }) => trajectory);
}

/** What every run forecast of one school, newest run first: only if this person may see it. */
export async function forecastsOverTime(
  transaction: AuthorityTransaction,
  authority: string,
  urn: Urn,
): Promise<readonly (SchoolForecast & { readonly run: ForecastRun })[]> {
  const rows = await transaction
    .selectFrom('school_forecast as s')
    .innerJoin('forecast_run as r', 'r.number', 's.run')
    .selectAll('r')
    .select(['s.urn', 's.name', 's.phase', 's.forecast', 's.path'])
    .where('s.urn', '=', urn)
    .orderBy('r.as_at', 'desc')
    .orderBy(mainQuestionFirst('r'))
    .orderBy('r.number', 'desc')
    .execute();
  return rows.map(({ name, phase, forecast, path, urn: of, ...run }) => ({
    urn: of,
    name,
    phase: phase as Phase,
    forecast,
    path,
    run: forecastRunOf(run, authority),
  }));
}
