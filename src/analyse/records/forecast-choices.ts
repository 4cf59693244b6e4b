import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** What an authority chose that its forecasts use. */
export interface ForecastChoice {
  /** Deprivation of the area is used. */
  readonly deprivation: boolean;
  readonly why: string;
  readonly chosenOn: IsoDate;
  readonly chosenBy: string;
}

/** One choice of an authority at a time, to the end of the transaction: two at once would both take themselves for the newest. */
export async function lockForecastChoices(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('forecast_choice ' || current_schema()))`.execute(
    transaction,
  );
}

/** Adds a choice. The number, the person and the moment are the database's, not the caller's. */
export async function addForecastChoice(
  transaction: AuthorityTransaction,
  { deprivation, why, chosenOn, chosenBy }: ForecastChoice,
): Promise<void> {
  await transaction
    .insertInto('forecast_choice')
    .values({ deprivation, why, chosen_on: chosenOn, chosen_by_name: chosenBy })
    .execute();
}

/** Every choice, newest first: the first holds. Where there is none, deprivation is not used. */
export async function forecastChoices(transaction: AuthorityTransaction): Promise<readonly ForecastChoice[]> {
  const rows = await transaction
    .selectFrom('forecast_choice')
    .select(['deprivation', 'why', 'chosen_on', 'chosen_by_name'])
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ deprivation, why, chosen_on: chosenOn, chosen_by_name: chosenBy }) => ({
    ...{ deprivation, why, chosenOn, chosenBy },
  }));
}
