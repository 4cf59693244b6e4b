import { readMarking } from '#/analyse/actions/read-marking.ts';
import type { Parts } from '#/parts.ts';
import { drawCalibration } from '#/platform/charts/calibration-chart.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRequest, PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { markingDownload } from './marking-export.ts';
import { readMarkingRequest } from './marking-request.ts';
import { markingView } from './marking-view.ts';

const path = '/authorities/:authority/marking';

/** How right forecasts, categories and expectations were when inspections followed. */
export function markingRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read how right we were',
    // Officers and what each expected are named to whoever may read it.
    logs: { event: 'read how right we were' },
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async (request) => {
      const read = await readAsked(parts, request);
      const { authority, sources } = read;
      const marking = markingView(read);
      const chart = marking.warnings?.chart ?? null;
      return {
        kind: 'page',
        template: 'analyse/pages/marking/marking.njk',
        title: 'How right were we?',
        shell: {
          authority,
          section: 'How right were we',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources,
        },
        view: {
          marking,
          drawn: chart === null ? null : { title: chart.title, svg: await drawCalibration(chart) },
        },
      };
    },
  };
}

/** The same marks as files: for whoever reads no single school, the shares. */
export const markingDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read how right we were',
  logs: { event: 'exported how right we were' },
  take: async (request) => markingDownload(await readAsked(parts, request)),
}));

async function readAsked(parts: Parts, { person, params, query }: PageRequest) {
  return await readMarking(parts, person, params['authority'] ?? '', readMarkingRequest(query));
}
