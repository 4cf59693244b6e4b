import { readResultsAndIntake } from '#/analyse/actions/read-results-and-intake.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawScatter } from '#/platform/charts/scatter-chart.ts';
import { overviewAddress, resultsAddress } from '#/platform/web/addresses.ts';
import { askedOf, choosingQuery, pagesOfResults } from '#/platform/web/results-pages.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { intakeView } from './intake-view.ts';

/** Which schools do better, or worse, than schools with the same intake usually do. */
export function intakeRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/results/intake',
    permission: 'read published data',
    logs: 'nothing confidential',
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async ({ person, params, query }) => {
      const read = await readResultsAndIntake(parts, person, params['authority'] ?? '', {
        ...askedOf(query),
        intake: query['intake']?.at(-1),
      });
      const { authority } = read;
      const intake = intakeView(read);
      const against = intake.shown?.against ?? null;
      return {
        kind: 'page',
        template: 'analyse/pages/intake/intake.njk',
        title: `Results and intake of schools in ${authority.name}`,
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
            'Results and intake',
            read.shown === null ? {} : choosingQuery(read.shown, 'every'),
          ),
        },
        view: { intake, drawn: against === null ? null : await drawScatter(against.chart) },
      };
    },
  };
}
