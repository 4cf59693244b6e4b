import { readSpreadOfSchools } from '#/analyse/actions/read-spread-of-schools.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawScatter } from '#/platform/charts/scatter-chart.ts';
import { drawStrip } from '#/platform/charts/strip-chart.ts';
import { overviewAddress, resultsAddress } from '#/platform/web/addresses.ts';
import { askedOf, choosingQuery, pagesOfResults } from '#/platform/web/results-pages.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { spreadView } from './spread-view.ts';

/** Where an authority's schools stand among all of England's, and which of them chance does not explain. */
export function spreadRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/results/spread',
    permission: 'read published data',
    logs: 'nothing confidential',
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async ({ person, params, query }) => {
      const read = await readSpreadOfSchools(parts, person, params['authority'] ?? '', askedOf(query));
      const { authority } = read;
      const spread = spreadView(read, query['order']?.at(-1) === 'result');
      return {
        kind: 'page',
        template: 'analyse/pages/spread/spread.njk',
        title: `Spread of schools in ${authority.name}`,
        shell: {
          authority,
          section: 'Results',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            { text: 'Results', href: resultsAddress(authority.slug) },
          ],
          sources: read.sources,
          within: pagesOfResults(
            authority.slug,
            'Spread of schools',
            read.shown === null ? {} : choosingQuery(read.shown, 'every'),
          ),
        },
        view: { spread, drawn: await drawn(spread) },
      };
    },
  };
}

async function drawn({ shown }: ReturnType<typeof spreadView>) {
  if (shown === null) return { strip: null, funnel: null };
  return {
    strip: await drawStrip(shown.strip),
    funnel: shown.funnel === null ? null : await drawScatter(shown.funnel),
  };
}
