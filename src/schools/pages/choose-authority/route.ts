import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { listAuthorities } from '#/schools/actions/list-authorities.ts';
import { authoritiesView } from './authorities-view.ts';

/** The first page: straight on to the authority when there is one, otherwise a choice. */
export function chooseAuthorityRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/',
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: async ({ person, query }) => {
      const authorities = await listAuthorities(parts, person);
      const [only] = authorities;
      // The way back to this page from an authority's own says so, or nobody could see it with one authority.
      if (authorities.length === 1 && only !== undefined && query['choose'] === undefined) {
        return { kind: 'redirect', to: overviewAddress(only.slug) };
      }
      const sources = await (await parts.published()).sources();
      return {
        kind: 'page',
        template: 'schools/pages/choose-authority/choose-authority.njk',
        title: 'Authorities',
        shell: { authority: null, section: null, crumbs: [], sources },
        view: authoritiesView(authorities),
      };
    },
  };
}
