import { readPaper } from '#/papers/actions/read-papers.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { papersAddress } from '#/platform/web/paper-addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { versionsAsked, versionsView } from './versions-view.ts';

/** What a paper said before, beside what it says now. */
export function paperVersionsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schools/:urn/papers/:paper/versions',
    permission: 'open papers',
    logs: { event: 'read a paper' },
    handle: async ({ person, params, query }) => {
      const read = await readPaper(parts, person, {
        authority: params['authority'] ?? '',
        urn: params['urn'] ?? '',
        paper: params['paper'] ?? '',
      });
      const { authority, school } = read;
      const view = versionsView(read, versionsAsked(read, query));
      return {
        kind: 'page',
        template: 'papers/pages/versions/versions.njk',
        title: view.heading,
        shell: {
          authority,
          section: null,
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            { text: school.name, href: schoolAddress(authority.slug, school.urn) },
            { text: 'Papers', href: papersAddress(authority.slug, school.urn) },
            view.back,
          ],
          sources: [],
        },
        view: { page: view },
      };
    },
  };
}
