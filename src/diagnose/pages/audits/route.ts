import { readAudits } from '#/diagnose/actions/read-audits.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { auditsDownload } from './audits-export.ts';
import { auditsView } from './audits-view.ts';

const path = '/authorities/:authority/audits';

/** Schools of concern with their scoping audit and review of governance, and what audits find most often. */
function auditsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read papers',
    logs: { event: 'read lists of visits' },
    handle: async ({ person, params, may }) => {
      const read = await readAudits(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/audits/audits.njk',
        title: 'Audits and reviews of governance',
        shell: {
          authority,
          section: 'Audits',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: auditsView(read, may('write papers')) },
      };
    },
  };
}

const auditsDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read papers',
  logs: { event: 'exported lists of visits' },
  take: async ({ person, params }) =>
    auditsDownload(await readAudits(parts, person, params['authority'] ?? '')),
}));

/** Every address of audits and reviews of governance. */
export const auditsRoutes: readonly ((parts: Parts) => Route)[] = [auditsRoute, ...auditsDownloads];
