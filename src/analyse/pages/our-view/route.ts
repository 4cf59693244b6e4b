import { confirmReading } from '#/analyse/actions/confirm-reading.ts';
import { readForecastInBrief } from '#/analyse/actions/read-forecast-in-brief.ts';
import { readOurView } from '#/analyse/actions/read-our-view.ts';
import { readPapersInBrief } from '#/analyse/actions/read-papers-in-brief.ts';
import { replyToCategory } from '#/analyse/actions/reply-to-category.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { writeDocument } from '#/platform/documents/write-document.ts';
import { ourViewAddress, overviewAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { ourViewDocument } from './our-view-document.ts';
import { papersView } from './papers-view.ts';
import { headingOf, nothingTyped, ourViewView, type Typed } from './our-view-view.ts';

const path = '/authorities/:authority/schools/:urn/our-view';

/** What the authority thinks of the school, for its head and chair; for clerk and governor without that. */
function ourViewRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the school’s own page',
    logs: { event: 'read the school’s own page' },
    handle: (request) => page(parts, request, nothingTyped),
  };
}

/** The same as a document, for a meeting of governors or a file. */
function ourViewDocumentRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}.docx`,
    permission: 'read the school’s own page',
    logs: { event: 'read the school’s own page' },
    handle: async ({ person, params }) => {
      const read = await readOurView(parts, person, params['authority'] ?? '', params['urn'] ?? '');
      return {
        kind: 'file',
        name: `our-view-${read.school.urn}-${read.today}.docx`,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        body: await writeDocument(ourViewDocument(read)),
      };
    },
  };
}

function confirmRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/confirm`,
    permission: 'answer for the school',
    logs: { event: 'confirmed having read a category' },
    handle: async (request) => {
      const asked = { ...placeOf(request), run: typed(request.form, 'run') };
      const decision = typed(request.form, 'decision');
      const outcome = await confirmReading(parts, request.person, {
        ...asked,
        ...(decision === '' ? {} : { decision }),
      });
      if (outcome.kind === 'problems') return page(parts, request, { words: '', problems: outcome.problems });
      return { kind: 'redirect', to: ourViewAddress(asked.authority, asked.urn) };
    },
  };
}

function replyRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/reply`,
    permission: 'read the correspondence',
    logs: { event: 'replied to a category' },
    handle: async (request) => {
      const asked = { ...placeOf(request), words: typed(request.form, 'words') };
      const outcome = await replyToCategory(parts, request.person, asked);
      if (outcome.kind === 'problems')
        return page(parts, request, { words: asked.words, problems: outcome.problems });
      return { kind: 'redirect', to: `${ourViewAddress(asked.authority, asked.urn)}#reply` };
    },
  };
}

async function page(parts: Parts, request: PageRequest, said: Typed): Promise<PageResponse> {
  const { authority: slug, urn } = placeOf(request);
  const read = await readOurView(parts, request.person, slug, urn);
  const { authority } = read;
  const forecast = await readForecastInBrief(parts, request.person, authority.slug, read.school.urn);
  const papers = await readPapersInBrief(parts, request.person, authority.slug, read.school.urn);
  const history = await readHistory(parts, request.person, authority.slug, [
    { kind: 'category told', keys: [read.school.urn] },
    { kind: 'request', keys: read.requests.map(({ id }) => id) },
  ]);
  return {
    kind: 'page',
    template: 'analyse/pages/our-view/our-view.njk',
    title: headingOf(read),
    shell: {
      authority,
      section: 'Our school',
      crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
      sources: read.sources,
    },
    view: {
      page: ourViewView(read, said, forecast),
      papers: papersView(papers, authority.slug, read.school.urn),
      history: historyView(history),
    },
    status: said.problems.length === 0 ? 200 : 400,
  };
}

function placeOf({ params }: Pick<PageRequest, 'params'>): {
  readonly authority: string;
  readonly urn: string;
} {
  return { authority: params['authority'] ?? '', urn: params['urn'] ?? '' };
}

/** Every address of the school's own page. */
export const ourViewRoutes: readonly ((parts: Parts) => Route)[] = [
  ourViewRoute,
  ourViewDocumentRoute,
  confirmRoute,
  replyRoute,
];
