import { readViewsOfPartners } from '#/diagnose/actions/read-views-of-partners.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { viewsView } from './views-view.ts';

/** How schools rate challenge partners: for whoever leads the service, and averages for the partner. */
export function viewsOfPartnersRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/views-of-partners',
    permission: 'open views of partners',
    logs: { event: 'read how schools rate partners' },
    handle: async ({ person, params }) => {
      const read = await readViewsOfPartners(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/views-of-partners/views.njk',
        title: 'How schools rate challenge partners',
        shell: {
          ...{ authority, section: 'Views of partners', sources: [] },
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
        },
        view: { page: viewsView(read) },
      };
    },
  };
}
