import type { SchoolsCounted } from '#/analyse/rules/told-to-members/schools-counted.ts';
import type { ToldSummary } from '#/analyse/rules/told-to-members/tell-summary.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** How all schools stand by what they are told, since a day. */
export interface ToldState {
  readonly number: string;
  readonly run: string;
  readonly scheme: string;
  readonly on: IsoDate;
  readonly schools: number;
  /** How many of them were told a decision; the others are as proposed. */
  readonly decided: number;
}

/** A school that causes concern by what is told. */
export interface ConcernInState {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  readonly district: string | null;
  readonly group: string;
  readonly decided: boolean;
  readonly since: IsoDate;
}

/** The newest state; `null` as long as no decision was told, or for whoever may not know. */
export async function newestToldState(transaction: AuthorityTransaction): Promise<ToldState | null> {
  const row = await transaction
    .selectFrom('told_state')
    .select(['number', 'run', 'scheme', 'on_date as on', 'schools', 'decided'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What may be told of a state, as a summary. */
export async function summaryOfState(
  transaction: AuthorityTransaction,
  { number }: Pick<ToldState, 'number'>,
): Promise<ToldSummary | null> {
  const row = await transaction
    .selectFrom('told_state_summary')
    .select('told')
    .where('state', '=', number)
    .executeTakeFirst();
  return row?.told ?? null;
}

/** The counts behind a state, for whoever makes the next one. */
export async function countedInState(
  transaction: AuthorityTransaction,
  { number }: Pick<ToldState, 'number'>,
): Promise<SchoolsCounted | null> {
  const row = await transaction
    .selectFrom('told_state_counted')
    .select('counted')
    .where('state', '=', number)
    .executeTakeFirst();
  return row?.counted ?? null;
}

/** The schools of a state that cause concern, as far as who acts may know, by name. */
export async function concernsOfState(
  transaction: AuthorityTransaction,
  { number }: Pick<ToldState, 'number'>,
): Promise<readonly ConcernInState[]> {
  const rows = await transaction
    .selectFrom('told_state_concern')
    .select(['urn', 'name', 'phase', 'district', 'group_told as group', 'decided', 'since'])
    .where('state', '=', number)
    .orderBy('name')
    .orderBy('urn')
    .execute();
  return rows.map((row) => ({ ...row, phase: row.phase as Phase }));
}

/** Adds a state: what is behind it, the schools of concern, then the summary, which closes it. Gives it its number. */
export async function addToldState(
  transaction: AuthorityTransaction,
  state: Omit<ToldState, 'number'> & {
    readonly name: string;
    readonly counted: SchoolsCounted;
    readonly concerns: readonly ConcernInState[];
    readonly summary: ToldSummary;
  },
): Promise<string> {
  const { run, scheme, on, schools, decided, name } = state;
  const { number } = await transaction
    .insertInto('told_state')
    .values({ run, scheme, on_date: on, schools, decided, kept_by_name: name })
    .returning('number')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('told_state_counted')
    .values({ state: number, counted: JSON.stringify(state.counted) })
    .execute();
  if (state.concerns.length > 0) {
    await transaction
      .insertInto('told_state_concern')
      .values(state.concerns.map(({ group, ...school }) => ({ state: number, group_told: group, ...school })))
      .execute();
  }
  await transaction
    .insertInto('told_state_summary')
    .values({ state: number, told: JSON.stringify(state.summary) })
    .execute();
  return number;
}
