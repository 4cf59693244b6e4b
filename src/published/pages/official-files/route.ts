import type { Parts } from '#/parts.ts';
import { officialFilesAddress, sourcesAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { readOfficialFiles } from '#/published/actions/read-official-files.ts';
import { officialFilesView } from './official-files-view.ts';

/** Where each official file is published, which of them are here, and which is due next. */
export function officialFilesRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: officialFilesAddress,
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: async ({ person, may }) => {
      const files = await readOfficialFiles(parts, person);
      return {
        kind: 'page',
        template: 'published/pages/official-files/official-files.njk',
        title: 'Where official files are published',
        shell: {
          authority: null,
          section: 'Official files',
          crumbs: [homeCrumb, { text: 'Sources', href: sourcesAddress }],
          sources: files.flatMap(({ imported }) => imported.slice(0, 1)),
        },
        view: { official: officialFilesView(files, may('import files')) },
      };
    },
  };
}
