import type { Parts } from '#/parts.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';

/** The authorities in the files imported that this person acts for, in order of name. */
export async function listAuthorities(
  parts: Pick<Parts, 'published'>,
  person: Person,
): Promise<readonly AuthorityInStore[]> {
  const store = await parts.published();
  return (await store.authorities())
    .filter(({ slug }) => mayFor(person, 'read published data', slug))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
