import { readLetter } from '#/analyse/actions/telling/read-letters.ts';
import { tellSchools } from '#/analyse/actions/telling/tell-schools.ts';
import type { Parts } from '#/parts.ts';
import { writeDocument } from '#/platform/documents/write-document.ts';
import { ourViewAddress, overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import { letterAddress } from '#/platform/web/letter-addresses.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { letterDocument } from './letter-document.ts';
import { headingOf, letterView } from './letter-view.ts';

const path = '/authorities/:authority/schools/:urn/letter';

/** The letter that waits to be sent, for officers; otherwise the one that was sent last. */
function newestLetterRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read categories',
    logs: { event: 'read a letter' },
    handle: (request) => page(parts, request),
  };
}

function letterRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/:decision`,
    permission: 'read categories',
    logs: { event: 'read a letter' },
    handle: (request) => page(parts, request),
  };
}

function letterDocumentRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/:decision.docx`,
    permission: 'read categories',
    logs: { event: 'exported a letter' },
    handle: async ({ person, params }) => {
      const read = await readLetter(
        parts,
        person,
        params['authority'] ?? '',
        params['urn'] ?? '',
        params['decision'] ?? '',
      );
      if (read.decision === null) throw new Error('A letter that is asked for by name is there');
      return {
        kind: 'file',
        name: `letter-${read.school.urn}-${read.sent?.on ?? read.today}.docx`,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        body: await writeDocument(letterDocument(read)),
      };
    },
  };
}

function tellRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/tell`,
    permission: 'decide categories',
    logs: { event: 'told schools their category' },
    handle: async (request) => {
      const authority = request.params['authority'] ?? '';
      const urn = request.params['urn'] ?? '';
      const outcome = await tellSchools(parts, request.person, {
        ...{ authority, urn, decision: typed(request.form, 'decision') },
        way: typed(request.form, 'way') === 'by post' ? 'by post' : 'here',
        postedOn: typed(request.form, 'posted'),
      });
      if (outcome.kind === 'problems') return page(parts, request, outcome.problems);
      return { kind: 'redirect', to: letterAddress(authority, urn) };
    },
  };
}

async function page(
  parts: Parts,
  { person, params }: PageRequest,
  problems: readonly FieldProblem[] = [],
): Promise<PageResponse> {
  const read = await readLetter(
    parts,
    person,
    params['authority'] ?? '',
    params['urn'] ?? '',
    params['decision'],
  );
  const { authority, school } = read;
  const none = read.decision === null;
  return {
    kind: 'page',
    template: 'analyse/pages/letter/letter.njk',
    title: none ? `Letter to ${school.name}` : headingOf(read),
    shell: {
      authority,
      section: 'Letters',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: school.name, href: schoolAddress(authority.slug, school.urn) },
      ],
      sources: [],
    },
    view: none
      ? { page: null, nothing: { school: school.name, ours: ourViewAddress(authority.slug, school.urn) } }
      : { page: letterView(read, problems), nothing: null },
    status: problems.length === 0 ? 200 : 400,
  };
}

/** Every address of the letter to one school. */
export const letterRoutes: readonly ((parts: Parts) => Route)[] = [
  newestLetterRoute,
  letterRoute,
  letterDocumentRoute,
  tellRoute,
];
