import type { OwnAuthority } from '#/people/actions/own-authorities.ts';
import { authorityHomeAddress } from '#/platform/web/addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

/** The authorities of a person, as they come: in order of name, real ones first. */
export function authoritiesView(authorities: readonly OwnAuthority[]) {
  return {
    authorities: authorities.map(({ name, slug, invented, imported }) => ({
      name,
      href: authorityHomeAddress(slug),
      schools: imported === null ? 'none imported' : plural(imported.schools, 'school'),
      newest: imported === null ? 'no file imported' : dateInWords(imported.newestKnownOn),
      invented,
    })),
  };
}
