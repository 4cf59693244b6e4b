import { readSelfAssessments } from '#/analyse/actions/read-self-assessments.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { selfAssessmentsView, shownIn } from './self-assessments-view.ts';

/** What schools and their governing bodies say of themselves, with what the authority thinks beside it. */
export function selfAssessmentsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/self-assessments',
    permission: 'read papers',
    logs: { event: 'read what schools say of themselves' },
    handle: async ({ person, params, query }) => {
      const read = await readSelfAssessments(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'analyse/pages/self-assessments/self-assessments.njk',
        title: 'What schools say of themselves',
        shell: {
          authority,
          section: 'Self-assessments',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: selfAssessmentsView(read, shownIn(query)) },
      };
    },
  };
}
