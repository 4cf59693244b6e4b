import { sql } from 'kysely';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { LastInspection } from '#/schools/rules/inspection-words.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { runOf } from './risk-runs.ts';
import type { RegisterRow, Run } from './run.ts';

/** One school of a run about to be kept: the school as it was known, and what was proposed for it. */
export interface NewProposal {
  readonly school: School;
  readonly proposal: Proposal;
  readonly lastInspection: LastInspection | null;
}

/** Rows that fit in one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** Adds every proposal of a run, in the order given. */
export async function addProposals(
  transaction: AuthorityTransaction,
  run: Run,
  proposals: readonly NewProposal[],
): Promise<void> {
  const rows = proposals.map(({ school, proposal, lastInspection }, index) => ({
    run: run.id,
    run_schools: run.schools,
    position: index + 1,
    urn: school.urn,
    name: school.name,
    phase: school.phase,
    type: school.type,
    district: school.district,
    trust: school.trust,
    category: proposal.category,
    group_told: proposal.group,
    concern: proposal.concern,
    points: proposal.points,
    last_inspected_on: lastInspection?.startedOn ?? null,
    proposal: JSON.stringify(proposal),
    school: JSON.stringify(school),
    last_inspection: JSON.stringify(lastInspection),
  }));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await transaction
      .insertInto('risk_proposal')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}

/**
 * The rows of a run that this person may see, most concern first, then by name; schools with insufficient evidence last.
 * `was` is the category in the run before, where that differed.
 */
export async function registerRows(
  transaction: AuthorityTransaction,
  run: Run,
  previous: Run | null,
): Promise<readonly RegisterRow[]> {
  const rows = await transaction
    .selectFrom('risk_proposal as now')
    .leftJoin('risk_proposal as before', (join) =>
      join.onRef('before.urn', '=', 'now.urn').on('before.run', '=', previous?.id ?? '0'),
    )
    .select([
      'now.school',
      'now.proposal',
      'now.last_inspection as lastInspection',
      'before.category as before',
    ])
    .where('now.run', '=', run.id)
    .orderBy('now.concern', (order) => order.desc().nullsLast())
    .orderBy('now.points', 'desc')
    .orderBy('now.name')
    .orderBy('now.urn')
    .execute();
  return rows.map(({ school, proposal, lastInspection, before }) => ({
    school,
    proposal,
    lastInspection,
    was: before === null || before === proposal.category ? null : before,
  }));
}

/** Which rows of these runs this person may see, in which versions: the same text means the same rows. */
export async function rowsSeen(transaction: AuthorityTransaction, of: readonly Run[]): Promise<string> {
  const ids = of.map(({ id }) => id);
  const { rows } = await sql<{ seen: string | null }>`
    select md5(string_agg(concat(run, ' ', urn, ' ', xmin), ',' order by run, urn)) as seen
      from risk_proposal where run = any(${ids}::bigint[])`.execute(transaction);
  return rows[0]?.seen ?? '';
}

/** What each run proposed for one school, newest run first: only if this person may see it. */
export async function proposalsOverTime(
  transaction: AuthorityTransaction,
  authority: string,
  urn: Urn,
): Promise<readonly (NewProposal & { readonly run: Run })[]> {
  const rows = await transaction
    .selectFrom('risk_proposal as p')
    .innerJoin('risk_run as r', 'r.number', 'p.run')
    .selectAll('r')
    .select(['p.school', 'p.proposal', 'p.last_inspection as lastInspection'])
    .where('p.urn', '=', urn)
    .orderBy('r.as_at', 'desc')
    .orderBy('r.number', 'desc')
    .execute();
  return rows.map(({ school, proposal, lastInspection, ...run }) => ({
    school,
    proposal,
    lastInspection,
    run: runOf(run, authority),
  }));
}
