import { readDecisions } from '#/analyse/actions/deciding/read-decisions.ts';
import type { Parts } from '#/parts.ts';
import { ourViewAddress, overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { categoriesView } from './categories-view.ts';

/** Every category of a school over time: all of it for officers, for head and chair what they were told. */
export function schoolCategoriesRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schools/:urn/categories',
    permission: 'read categories',
    logs: { event: 'read category' },
    handle: async ({ person, params }) => {
      const read = await readDecisions(parts, person, params['authority'] ?? '', params['urn'] ?? '');
      const { authority, school, whole } = read;
      return {
        kind: 'page',
        template: 'analyse/pages/deciding/categories.njk',
        title: `Categories of ${school.name} over time`,
        shell: {
          authority,
          section: whole ? 'Schools' : 'Our school',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            {
              text: school.name,
              href: whole
                ? schoolAddress(authority.slug, school.urn)
                : ourViewAddress(authority.slug, school.urn),
            },
          ],
          sources: [],
        },
        view: { page: categoriesView(read) },
      };
    },
  };
}
