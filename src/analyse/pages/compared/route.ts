import { readSchoolCompared } from '#/analyse/actions/read-school-compared.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawIntervals } from '#/platform/charts/interval-chart.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { comparedView } from './compared-view.ts';

/** One school beside another, its similar schools, its authority, its region and England. Published results only. */
export function comparedRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schools/:urn/compared',
    permission: 'read published data',
    logs: 'nothing confidential',
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async ({ person, params, query }) => {
      const typed = (query['with']?.at(-1) ?? '').slice(0, 100);
      const read = await readSchoolCompared(
        parts,
        person,
        params['authority'] ?? '',
        params['urn'] ?? '',
        typed,
      );
      const { authority, school } = read;
      const compared = comparedView(read);
      return {
        kind: 'page',
        template: 'analyse/pages/compared/compared.njk',
        title: `${school.name} compared`,
        shell: {
          authority,
          section: 'Results',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            { text: school.name, href: schoolAddress(authority.slug, school.urn) },
          ],
          sources: read.sources,
        },
        view: { compared, drawn: await Promise.all(compared.charts.map(drawIntervals)) },
      };
    },
  };
}
