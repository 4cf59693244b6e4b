import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { PublishedStore } from './published-store.ts';

/** A school of the authority, open or closed, as the registers tell of it by the date; `null` where they tell of none. */
export async function schoolOfAuthority(
  store: Pick<PublishedStore, 'evidence'>,
  authority: string,
  urn: Urn,
  asAt: IsoDate,
): Promise<School | null> {
  if (!/^[0-9]{6}$/.test(urn)) return null;
  const found = await store.evidence({
    asAt,
    authority,
    urns: [urn],
    includeClosed: true,
    withoutValues: true,
  });
  return found[0]?.school ?? null;
}

/** The authority's schools that are open, in order of name. */
export async function openSchoolsOf(
  store: Pick<PublishedStore, 'evidence'>,
  authority: string,
  asAt: IsoDate,
): Promise<readonly School[]> {
  const found = await store.evidence({ asAt, authority, withoutValues: true });
  return found.map(({ school }) => school).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
