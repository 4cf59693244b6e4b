import { readSchool } from '#/analyse/actions/read-analysis.ts';
import { readForecastInBrief } from '#/analyse/actions/read-forecast-in-brief.ts';
import { readIntelligenceInBrief } from '#/analyse/actions/intelligence/read-intelligence-in-brief.ts';
import { readCorrespondence } from '#/analyse/actions/read-correspondence.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawResults } from '#/platform/charts/results-chart.ts';
import { drawTimeline } from '#/platform/charts/timeline-chart.ts';
import { overviewAddress, registerAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { forecastView } from './forecast-view.ts';
import { correspondenceView } from './correspondence-view.ts';
import { intelligenceView } from './intelligence-view.ts';
import type { SchoolView } from './school-view.ts';
import { schoolView } from './school-view.ts';

/** One school: what it is, what we think of it and why, its inspections and its results. */
export function schoolProfileRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schools/:urn',
    permission: 'read published data',
    logs: { event: 'read category' },
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async ({ person, params }) => {
      const read = await readSchool(parts, person, params['authority'] ?? '', params['urn'] ?? '');
      const { authority } = read;
      const school = schoolView(read);
      const { urn } = read.evidence.school;
      const correspondence = await readCorrespondence(parts, person, authority.slug, urn);
      return {
        kind: 'page',
        template: 'analyse/pages/school-profile/school-profile.njk',
        title: school.name,
        shell: {
          authority,
          section: 'Schools',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            {
              text: 'Risk register',
              href: registerAddress(authority.slug),
              permission: 'read lists of categories',
            },
          ],
          sources: read.sources,
        },
        view: {
          school,
          drawn: await drawn(school),
          forecast: forecastView(
            await readForecastInBrief(parts, person, authority.slug, urn),
            authority.slug,
            urn,
          ),
          intelligence: intelligenceView(
            await readIntelligenceInBrief(parts, person, authority.slug, read.evidence.school),
            authority.slug,
            urn,
          ),
          correspondence: correspondenceView(correspondence, authority.slug, urn),
        },
      };
    },
  };
}

async function drawn({ inspections, results }: SchoolView) {
  return {
    timeline: inspections.chart === null ? null : await drawTimeline(inspections.chart),
    results: await Promise.all(results.groups.map((group) => drawResults(group.chart))),
  };
}
