import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { proposalsOverTime } from '#/analyse/records/risk-proposals.ts';
import { newestRun } from '#/analyse/records/risk-runs.ts';
import type { Run } from '#/analyse/records/run.ts';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { toldOverTime, type ProposedThen, type Told } from '#/analyse/rules/told.ts';
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
  /** `null` where there is no run, or the newest does not have the school. */
  readonly now: ToldNow | null;
  /** Newest first. */
  readonly before: readonly { readonly told: Told; readonly scheme: Scheme | null }[];
  /** The scheme of the newest run; for whoever may know of none, the one the authority uses. */
  readonly scheme: Scheme | null;
}

/** What a school is told now and was told before. */
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
    return { run, now: null, before: [], scheme: usual instanceof Error ? null : usual };
  }
  const all = await proposalsOverTime(transaction, authority, urn);
  const schemeOfRun = new Map(all.map((one) => [one.run.id, one.run.scheme]));
  const told = toldOverTime(all.map((one) => proposedThen(one.run, one.proposal)));
  const newest = all.find((one) => one.run.id === run.id);
  const [first] = told;
  const now =
    newest === undefined || first === undefined
      ? null
      : { told: first, run, proposal: newest.proposal, scheme: schemeNamed(run.scheme) };
  return {
    run,
    now,
    before: (now === null ? told : told.slice(1)).map((one) => ({
      told: one,
      scheme: schemeNamed(schemeOfRun.get(one.last.run) ?? ''),
    })),
    scheme: schemeNamed(run.scheme),
  };
}

function proposedThen(run: Run, { category, meaning, group }: Proposal): ProposedThen {
  return { run: run.id, asAt: run.asAt, ranAt: run.ranAt, category, meaning, group };
}
