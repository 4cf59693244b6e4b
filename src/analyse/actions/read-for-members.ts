import { newestRun } from '#/analyse/records/risk-runs.ts';
import { concernsOf, summaryOf } from '#/analyse/records/run-told.ts';
import {
  concernsOfState,
  newestToldState,
  summaryOfState,
  type ToldState,
} from '#/analyse/records/told-states.ts';
import type { Run } from '#/analyse/records/run.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { ownRoles } from '#/people/records/own-roles.ts';
import { newestLists } from '#/people/records/school-lists.ts';
import { reachOf, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { citedSources } from '#/schools/rules/cited-sources.ts';
import { lastInspection } from '#/schools/rules/inspection-words.ts';
import type { ConcernWithFacts, ForMembers } from './for-members.ts';
import { schemeOf } from './schemes-of.ts';

/**
 * How an area’s schools stand together, as members are told: counts without small numbers, and by name only the schools of
 * their own division that cause concern. Whoever works with all schools sees it as the members of a division do.
 *
 * @param division the one chosen; one that this person has nothing to do with is the same as one that does not exist
 */
export async function readForMembers(
  parts: Pick<Parts, 'published' | 'records' | 'reference'>,
  person: Person,
  slug: string,
  division?: string,
): Promise<ForMembers> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read the summary', authority.slug);
  const readsAll = reachOf(person, 'read concerns', authority.slug).all;
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const state = await newestToldState(transaction);
    const run = await newestRun(transaction, authority.slug, state?.run);
    const summary =
      state !== null
        ? await summaryOfState(transaction, state)
        : run === null
          ? null
          : await summaryOf(transaction, run);
    const told =
      run === null || summary === null
        ? null
        : { run, summary, state, scheme: await schemeOf(transaction, parts.reference(), run) };
    return { told, ...(await ofDivisions(transaction, { run, state }, { readsAll, division })) };
  });
  const nothing = {
    told: null,
    divisions: null,
    chosen: [],
    own: false,
    concerns: null,
    schoolsOfDivisions: 0,
  };
  const { concerns, ...read } = kept ?? nothing;
  const withFacts = concerns === null ? null : await factsOf(store, authority, concerns);
  return {
    authority,
    ...read,
    concerns: withFacts?.concerns ?? null,
    sources: withFacts?.sources ?? [],
  };
}

/** The schools of concern in the divisions shown: of those this person may know, which the row policies say. */
async function ofDivisions(
  transaction: AuthorityTransaction,
  { run, state }: { readonly run: Run | null; readonly state: ToldState | null },
  { readsAll, division }: { readonly readsAll: boolean; readonly division: string | undefined },
): Promise<Pick<ForMembers, 'divisions' | 'chosen' | 'own' | 'schoolsOfDivisions'> & { concerns: Concerns }> {
  const entries = (await newestLists(transaction)).get('division')?.entries ?? [];
  const elected = (await ownRoles(transaction))
    .filter(({ role }) => role === 'elected member')
    .map(({ scopeName }) => scopeName);
  const own = elected.length > 0;
  const all = [...new Set(own ? elected : entries.map(({ name }) => name))].toSorted((a, b) =>
    a.localeCompare(b, 'en-GB'),
  );
  const divisions = own || readsAll ? all : null;
  const asked = (divisions ?? []).filter((name) => name === division);
  const chosen = asked.length > 0 ? asked : own ? all : [];
  const urns = new Set(entries.filter(({ name }) => chosen.includes(name)).map(({ urn }) => urn));
  return {
    divisions,
    chosen,
    own,
    schoolsOfDivisions: urns.size,
    concerns:
      chosen.length === 0 || run === null
        ? null
        : (await concernsTold(transaction, run, state)).filter(({ urn }) => urns.has(urn)),
  };
}

/** By what is told: the newest state; as long as no decision was told, the analysis. */
async function concernsTold(
  transaction: AuthorityTransaction,
  run: Run,
  state: ToldState | null,
): Promise<readonly Omit<ConcernWithFacts, 'lastInspection' | 'pupils'>[]> {
  if (state !== null) return await concernsOfState(transaction, state);
  return (await concernsOf(transaction, run)).map((one) => ({ ...one, decided: false }));
}

type Concerns = Awaited<ReturnType<typeof concernsTold>> | null;

/** What is published of the schools of concern, as known on the newest date. */
async function factsOf(
  store: PublishedStore,
  authority: ForMembers['authority'],
  concerns: NonNullable<Concerns>,
): Promise<{ readonly concerns: readonly ConcernWithFacts[]; readonly sources: ForMembers['sources'] }> {
  if (concerns.length === 0) return { concerns: [], sources: [] };
  const asAt = authority.newestKnownOn;
  const evidence = await store.evidence({
    asAt,
    authority: authority.slug,
    urns: concerns.map(({ urn }) => urn),
    includeClosed: true,
    withoutValues: true,
  });
  const of = new Map(evidence.map((one) => [one.school.urn, one]));
  const cited = new Set(citedSources(evidence));
  return {
    concerns: concerns.map((one) => {
      const known = of.get(one.urn);
      return {
        ...one,
        lastInspection: known === undefined ? null : lastInspection(known, asAt),
        pupils: known?.school.pupils ?? null,
      };
    }),
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
  };
}
