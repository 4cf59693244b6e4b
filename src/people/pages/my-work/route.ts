import { readMyWork } from '#/people/actions/read-my-work.ts';
import { readOwnAuthority } from '#/people/actions/own-authorities.ts';
import type { Parts } from '#/parts.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import type { WorkSource } from '#/platform/work.ts';
import { workAsked, workView } from './work-view.ts';

/** What the reader has to do: what is late, due within a week and later, and what waits for somebody else. */
export function myWorkRoute(parts: Parts, sources: readonly WorkSource[]): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/my-work',
    permission: 'read published data',
    logs: { event: 'read what is to be done' },
    handle: async ({ person, params, query, may }) => {
      const { authority } = await readOwnAuthority(parts, person, params['authority'] ?? '');
      const work = await readMyWork(parts, person, authority.slug, sources);
      return {
        kind: 'page',
        template: 'people/pages/my-work/my-work.njk',
        title: 'My work',
        shell: { authority, section: 'My work', crumbs: [], sources: [] },
        view: { work: workView(work, workAsked(query, work), authority.slug, may('take part in papers')) },
        faults: work.faults.map(({ error, reference }) => ({ error, reference })),
      };
    },
  };
}
