import { readBoards } from '#/diagnose/actions/read-boards.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { boardsDownload } from './boards-export.ts';
import { boardsView } from './boards-view.ts';

const path = '/authorities/:authority/boards';

/** Which schools of concern have an improvement board or core group, when each meets, and who comes. */
function boardsPage(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read papers',
    logs: { event: 'read boards and core groups' },
    handle: async ({ person, params }) => {
      const read = await readBoards(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/boards/boards.njk',
        title: 'Boards and core groups',
        shell: {
          authority,
          section: 'Boards',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: boardsView(read) },
      };
    },
  };
}

/** The list of boards and core groups, and the list as files. */
export const boardsRoutes: readonly ((parts: Parts) => Route)[] = [
  boardsPage,
  ...downloads((parts: Parts) => ({
    path,
    permission: 'read papers',
    logs: { event: 'exported boards and core groups' },
    take: async ({ person, params }) =>
      boardsDownload(await readBoards(parts, person, params['authority'] ?? '')),
  })),
];
