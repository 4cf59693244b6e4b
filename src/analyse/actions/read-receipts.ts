import { receipts, replies, type Receipt, type Reply } from '#/analyse/records/correspondence.ts';
import { decisionsBeside, type DecisionBeside } from '#/analyse/records/decisions-beside.ts';
import { roundsOf } from '#/analyse/records/decisions.ts';
import { proposedOverTime } from '#/analyse/records/proposed-over-time.ts';
import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { newestRun, runs } from '#/analyse/records/risk-runs.ts';
import type { Run } from '#/analyse/records/run.ts';
import { confirmationOf, type Confirmation } from '#/analyse/rules/receipts.ts';
import type { CategoryRound } from '#/analyse/rules/deciding/decision.ts';
import { toldByDate, type ToldByDate } from '#/analyse/rules/deciding/told-by-date.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { toldByDecisions, type Told } from '#/analyse/rules/told.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { holdersOf, type RoleHolder } from '#/people/records/people-of-school.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { knownSchemes } from './scheme-asked.ts';
import { decidedThen } from './told-to-school.ts';

/** What one school is told, who has confirmed it, and what was said last. */
export interface SchoolReceipts {
  readonly urn: Urn;
  readonly name: string;
  readonly told: Told;
  /** What a named person decided and the school was told; `null` where only a proposal is told. */
  readonly decided: DecisionBeside | null;
  /** Of what is told; `null` when it is no longer there. */
  readonly scheme: Scheme | null;
  readonly leaders: readonly { readonly holder: RoleHolder; readonly confirmation: Confirmation<Receipt> }[];
  readonly lastReply: Reply | null;
}

export interface ReceiptsRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** `null`: nothing is told yet. */
  readonly run: Run | null;
  /** The newest round of all schools, and how many of them were told by its day; `null` before there is one. */
  readonly round: { readonly round: CategoryRound; readonly told: ToldByDate } | null;
  /** In order of name. */
  readonly schools: readonly SchoolReceipts[];
  readonly officers: readonly {
    readonly person: string;
    readonly name: string;
    readonly schools: ReadonlySet<Urn>;
  }[];
}

/**
 * Who has confirmed having read what their school is told, and who has not, for how many days; with the last reply of each
 * school. Of the schools whose correspondence the person may read.
 */
export async function readReceipts(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
): Promise<ReceiptsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read the correspondence', authority.slug);
  const today = parts.today();
  const open = await openSchoolsOf(store, authority.slug, today);
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const run = await newestRun(transaction, authority.slug);
    return {
      run,
      runs: await runs(transaction, authority.slug),
      schemes: knownSchemes(parts.reference(), await adoptions(transaction)).all,
      decisions: await decisionsBeside(transaction),
      rounds: await roundsOf(transaction),
      proposed: await proposedOverTime(transaction),
      given: Map.groupBy(await receipts(transaction), ({ urn }) => urn),
      said: Map.groupBy(await replies(transaction), ({ urn }) => urn),
      leaders: await holdersOf(transaction, ['headteacher', 'chair']),
      officers: await holdersOf(transaction, ['intervention officer', 'challenge partner']),
    };
  });
  if (kept === null) return { authority, today, run: null, round: null, schools: [], officers: [] };
  const { run, proposed, given, said } = kept;
  const schemeNamed = (id: string | undefined) => kept.schemes.find((one) => one.id === id) ?? null;
  const decisions = Map.groupBy(kept.decisions, ({ urn }) => urn);
  const schools = open.flatMap(({ urn, name }): readonly SchoolReceipts[] => {
    if (mayForSchool(person, 'read the correspondence', authority.slug, urn) !== true) return [];
    const ofSchool = decisions.get(urn) ?? [];
    const [told] = toldByDecisions(
      proposed.get(urn) ?? [],
      ofSchool.flatMap((one) => decidedThen(one, schemeNamed(one.scheme))),
    );
    if (told === undefined || run === null) return [];
    if (told.decision === null && !told.runs.has(run.id)) return [];
    const decided = ofSchool.find(({ id }) => id === told.decision) ?? null;
    const scheme = schemeNamed(decided?.scheme ?? run.scheme);
    const leaders = kept.leaders
      .filter(({ schools: led }) => led !== 'all' && led.includes(urn))
      .map((holder) => ({
        holder,
        confirmation: confirmationOf(told, holder, given.get(urn) ?? [], today),
      }));
    return [{ urn, name, told, decided, scheme, leaders, lastReply: said.get(urn)?.at(-1) ?? null }];
  });
  const single = kept.officers.flatMap((one) =>
    one.schools === 'all' ? [] : [{ ...one, schools: one.schools }],
  );
  const officers = [...Map.groupBy(single, (one) => one.person)].map(([id, held]) => ({
    person: id,
    name: held[0]?.name ?? '',
    schools: new Set(held.flatMap((one) => one.schools)),
  }));
  const round = kept.rounds.find(({ urn }) => urn === null) ?? null;
  const ofRound = kept.runs.find(({ id }) => id === round?.run);
  return {
    ...{ authority, today, run, schools, officers },
    round:
      round === null || ofRound === undefined
        ? null
        : { round, told: toldByDate(round, ofRound.schools, kept.decisions, today) },
  };
}
