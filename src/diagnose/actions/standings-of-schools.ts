import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { decisionsInForce } from '#/analyse/records/decisions.ts';
import { newestRun } from '#/analyse/records/risk-runs.ts';
import type { Run } from '#/analyse/records/run.ts';
import { standingsOfRun } from '#/analyse/records/standings-of-run.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { groupsOfConcern } from '#/analyse/rules/told-to-members/of-concern.ts';
import type { SchoolStanding } from '#/diagnose/rules/allocation/wanted-challenger.ts';
import type { Reference } from '#/law/reference.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Where a school stands, with what orders schools that stand alike. */
export interface StandingKnown {
  readonly standing: SchoolStanding;
  readonly concern: number | null;
  readonly points: number;
}

export interface StandingsKnown {
  readonly run: Run | null;
  readonly scheme: Scheme | null;
  readonly of: ReadonlyMap<Urn, StandingKnown>;
}

/** Where each school stands that who acts may know of: by what was decided last, and before there is a decision by the newest analysis. */
export async function standingsOfSchools(
  transaction: AuthorityTransaction,
  reference: Reference,
  authority: string,
): Promise<StandingsKnown> {
  const adopted = (await adoptions(transaction)).map(({ id, scheme }) => ({ ...scheme, id }));
  const schemeNamed = (id: string): Scheme | null =>
    [...reference.schemes, ...adopted].find((one) => one.id === id) ?? null;
  const run = await newestRun(transaction, authority);
  const scheme = run === null ? null : schemeNamed(run.scheme);
  const of = new Map<Urn, StandingKnown>();
  for (const { urn, category, group, concern, points } of run === null
    ? []
    : await standingsOfRun(transaction, run.id)) {
    const ofConcern = scheme !== null && group !== null && groupsOfConcern(scheme).includes(group);
    const tone = toneOf(scheme, group);
    const on = run?.asAt ?? '';
    of.set(urn, { standing: { category, group, ofConcern, tone, by: 'proposed', on }, concern, points });
  }
  for (const [urn, decision] of await decisionsInForce(transaction)) {
    const { category, group, ofConcern, decided } = decision;
    const by = schemeNamed(decision.scheme);
    const tone = toneOf(by, group);
    of.set(urn, {
      standing: { category, group, ofConcern, tone, by: 'decided', on: decided.on },
      concern: by?.categories.find(({ code }) => code === category)?.concern ?? null,
      points: of.get(urn)?.points ?? 0,
    });
  }
  return { run, scheme, of };
}

function toneOf(scheme: Scheme | null, group: string | null): SchoolStanding['tone'] {
  return scheme?.groups.find(({ name }) => name === group)?.tone ?? null;
}
