import { overviewAddress } from '#/platform/web/addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';

/** The authorities whose schools are in the files imported, in order of name, real ones first. */
export function authoritiesView(authorities: readonly AuthorityInStore[]) {
  return {
    authorities: [...authorities]
      .sort((a, b) => Number(a.invented) - Number(b.invented) || a.name.localeCompare(b.name, 'en-GB'))
      .map((authority) => ({
        name: authority.name,
        href: overviewAddress(authority.slug),
        schools: plural(authority.schools, 'school'),
        newest: dateInWords(authority.newestKnownOn),
        invented: authority.invented,
      })),
  };
}
