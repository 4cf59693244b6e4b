import { readMapOfSchools } from '#/analyse/actions/read-map-of-schools.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawMap } from '#/platform/charts/map-chart.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { mapView } from './map-view.ts';

/** Where the schools are; for those who may see categories, where the schools of concern are. */
export function mapRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/map',
    permission: 'read published data',
    logs: { event: 'read categories' },
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async ({ person, params, query }) => {
      const read = await readMapOfSchools(parts, person, params['authority'] ?? '', {
        district: query['district']?.at(-1),
        phase: query['phase']?.at(-1),
      });
      const { authority } = read;
      const map = mapView(read, query['show']?.at(-1) === 'group' ? 'group' : 'phase');
      return {
        kind: 'page',
        template: 'analyse/pages/map/map.njk',
        title: `Map of schools in ${authority.name}`,
        shell: {
          authority,
          section: 'Map',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: read.sources,
        },
        view: { map, drawn: map.chart === null ? null : await drawMap(map.chart) },
      };
    },
  };
}
