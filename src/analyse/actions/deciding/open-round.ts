import { addRound, lockDecisions, roundsOf } from '#/analyse/records/decisions.ts';
import { newestRun, runs } from '#/analyse/records/risk-runs.ts';
import type { Run } from '#/analyse/records/run.ts';
import { checkRound, type RoundTyped } from '#/analyse/rules/deciding/check-round.ts';
import type { CategoryRound } from '#/analyse/rules/deciding/decision.ts';
import { roundInProgress, termWithoutRound, usualRound } from '#/analyse/rules/deciding/round-state.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { roundsKept } from './round-kept.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** What came of opening a round. */
export type RoundOutcome =
  | { readonly kind: 'done'; readonly round: CategoryRound }
  | { readonly kind: 'problems'; readonly problems: readonly TypingProblem[] };

/**
 * Opens a round: over every school of the newest analysis or of the one named, or for one school when something new came
 * in. Beside a round over all schools in which there is still something to decide no other is opened.
 */
export async function openRound(
  parts: Needed,
  person: Person,
  asked: RoundTyped & { readonly authority: string },
): Promise<RoundOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permit(person, 'decide categories', authority.slug);
  const today = parts.today();
  const records = await parts.records();
  if (!(await records.has(authority.slug))) throw noAnalysis();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockDecisions(transaction);
    const run = await newestRun(transaction, authority.slug, asked.run === '' ? undefined : asked.run);
    if (run === null) throw noAnalysis();
    const schools = await transaction
      .selectFrom('risk_proposal')
      .select(['urn', 'name'])
      .where('run', '=', run.id)
      .execute();
    const checked = checkRound(asked, today, new Map(schools.map(({ urn, name }) => [urn, name])));
    const open = await openNow(parts, transaction, authority.slug, asked.urn.trim(), today);
    const inProgress = open === null ? [] : [{ field: 'urn', text: isOpen(open) }];
    if ('problems' in checked) return { kind: 'problems', problems: [...inProgress, ...checked.problems] };
    if (inProgress.length > 0) return { kind: 'problems', problems: inProgress };
    const opened = { on: today, name: person.name };
    const round = await addRound(transaction, { ...checked, run: run.id, opened });
    await logChange(transaction, {
      act: 'opened a round of categories',
      about: { kind: 'round of categories', key: round.number },
      aboutName: round.name,
      urn: round.urn,
      from: null,
      to: null,
      why: round.urn === null ? round.why : null,
    });
    return { kind: 'done', round };
  });
}

/** The round over all schools that is in progress; for one school, its own. */
async function openNow(
  parts: Needed,
  transaction: AuthorityTransaction,
  authority: string,
  urn: string,
  today: IsoDate,
): Promise<CategoryRound | null> {
  const kept = await roundsKept(parts, transaction, authority);
  const rounds = kept.map(({ round }) => round);
  const undecided = new Map(
    kept.map(({ round, schools }) => [
      round.number,
      schools.filter(({ decision }) => decision === null).length,
    ]),
  );
  const left = ({ number }: CategoryRound): number => undecided.get(number) ?? 0;
  if (urn === '') return roundInProgress(rounds, left, today);
  return rounds.find((round) => round.urn === urn && left(round) > 0) ?? null;
}

function isOpen({ name, number }: CategoryRound): string {
  return `“${name}” (round ${number}) is open, with schools left to decide. Decide them there; a round whose day for telling is over can be followed by another.`;
}

function noAnalysis(): KnownError {
  return new KnownError('not-found', 'There is no such analysis to decide on.', [
    'Run an analysis first: npx middletier analyse',
  ]);
}

/** What the form to open a round begins with. */
export interface RoundToOpen {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly runs: readonly Run[];
  readonly usual: ReturnType<typeof usualRound>;
  readonly missed: string | null;
}

/** What there is to open a round on. */
export async function readRoundToOpen(parts: Needed, person: Person, slug: string): Promise<RoundToOpen> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permit(person, 'decide categories', authority.slug);
  const today = parts.today();
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => ({
    runs: await runs(transaction, authority.slug),
    rounds: await roundsOf(transaction),
  }));
  return {
    ...{ authority, today },
    runs: kept?.runs ?? [],
    usual: usualRound(today, parts.reference()),
    missed: termWithoutRound(kept?.rounds ?? [], today, parts.reference()),
  };
}
