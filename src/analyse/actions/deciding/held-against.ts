import { expectations } from '#/analyse/records/expectations.ts';
import {
  newestChances,
  type ChanceOfSchool,
  type NewestChances,
} from '#/analyse/records/forecast-chances.ts';
import {
  chanceLimits,
  mustBeDecidedAlone,
  whyModerated,
  type ModerationEvidence,
  type ModerationReason,
  type OwnView,
  ownViewOf,
} from '#/analyse/rules/deciding/moderation.ts';
import { directionOf, type Direction } from '#/analyse/rules/deciding/progress.ts';
import { expectationsOverTime } from '#/analyse/rules/expected/newest-of-each.ts';
import type { Chance } from '#/analyse/rules/forecast/forecast.ts';
import { recurrencesOf } from '#/analyse/rules/intelligence/recurrence.ts';
import type { Reference } from '#/law/reference.ts';
import { papers } from '#/papers/records/papers.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { entriesToday } from '../intelligence/entries-read.ts';
import type { RoundKept, SchoolOfRound } from './round-kept.ts';

/** A school of a round with what others say of it, and why the meeting looks at it. */
export interface SchoolToDecide extends SchoolOfRound {
  readonly against: ModerationEvidence;
  readonly reasons: readonly ModerationReason[];
  /** A person must look at it alone. */
  readonly alone: boolean;
  /** Which way its decision differs from the proposal; `null`: not decided, or as proposed. */
  readonly direction: Direction | null;
}

/** What is held against the proposals of a round: forecasts, expectations, what schools say of themselves, what was heard. */
export async function heldAgainst(
  transaction: AuthorityTransaction,
  { schools, scheme }: RoundKept,
  reference: Reference,
  today: IsoDate,
): Promise<{ readonly schools: readonly SchoolToDecide[]; readonly chances: NewestChances | null }> {
  const chances = await newestChances(transaction);
  const told = [...(chances?.of.values() ?? [])].map(chanceToFall);
  const limits = chanceLimits(told.filter((one) => one !== null));
  const inForce = expectationsOverTime(await expectations(transaction)).filter(
    ({ became, expected }) => became.state === 'in force' && expected.by >= today,
  );
  const expected = Map.groupBy(inForce, ({ urn }) => urn);
  const entries = await entriesToday(transaction, today);
  const inForceOf = Map.groupBy(
    entries.filter(({ state }) => state === 'in force'),
    ({ urn }) => urn,
  );
  const suggested = new Map(
    recurrencesOf(entries, reference.intelligenceRecurrence, today).map(({ urn, suggests }) => [
      urn,
      suggests,
    ]),
  );
  const ownViews = await ownViewsOf(transaction);
  const withReasons = schools.map((school): SchoolToDecide => {
    const { urn, row, lastDecision } = school;
    const forecast = chances?.of.get(urn);
    const against: ModerationEvidence = {
      ...{ proposal: row.proposal, was: row.was, lastDecision },
      ownView: ownViews.get(urn) ?? null,
      chance: forecast === undefined ? null : chanceToFall(forecast),
      expectations: (expected.get(urn) ?? []).map(({ made, expected: { standing } }) => ({
        name: made.name,
        standing,
      })),
      heard: { entries: inForceOf.get(urn)?.length ?? 0, suggests: suggested.get(urn) ?? null },
    };
    const reasons = scheme === null ? [] : whyModerated(against, scheme, limits);
    return { ...school, against, reasons, ...judged(school, reasons, scheme) };
  });
  return { schools: withReasons, chances };
}

/** What follows from the reasons and the decision of a school. */
export function judged(
  { decision, proposed }: Pick<SchoolOfRound, 'decision' | 'proposed'>,
  reasons: readonly ModerationReason[],
  scheme: Scheme | null,
): Pick<SchoolToDecide, 'alone' | 'direction'> {
  const differs = decision !== null && decision.category !== proposed;
  return {
    alone: mustBeDecidedAlone(reasons),
    direction: differs ? directionOf(proposed, decision.category, scheme) : null,
  };
}

/** The chance of a school that could still fall; one that is below good already is told none. */
function chanceToFall({ told, now }: ChanceOfSchool): Chance | null {
  return now !== 'not good' && 'chance' in told ? told.chance : null;
}

/** What each school that submitted an assessment of its own risk says of itself, the newest of each. */
async function ownViewsOf(transaction: AuthorityTransaction): Promise<ReadonlyMap<Urn, OwnView>> {
  const assessments = await papers(transaction, { kinds: ['self-assessment'] });
  return new Map(
    assessments.flatMap(({ urn, newest, steps }) => {
      const submitted = steps.find(({ step }) => step === 'submit');
      const placed = newest?.content['placed'];
      return submitted === undefined || typeof placed !== 'string'
        ? []
        : [[urn, ownViewOf(placed, submitted.on)] as const];
    }),
  );
}
