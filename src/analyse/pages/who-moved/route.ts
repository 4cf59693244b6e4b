import { readRuns } from '#/analyse/actions/read-runs.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { overviewAddress, registerAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { runsView } from './runs-view.ts';

/** Two analyses compared: who moved, and why. */
export function runsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/runs',
    permission: 'read lists of categories',
    logs: { event: 'read categories' },
    handle: async ({ person, params, query, may }) => {
      const chosen = (name: string): string | undefined => query[name]?.findLast((value) => value !== '');
      const read = await readRuns(parts, person, params['authority'] ?? '', {
        from: chosen('from'),
        to: chosen('to'),
      });
      const { authority, sources } = read;
      const history = await readHistory(parts, person, authority.slug, [{ kind: 'analysis' }]);
      return {
        kind: 'page',
        template: 'analyse/pages/who-moved/runs.njk',
        title: 'Who moved between two analyses',
        shell: {
          authority,
          section: 'Who moved',
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
        view: { moved: runsView(read, may('adopt a scheme')), history: historyView(history) },
      };
    },
  };
}
