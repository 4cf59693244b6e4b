import { dayAsked } from '#/diagnose/actions/days-asked.ts';
import { readVisits } from '#/diagnose/actions/read-visits.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRequest, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { visitsDownload } from './visits-export.ts';
import { visitsAsked } from './visits-asked.ts';
import { visitsView } from './visits-view.ts';

const path = '/authorities/:authority/visits';

/** The visits of a school year: owed, planned and made, those furthest behind first. */
function visitsRoute(parts: Parts): PageRoute {
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
        template: 'diagnose/pages/visits/visits.njk',
        title: 'Visits to schools',
        shell: {
          authority,
          section: 'Visits',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: visitsView(read, visitsAsked(request.query, read), request.may('write papers')) },
      };
    },
  };
}

const visitsDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read papers',
  logs: { event: 'exported lists of visits' },
  take: async (request) => {
    const read = await readAsked(parts, request);
    return visitsDownload(read, visitsAsked(request.query, read));
  },
}));

/** A year or a day that is none is today’s. */
async function readAsked(parts: Parts, { person, params, query }: PageRequest) {
  const year = /^(?:19|20)\d{2}$/.exec(query['year']?.at(-1) ?? '')?.[0];
  return await readVisits(parts, person, {
    authority: params['authority'] ?? '',
    knownOn: dayAsked(query['on']?.at(-1) ?? '', parts.today()),
    ...(year === undefined ? {} : { schoolYear: Number(year) }),
  });
}

/** Every address of the list of visits. */
export const visitsRoutes: readonly ((parts: Parts) => Route)[] = [visitsRoute, ...visitsDownloads];
