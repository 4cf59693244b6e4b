import { readLetters } from '#/analyse/actions/telling/read-letters.ts';
import { tellSchools } from '#/analyse/actions/telling/tell-schools.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, withQuery } from '#/platform/web/addresses.ts';
import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import { lettersAddress } from '#/platform/web/letter-addresses.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { plural } from '#/platform/web/words.ts';
import { lettersView } from './letters-view.ts';

const path = '/authorities/:authority/letters';

/** Who would be told, who cannot be, and who was. */
function lettersRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read what is decided',
    logs: { event: 'read what is decided' },
    handle: (request) => page(parts, request, []),
  };
}

function tellAllRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/tell`,
    permission: 'decide categories',
    logs: { event: 'told schools their category' },
    handle: async (request) => {
      const authority = request.params['authority'] ?? '';
      const outcome = await tellSchools(parts, request.person, {
        authority,
        way: typed(request.form, 'way') === 'by post' ? 'by post' : 'here',
        postedOn: typed(request.form, 'posted'),
      });
      if (outcome.kind === 'problems') return page(parts, request, outcome.problems);
      const told = { told: [String(outcome.told)] };
      return { kind: 'redirect', to: withQuery(lettersAddress(authority), told) };
    },
  };
}

async function page(
  parts: Parts,
  { person, params, query }: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageResponse> {
  const read = await readLetters(parts, person, params['authority'] ?? '');
  const { authority } = read;
  const told = Number(query['told']?.at(-1) ?? NaN);
  const done = Number.isInteger(told) ? `${plural(told, 'school was', 'schools were')} told.` : null;
  return {
    kind: 'page',
    template: 'analyse/pages/letters/letters.njk',
    title: 'Letters to schools',
    shell: {
      authority,
      section: 'Letters',
      crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
      sources: [],
    },
    view: { page: lettersView(read, { problems, done }) },
    status: problems.length === 0 ? 200 : 400,
  };
}

/** Every address of the letters of an authority. */
export const lettersRoutes: readonly ((parts: Parts) => Route)[] = [lettersRoute, tellAllRoute];
