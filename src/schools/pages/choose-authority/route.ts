import type { Parts } from '#/parts.ts';
import { ownAuthorities } from '#/people/actions/own-authorities.ts';
import { authorityHomeAddress, homeAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { authoritiesView } from './authorities-view.ts';

/** The first page: straight on to the home page of the one authority that knows the reader, otherwise a choice. */
export function chooseAuthorityRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: homeAddress,
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: async ({ person, query, may }) => {
      const authorities = await ownAuthorities(parts, person);
      const [only] = authorities;
      // The way back to this page says so, or nobody could see it with one authority.
      if (authorities.length === 1 && only !== undefined && query['choose'] === undefined) {
        return { kind: 'redirect', to: authorityHomeAddress(only.slug) };
      }
      const sources = await (await parts.published()).sources();
      return {
        kind: 'page',
        template: 'schools/pages/choose-authority/choose-authority.njk',
        title: 'Authorities',
        shell: { authority: null, section: null, crumbs: [], sources },
        view: {
          ...authoritiesView(authorities),
          mayImport: may('import files'),
          imported: authorities.some(({ imported }) => imported !== null),
        },
      };
    },
  };
}
