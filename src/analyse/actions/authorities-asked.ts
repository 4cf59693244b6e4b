import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { listAuthorities } from '#/schools/actions/list-authorities.ts';

/**
 * The authorities a person names, each once, in the order named; without a name the only one there is. All are looked
 * up before any work begins, so that a slip in the last name does not come after the work on the first.
 *
 * @throws KnownError that tells of every name nobody has.
 */
export async function authoritiesAsked(
  parts: Pick<Parts, 'published'>,
  person: Person,
  asked: 'all' | readonly string[],
): Promise<readonly AuthorityInStore[]> {
  if (asked === 'all') {
    const all = await listAuthorities(parts, person);
    if (all.length > 0) return all;
  }
  const store = await parts.published();
  const names = asked === 'all' || asked.length === 0 ? [undefined] : asked;
  const found = answersOrFailures(...(await Promise.all(names.map((name) => authorityNamed(store, name)))));
  return [...new Map(found.map((authority) => [authority.slug, authority])).values()];
}
