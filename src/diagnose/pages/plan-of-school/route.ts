import { readPlanOfSchool } from '#/diagnose/actions/read-plans.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { plansAddress } from '#/platform/web/plan-addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { planView } from './plan-view.ts';

/** The improvement plan of a school: its objectives against their milestones, its ratings and its reviews, for both sides. */
export function planOfSchoolRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schools/:urn/plan',
    permission: 'open papers',
    logs: { event: 'read the improvement plan' },
    handle: async ({ person, params }) => {
      const read = await readPlanOfSchool(parts, person, params['authority'] ?? '', params['urn'] ?? '');
      const { authority, school } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/plan-of-school/plan-of-school.njk',
        title: `Improvement plan of ${school.name}`,
        shell: {
          authority,
          section: 'Plans',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            { text: 'Improvement plans', href: plansAddress(authority.slug), permission: 'read papers' },
            { text: school.name, href: schoolAddress(authority.slug, school.urn) },
          ],
          sources: [],
        },
        view: { page: planView(read) },
      };
    },
  };
}
