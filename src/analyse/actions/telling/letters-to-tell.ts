import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { decisionsOf } from '#/analyse/records/decisions.ts';
import { proposedOverTime } from '#/analyse/records/proposed-over-time.ts';
import { newestRun } from '#/analyse/records/risk-runs.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';
import { lookedAtAgainBy } from '#/analyse/rules/letters/looked-at-again.ts';
import { writeLetter, type LetterFacts, type LetterWritten } from '#/analyse/rules/letters/write-letter.ts';
import { meaningIn, type Scheme } from '#/analyse/rules/scheme.ts';
import { toldByDecisions, type Told } from '#/analyse/rules/told.ts';
import { entitlementsOn, type Entitlements } from '#/law/entitlements.ts';
import type { Parts } from '#/parts.ts';
import { holdersOf, type RoleHolder } from '#/people/records/people-of-school.ts';
import { rolesToAsk, whomToAsk } from '#/people/rules/whom-to-ask.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { KnownError } from '#/platform/errors.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { rowsOfRun } from '../rows-of-run.ts';
import { knownSchemes } from '../scheme-asked.ts';

/** A decision that is not told yet, with the letter as it would be sent today, or what is missing for it. */
export interface LetterToTell {
  readonly decision: CategoryDecision;
  readonly school: School;
  readonly scheme: Scheme | null;
  /** Head and chair of today; with neither, the letter has to go by post. */
  readonly leaders: readonly RoleHolder[];
  readonly written: LetterWritten;
}

type Needed = Pick<Parts, 'records' | 'reference' | 'today'>;

/**
 * Of every school, or of one, the newest decision where it is not told yet. In a handful of queries, whether it is one
 * school or all: of each analysis its rows are read once.
 */
export async function lettersToTell(
  parts: Needed,
  transaction: AuthorityTransaction,
  authority: AuthorityInStore,
  urn?: Urn,
): Promise<readonly LetterToTell[]> {
  const decisions = await decisionsOf(transaction, urn);
  const newest = [...new Map(decisions.map((one) => [one.urn, one])).values()];
  const waiting = newest.filter(({ told }) => told === null);
  if (waiting.length === 0) return [];
  const schemes = knownSchemes(parts.reference(), await adoptions(transaction)).all;
  const schemeNamed = (id: string): Scheme | null => schemes.find((one) => one.id === id) ?? null;
  const told = await toldBefore(transaction, decisions, waiting, schemeNamed);
  const leaders = await holdersOf(transaction, ['headteacher', 'chair']);
  const toAsk = await holdersOf(transaction, rolesToAsk);
  const rows = await rowsOf(parts, transaction, authority.slug, waiting);
  return waiting.flatMap((decision): readonly LetterToTell[] => {
    const row = rows.get(`${decision.run} ${decision.urn}`);
    if (row === undefined) return [];
    const scheme = schemeNamed(decision.scheme);
    const led = leaders.filter(({ schools }) => schools !== 'all' && schools.includes(decision.urn));
    const asks = whomToAsk(toAsk, decision.urn);
    const facts = factsOf(parts, authority, { decision, row, scheme }, led, {
      before: told.get(decision.urn) ?? null,
      officers: asks.ours.length > 0 ? asks.ours : asks.instead.slice(0, 1),
    });
    return [{ decision, school: row.school, scheme, leaders: led, written: writeLetter(facts) }];
  });
}

/** What the schools are told now, which the letter takes the place of. */
async function toldBefore(
  transaction: AuthorityTransaction,
  decisions: readonly CategoryDecision[],
  waiting: readonly CategoryDecision[],
  schemeNamed: (id: string) => Scheme | null,
): Promise<ReadonlyMap<Urn, Told | undefined>> {
  const proposed = await proposedOverTime(transaction);
  const ofSchool = Map.groupBy(decisions, ({ urn }) => urn);
  return new Map(
    waiting.map(({ urn }) => [
      urn,
      toldByDecisions(
        proposed.get(urn) ?? [],
        (ofSchool.get(urn) ?? []).flatMap(({ id, category, group, run, scheme, told }) =>
          told === null
            ? []
            : {
                ...{ id, category, group, meaning: meaningIn(schemeNamed(scheme), category) },
                rests: { run, asAt: told.on },
                ...{ toldOn: told.on, toldAt: told.keptAt },
              },
        ),
      )[0],
    ]),
  );
}

/** The rows of the analyses that were decided on, by analysis and school. */
async function rowsOf(
  parts: Needed,
  transaction: AuthorityTransaction,
  authority: string,
  waiting: readonly CategoryDecision[],
): Promise<ReadonlyMap<string, RegisterRow>> {
  const records = await parts.records();
  const found = new Map<string, RegisterRow>();
  for (const id of new Set(waiting.map(({ run }) => run))) {
    const run = await newestRun(transaction, authority, id);
    if (run === null) continue;
    for (const row of await rowsOfRun(records, transaction, run, null))
      found.set(`${id} ${row.school.urn}`, row);
  }
  return found;
}

function factsOf(
  parts: Needed,
  authority: AuthorityInStore,
  {
    decision,
    row,
    scheme,
  }: {
    readonly decision: CategoryDecision;
    readonly row: RegisterRow;
    readonly scheme: Scheme | null;
  },
  leaders: readonly RoleHolder[],
  { before, officers }: { readonly before: Told | null; readonly officers: readonly RoleHolder[] },
): LetterFacts {
  const { proposal, school } = row;
  const { category, group, ofConcern, why, decided, signed } = decision;
  const on = parts.today();
  const person = ({ name, role, email }: RoleHolder) => ({ name, role, email });
  return {
    school: { name: school.name, urn: school.urn },
    authority: authority.name,
    on,
    to: leaders.map(person),
    decision: {
      ...{ category, group, ofConcern, why, meaning: meaningIn(scheme, category) },
      ...{ decidedOn: decided.on, decidedBy: decided.name },
      signed: signed === null ? null : { by: signed.name, on: signed.on },
    },
    proposal: {
      ...{ category: proposal.category, meaning: proposal.meaning, asAt: proposal.asAt },
      ...{ rule: proposal.decidedBy.words, reasons: proposal.reasons },
      figures: proposal.readings
        .filter(({ state }) => state === 'read')
        .map(({ title, shown, threshold }) => ({ title, shown, against: threshold })),
    },
    before:
      before === null
        ? null
        : {
            ...{ category: before.category, meaning: before.meaning, since: before.since },
            decided: before.decision !== null,
          },
    entitlements: entitlementsFor(parts, decision.scheme, group),
    officers: officers.map(person),
    againBy: lookedAtAgainBy(on, parts.reference().schoolTerms),
  };
}

function entitlementsFor(parts: Needed, scheme: string, group: string | null): LetterFacts['entitlements'] {
  const words = (one: Entitlements['everySchool'] | null): readonly string[] =>
    (one?.entitlements ?? []).map(({ what }) => what);
  try {
    const on = parts.today();
    const kept = entitlementsOn(parts.reference().entitlements, { scheme, group, on });
    return kept === null ? null : { ofGroup: words(kept.ofGroup), everySchool: words(kept.everySchool) };
  } catch (error) {
    // A day that the entitlements of the scheme do not cover: nothing is known of them then.
    if (error instanceof KnownError) return null;
    throw error;
  }
}
