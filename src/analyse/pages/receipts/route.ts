import { remindUnconfirmed } from '#/analyse/actions/telling/remind-unconfirmed.ts';
import { readReceipts } from '#/analyse/actions/read-receipts.ts';
import type { Parts } from '#/parts.ts';
import { mayFor } from '#/people/rules/permissions.ts';
import { overviewAddress, withQuery } from '#/platform/web/addresses.ts';
import { receiptsAddress, remindAddress } from '#/platform/web/correspondence-addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { FormRoute, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { receiptsDownload } from './receipts-export.ts';
import { receiptsAsked, receiptsView } from './receipts-view.ts';

const path = '/authorities/:authority/receipts';

/** Who has confirmed having read what their school is told, who has not, and where a reply waits for an answer. */
function receiptsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the correspondence',
    logs: { event: 'read categories' },
    handle: async ({ person, params, query }) => {
      const read = await readReceipts(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'analyse/pages/receipts/receipts.njk',
        title: 'Who has read what their school is told',
        shell: {
          authority,
          section: 'Told and confirmed',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: {
          page: receiptsView(read, receiptsAsked(query, read)),
          remind: {
            action: mayFor(person, 'decide categories', authority.slug)
              ? remindAddress(authority.slug)
              : null,
            done: query['reminded']?.at(-1) ?? null,
          },
        },
      };
    },
  };
}

const receiptsDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read the correspondence',
  logs: { event: 'exported categories' },
  take: async ({ person, params, query }) => {
    const read = await readReceipts(parts, person, params['authority'] ?? '');
    return receiptsDownload(read, receiptsAsked(query, read));
  },
}));

/** Reminds those who have not confirmed. */
function remindRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/remind`,
    permission: 'decide categories',
    logs: { event: 'told schools their category' },
    handle: async ({ person, params }) => {
      const authority = params['authority'] ?? '';
      const reminded = await remindUnconfirmed(parts, person, authority);
      return {
        kind: 'redirect',
        to: withQuery(receiptsAddress(authority), { reminded: [String(reminded)] }),
      };
    },
  };
}

/** Every address of the confirmations of an authority. */
export const receiptsRoutes: readonly ((parts: Parts) => Route)[] = [
  receiptsRoute,
  remindRoute,
  ...receiptsDownloads,
];
