import { analyseSchool, policyFrom } from '#/analyse/rules/analyse-school.ts';
import { compareRuns, type Comparison } from '#/analyse/rules/compare-runs.ts';
import { groupsRead } from '#/analyse/rules/results.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { Source } from '#/published/source.ts';
import { citedSources } from '#/schools/rules/cited-sources.ts';
import { withSupplied } from './merge-supplied.ts';
import { schemeAsked } from './scheme-asked.ts';
import { schemesOf } from './schemes-of.ts';
import { withSimilar } from './with-similar.ts';

/** What a scheme would change, before anyone adopts it. Nothing of it is kept. */
export interface SchemeTrial {
  readonly authority: AuthorityInStore;
  /** The evidence of this day, the same for both schemes. */
  readonly asAt: string;
  /** The one in use now. */
  readonly from: Scheme;
  readonly to: Scheme;
  readonly comparison: Comparison;
  readonly sources: readonly Source[];
}

/** Analyses every school by the scheme in use and by another, on the same evidence, so that only the scheme differs. */
export async function tryScheme(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  name: string | undefined,
  to: Scheme,
): Promise<SchemeTrial> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, name));
  permit(person, 'read lists of categories', authority.slug);
  permit(person, 'run an analysis', authority.slug);
  const asAt = authority.newestKnownOn;
  const [from] = answersOrFailures(
    schemeAsked(await schemesOf(parts, person, authority.slug), undefined, parts.today()),
  );
  const published = await withSimilar(
    store,
    { asAt, reference: parts.reference() },
    await store.evidence({ asAt, authority: authority.slug, groups: groupsRead }),
  );
  const evidence =
    (await ifAnyRecords(parts, person, authority.slug, (transaction) =>
      withSupplied(transaction, authority.slug, asAt, published),
    )) ?? published;
  const rowsBy = (scheme: Scheme) => {
    const policy = policyFrom({ ...parts.reference(), schemes: [scheme] }, scheme.id, asAt);
    return evidence.map((one) => ({ school: one.school, proposal: analyseSchool(one, policy) }));
  };
  const cited = new Set(citedSources(evidence));
  return {
    authority,
    asAt,
    from,
    to,
    comparison: compareRuns({ scheme: from, rows: rowsBy(from) }, { scheme: to, rows: rowsBy(to) }),
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
  };
}
