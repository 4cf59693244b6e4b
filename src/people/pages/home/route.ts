import { logReading } from '#/people/actions/log-reading.ts';
import { readOwnAuthority } from '#/people/actions/own-authorities.ts';
import type { Parts } from '#/parts.ts';
import type { CreditedSource } from '#/platform/web/credits.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeView } from './home-view.ts';
import { panelsFor, readPanels } from './read-panels.ts';

/** What there is for this person in this authority: what is due, the answer they come for, then where to look. */
export function homeRoute(parts: Parts, panels: readonly HomePanel[]): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/home',
    permission: 'read published data',
    logs: { event: 'opened the home page' },
    handle: async ({ person, params, path }) => {
      const { authority, roles } = await readOwnAuthority(parts, person, params['authority'] ?? '');
      const read = await readPanels(panelsFor(panels, person, authority.slug), person, authority);
      const contents = read.flatMap(({ said }) => ('content' in said ? [said.content] : []));
      for (const { event, urn } of contents.flatMap(({ readings = [] }) => readings)) {
        const about = urn === undefined ? {} : { urn };
        await logReading(parts, { person, event, path, authority: authority.slug, ...about });
      }
      return {
        kind: 'page',
        template: 'people/pages/home/home.njk',
        title: 'Home',
        shell: {
          authority,
          section: 'Home',
          crumbs: [],
          sources: eachOnce(contents.flatMap(({ sources = [] }) => sources)),
        },
        view: { home: homeView(person, roles, read) },
        faults: read.flatMap(({ said }) => ('fault' in said ? [said.fault] : [])),
      };
    },
  };
}

/** Several panels may draw on the same file. */
function eachOnce(sources: readonly CreditedSource[]): readonly CreditedSource[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
