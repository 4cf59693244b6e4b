import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { ourViewAddress, overviewAddress } from '#/platform/web/addresses.ts';
import { requestAddress } from '#/platform/web/correspondence-addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { answerRequest } from '#/schools/actions/answer-request.ts';
import { endRequest } from '#/schools/actions/end-request.ts';
import { readRequest } from '#/schools/actions/read-requests.ts';
import { nothingTypedIn, requestView, type RequestTypedIn } from './request-view.ts';

const path = '/authorities/:authority/schools/:urn/our-view/requests/:request';

/** One thing a school is asked: for the school to answer, for the authority to end. */
function requestRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the school’s own page',
    logs: { event: 'read requests to schools' },
    handle: (request) => page(parts, request, nothingTypedIn),
  };
}

function answerRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/answer`,
    permission: 'answer for the school',
    logs: { event: 'answered a request' },
    handle: async (request) => {
      const asked = { ...placeOf(request), words: typed(request.form, 'words') };
      const outcome = await answerRequest(parts, request.person, asked);
      if (outcome.kind === 'problems')
        return page(parts, request, { words: asked.words, why: '', problems: outcome.problems });
      return { kind: 'redirect', to: requestAddress(asked.authority, asked.urn, asked.request) };
    },
  };
}

function endRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/end`,
    permission: 'ask a school',
    logs: { event: 'ended a request' },
    handle: async (request) => {
      const act = typed(request.form, 'act') === 'accept' ? 'accept' : 'withdraw';
      const asked = { ...placeOf(request), why: typed(request.form, 'why'), act } as const;
      const outcome = await endRequest(parts, request.person, asked);
      if (outcome.kind === 'problems')
        return page(parts, request, { words: '', why: asked.why, problems: outcome.problems });
      return { kind: 'redirect', to: requestAddress(asked.authority, asked.urn, asked.request) };
    },
  };
}

async function page(parts: Parts, request: PageRequest, said: RequestTypedIn): Promise<PageResponse> {
  const read = await readRequest(parts, request.person, placeOf(request));
  const { authority, school } = read;
  const about = [{ kind: 'request', keys: [read.request.id] }] as const;
  const history = await readHistory(parts, request.person, authority.slug, about);
  const view = requestView(read, said);
  return {
    kind: 'page',
    template: 'schools/pages/request/request.njk',
    title: view.heading,
    shell: {
      authority,
      section: 'Our school',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: school.name, href: ourViewAddress(authority.slug, school.urn) },
      ],
      sources: [],
    },
    view: { page: view, history: historyView(history) },
    status: said.problems.length === 0 ? 200 : 400,
  };
}

function placeOf({ params }: Pick<PageRequest, 'params'>): {
  readonly authority: string;
  readonly urn: string;
  readonly request: string;
} {
  return {
    authority: params['authority'] ?? '',
    urn: params['urn'] ?? '',
    request: params['request'] ?? '',
  };
}

/** Every address of one request. */
export const requestRoutes: readonly ((parts: Parts) => Route)[] = [requestRoute, answerRoute, endRoute];
