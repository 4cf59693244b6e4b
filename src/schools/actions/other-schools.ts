import type { AuthorityInStore, PublishedStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { countSchool, profileOfCounted, type CountedSchool } from '#/schools/rules/profile.ts';
import { isInvented } from '#/schools/rules/urn.ts';
import type { ProfileOfSchools } from './overview.ts';

/** A school of the files imported, as it is counted. */
interface Placed {
  readonly authority: string;
  readonly invented: boolean;
  readonly counted: CountedSchool;
}

/**
 * Every school counted, by date, for each open store: reading twenty thousand schools takes seconds, and they change with
 * an import only. One reading serves every authority; about 5 MB for all England.
 */
const kept = new WeakMap<PublishedStore, Map<string, Promise<readonly Placed[]>>>();
const mostKept = 3;

/**
 * The other schools in the files imported, as a population to be held against; `null` when there are none. Real schools
 * are held against real ones and invented against invented: an invented county is no part of England.
 */
export async function otherSchools(
  store: PublishedStore,
  authority: AuthorityInStore,
  asAt: IsoDate,
): Promise<ProfileOfSchools | null> {
  const all = await store.authorities();
  if (all.every((one) => one.invented !== authority.invented || one.slug === authority.slug)) return null;
  const others = (await schoolsCounted(store, asAt)).filter(
    (one) => one.invented === authority.invented && one.authority !== authority.name,
  );
  if (others.length === 0) return null;
  const count = new Set(others.map((one) => one.authority)).size;
  const authorities = count === 1 ? '1 authority' : `${count} authorities`;
  return {
    label: `Other schools in the files imported (${authorities})`,
    schools: others.length,
    profile: profileOfCounted(others.map(({ counted }) => counted)),
  };
}

/** Counts every school as known on the newest dates, before the first reader asks. */
export async function prepareOtherSchools(store: PublishedStore): Promise<void> {
  const all = await store.authorities();
  const dates = new Set(all.filter((one) => all.length > 1 && !one.invented).map((one) => one.newestKnownOn));
  for (const asAt of [...dates].toSorted().slice(-mostKept)) await schoolsCounted(store, asAt);
}

async function schoolsCounted(store: PublishedStore, asAt: IsoDate): Promise<readonly Placed[]> {
  const imported = (await store.sources()).map(({ id, importedAt }) => `${id} ${importedAt}`);
  const key = JSON.stringify([asAt, imported]);
  const answers = kept.get(store) ?? new Map<string, Promise<readonly Placed[]>>();
  kept.set(store, answers);
  const known = answers.get(key);
  if (known !== undefined) return await known;
  const answer = countEvery(store, asAt);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
  // What failed is asked again the next time.
  answer.catch(() => answers.delete(key));
  return await answer;
}

async function countEvery(store: PublishedStore, asAt: IsoDate): Promise<readonly Placed[]> {
  const evidence = await store.evidence({ asAt, withoutValues: true });
  return evidence.map((one) => ({
    authority: one.school.authority,
    invented: isInvented(one.school.urn),
    counted: countSchool(one),
  }));
}
