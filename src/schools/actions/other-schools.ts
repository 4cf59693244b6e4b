import type { AuthorityInStore, PublishedStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { profileOf } from '#/schools/rules/profile.ts';
import { isInvented } from '#/schools/rules/urn.ts';
import type { ProfileOfSchools } from './overview.ts';

/** Answers kept for each open store: reading ten thousand schools takes a second, and they change with an import only. */
const kept = new WeakMap<PublishedStore, Map<string, Promise<ProfileOfSchools | null>>>();
const mostKept = 20;

/**
 * The other schools in the files imported, as a population to be held against; `null` when there are none. Real schools
 * are held against real ones and invented against invented: an invented county is no part of England.
 */
export async function otherSchools(
  store: PublishedStore,
  authority: AuthorityInStore,
  asAt: IsoDate,
): Promise<ProfileOfSchools | null> {
  const imported = (await store.sources()).map(({ id, importedAt }) => `${id} ${importedAt}`);
  const key = JSON.stringify([authority.slug, asAt, imported]);
  const answers = kept.get(store) ?? new Map<string, Promise<ProfileOfSchools | null>>();
  kept.set(store, answers);
  const known = answers.get(key);
  if (known !== undefined) return await known;
  const answer = profileOfOthers(store, authority, asAt);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
  // What failed is asked again the next time.
  answer.catch(() => answers.delete(key));
  return await answer;
}

async function profileOfOthers(
  store: PublishedStore,
  authority: AuthorityInStore,
  asAt: IsoDate,
): Promise<ProfileOfSchools | null> {
  const all = await store.authorities();
  const comparable = all.filter((one) => one.invented === authority.invented && one.slug !== authority.slug);
  if (comparable.length === 0) return null;
  const evidence = (await store.evidence({ asAt, withoutValues: true })).filter(
    ({ school }) => isInvented(school.urn) === authority.invented && school.authority !== authority.name,
  );
  if (evidence.length === 0) return null;
  const count = new Set(evidence.map(({ school }) => school.authority)).size;
  const authorities = count === 1 ? '1 authority' : `${count} authorities`;
  return {
    label: `Other schools in the files imported (${authorities})`,
    schools: evidence.length,
    profile: profileOf(evidence),
  };
}
