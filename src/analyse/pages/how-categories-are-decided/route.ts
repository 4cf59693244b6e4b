import { readRegister } from '#/analyse/actions/read-analysis.ts';
import { readScheme } from '#/analyse/actions/read-scheme.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { schemeView } from './scheme-view.ts';
import { exampleRow, workedExample } from './worked-example.ts';

/** How a category is decided: for everyone, so that a head can check it by hand. The worked example is for officers. */
export function howCategoriesAreDecidedRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/how-categories-are-decided',
    permission: 'read published data',
    // The worked example is a school's own category, though it is not named.
    logs: { event: 'read categories' },
    handle: async ({ person, params, query, may }) => {
      const slug = params['authority'] ?? '';
      const register = may('read any category') ? await readRegister(parts, person, slug) : null;
      const read = await readScheme(parts, person, slug, query['scheme']?.at(-1) ?? register?.scheme?.id);
      const { authority } = read;
      const row = register?.scheme?.id === read.scheme.id ? exampleRow(register.rows) : null;
      return {
        kind: 'page',
        template: 'analyse/pages/how-categories-are-decided/how-categories-are-decided.njk',
        title: 'How categories are decided',
        shell: {
          authority,
          section: 'How categories are decided',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(slug) }],
          sources: row === null ? [] : (register?.sources ?? []),
        },
        view: { scheme: schemeView(read), example: row === null ? null : workedExample(row, read, slug) },
      };
    },
  };
}
