import { randomUUID } from 'node:crypto';
import { addDecisions, lockDecisions } from '#/analyse/records/decisions.ts';
import { checkDecision, type DecisionTyped } from '#/analyse/rules/deciding/check-decision.ts';
import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';
import { followedBy } from '#/analyse/rules/deciding/round-state.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit, permitForSchool } from '#/people/actions/permit.ts';
import { logChanges } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { heldAgainst, type SchoolToDecide } from './held-against.ts';
import { roundKept, type RoundKept, type SchoolOfRound } from './round-kept.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

export interface DecisionAsked extends DecisionTyped {
  readonly authority: string;
  readonly round: string;
  readonly urn: Urn;
  /** The decision of this round that whoever decides had before them; empty where there was none. */
  readonly basedOn: string;
}

/** What came of deciding. */
export type DecisionOutcome =
  /** `already`: the same stands there. */
  | { readonly kind: 'done'; readonly already: boolean; readonly decision: string }
  /** Somebody decided since this person looked: what they typed is not lost, and they look again. */
  | { readonly kind: 'decided meanwhile'; readonly by: CategoryDecision }
  | { readonly kind: 'problems'; readonly problems: readonly TypingProblem[] };

/**
 * Decides the category of a school in a round, in a named person’s name. Where something was decided in the round before, it
 * is decided anew, for a reason: the decision before stays, and a signature or letter of it does not hold for the new one.
 */
export async function decideCategory(
  parts: Needed,
  person: Person,
  asked: DecisionAsked,
): Promise<DecisionOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permitForSchool(person, 'decide categories', authority.slug, asked.urn);
  const records = await parts.records();
  if (!(await records.has(authority.slug))) throw nothingThere();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockDecisions(transaction);
    const kept = await openRoundKept(parts, transaction, authority.slug, asked.round);
    const school = kept.schools.find(({ urn }) => urn === asked.urn);
    if (school === undefined) throw nothingThere();
    const { decision } = school;
    if (decision?.category === asked.category && decision.why === asked.why.trim()) {
      return { kind: 'done', already: true, decision: decision.id };
    }
    if ((decision?.id ?? '') !== asked.basedOn && decision !== null) {
      return { kind: 'decided meanwhile', by: decision };
    }
    const checked = checkDecision(asked, school.proposed, kept.scheme, decision !== null);
    if ('problems' in checked) return { kind: 'problems', problems: checked.problems };
    const id = randomUUID();
    const one = { ...newDecision(kept, school, parts.today(), person.name), ...checked, id };
    await addDecisions(transaction, [one]);
    await logDecided(
      transaction,
      [asked.urn],
      decision === null ? 'decided a category' : 'decided a category anew',
    );
    return { kind: 'done', already: false, decision: id };
  });
}

/** What was decided in one go, and what was left. */
export interface DecidedTogether {
  readonly decided: number;
  /** The schools that a person must look at one by one. */
  readonly left: readonly SchoolToDecide[];
}

/**
 * Decides every school of a round that nobody decided yet as the rules propose, in one go. Movers and schools that somebody
 * sees otherwise are left: each is decided alone.
 */
export async function decideAsProposed(
  parts: Needed,
  person: Person,
  asked: { readonly authority: string; readonly round: string },
): Promise<DecidedTogether> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permit(person, 'decide categories', authority.slug);
  const records = await parts.records();
  if (!(await records.has(authority.slug))) throw nothingThere();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockDecisions(transaction);
    const kept = await openRoundKept(parts, transaction, authority.slug, asked.round);
    const { schools } = await heldAgainst(transaction, kept, parts.reference(), parts.today());
    const undecided = schools.filter(({ decision }) => decision === null);
    const together = undecided.filter(({ alone }) => !alone);
    const decisions = together.flatMap((school) => {
      const checked = checkDecision(
        { category: school.proposed, why: '' },
        school.proposed,
        kept.scheme,
        false,
      );
      return 'problems' in checked
        ? []
        : [{ ...newDecision(kept, school, parts.today(), person.name), ...checked, id: randomUUID() }];
    });
    await addDecisions(transaction, decisions);
    await logDecided(
      transaction,
      decisions.map(({ urn }) => urn),
      'decided a category',
    );
    return { decided: decisions.length, left: undecided.filter((one) => !together.includes(one)) };
  });
}

/** A round in which it is still decided, by a scheme that is still there. */
export async function openRoundKept(
  parts: Needed,
  transaction: AuthorityTransaction,
  authority: string,
  number: string,
): Promise<RoundKept & { readonly scheme: NonNullable<RoundKept['scheme']> }> {
  const kept = await roundKept(parts, transaction, authority, number);
  if (kept === null) throw nothingThere();
  const { scheme } = kept;
  const next = followedBy(kept.round, kept.rounds);
  if (next !== null) {
    throw new KnownError(
      'usage',
      `Round ${number} is over: “${next.name}” (round ${next.number}) followed it.`,
      ['Decide in the newest round.'],
    );
  }
  if (scheme === null) {
    throw new KnownError('scheme-invalid', 'The scheme of this analysis is no longer there.', [
      'Run the analysis by a scheme that is in use, and open a round on it.',
    ]);
  }
  return { ...kept, scheme };
}

export function newDecision({ round, run }: RoundKept, school: SchoolOfRound, on: string, name: string) {
  return {
    ...{ round: round.number, run: run.id, urn: school.urn, proposed: school.proposed, scheme: run.scheme },
    revises: (school.decision ?? school.lastDecision)?.id ?? null,
    decided: { on, name },
  };
}

/** Without the category: whoever keeps the logs reads them, and no category. What was decided and why is in the decisions. */
export async function logDecided(
  transaction: AuthorityTransaction,
  urns: readonly Urn[],
  act: string,
): Promise<void> {
  await logChanges(
    transaction,
    urns.map((urn) => ({
      ...{ act, urn, from: null, to: null, why: null },
      about: { kind: 'category decided', key: urn },
      aboutName: `the category of school ${urn}`,
    })),
  );
}
