import { readEarlyWarning } from '#/analyse/actions/read-early-warning.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRequest, PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { warningDownload } from './warning-export.ts';
import { readWarningRequest } from './warning-request.ts';
import { warningView } from './warning-view.ts';

const path = '/authorities/:authority/early-warning';

/** Which schools could be judged below good next, and why. */
export function earlyWarningRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read lists of categories',
    logs: { event: 'read categories' },
    kept: true,
    handle: async (request) => {
      const read = await readAsked(parts, request);
      const { authority, sources } = read;
      const view = warningView(read, readWarningRequest(request.query));
      return {
        kind: 'page',
        template: 'analyse/pages/early-warning/early-warning.njk',
        title: view.heading,
        shell: {
          authority,
          section: 'Early warning',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources,
        },
        view: { page: view },
      };
    },
  };
}

/** The same list as files, with the schools of which no chance is told. */
export const earlyWarningDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read lists of categories',
  logs: { event: 'exported categories' },
  take: async (request) =>
    warningDownload(await readAsked(parts, request), readWarningRequest(request.query)),
}));

async function readAsked(parts: Parts, { person, params, query }: PageRequest) {
  return await readEarlyWarning(parts, person, params['authority'] ?? '', readWarningRequest(query).target);
}
