import { decisionsOf, roundsOf } from '#/analyse/records/decisions.ts';
import type { CategoryDecision, CategoryRound } from '#/analyse/rules/deciding/decision.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { mayFor, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { readSchool } from '../read-analysis.ts';
import { schemesOf } from '../schemes-of.ts';

/** A decision on a school, with the scheme that says what its category means. */
export interface DecisionThen {
  readonly decision: CategoryDecision;
  readonly scheme: Scheme | null;
  /** `null` for whoever reads only what the school was told. */
  readonly round: CategoryRound | null;
  /** Whether a later one of those read takes its place. */
  readonly replaced: boolean;
}

export interface DecisionsOfSchool {
  readonly authority: AuthorityInStore;
  readonly school: School;
  /** Newest first; for head, chair and partners those that the school was told. */
  readonly decisions: readonly DecisionThen[];
  /** Whether the reader reads what the school is not told yet. */
  readonly whole: boolean;
  readonly mayDecide: boolean;
}

/** Every category of a school over time with its reasons, as far as the reader may know. */
export async function readDecisions(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<DecisionsOfSchool> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read categories', authority.slug);
  const reach = mayForSchool(person, 'read categories', authority.slug, urn);
  const school = await schoolOfAuthority(store, authority.slug, urn, parts.today());
  if (reach === false || school === null) throw nothingThere();
  if (reach === 'if of concern') {
    const { category } = await readSchool(parts, person, authority.slug, urn);
    if (category !== 'shown') throw nothingThere();
  }
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => ({
    decisions: await decisionsOf(transaction, urn),
    rounds: await roundsOf(transaction),
  }));
  const { all: schemes } = await schemesOf(parts, person, authority.slug);
  const decisions = kept?.decisions ?? [];
  return {
    ...{ authority, school },
    decisions: decisions.toReversed().map((decision, index) => ({
      decision,
      scheme: schemes.find(({ id }) => id === decision.scheme) ?? null,
      round: kept?.rounds.find(({ number }) => number === decision.round) ?? null,
      replaced: index > 0,
    })),
    mayDecide: mayFor(person, 'decide categories', authority.slug),
    whole: mayFor(person, 'read what is decided', authority.slug),
  };
}
