import { receipts } from '#/analyse/records/correspondence.ts';
import { allDecisions, roundsOf } from '#/analyse/records/decisions.ts';
import { newestRun, runBefore } from '#/analyse/records/risk-runs.ts';
import type { RegisterRow, Run } from '#/analyse/records/run.ts';
import type { CategoryDecision, CategoryRound } from '#/analyse/rules/deciding/decision.ts';
import { standingOfDecision, type DecisionStanding } from '#/analyse/rules/deciding/decision-standing.ts';
import { decidedInRound, type SchoolInRound } from '#/analyse/rules/deciding/progress.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Parts } from '#/parts.ts';
import { holdersOf, type RoleHolder } from '#/people/records/people-of-school.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { rowsOfRun } from '../rows-of-run.ts';
import { schemeOf } from '../schemes-of.ts';

/** A school of a round as it stands. */
export interface SchoolOfRound extends SchoolInRound {
  readonly row: RegisterRow;
  readonly standing: DecisionStanding;
  /** The newest decision of an earlier round. */
  readonly lastDecision: CategoryDecision | null;
}

/** A round with everything that was decided in it and before it. */
export interface RoundKept {
  readonly round: CategoryRound;
  readonly rounds: readonly CategoryRound[];
  readonly run: Run;
  /** `null` when the scheme of the analysis is no longer there: then nothing can be decided by it. */
  readonly scheme: Scheme | null;
  /** Most concern first, then by name. */
  readonly schools: readonly SchoolOfRound[];
  /** Every decision there is, in the order in which they were made. */
  readonly decisions: readonly CategoryDecision[];
}

/** Every round that who acts may read, the newest first. */
export async function roundsKept(
  parts: Pick<Parts, 'records' | 'reference'>,
  transaction: AuthorityTransaction,
  authority: string,
  number?: string,
): Promise<readonly RoundKept[]> {
  const rounds = await roundsOf(transaction);
  const asked = number === undefined ? rounds : rounds.filter((one) => one.number === number);
  if (asked.length === 0) return [];
  const decisions = await allDecisions(transaction);
  const confirmed = await confirmedDecisions(transaction, decisions);
  const records = await parts.records();
  const kept: RoundKept[] = [];
  for (const round of asked) {
    const run = await newestRun(transaction, authority, round.run);
    if (run === null) throw new Error(`Round ${round.number} rests on run ${round.run}, which is not there`);
    const rows = await rowsOfRun(records, transaction, run, await runBefore(transaction, run));
    kept.push({
      ...{ round, rounds, run, decisions },
      scheme: await schemeOf(transaction, parts.reference(), run),
      schools: schoolsOfRound(round, rows, decisions, confirmed),
    });
  }
  return kept;
}

/** A round that who acts may read; `null` where there is none of that number. */
export async function roundKept(
  parts: Pick<Parts, 'records' | 'reference'>,
  transaction: AuthorityTransaction,
  authority: string,
  number: string,
): Promise<RoundKept | null> {
  return (await roundsKept(parts, transaction, authority, number)).at(0) ?? null;
}

/** The schools of a round, each with what was decided of it in the round and before. */
export function schoolsOfRound(
  round: CategoryRound,
  rows: readonly RegisterRow[],
  decisions: readonly CategoryDecision[],
  confirmed: ReadonlySet<string>,
): readonly SchoolOfRound[] {
  const inRound = decidedInRound(round, decisions);
  const before = new Map(
    decisions.filter((one) => BigInt(one.round) < BigInt(round.number)).map((one) => [one.urn, one]),
  );
  return rows
    .filter(({ school }) => round.urn === null || school.urn === round.urn)
    .map((row) => {
      const { urn } = row.school;
      const decision = inRound.get(urn) ?? null;
      const isConfirmed = decision !== null && confirmed.has(decision.id);
      return {
        ...{ row, urn, decision, confirmed: isConfirmed },
        proposed: row.proposal.category,
        standing: standingOfDecision(decision, isConfirmed),
        lastDecision: before.get(urn) ?? null,
      };
    });
}

/** The decisions that everybody who leads their school today has confirmed having read. */
export async function confirmedDecisions(
  transaction: AuthorityTransaction,
  decisions: readonly CategoryDecision[],
): Promise<ReadonlySet<string>> {
  const given = Map.groupBy(await receipts(transaction), ({ decision }) => decision);
  const leadersOf = new Map<string, RoleHolder[]>();
  for (const holder of await holdersOf(transaction, ['headteacher', 'chair'])) {
    for (const urn of holder.schools === 'all' ? [] : holder.schools) {
      leadersOf.set(urn, [...(leadersOf.get(urn) ?? []), holder]);
    }
  }
  const isConfirmed = ({ id, urn, told }: CategoryDecision): boolean => {
    const leaders = leadersOf.get(urn) ?? [];
    const read = given.get(id) ?? [];
    return (
      told !== null &&
      leaders.length > 0 &&
      leaders.every(({ person }) => read.some((receipt) => receipt.person === person))
    );
  };
  return new Set(decisions.filter(isConfirmed).map(({ id }) => id));
}
