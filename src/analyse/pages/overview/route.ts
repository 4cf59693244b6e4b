import { readRegister } from '#/analyse/actions/read-analysis.ts';
import type { Parts } from '#/parts.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { prepareOtherSchools } from '#/schools/actions/other-schools.ts';
import { readOverview } from '#/schools/actions/read-overview.ts';
import { overviewView } from './overview-view.ts';

/**
 * How the schools of an authority stand. Counts by group come from the register; a reader who may not open the register
 * does not get them.
 */
export function overviewRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority',
    permission: 'read published data',
    // A count of a few schools can name them to somebody who knows the area.
    logs: { event: 'read categories' },
    kept: true,
    prepare: async () => prepareOtherSchools(await parts.published()),
    handle: async ({ person, params, may }) => {
      const slug = params['authority'] ?? '';
      const overview = await readOverview(parts, person, slug);
      const { authority } = overview;
      const register = may('read lists of categories') ? await readRegister(parts, person, slug) : null;
      const name = authority?.name ?? slug;
      return {
        kind: 'page',
        template: 'analyse/pages/overview/overview.njk',
        title: `How the schools of ${name} stand`,
        shell: { authority, section: 'Overview', crumbs: [homeCrumb], sources: overview.sources },
        view: { overview: overviewView(overview, name, slug, register) },
      };
    },
  };
}
