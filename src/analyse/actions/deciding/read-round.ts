import type { NewestChances } from '#/analyse/records/forecast-chances.ts';
import type { Run } from '#/analyse/records/run.ts';
import { categoriesToChoose } from '#/analyse/rules/deciding/check-decision.ts';
import { maySign } from '#/analyse/rules/deciding/decision-standing.ts';
import type { CategoryRound } from '#/analyse/rules/deciding/decision.ts';
import { placeInMeeting } from '#/analyse/rules/deciding/moderation.ts';
import { progressOfRound, type RoundProgress } from '#/analyse/rules/deciding/progress.ts';
import { followedBy, termWithoutRound } from '#/analyse/rules/deciding/round-state.ts';
import { toldByDate, type ToldByDate } from '#/analyse/rules/deciding/told-by-date.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { Source } from '#/published/source.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { suppliedSources } from '../merge-supplied.ts';
import { heldAgainst, type SchoolToDecide } from './held-against.ts';
import { roundKept, roundsKept, type SchoolOfRound } from './round-kept.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** A round with its figures. */
export interface RoundInBrief {
  readonly round: CategoryRound;
  /** The round in which what was left is decided now. */
  readonly followedBy: CategoryRound | null;
  readonly progress: RoundProgress;
  /** How many were told by the day promised. */
  readonly told: ToldByDate;
  readonly scheme: Scheme | null;
  readonly run: Run;
  /** Decisions that wait for a second signature: which the reader may give, and which somebody else has to. */
  readonly toSign: { readonly byReader: number; readonly ofReader: number };
}

export interface RoundsRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** Newest first. */
  readonly rounds: readonly RoundInBrief[];
  /** A term that passed without a round, in words. */
  readonly missed: string | null;
  readonly mayDecide: boolean;
}

/** Every round of an authority with its figures. */
export async function readRounds(parts: Needed, person: Person, slug: string): Promise<RoundsRead> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permit(person, 'read what is decided', authority.slug);
  const today = parts.today();
  const rounds = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    roundsKept(parts, transaction, authority.slug),
  );
  const all = (rounds ?? []).map(({ round }) => round);
  return {
    ...{ authority, today },
    rounds: (rounds ?? []).map(({ round, schools, scheme, run, decisions }) => ({
      ...{ round, scheme, run },
      followedBy: followedBy(round, all),
      progress: progressOfRound(schools, scheme),
      told: toldByDate(round, schools.length, decisions, today),
      toSign: toSign(schools, person),
    })),
    missed: termWithoutRound(all, today, parts.reference()),
    mayDecide: mayFor(person, 'decide categories', authority.slug),
  };
}

export interface RoundRead extends RoundInBrief {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** In the order of the moderation meeting: movers, disagreements, thin evidence; then most concern first. */
  readonly schools: readonly SchoolToDecide[];
  readonly chances: NewestChances | null;
  /** Every category that can be decided, most concern first. */
  readonly choices: readonly string[];
  /** Identities of the decisions that the reader may sign. */
  readonly maySign: ReadonlySet<string>;
  readonly mayDecide: boolean;
  /** The reader, who signs nothing that they decided themselves. */
  readonly reader: string;
  readonly sources: readonly Source[];
}

/** One round: every school of it with what is proposed, what others say, what was decided and what is left to do. */
export async function readRound(
  parts: Needed,
  person: Person,
  slug: string,
  number: string,
): Promise<RoundRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read what is decided', authority.slug);
  const today = parts.today();
  const read = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const kept = await roundKept(parts, transaction, authority.slug, number);
    if (kept === null) return null;
    const held = await heldAgainst(transaction, kept, parts.reference(), today);
    const supplied = await suppliedSources(transaction, authority, kept.run.sources);
    return { ...kept, ...held, supplied };
  });
  if (read === null) throw nothingThere();
  const { round, rounds, run, scheme, schools, chances, supplied } = read;
  const mayDecide = mayFor(person, 'decide categories', authority.slug);
  const sources = (await store.sources()).filter(({ id }) => run.sources.includes(id));
  return {
    ...{ authority, today, round, run, scheme, chances },
    choices: scheme === null ? [] : categoriesToChoose(scheme),
    maySign: new Set(
      schools.flatMap(({ decision }) =>
        mayDecide && decision !== null && maySign(decision, person.id) ? [decision.id] : [],
      ),
    ),
    followedBy: followedBy(round, rounds),
    progress: progressOfRound(schools, scheme),
    told: toldByDate(round, schools.length, read.decisions, today),
    toSign: toSign(schools, person),
    // What is first by concern stays so among those of the same weight.
    schools: schools.toSorted((a, b) => placeInMeeting(a.reasons) - placeInMeeting(b.reasons)),
    mayDecide,
    reader: person.id,
    sources: [...sources, ...supplied],
  };
}

function toSign(schools: readonly SchoolOfRound[], reader: Person): RoundInBrief['toSign'] {
  const waiting = schools.flatMap(({ standing, decision }) =>
    standing === 'to sign' && decision !== null ? [decision] : [],
  );
  const byReader = waiting.filter((one) => maySign(one, reader.id)).length;
  return { byReader, ofReader: waiting.length - byReader };
}
