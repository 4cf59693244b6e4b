import { inForceOn } from '#/law/dated.ts';
import type { Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateAsked } from '#/published/store/date-asked.ts';
import { someOpen } from '#/published/store/some-open.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { citedSources } from '#/schools/rules/cited-sources.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { profileOf } from '#/schools/rules/profile.ts';
import { isInvented } from '#/schools/rules/urn.ts';
import { isStuck } from '#/schools/rules/stuck-school.ts';
import { otherSchools } from './other-schools.ts';
import type { Overview, ProfileOfSchools, PublishedFigure, StuckSchool } from './overview.ts';

type Needed = Pick<Parts, 'published' | 'reference' | 'today'>;

/**
 * How the schools of an authority stand beside the others in the files imported and beside England: on the newest date
 * on which anything about them became known, or on an earlier one. Throws `KnownError` for an unknown authority and a
 * date that cannot be, both at once.
 */
export async function readOverview(
  parts: Needed,
  person: Person,
  slug: string | undefined,
  asAtTyped?: string,
): Promise<Overview> {
  const store = await parts.published();
  const [authority, asked] = answersOrFailures(
    await authorityNamed(store, slug),
    asAtTyped === undefined ? null : dateAsked(asAtTyped, parts.today()),
  );
  permit(person, 'read published data', authority.slug);
  const asAt = asked ?? authority.newestKnownOn;
  assertCovered(parts.reference(), asAt);
  const own = someOpen(
    authority.name,
    asAt,
    await store.evidence({ asAt, authority: authority.slug, withoutValues: true }),
  );
  return {
    authority,
    own: labelled(authority.name, own),
    others: await otherSchools(store, authority, asAt),
    ...(await aboutSchools(parts, store, own, asAt)),
  };
}

/** The same for every school in the files imported, invented ones left out where there are real ones. */
export async function readOverviewOfAll(
  parts: Needed,
  person: Person,
  asAtTyped?: string,
): Promise<Overview> {
  const store = await parts.published();
  const all = await store.authorities();
  const invented = all.every((authority) => authority.invented);
  const counted = all.filter((authority) => authority.invented === invented);
  const [, asked] = answersOrFailures(
    all.length === 0 ? await authorityNamed(store, undefined) : null,
    asAtTyped === undefined ? null : dateAsked(asAtTyped, parts.today()),
  );
  for (const { slug } of counted) permit(person, 'read published data', slug);
  const asAt =
    asked ??
    counted
      .map(({ newestKnownOn }) => newestKnownOn)
      .toSorted()
      .at(-1) ??
    parts.today();
  assertCovered(parts.reference(), asAt);
  const evidence = (await store.evidence({ asAt, withoutValues: true })).filter(
    ({ school }) => isInvented(school.urn) === invented,
  );
  return {
    authority: null,
    own: labelled('All schools in the files imported', evidence),
    others: null,
    ...(await aboutSchools(parts, store, evidence, asAt)),
  };
}

/** A date before the frameworks of inspection begin is refused here as an analysis refuses it: its grades have no words. */
function assertCovered(reference: Reference, asAt: IsoDate): void {
  inForceOn('inspection frameworks', reference.frameworks, asAt);
}

function labelled(label: string, evidence: readonly Evidence[]): ProfileOfSchools {
  return { label, schools: evidence.length, profile: profileOf(evidence) };
}

async function aboutSchools(
  parts: Needed,
  store: PublishedStore,
  evidence: readonly Evidence[],
  asAt: IsoDate,
): Promise<Pick<Overview, 'asAt' | 'england' | 'stuck' | 'sources' | 'invented'>> {
  const cited = new Set(citedSources(evidence));
  return {
    asAt,
    england: englandAt(parts.reference(), asAt),
    stuck: stuckSchools(evidence),
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
    invented: evidence.some(({ school }) => isInvented(school.urn)),
  };
}

function stuckSchools(evidence: readonly Evidence[]): readonly StuckSchool[] {
  return evidence
    .map((one) => ({ school: one.school, ...isStuck(one) }))
    .filter(({ stuck }) => stuck)
    .map(({ school, reason }) => ({ school, reason }))
    .toSorted(
      (a, b) => a.school.name.localeCompare(b.school.name) || a.school.urn.localeCompare(b.school.urn),
    );
}

/** England's profile as published, the newest on or before the date. */
function englandAt(reference: Reference, asAt: IsoDate): readonly PublishedFigure[] {
  const newest = reference.inspectionProfiles
    .filter((profile) => profile.asAt <= asAt)
    .toSorted((a, b) => b.asAt.localeCompare(a.asAt))
    .at(0);
  if (newest === undefined) return [];
  return newest.figures.map(({ outcome, percentage }) => ({
    label: outcome,
    number: percentage,
    unit: '%' as const,
    asAt: newest.asAt,
    source: newest.source,
    status: newest.status,
  }));
}
