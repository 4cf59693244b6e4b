import type { SchoolOfConcern } from '#/analyse/rules/told-to-members/of-concern.ts';
import type { CountedSchool } from '#/analyse/rules/told-to-members/schools-counted.ts';
import type { ToldSummary } from '#/analyse/rules/told-to-members/tell-summary.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { districtNotStated, type Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Run } from './run.ts';
import { isBefore } from './risk-runs.ts';

/** What is kept of a school for the counts of a run. */
export interface SchoolInRun {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  readonly district: string | null;
  readonly group: string | null;
}

/** A school that causes concern, as it may be told to those who may know. */
export interface ConcernTold extends Omit<SchoolOfConcern, 'since'> {
  /** The date of the run since which it does without a break. */
  readonly since: IsoDate;
}

/** What was told of a run; `null` where it was kept before anything was told, or where this person may not see it. */
export async function summaryOf(
  transaction: AuthorityTransaction,
  run: Pick<Run, 'id'>,
): Promise<ToldSummary | null> {
  const row = await transaction
    .selectFrom('run_summary')
    .select('told')
    .where('run', '=', run.id)
    .executeTakeFirst();
  return row?.told ?? null;
}

/** The run of the same scheme that was last told of, before this one was. */
export async function lastToldRun(
  transaction: AuthorityTransaction,
  { id, scheme }: Pick<Run, 'id' | 'scheme'>,
): Promise<{ readonly id: string; readonly told: ToldSummary } | null> {
  const row = await transaction
    .selectFrom('run_summary as s')
    .innerJoin('risk_run as r', 'r.number', 's.run')
    .select(['s.run as id', 's.told'])
    .where('r.scheme', '=', scheme)
    .where('s.run', '<>', id)
    .orderBy('s.run', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Every school of a run, as far as the counts need it. */
export async function schoolsOfRun(
  transaction: AuthorityTransaction,
  run: string,
): Promise<readonly SchoolInRun[]> {
  const rows = await transaction
    .selectFrom('risk_proposal')
    .select(['urn', 'name', 'phase', 'district', 'group_told as group'])
    .where('run', '=', run)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, phase: row.phase as Phase }));
}

/** Those that are counted: of the others too little is known for a group. */
export function countable(schools: readonly SchoolInRun[]): readonly CountedSchool[] {
  return schools.flatMap(({ phase, district, group }) =>
    group === null ? [] : [{ phase, district: district ?? districtNotStated, group }],
  );
}

/** In which group each of these schools was in the runs before this one, newest first. */
export async function groupsBefore(
  transaction: AuthorityTransaction,
  run: Run,
  urns: readonly Urn[],
): Promise<
  readonly { readonly id: string; readonly scheme: string; readonly groupOf: Map<Urn, string | null> }[]
> {
  const before = await transaction
    .selectFrom('risk_run')
    .select(['number as id', 'scheme'])
    .where(isBefore(run))
    .orderBy('as_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  if (urns.length === 0) return [];
  const rows = await transaction
    .selectFrom('risk_proposal')
    .select(['run', 'urn', 'group_told as group'])
    .where('urn', 'in', urns)
    .execute();
  const ofRun = Map.groupBy(rows, (row) => row.run);
  return before.map((one) => ({
    ...one,
    groupOf: new Map((ofRun.get(one.id) ?? []).map(({ urn, group }) => [urn, group])),
  }));
}

/** Adds what may be told of a run: the schools of concern, then the summary, after which there are no more of them. */
export async function addTold(
  transaction: AuthorityTransaction,
  run: Pick<Run, 'id'>,
  told: { readonly concerns: readonly SchoolOfConcern[]; readonly summary: ToldSummary },
): Promise<void> {
  if (told.concerns.length > 0) {
    await transaction
      .insertInto('run_concern')
      .values(told.concerns.map(({ group, ...school }) => ({ run: run.id, ...school, group_told: group })))
      .execute();
  }
  await transaction
    .insertInto('run_summary')
    .values({ run: run.id, told: JSON.stringify(told.summary) })
    .execute();
}

/** The schools of a run that cause concern, as far as this person may know, by name. */
export async function concernsOf(
  transaction: AuthorityTransaction,
  run: Pick<Run, 'id'>,
): Promise<readonly ConcernTold[]> {
  const rows = await transaction
    .selectFrom('run_concern as c')
    .innerJoin('risk_run as since', 'since.number', 'c.since')
    .select(['c.urn', 'c.name', 'c.phase', 'c.district', 'c.group_told as group', 'since.as_at as since'])
    .where('c.run', '=', run.id)
    .orderBy('c.name')
    .orderBy('c.urn')
    .execute();
  return rows.map((row) => ({ ...row, phase: row.phase as Phase }));
}
