import { mondayAsked } from '#/diagnose/actions/days-asked.ts';
import { readVisits } from '#/diagnose/actions/read-visits.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { visitsAddress } from '#/platform/web/visit-addresses.ts';
import { schoolYearOf } from '#/schools/rules/dates.ts';
import { weekView } from './week-view.ts';

/** One week of visits, of one visitor or of all. */
export function visitsWeekRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/visits/week',
    permission: 'read papers',
    logs: { event: 'read lists of visits' },
    handle: async ({ person, params, query, may }) => {
      const monday = mondayAsked(query['week']?.at(-1) ?? '', parts.today());
      const read = await readVisits(parts, person, {
        authority: params['authority'] ?? '',
        schoolYear: schoolYearOf(monday),
      });
      const { authority, visitors } = read;
      const officer = visitors.find((one) => one.person === query['officer']?.at(-1))?.person ?? null;
      return {
        kind: 'page',
        template: 'diagnose/pages/visits-week/week.njk',
        title: 'Visits week by week',
        shell: {
          authority,
          section: 'Visits',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            { text: 'Visits to schools', href: visitsAddress(authority.slug) },
          ],
          sources: [],
        },
        view: { page: weekView(read, { officer, monday }, may('write papers')) },
      };
    },
  };
}
