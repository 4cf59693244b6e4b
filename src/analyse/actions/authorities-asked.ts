import type { Parts } from '#/parts.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';

/**
 * The authorities a person names, each once, in the order named; without a name the only one there is. All are looked
 * up before any work begins, so that a slip in the last name does not come after the work on the first.
 *
 * @throws KnownError that tells of every name nobody has.
 */
export async function authoritiesAsked(
  parts: Pick<Parts, 'published'>,
  names: readonly string[],
): Promise<readonly AuthorityInStore[]> {
  const store = await parts.published();
  const asked = names.length === 0 ? [undefined] : names;
  const found = answersOrFailures(...(await Promise.all(asked.map((name) => authorityNamed(store, name)))));
  return [...new Map(found.map((authority) => [authority.slug, authority])).values()];
}

/**
 * The authority a person names; without a name the only one there is.
 *
 * @throws KnownError when nobody has the name, or when there are several and none is named.
 */
export async function authorityAsked(
  parts: Pick<Parts, 'published'>,
  name: string | undefined,
): Promise<AuthorityInStore> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), name));
  return authority;
}
