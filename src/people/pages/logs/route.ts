import { readChanges, readReadings } from '#/people/actions/read-logs.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import type { Shell, ShellAuthority } from '#/platform/web/shell.ts';
import { changesDownload, readingsDownload } from './log-export.ts';
import { readLogRequest } from './log-request.ts';
import { changesView, entriesOnAPage, readingsView } from './log-view.ts';

const template = 'people/pages/logs/log.njk';

function shellOf(authority: ShellAuthority, section: 'Reading log' | 'Change log'): Shell {
  const crumbs = [{ text: authority.name, href: overviewAddress(authority.slug) }];
  return { authority, section, crumbs, sources: [] };
}

/** Who read what in confidence. That it was looked at is itself in it. */
export function readingLogRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/logs/reading',
    permission: 'read the reading log',
    logs: { event: 'read the reading log' },
    handle: async ({ person, params, query, may }) => {
      const request = readLogRequest(query);
      const wanted = { page: request.page, size: entriesOnAPage };
      const read = await readReadings(parts, person, params['authority'], request.search, wanted);
      return {
        kind: 'page',
        template,
        title: 'Reading log',
        shell: shellOf(read.authority, 'Reading log'),
        view: { log: readingsView(read, request, may), title: 'Reading log' },
        status: read.problems.length === 0 ? 200 : 400,
      };
    },
  };
}

/** Who changed what, and why. */
export function changeLogRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/logs/changes',
    permission: 'read the change log',
    logs: { event: 'read the change log' },
    handle: async ({ person, params, query, may }) => {
      const request = readLogRequest(query);
      const wanted = { page: request.page, size: entriesOnAPage };
      const read = await readChanges(parts, person, params['authority'], request.search, wanted);
      return {
        kind: 'page',
        template,
        title: 'Change log',
        shell: shellOf(read.authority, 'Change log'),
        view: { log: changesView(read, request, may), title: 'Change log' },
        status: read.problems.length === 0 ? 200 : 400,
      };
    },
  };
}

const readingLogDownloads = downloads((parts: Parts) => ({
  path: '/authorities/:authority/logs/reading',
  permission: 'read the reading log',
  logs: { event: 'exported the reading log' },
  take: async ({ person, params, query }) => {
    const request = readLogRequest(query);
    return readingsDownload(
      await readReadings(parts, person, params['authority'], request.search, 'all'),
      request,
    );
  },
}));

const changeLogDownloads = downloads((parts: Parts) => ({
  path: '/authorities/:authority/logs/changes',
  permission: 'read the change log',
  logs: { event: 'exported the change log' },
  take: async ({ person, params, query }) => {
    const request = readLogRequest(query);
    return changesDownload(
      await readChanges(parts, person, params['authority'], request.search, 'all'),
      request,
    );
  },
}));

/** Both logs as files, for a request for information. */
export const logDownloads = [...readingLogDownloads, ...changeLogDownloads];
