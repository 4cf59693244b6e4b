import { readDiagnoses } from '#/diagnose/actions/read-diagnoses.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { diagnosesAsked } from './diagnoses-asked.ts';
import { diagnosesDownload } from './diagnoses-export.ts';
import { diagnosesView } from './diagnoses-view.ts';

const path = '/authorities/:authority/diagnoses';

/** Who has an agreed diagnosis, who waits how long, and where a diagnosis differs from the category told. */
function diagnosesPage(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read papers',
    logs: { event: 'read diagnoses' },
    handle: async ({ person, params, query, may }) => {
      const read = await readDiagnoses(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/diagnoses/diagnoses.njk',
        title: 'Diagnoses',
        shell: {
          authority,
          section: 'Diagnoses',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: diagnosesView(read, diagnosesAsked(query), may('write papers')) },
      };
    },
  };
}

/** The list of diagnoses, and the list as files. */
export const diagnosesRoutes: readonly ((parts: Parts) => Route)[] = [
  diagnosesPage,
  ...downloads((parts: Parts) => ({
    path,
    permission: 'read papers',
    logs: { event: 'exported diagnoses' },
    take: async ({ person, params, query }) =>
      diagnosesDownload(await readDiagnoses(parts, person, params['authority'] ?? ''), diagnosesAsked(query)),
  })),
];
