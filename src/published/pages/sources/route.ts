import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import { sourcesAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import type { Shell } from '#/platform/web/shell.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { headingOf, sourcesView, sourceView } from './sources-view.ts';

/** What was imported, and what became of it. */
export function sourcesRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/sources',
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: async () => {
      const store = await parts.published();
      const sources = await store.sources();
      return {
        kind: 'page',
        template: 'published/pages/sources/sources.njk',
        title: 'Sources',
        shell: { ...(await around(store)), crumbs: [homeCrumb], sources },
        view: sourcesView(sources),
      };
    },
  };
}

/** One file: what it is, how its dates are known, its rows and its problems. */
export function sourceRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/sources/:source',
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: async ({ params }) => {
      const store = await parts.published();
      const source = (await store.sources()).find((one) => one.id === params['source']);
      if (source === undefined) {
        throw new KnownError('not-found', 'No file with this identity has been imported.', [
          'Look for it in the list of sources: a file that was imported again after a change has another identity.',
        ]);
      }
      return {
        kind: 'page',
        template: 'published/pages/sources/source.njk',
        title: headingOf(source),
        shell: {
          ...(await around(store)),
          crumbs: [homeCrumb, { text: 'Sources', href: sourcesAddress }],
          sources: [source],
        },
        view: { source: sourceView(source, await store.problems(source.id)) },
      };
    },
  };
}

/** Files belong to no authority; where there is only one, its ways to the other pages stay. */
async function around(store: PublishedStore): Promise<Pick<Shell, 'authority' | 'section'>> {
  const authorities = await store.authorities();
  return { authority: authorities.length === 1 ? (authorities[0] ?? null) : null, section: 'Sources' };
}
