import { readNotes } from '#/diagnose/actions/read-notes.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRequest, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { visitsAddress } from '#/platform/web/visit-addresses.ts';
import { notesDownload } from './notes-export.ts';
import { notesView } from './notes-view.ts';

const path = '/authorities/:authority/visits/notes';

/** Notes that wait for somebody, and how notes are among districts and visitors. */
function notesRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read papers',
    logs: { event: 'read lists of visits' },
    handle: async (request) => {
      const read = await readAsked(parts, request);
      const { authority } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/visit-notes/notes.njk',
        title: 'Notes of visits',
        shell: {
          authority,
          section: 'Visits',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            { text: 'Visits to schools', href: visitsAddress(authority.slug) },
          ],
          sources: [],
        },
        view: { page: notesView(read, { year: request.query['year'] ?? [] }) },
      };
    },
  };
}

const notesDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read papers',
  logs: { event: 'exported lists of visits' },
  take: async (request) => notesDownload(await readAsked(parts, request)),
}));

async function readAsked(parts: Parts, { person, params, query }: PageRequest) {
  const year = /^(?:19|20)\d{2}$/.exec(query['year']?.at(-1) ?? '')?.[0];
  return await readNotes(parts, person, {
    authority: params['authority'] ?? '',
    ...(year === undefined ? {} : { schoolYear: Number(year) }),
  });
}

/** Every address of the notes of visits of an authority. */
export const visitNotesRoutes: readonly ((parts: Parts) => Route)[] = [notesRoute, ...notesDownloads];
