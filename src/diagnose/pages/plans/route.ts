import { readPlans } from '#/diagnose/actions/read-plans.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { plansAsked } from './plans-asked.ts';
import { plansDownload } from './plans-export.ts';
import { plansView } from './plans-view.ts';

const path = '/authorities/:authority/plans';

/** Which schools owe an improvement plan, who is late, and how every plan and its reviews stand. */
function plansPage(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read papers',
    logs: { event: 'read improvement plans' },
    handle: async ({ person, params, query }) => {
      const read = await readPlans(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/plans/plans.njk',
        title: 'Improvement plans',
        shell: {
          authority,
          section: 'Plans',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: plansView(read, plansAsked(query)) },
      };
    },
  };
}

/** The list of plans, and the list as files. */
export const plansRoutes: readonly ((parts: Parts) => Route)[] = [
  plansPage,
  ...downloads((parts: Parts) => ({
    path,
    permission: 'read papers',
    logs: { event: 'exported improvement plans' },
    take: async ({ person, params, query }) =>
      plansDownload(await readPlans(parts, person, params['authority'] ?? ''), plansAsked(query)),
  })),
];
