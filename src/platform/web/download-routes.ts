import type { Download } from '#/platform/exports/download.ts';
import { downloadAsCsv, downloadAsWorkbook } from '#/platform/exports/download.ts';
import type { PageRequest, PageRoute } from './route.ts';

/** A page's list as files: the address is the page's own with an ending, and so are permission and what is logged. */
export interface DownloadRoute extends Pick<PageRoute, 'permission' | 'logs'> {
  /** The page's path, to which the endings are added. */
  readonly path: string;
  readonly take: (request: PageRequest) => Promise<Download>;
}

/** The two routes of a download, CSV and workbook, each made of the parts it is given. */
export function downloads<Parts>(
  describe: (parts: Parts) => DownloadRoute,
): readonly ((parts: Parts) => PageRoute)[] {
  const route =
    (ending: 'csv' | 'xlsx') =>
    (parts: Parts): PageRoute => {
      const { path, permission, logs, take } = describe(parts);
      return {
        method: 'GET',
        path: `${path}.${ending}`,
        permission,
        logs,
        handle: async (request) => {
          const download = await take(request);
          const file =
            ending === 'csv'
              ? { type: 'text/csv; charset=utf-8', body: downloadAsCsv(download) }
              : await downloadAsWorkbook(download);
          return { kind: 'file', name: `${download.name}.${ending}`, ...file };
        },
      };
    };
  return [route('csv'), route('xlsx')];
}
