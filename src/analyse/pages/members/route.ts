import { readForMembers } from '#/analyse/actions/read-for-members.ts';
import { readResultsOfAuthority } from '#/analyse/actions/read-results-of-authority.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawIntervals } from '#/platform/charts/interval-chart.ts';
import { writeDocument } from '#/platform/documents/write-document.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRequest, PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { readOverview } from '#/schools/actions/read-overview.ts';
import { membersChart } from './members-chart.ts';
import { membersDocument } from './members-document.ts';
import { membersDownload } from './members-export.ts';
import { membersView, type MembersRead } from './members-view.ts';

const path = '/authorities/:authority/members';

/** How the area’s schools stand together, and which schools of a member’s division cause concern. */
export function membersRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the summary',
    // Schools of concern are named to the members of their division.
    logs: { event: 'read what members are told' },
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async (request) => {
      const read = await readAsked(parts, request);
      const { authority } = read.members;
      const chart = membersChart(read.overview);
      return {
        kind: 'page',
        template: 'analyse/pages/members/members.njk',
        title: `Our schools: for members of ${authority.name}`,
        shell: {
          authority,
          section: 'Members',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: read.sources,
        },
        view: {
          members: membersView(read),
          chart: chart === null ? null : { title: chart.title, drawn: await drawIntervals(chart) },
        },
      };
    },
  };
}

/** The counts as files, with the same numbers left out; no school by name. */
export const membersDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read the summary',
  logs: { event: 'exported what members are told' },
  take: async (request) => membersDownload(await readAsked(parts, request)),
}));

/** A briefing of one page. */
export function membersDocumentRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}.docx`,
    permission: 'read the summary',
    logs: { event: 'exported what members are told' },
    handle: async (request) => {
      const read = await readAsked(parts, request);
      return {
        kind: 'file',
        name: `briefing-for-members-${read.members.authority.slug}.docx`,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        body: await writeDocument(membersDocument(read)),
      };
    },
  };
}

async function readAsked(
  parts: Parts,
  { person, params, query }: PageRequest,
): Promise<MembersRead & { readonly sources: MembersRead['overview']['sources'] }> {
  const slug = params['authority'] ?? '';
  const members = await readForMembers(parts, person, slug, query['division']?.at(-1));
  const overview = await readOverview(parts, person, members.authority.slug);
  const results = await readResultsOfAuthority(parts, person, members.authority.slug, {});
  const sources = [...overview.sources, ...results.sources, ...members.sources];
  return {
    members,
    overview,
    results,
    sources: [...new Map(sources.map((source) => [source.id, source])).values()],
  };
}
