import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { decisionsBeside, type DecisionBeside } from '#/analyse/records/decisions-beside.ts';
import { roundsOf } from '#/analyse/records/decisions.ts';
import { proposalsOverTime } from '#/analyse/records/risk-proposals.ts';
import { newestRun } from '#/analyse/records/risk-runs.ts';
import type { Run } from '#/analyse/records/run.ts';
import type { CategoryRound } from '#/analyse/rules/deciding/decision.ts';
import { roundToldOf } from '#/analyse/rules/deciding/being-decided.ts';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import { meaningIn, type Scheme } from '#/analyse/rules/scheme.ts';
import { toldByDecisions, type DecidedThen, type ProposedThen, type Told } from '#/analyse/rules/told.ts';
import type { Reference } from '#/law/reference.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { ToldNow } from './our-view.ts';
import { knownSchemes, schemeAsked } from './scheme-asked.ts';

/** What a school is and was told, as far as who acts may read it. */
export interface ToldToSchool {
  /** The newest run that who acts may know of. */
  readonly run: Run | null;
  /** `null` where there is no run; or no decision was told, and the newest run does not have the school. */
  readonly now: ToldNow | null;
  /** Newest first. */
  readonly before: readonly { readonly told: Told; readonly scheme: Scheme | null }[];
  /** The scheme of what is told; of the newest run where nothing is; for whoever may know of none, the one the authority uses. */
  readonly scheme: Scheme | null;
  /** The round in which every school is decided on, as long as this one was not told of it. */
  readonly beingDecided: CategoryRound | null;
}

/** What a school is told now and was told before: decisions, and before there was one what was proposed. */
export async function toldToSchool(
  transaction: AuthorityTransaction,
  reference: Reference,
  authority: string,
  urn: Urn,
  today: IsoDate,
): Promise<ToldToSchool> {
  const known = knownSchemes(reference, await adoptions(transaction));
  const schemeNamed = (id: string): Scheme | null => known.all.find((one) => one.id === id) ?? null;
  const run = await newestRun(transaction, authority);
  if (run === null) {
    const usual = schemeAsked(known, undefined, today);
    const scheme = usual instanceof Error ? null : usual;
    return { run, now: null, before: [], scheme, beingDecided: null };
  }
  const all = await proposalsOverTime(transaction, authority, urn);
  const decisions = (await decisionsBeside(transaction, urn)).filter(({ told }) => told !== null);
  const told = toldByDecisions(
    all.map((one) => proposedThen(one.run, one.proposal)),
    decisions.flatMap((one) => decidedThen(one, schemeNamed(one.scheme))),
  );
  const [first] = told;
  const decided = decisions.find(({ id }) => id === first?.decision) ?? null;
  const restsOn = all.find((one) => one.run.id === (decided?.run ?? run.id));
  const schemeOfRun = new Map(all.map((one) => [one.run.id, one.run.scheme]));
  const schemeOf = (one: Told): Scheme | null =>
    schemeNamed(
      decisions.find(({ id }) => id === one.decision)?.scheme ?? schemeOfRun.get(one.last.run) ?? '',
    );
  const now =
    restsOn === undefined || first === undefined
      ? null
      : {
          ...{ told: first, run: restsOn.run, proposal: restsOn.proposal, decided },
          scheme: schemeNamed(decided?.scheme ?? run.scheme),
        };
  return {
    run,
    now,
    before: (now === null ? told : told.slice(1)).map((one) => ({ told: one, scheme: schemeOf(one) })),
    scheme: now === null ? schemeNamed(run.scheme) : now.scheme,
    beingDecided: roundToldOf(
      await roundsOf(transaction),
      decisions.map(({ round }) => round),
    ),
  };
}

function proposedThen(run: Run, { category, meaning, group }: Proposal): ProposedThen {
  return { run: run.id, asAt: run.asAt, ranAt: run.ranAt, category, meaning, group };
}

/** A decision as it was told; nothing of one that was not. */
export function decidedThen(
  { id, category, group, run, asAt, told }: DecisionBeside,
  scheme: Scheme | null,
): readonly DecidedThen[] {
  if (told === null) return [];
  const meaning = meaningIn(scheme, category);
  return [{ ...{ id, category, meaning, group }, rests: { run, asAt }, toldOn: told.on, toldAt: told.at }];
}
