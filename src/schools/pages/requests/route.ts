import type { Parts } from '#/parts.ts';
import { overviewAddress, withQuery } from '#/platform/web/addresses.ts';
import { requestsAddress } from '#/platform/web/correspondence-addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { askSchools, readAsking } from '#/schools/actions/ask-school.ts';
import { readRequests } from '#/schools/actions/read-requests.ts';
import { addDays } from '#/schools/rules/dates.ts';
import type { RequestTyped } from '#/schools/rules/check-request.ts';
import { askView } from './ask-view.ts';
import { requestsDownload } from './requests-export.ts';
import { requestsAsked, requestsView } from './requests-view.ts';

const path = '/authorities/:authority/requests';

/** What schools are asked: overdue, unanswered, and by whom; as far as the reader may know. */
function requestsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the correspondence',
    logs: { event: 'read requests to schools' },
    handle: async ({ person, params, query, may }) => {
      const read = await readRequests(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'schools/pages/requests/requests.njk',
        title: 'What schools are asked',
        shell: {
          authority,
          section: 'Requests',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: requestsView(read, requestsAsked(query, read), may('ask a school')) },
      };
    },
  };
}

/** The form; schools named in the address are chosen beforehand. */
function askRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/ask`,
    permission: 'ask a school',
    logs: 'nothing confidential',
    handle: (request) =>
      askPage(
        parts,
        request,
        { schools: request.query['schools'] ?? [], what: '', why: '', due: '', level: '', named: [] },
        [],
      ),
  };
}

function askSchoolsRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/ask`,
    permission: 'ask a school',
    logs: { event: 'asked a school' },
    handle: async (request) => {
      const { form, params, person } = request;
      const authority = params['authority'] ?? '';
      const asked: RequestTyped = {
        schools: form.fields['schools'] ?? [],
        what: typed(form, 'what'),
        why: typed(form, 'why'),
        due: typed(form, 'due'),
        level: typed(form, 'level'),
        named: form.fields['named'] ?? [],
      };
      const outcome = await askSchools(parts, person, { authority, ...asked });
      if (outcome.kind === 'problems') return askPage(parts, request, asked, outcome.problems);
      return { kind: 'redirect', to: withQuery(requestsAddress(authority), { show: ['waiting'] }) };
    },
  };
}

async function askPage(
  parts: Parts,
  { person, params }: PageRequest,
  asked: RequestTyped,
  problems: readonly FieldProblem[],
): Promise<PageResponse> {
  const read = await readAsking(parts, person, params['authority'] ?? '');
  const { authority } = read;
  return {
    kind: 'page',
    template: 'schools/pages/requests/ask.njk',
    title: 'Ask schools for something',
    shell: {
      authority,
      section: 'Requests',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: 'What schools are asked', href: requestsAddress(authority.slug) },
      ],
      sources: [],
    },
    view: { page: askView(read, asked, problems, addDays(parts.today(), 21)) },
    status: problems.length === 0 ? 200 : 400,
  };
}

const requestsDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read the correspondence',
  logs: { event: 'read requests to schools' },
  take: async ({ person, params, query }) => {
    const read = await readRequests(parts, person, params['authority'] ?? '');
    return requestsDownload(read, requestsAsked(query, read));
  },
}));

/** Every address of the requests of an authority. */
export const requestsRoutes: readonly ((parts: Parts) => Route)[] = [
  requestsRoute,
  askRoute,
  askSchoolsRoute,
  ...requestsDownloads,
];
