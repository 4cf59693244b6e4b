import { planVisits, readPlanning } from '#/diagnose/actions/plan-visits.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { visitsAddress } from '#/platform/web/visit-addresses.ts';
import { planView, type PlanTyped } from './plan-view.ts';

const path = '/authorities/:authority/visits/plan';

/** The form; schools named in the address are chosen beforehand. */
function planRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'write papers',
    logs: { event: 'read lists of visits' },
    handle: (request) => {
      const { query, person } = request;
      return page(
        parts,
        request,
        {
          ...{ template: 'note-of-visit', focus: '', goes: person.name, whyNoGovernor: '', invite: true },
          asked: ['Headteacher', 'Chair of governors'],
          schools: [...new Set(query['schools'] ?? [])].map((urn) => ({ urn, day: '', time: '' })),
        },
        [],
      );
    },
  };
}

function planFormRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'write papers',
    logs: { event: 'planned visits' },
    handle: async (request) => {
      const { form, params, person } = request;
      const asked: PlanTyped = {
        template: typed(form, 'template'),
        focus: typed(form, 'focus'),
        goes: typed(form, 'goes'),
        asked: form.fields['asked'] ?? [],
        whyNoGovernor: typed(form, 'why-no-governor'),
        schools: [...new Set(form.fields['schools'] ?? [])].map((urn) => ({
          urn,
          day: typed(form, `day-${urn}`),
          time: typed(form, `time-${urn}`),
        })),
        invite: typed(form, 'invite') === 'yes',
      };
      const authority = params['authority'] ?? '';
      const anyway = typed(form, 'anyway') === 'yes';
      const outcome = await planVisits(parts, person, { authority, ...asked, anyway });
      if (outcome.kind === 'problems') return page(parts, request, asked, outcome.problems);
      return { kind: 'redirect', to: visitsAddress(authority) };
    },
  };
}

async function page(
  parts: Parts,
  { person, params }: PageRequest,
  asked: PlanTyped,
  problems: readonly FieldProblem[],
): Promise<PageResponse> {
  const read = await readPlanning(parts, person, params['authority'] ?? '');
  const { authority } = read;
  return {
    kind: 'page',
    template: 'diagnose/pages/plan-visits/plan.njk',
    title: 'Plan visits',
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
    view: { page: planView(read, asked, problems) },
    status: problems.length === 0 ? 200 : 400,
  };
}

/** Every address at which visits are planned. */
export const planVisitsRoutes: readonly ((parts: Parts) => Route)[] = [planRoute, planFormRoute];
