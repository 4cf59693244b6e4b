import { openPaper } from '#/papers/actions/open-paper.ts';
import { readOpening } from '#/papers/actions/read-school-papers.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import { paperAddress, papersAddress, writePaperAddress } from '#/platform/web/paper-addresses.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { openView, type OpeningTyped } from './open-view.ts';

const path = '/authorities/:authority/schools/:urn/papers/open/:kind';

/** What is asked before a paper is begun. */
function askRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'take part in papers',
    logs: 'nothing confidential',
    handle: (request) =>
      page(parts, request, { template: '', about: '', partOf: request.query['part-of']?.[0], problems: [] }),
  };
}

function openRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'take part in papers',
    logs: { event: 'opened a paper' },
    handle: async (request) => {
      const { form, person, query } = request;
      const { authority, urn, kind } = placeOf(request);
      const said = {
        template: typed(form, 'template'),
        about: typed(form, 'about-on'),
        partOf: query['part-of']?.[0],
      };
      const outcome = await openPaper(parts, person, {
        ...{ authority, urn, kind },
        ...(said.template === '' ? {} : { template: said.template }),
        ...(said.about === '' ? {} : { aboutOn: said.about }),
        ...(said.partOf === undefined ? {} : { partOf: said.partOf }),
      });
      switch (outcome.kind) {
        case 'done':
          return { kind: 'redirect', to: writePaperAddress(authority, urn, outcome.paper) };
        case 'one is open':
          return { kind: 'redirect', to: paperAddress(authority, urn, outcome.paper) };
        case 'problems':
          return page(parts, request, { ...said, problems: outcome.problems });
      }
    },
  };
}

async function page(parts: Parts, request: PageRequest, said: OpeningTyped): Promise<PageResponse> {
  const read = await readOpening(parts, request.person, placeOf(request));
  const { authority, school } = read;
  const view = openView(read, said, parts.today());
  return {
    kind: 'page',
    template: 'papers/pages/open-paper/open-paper.njk',
    title: view.heading,
    shell: {
      authority,
      section: null,
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: school.name, href: schoolAddress(authority.slug, school.urn) },
        { text: 'Papers', href: papersAddress(authority.slug, school.urn) },
      ],
      sources: [],
    },
    view: { page: view },
    status: said.problems.length === 0 ? 200 : 400,
  };
}

function placeOf({ params }: Pick<PageRequest, 'params'>) {
  return {
    authority: params['authority'] ?? '',
    urn: params['urn'] ?? '',
    kind: params['kind'] ?? '',
  };
}

/** Where a paper is begun. */
export const openPaperRoutes: readonly ((parts: Parts) => Route)[] = [askRoute, openRoute];
