import { readResultsOfAuthority } from '#/analyse/actions/read-results-of-authority.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawIntervals } from '#/platform/charts/interval-chart.ts';
import { drawResults } from '#/platform/charts/results-chart.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { askedOf, choosingQuery, pagesOfResults } from '#/platform/web/results-pages.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { resultsView } from './results-view.ts';

/** How an authority's schools do over the years, and the gap of disadvantaged pupils. */
export function resultsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/results',
    permission: 'read published data',
    logs: 'nothing confidential',
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async ({ person, params, query }) => {
      const read = await readResultsOfAuthority(parts, person, params['authority'] ?? '', askedOf(query));
      const { authority } = read;
      const results = resultsView(read);
      return {
        kind: 'page',
        template: 'analyse/pages/results/results.njk',
        title: `Results of schools in ${authority.name}`,
        shell: {
          authority,
          section: 'Results',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: read.sources,
          within: pagesOfResults(
            authority.slug,
            'Trends and gaps',
            read.shown === null ? {} : choosingQuery(read.shown),
          ),
        },
        view: { results, drawn: await drawn(results) },
      };
    },
  };
}

async function drawn({ shown }: ReturnType<typeof resultsView>) {
  if (shown === null) return { trend: null, gap: null, districts: null };
  const { trend, gap, districts } = shown;
  return {
    trend: await drawResults(trend),
    gap: gap === null ? null : await drawResults(gap.chart),
    districts: districts === null ? null : await drawIntervals(districts.chart),
  };
}
