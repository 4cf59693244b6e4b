import type { Parts } from '#/parts.ts';
import { may, type Person } from '#/people/rules/permissions.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';

/** The authorities in the files imported that this person acts for, in order of name. */
export async function listAuthorities(
  parts: Pick<Parts, 'published'>,
  person: Person,
): Promise<readonly AuthorityInStore[]> {
  if (!may(person, 'read published data')) return [];
  const store = await parts.published();
  return (await store.authorities())
    .filter(({ slug }) => person.authority === null || person.authority === slug)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
