import { readAccess } from '#/people/actions/read-access.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { KnownError } from '#/platform/errors.ts';
import { cellsOf } from '#/platform/exports/download.ts';
import { downloads, type DownloadRoute } from '#/platform/web/download-routes.ts';
import { bannerWords } from '#/platform/web/shell.ts';
import { peopleAddress } from '#/platform/web/addresses.ts';
import type { PageRoute, Route } from '#/platform/web/route.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { accessAsked, accessView, linesOf, reachWords } from './access-view.ts';

const path = '/authorities/:authority/access';
const logs = { event: 'read who has access' } as const;
const permission = 'read who has access';

/** Who has access to what and why: by school, by person, by what may be done. */
function accessRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission,
    logs,
    handle: async ({ person, params, query }) => {
      const read = await readAccess(parts, person, params['authority']);
      const { authority } = read;
      const history = await readHistory(parts, person, authority.slug, [{ kind: 'school list' }]);
      const crumbs = [
        { text: 'People', href: peopleAddress(authority.slug), permission: 'read the directory' } as const,
      ];
      return {
        kind: 'page',
        template: 'people/pages/access/access.njk',
        title: 'Who has access to what',
        shell: { authority, section: 'Access', crumbs, sources: [] },
        view: { access: accessView(read, accessAsked(query)), history: historyView(history) },
      };
    },
  };
}

function accessDownload(parts: Parts): DownloadRoute {
  return {
    path,
    permission,
    logs,
    take: async ({ person, params, query }) => {
      const read = await readAccess(parts, person, params['authority']);
      const { authority, today } = read;
      const found = linesOf(read, accessAsked(query));
      if (found === null) throw new KnownError('not-found', 'There is nobody and nothing of that name.');
      const banner = bannerWords({ authority, sources: [] });
      const table = cellsOf({
        name: 'Access',
        blank: '',
        rows: found.lines,
        columns: [
          { heading: 'Who', value: (line) => line.person.name },
          { heading: 'May', value: (line) => line.permission },
          { heading: 'Level', value: (line) => line.level ?? 'nothing is read' },
          { heading: 'For', value: reachWords },
          {
            heading: 'Schools (URN)',
            value: ({ schools }) => (schools === 'all' ? 'all' : schools.join(' ')),
          },
          { heading: 'By the role', value: (line) => line.by },
          { heading: 'Held for', value: (line) => line.of },
          { heading: 'Stands in for', value: (line) => line.standsInFor ?? 'nobody' },
          { heading: 'Since', value: (line) => ({ date: line.since }) },
          { heading: 'Until', value: (line) => (line.until === null ? 'no end said' : { date: line.until }) },
          { heading: 'Given by', value: (line) => line.givenBy },
          { heading: 'Given on', value: (line) => ({ date: line.givenAt.slice(0, 10) }) },
          { heading: 'Why', value: (line) => line.why },
        ],
      });
      return {
        name: `access-${authority.slug}-${today}`,
        tables: [table],
        notes: {
          title: `Who has access at ${authority.name} as at ${dateInWords(today)}`,
          about: [
            ...(banner === null ? [] : [banner]),
            `About ${found.about}.`,
            'For officers of the authority.',
          ],
          suppression: [],
          sources: [],
        },
      };
    },
  };
}

export const accessRoutes: readonly ((parts: Parts) => Route)[] = [accessRoute, ...downloads(accessDownload)];
