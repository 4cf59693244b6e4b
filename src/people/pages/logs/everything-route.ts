import { readEverything } from '#/people/actions/read-everything.ts';
import type { Parts } from '#/parts.ts';
import { peopleAddress, personAddress } from '#/platform/web/addresses.ts';
import { downloadAsWorkbook } from '#/platform/exports/download.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { everythingAsJson, everythingDownload } from './everything-export.ts';
import { everythingView } from './everything-view.ts';

const path = '/authorities/:authority/people/:person/everything';
const permission = 'read the reading log';

/** Everything held about one person, for whoever answers their request. */
export function everythingRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission,
    logs: { event: 'read everything about a person' },
    handle: async ({ person, params }) => {
      const held = await readEverything(parts, person, params['authority'], params['person'] ?? '');
      const { authority } = held;
      return {
        kind: 'page',
        template: 'people/pages/logs/everything.njk',
        title: `Everything held about ${held.person.name}`,
        shell: {
          authority,
          section: 'People',
          crumbs: [
            { text: 'People', href: peopleAddress(authority.slug), permission: 'read the directory' },
            {
              text: held.person.name,
              href: personAddress(authority.slug, held.person.id),
              permission: 'read the directory',
            },
          ],
          sources: [],
        },
        view: { held: everythingView(held) },
      };
    },
  };
}

const file =
  (ending: 'xlsx' | 'json') =>
  (parts: Parts): PageRoute => ({
    method: 'GET',
    path: `${path}.${ending}`,
    permission,
    logs: { event: 'exported everything about a person' },
    handle: async ({ person, params }) => {
      const held = await readEverything(parts, person, params['authority'], params['person'] ?? '');
      const name = `everything-about-${held.person.id}.${ending}`;
      if (ending === 'json') {
        return { kind: 'file', name, type: 'application/json; charset=utf-8', body: everythingAsJson(held) };
      }
      return { kind: 'file', name, ...(await downloadAsWorkbook(everythingDownload(held))) };
    },
  });

/** The same as a workbook and for a machine. */
export const everythingFiles = [file('xlsx'), file('json')];
