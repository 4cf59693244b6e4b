import { readViewOfPartner, sayViewOfPartner, type ViewTyped } from '#/diagnose/actions/view-of-partner.ts';
import type { Parts } from '#/parts.ts';
import { ourViewAddress, overviewAddress } from '#/platform/web/addresses.ts';
import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import { viewOfPartnerAddress } from '#/platform/web/partner-view-addresses.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { nothingTyped, viewOfPartnerView } from './view-of-partner-view.ts';

const path = '/authorities/:authority/schools/:urn/view-of-partner';

const placeOf = ({ params }: PageRequest) => ({
  authority: params['authority'] ?? '',
  urn: params['urn'] ?? '',
});

async function pageOf(
  parts: Parts,
  request: PageRequest,
  said: ViewTyped,
  problems: readonly FieldProblem[],
): Promise<PageResponse> {
  const read = await readViewOfPartner(parts, request.person, placeOf(request));
  const { authority, school } = read;
  return {
    kind: 'page',
    template: 'diagnose/pages/view-of-partner/view-of-partner.njk',
    title: 'What the school thinks of its challenge partner',
    shell: {
      ...{ authority, section: 'Our school', sources: [] },
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: school.name, href: ourViewAddress(authority.slug, school.urn) },
      ],
    },
    view: { page: viewOfPartnerView(read, said, problems) },
    status: problems.length === 0 ? 200 : 400,
  };
}

/** Where head and chair say how credible, challenging and consistent they find their partner. */
function viewOfPartnerRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'answer for the school',
    logs: { event: 'read what a school thinks of its partner' },
    handle: (request) => pageOf(parts, request, nothingTyped, []),
  };
}

function sayViewOfPartnerRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'answer for the school',
    logs: { event: 'said what a school thinks of its partner' },
    handle: async (request) => {
      const { form } = request;
      const said: ViewTyped = {
        partner: typed(form, 'partner'),
        credibility: typed(form, 'credibility'),
        challenge: typed(form, 'challenge'),
        consistency: typed(form, 'consistency'),
        comment: typed(form, 'comment'),
      };
      const place = placeOf(request);
      const outcome = await sayViewOfPartner(parts, request.person, { ...place, ...said });
      if (outcome.kind === 'problems') return pageOf(parts, request, said, outcome.problems);
      return { kind: 'redirect', to: `${viewOfPartnerAddress(place.authority, place.urn)}#said` };
    },
  };
}

/** Both addresses of what a school thinks of its challenge partner. */
export const viewOfPartnerRoutes: readonly ((parts: Parts) => Route)[] = [
  viewOfPartnerRoute,
  sayViewOfPartnerRoute,
];
