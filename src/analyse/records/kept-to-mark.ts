import { sql } from 'kysely';
import type { Horizon } from '#/analyse/rules/forecast/forecast.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { ForecastRun } from './forecast-run.ts';

/** The chance that a forecast gave one school; `null` where none could be told. */
export interface ChanceKept {
  readonly urn: Urn;
  readonly chance: number | null;
}

/** The chances of every school that who acts may read, for one length of time: by the run that gave them. */
export async function chancesKept(
  transaction: AuthorityTransaction,
  runs: readonly Pick<ForecastRun, 'id'>[],
  months: Horizon,
): Promise<ReadonlyMap<string, readonly ChanceKept[]>> {
  if (runs.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('school_forecast')
    .select(['run', 'urn', sql.ref<number | null>(`chance_${String(months)}`).as('chance')])
    .where(
      'run',
      'in',
      runs.map(({ id }) => id),
    )
    .orderBy('run')
    .orderBy('position')
    .execute();
  return Map.groupBy(rows, ({ run }) => run);
}

/** The category of one school in one run. */
export interface CategoryKept {
  readonly run: string;
  readonly urn: Urn;
  readonly category: string;
}

/** The category of every school that who acts may read, in every run. */
export async function categoriesKept(transaction: AuthorityTransaction): Promise<readonly CategoryKept[]> {
  return await transaction
    .selectFrom('risk_proposal')
    .select(['run', 'urn', 'category'])
    .orderBy('run')
    .orderBy('position')
    .execute();
}
