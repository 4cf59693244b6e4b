import { readWatchlist } from '#/analyse/actions/read-watchlist.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, registerAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { watchlistDownload } from './watchlist-export.ts';
import { readWatchlistRequest } from './watchlist-request.ts';
import { watchlistView } from './watchlist-view.ts';

const path = '/authorities/:authority/watchlist';

/** Which schools to look at now, and why. In confidence as the register is. */
export function watchlistRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read lists of categories',
    logs: { event: 'read categories' },
    kept: true,
    handle: async ({ person, params, query }) => {
      const read = await readWatchlist(parts, person, params['authority'] ?? '');
      const { authority, sources } = read;
      return {
        kind: 'page',
        template: 'analyse/pages/risk-register/watchlist.njk',
        title: 'Watchlist',
        shell: {
          authority,
          section: 'Watchlist',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            {
              text: 'Risk register',
              href: registerAddress(authority.slug),
              permission: 'read lists of categories',
            },
          ],
          sources,
        },
        view: { watchlist: watchlistView(read, readWatchlistRequest(query)) },
      };
    },
  };
}

/** The same list as a file. */
export const watchlistDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read lists of categories',
  logs: { event: 'exported categories' },
  take: async ({ person, params, query }) =>
    watchlistDownload(
      await readWatchlist(parts, person, params['authority'] ?? ''),
      readWatchlistRequest(query),
    ),
}));
