import { randomUUID } from 'node:crypto';
import { addDecisions, lockDecisions } from '#/analyse/records/decisions.ts';
import { checkDecision } from '#/analyse/rules/deciding/check-decision.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { logDecided, newDecision, openRoundKept, type DecisionAsked } from './decide-category.ts';

/** What a moderation meeting decided of one school. */
export type DecisionOfMeeting = Omit<DecisionAsked, 'authority' | 'round'>;

export type SeveralDecided =
  /** `already`: where the same stood there. */
  | { readonly kind: 'done'; readonly decided: number; readonly already: number }
  | { readonly kind: 'problems'; readonly problems: readonly (TypingProblem & { readonly urn: Urn })[] };

/**
 * Decides what a moderation meeting came to of several schools of a round, each for itself, in one go: by the same rules as
 * one at a time, and all of them or none. What somebody else decided since is not overwritten: it is one of the problems.
 */
export async function decideSeveral(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  asked: {
    readonly authority: string;
    readonly round: string;
    readonly decisions: readonly DecisionOfMeeting[];
  },
): Promise<SeveralDecided> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permit(person, 'decide categories', authority.slug);
  const records = await parts.records();
  if (!(await records.has(authority.slug))) throw nothingThere();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockDecisions(transaction);
    const kept = await openRoundKept(parts, transaction, authority.slug, asked.round);
    const schools = new Map(kept.schools.map((school) => [school.urn, school]));
    // The last that was said of a school counts, so that none is decided twice in one go.
    const each = new Map(asked.decisions.map((one) => [one.urn, one]));
    const outcomes = [...each.values()].map((one): Outcome => {
      const school = schools.get(one.urn);
      if (school === undefined) throw nothingThere();
      const { decision } = school;
      if (decision?.category === one.category && decision.why === one.why.trim()) return { urn: one.urn };
      if (decision !== null && decision.id !== one.basedOn)
        return { urn: one.urn, problems: [decidedMeanwhile(decision.decided)] };
      const checked = checkDecision(one, school.proposed, kept.scheme, decision !== null);
      if ('problems' in checked) return { urn: one.urn, problems: checked.problems };
      const made = { ...newDecision(kept, school, parts.today(), person.name), ...checked, id: randomUUID() };
      return { urn: one.urn, anew: decision !== null, made };
    });
    const problems = outcomes.flatMap((one) =>
      (one.problems ?? []).map((problem) => ({ ...problem, urn: one.urn })),
    );
    if (problems.length > 0) return { kind: 'problems', problems };
    const decided = outcomes.flatMap(({ urn, anew, made }) =>
      made === undefined ? [] : [{ urn, anew, made }],
    );
    await addDecisions(
      transaction,
      decided.map(({ made }) => made),
    );
    for (const [isAnew, act] of [
      [false, 'decided a category'],
      [true, 'decided a category anew'],
    ] as const)
      await logDecided(
        transaction,
        decided.filter(({ anew }) => anew === isAnew).map(({ urn }) => urn),
        act,
      );
    return { kind: 'done', decided: decided.length, already: outcomes.length - decided.length };
  });
}

function decidedMeanwhile({ name }: { readonly name: string }): TypingProblem {
  return { field: 'category', text: `${name} decided it since this was read: look at it again.` };
}

/** What would come of one school; without problems and a decision: the same stands there. */
interface Outcome {
  readonly urn: Urn;
  readonly problems?: readonly TypingProblem[];
  readonly made?: Parameters<typeof addDecisions>[1][number];
  readonly anew?: boolean;
}
