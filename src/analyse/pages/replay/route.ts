import { makeForecast } from '#/analyse/actions/make-forecast.ts';
import { replayForecasts } from '#/analyse/actions/replay-forecasts.ts';
import type { Parts } from '#/parts.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { drawFan } from '#/platform/charts/fan-chart.ts';
import { overviewAddress, replayAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { replayView } from './replay-view.ts';

/** What was forecast on a day, by whom and how, and what happened: shares of schools by phase, and no school. */
export function replayRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/trajectory/replay',
    permission: 'read the summary',
    // Made of published facts alone: no record of the authority is read.
    logs: 'nothing confidential',
    kept: true,
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: async ({ person, params, query }) => {
      const asked = (name: string): string | undefined => query[name]?.at(-1)?.trim().slice(0, 40);
      const read = await replayForecasts(
        parts,
        person,
        params['authority'] ?? '',
        { asAt: asked('as-at'), count: asked('count'), method: asked('method') },
        makeForecast,
      );
      const { authority } = read;
      const replay = replayView(read, replayAddress(authority.slug));
      return {
        kind: 'page',
        template: 'analyse/pages/replay/replay.njk',
        title: replay.heading,
        shell: {
          authority,
          section: 'Forecasts replayed',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: read.sources,
        },
        view: { replay, drawn: await Promise.all(replay.phases.map(({ chart }) => drawFan(chart))) },
        ...(read.state === 'no day' ? { status: 400 } : {}),
      };
    },
  };
}
