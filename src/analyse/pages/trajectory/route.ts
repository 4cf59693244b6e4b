import { readTrajectory } from '#/analyse/actions/read-trajectory.ts';
import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawFan } from '#/platform/charts/fan-chart.ts';
import { overviewAddress, trajectoryAddress, withQuery } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRequest, PageResponse, PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import type { TargetTypedIn } from './targets-view.ts';
import { trajectoryDownload } from './trajectory-export.ts';
import { queryOf, readTrajectoryRequest } from './trajectory-request.ts';
import { trajectoryView } from './trajectory-view.ts';

const path = '/authorities/:authority/trajectory';

/** Which share of schools will be good by when, how likely the target is, which schools make the difference, and what if. */
export function trajectoryRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the trajectory',
    // Whoever may read categories is told the chances of schools by name.
    logs: { event: 'read the trajectory' },
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async (request) => {
      const asked = readTrajectoryRequest(request.query);
      const read = await readAsked(parts, request);
      const { added, whatIf } = read;
      return added === null
        ? trajectoryPage(read, request, null)
        : {
            kind: 'redirect',
            to: withQuery(trajectoryAddress(read.authority.slug), queryOf(asked, [...whatIf, added])),
          };
    },
  };
}

/** The same figures as files. */
export const trajectoryDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read the trajectory',
  logs: { event: 'exported the trajectory' },
  take: async (request) => trajectoryDownload(await readAsked(parts, request)),
}));

async function readAsked(parts: Parts, { person, params, query }: PageRequest) {
  return await readTrajectory(parts, person, params['authority'] ?? '', readTrajectoryRequest(query));
}

/** The page, with what was typed into a form of targets where that could not be taken. */
export async function trajectoryPage(
  read: TrajectoryRead,
  { query, may }: PageRequest,
  said: TargetTypedIn | null,
): Promise<PageResponse> {
  const { authority, sources } = read;
  const trajectory = trajectoryView(read, readTrajectoryRequest(query), said);
  const chart = trajectory.shown?.chart ?? null;
  return {
    kind: 'page',
    template: 'analyse/pages/trajectory/trajectory.njk',
    title: trajectory.heading,
    shell: {
      authority,
      section: 'Trajectory',
      crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
      sources,
    },
    view: {
      trajectory,
      drawn: chart === null ? null : await drawFan(chart),
      open: { replay: may('read the summary'), marking: may('read how right we were') },
    },
    status: trajectory.errors.list.length === 0 ? 200 : 400,
  };
}
