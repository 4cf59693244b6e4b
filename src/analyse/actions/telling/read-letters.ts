import { decidedNow, decisionsBeside, type DecisionBeside } from '#/analyse/records/decisions-beside.ts';
import type { LetterKept } from '#/analyse/rules/deciding/decision.ts';
import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { decisionsOf } from '#/analyse/records/decisions.ts';
import { proposalsOverTime } from '#/analyse/records/risk-proposals.ts';
import { letterOf } from '#/analyse/records/letters.ts';
import { receipts, type Receipt } from '#/analyse/records/correspondence.ts';
import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { mayFor, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { openSchoolsOf, schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { knownSchemes } from '../scheme-asked.ts';
import { lettersToTell, type LetterToTell } from './letters-to-tell.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** Who would be told, who cannot be and why, and who was told. */
export interface LettersRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly mayTell: boolean;
  /** Decided, and not told. */
  readonly waiting: readonly LetterToTell[];
  /** What every school was last told, the newest first. */
  readonly told: readonly {
    readonly decision: DecisionBeside;
    readonly name: string;
    readonly scheme: Scheme | null;
  }[];
}

/** The letters of an authority: those to be sent, written as they would be today, and those that were. */
export async function readLetters(parts: Needed, person: Person, slug: string): Promise<LettersRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read what is decided', authority.slug);
  const today = parts.today();
  const names = new Map(
    (await openSchoolsOf(store, authority.slug, today)).map(({ urn, name }) => [urn, name]),
  );
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const schemes = knownSchemes(parts.reference(), await adoptions(transaction)).all;
    return {
      waiting: await lettersToTell(parts, transaction, authority),
      told: [...(await decidedNow(transaction)).values()]
        .flatMap(({ told }) => (told === null ? [] : [told]))
        .toSorted((a, b) => (b.told?.at ?? '').localeCompare(a.told?.at ?? ''))
        .map((decision) => ({
          decision,
          name: names.get(decision.urn) ?? decision.urn,
          scheme: schemes.find(({ id }) => id === decision.scheme) ?? null,
        })),
    };
  });
  const mayTell = mayFor(person, 'decide categories', authority.slug);
  return { authority, today, mayTell, ...(kept ?? { waiting: [], told: [] }) };
}

/** One letter: as it was sent, or as it would be sent today. */
export interface LetterRead {
  readonly authority: AuthorityInStore;
  readonly school: School;
  readonly today: IsoDate;
  readonly scheme: Scheme | null;
  readonly decision: CategoryDecision;
  /** `null` where a fact is missing: then `missing` says which. */
  readonly letter: LetterKept | null;
  readonly missing: readonly string[];
  /** `null`: it was not sent yet. */
  readonly sent: (NonNullable<CategoryDecision['told']> & { readonly way: 'here' | 'by post' }) | null;
  /** Whether a newer one was told since. */
  readonly replaced: boolean;
  /** Whether head or chair is known here, who are told by mail that it waits. */
  readonly leaders: readonly { readonly name: string; readonly role: string }[];
  readonly receipts: readonly Receipt[];
  readonly mayTell: boolean;
}

/** Nothing was told, or is known to wait, which look the same to whoever may not know of what waits. */
export interface NoLetter {
  readonly authority: AuthorityInStore;
  readonly school: School;
  readonly decision: null;
}

/**
 * A letter that was sent, for head, chair, partners and officers; or the preview of the one that would be, for officers.
 *
 * @param id of the decision; left out, the one that waits to be told, else the one last told
 */
export async function readLetter(
  parts: Needed,
  person: Person,
  slug: string,
  urn: Urn,
  id?: string,
): Promise<LetterRead | NoLetter> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read categories', authority.slug);
  const reach = mayForSchool(person, 'read categories', authority.slug, urn);
  if (reach === false) throw nothingThere();
  const today = parts.today();
  const school = await schoolOfAuthority(store, authority.slug, urn, today);
  if (school === null) throw nothingThere();
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    // On the condition of concern, whoever reads no proposal of the school now reads nothing of it.
    const readsNothing =
      reach !== true && (await proposalsOverTime(transaction, authority.slug, urn)).length === 0;
    if (readsNothing) throw nothingThere();
    const decisions = await decisionsOf(transaction, urn);
    const decision = id === undefined ? decisions.at(-1) : decisions.find((one) => one.id === id);
    if (decision === undefined) return null;
    const beside = (await decisionsBeside(transaction, urn)).filter(({ told }) => told !== null);
    const [waiting] = decision.told === null ? await lettersToTell(parts, transaction, authority, urn) : [];
    const schemes = knownSchemes(parts.reference(), await adoptions(transaction)).all;
    return {
      decision,
      scheme: schemes.find((one) => one.id === decision.scheme) ?? null,
      waiting: waiting?.decision.id === decision.id ? waiting : null,
      replaced: decision.told !== null && beside.at(-1)?.id !== decision.id,
      kept: await letterOf(transaction, decision.id),
      receipts: (await receipts(transaction, urn)).filter((one) => one.decision === decision.id),
    };
  });
  if (kept === null && id === undefined) return { authority, school, decision: null };
  if (kept === null) throw nothingThere();
  const { decision, waiting, kept: sent, ...rest } = kept;
  if (decision.told === null && waiting === null) throw nothingThere();
  const written = waiting?.written ?? null;
  return {
    ...{ authority, school, today, decision, ...rest },
    letter: sent?.letter ?? (written?.kind === 'letter' ? written.letter : null),
    missing: written?.kind === 'missing' ? written.missing : [],
    sent: decision.told === null || sent === null ? null : { ...decision.told, way: sent.way },
    leaders: (waiting?.leaders ?? []).map(({ name, role }) => ({ name, role })),
    mayTell: mayForSchool(person, 'decide categories', authority.slug, urn) === true,
  };
}
