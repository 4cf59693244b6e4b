import { readSchoolPapers } from '#/papers/actions/read-school-papers.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { papersView } from './papers-view.ts';

/** All papers of a school that the reader may read, what waits first. */
export function papersRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schools/:urn/papers',
    permission: 'open papers',
    logs: { event: 'read papers' },
    handle: async ({ person, params }) => {
      const asked = { authority: params['authority'] ?? '', urn: params['urn'] ?? '' };
      const read = await readSchoolPapers(parts, person, asked);
      const { authority, school } = read;
      const view = papersView(read);
      return {
        kind: 'page',
        template: 'papers/pages/papers/papers.njk',
        title: view.heading,
        shell: {
          authority,
          section: null,
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            { text: school.name, href: schoolAddress(authority.slug, school.urn) },
          ],
          sources: [],
        },
        view: { page: view },
      };
    },
  };
}
