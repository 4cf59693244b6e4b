import { readBoardOfSchool } from '#/diagnose/actions/read-boards.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { boardsAddress } from '#/platform/web/board-addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { boardView } from './board-view.ts';

/** The improvement board or core group of a school, for both sides: a view over its meetings. */
export function boardOfSchoolRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schools/:urn/board',
    permission: 'open papers',
    logs: { event: 'read boards and core groups' },
    handle: async ({ person, params }) => {
      const read = await readBoardOfSchool(parts, person, params['authority'] ?? '', params['urn'] ?? '');
      const { authority, school } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/board-of-school/board-of-school.njk',
        title: `Board or core group of ${school.name}`,
        shell: {
          authority,
          section: 'Boards',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            {
              text: 'Boards and core groups',
              href: boardsAddress(authority.slug),
              permission: 'read papers',
            },
            { text: school.name, href: schoolAddress(authority.slug, school.urn) },
          ],
          sources: [],
        },
        view: { page: boardView(read) },
      };
    },
  };
}
