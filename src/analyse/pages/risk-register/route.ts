import {
  readRegisterWithChances,
  type RegisterWithChances,
} from '#/analyse/actions/read-register-with-chances.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import type { PageRequest, PageRoute } from '#/platform/web/route.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { readListRequest } from './list-request.ts';
import { registerDownload } from './register-export.ts';
import { matchingRows } from './register-filters.ts';
import { inOrder } from './register-order.ts';
import { registerView } from './register-view.ts';

/** Which schools are at risk, and why. */
export function riskRegisterRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/risk-register',
    permission: 'read lists of categories',
    logs: { event: 'read categories' },
    kept: true,
    handle: async (request) => {
      const register = await read(parts, request);
      const { authority, sources } = register;
      return {
        kind: 'page',
        template: 'analyse/pages/risk-register/risk-register.njk',
        title: 'Risk register',
        shell: {
          authority,
          section: 'Risk register',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources,
        },
        view: { register: registerView(register, readListRequest(request.query)) },
      };
    },
  };
}

/** The same list as files, for those who work on in a spreadsheet. */
export const riskRegisterDownloads = downloads((parts: Parts) => ({
  path: '/authorities/:authority/risk-register',
  permission: 'read lists of categories',
  logs: { event: 'exported categories' },
  take: async (request) => {
    const register = await read(parts, request);
    const asked = readListRequest(request.query);
    return registerDownload(register, inOrder(matchingRows(register.rows, asked), asked, register.chances));
  },
}));

function read(parts: Parts, request: PageRequest): Promise<RegisterWithChances> {
  return readRegisterWithChances(parts, request.person, request.params['authority'] ?? '');
}
