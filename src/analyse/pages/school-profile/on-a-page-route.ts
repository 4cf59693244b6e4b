import { readSchoolOnAPage } from '#/analyse/actions/read-school-on-a-page.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, registerAddress, schoolAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { onAPageView } from './on-a-page-view.ts';

/** One school on one sheet of paper: what a visitor takes along. In confidence as the profile is. */
export function onAPageRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schools/:urn/on-a-page',
    permission: 'read published data',
    logs: { event: 'read category' },
    kept: true,
    handle: async ({ person, params }) => {
      const read = await readSchoolOnAPage(parts, person, params['authority'] ?? '', params['urn'] ?? '');
      const { authority, evidence, sources } = read;
      return {
        kind: 'page',
        template: 'analyse/pages/school-profile/on-a-page.njk',
        title: `${evidence.school.name} on a page`,
        shell: {
          authority,
          section: 'Schools',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            {
              text: 'Risk register',
              href: registerAddress(authority.slug),
              permission: 'read lists of categories',
            },
            { text: evidence.school.name, href: schoolAddress(authority.slug, evidence.school.urn) },
          ],
          sources,
        },
        view: { sheet: onAPageView(read) },
      };
    },
  };
}
