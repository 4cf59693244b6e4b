import {
  divisionsToBegin,
  importDivisions,
  type DivisionsImport,
} from '#/people/actions/import-divisions.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { KnownError } from '#/platform/errors.ts';
import { tableAsCsv } from '#/platform/exports/csv.ts';
import { divisionsAddress, peopleAddress } from '#/platform/web/addresses.ts';
import { problemWords, typed } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { divisionsView } from './divisions-view.ts';

const path = '/authorities/:authority/people/divisions';
const permission = 'manage people';
const logs = 'nothing confidential';
const uploads = { files: 1, bytes: 400_000, bytesInAll: 400_000 };

function divisionsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission,
    logs,
    handle: ({ person, params }) => divisionsPage(parts, person, params['authority'], null, ''),
  };
}

function takeDivisionsRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission,
    logs,
    uploads,
    handle: async ({ person, params, form }) => {
      const authority = params['authority'];
      const source = typed(form, 'source');
      const [file] = form.files;
      const wrong = (text: string) => divisionsPage(parts, person, authority, text, source);
      if (file === undefined) return wrong(form.refused[0]?.why ?? 'Choose a file.');
      try {
        const outcome = await importDivisions(parts, person, { authority, file: file.path, source });
        if (outcome.problems.length > 0)
          return await divisionsPage(
            parts,
            person,
            authority,
            'The list has lines that cannot be read.',
            source,
            outcome,
          );
        return { kind: 'redirect', to: divisionsAddress(outcome.authority.slug) };
      } catch (error) {
        if (!(error instanceof KnownError) || !error.code.startsWith('file-')) throw error;
        return wrong(problemWords(error));
      }
    },
  };
}

/** Every open school, to fill in. */
function beginRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/begin.csv`,
    permission,
    logs,
    handle: async ({ person, params }) => {
      const { rows } = await divisionsToBegin(parts, person, params['authority']);
      const body = tableAsCsv({
        name: 'Divisions',
        blank: '',
        rows,
        columns: [
          { heading: 'URN', value: ({ urn }) => urn },
          { heading: 'School', value: ({ name }) => name },
          { heading: 'Division', value: ({ division }) => division },
          { heading: 'Ward of the register (not a division)', value: ({ ward }) => ward },
        ],
      });
      return { kind: 'file', name: 'divisions.csv', type: 'text/csv; charset=utf-8', body };
    },
  };
}

async function divisionsPage(
  parts: Parts,
  person: Person,
  slug: string | undefined,
  problem: string | null,
  source: string,
  outcome: DivisionsImport | null = null,
): Promise<PageResponse> {
  const read = await divisionsToBegin(parts, person, slug);
  const about = [{ kind: 'school list', keys: ['division'] }] as const;
  const history = await readHistory(parts, person, read.authority.slug, about);
  const crumbs = [{ text: 'People', href: peopleAddress(read.authority.slug) }];
  return {
    kind: 'page',
    template: 'people/pages/import/divisions.njk',
    title: 'Schools and electoral divisions',
    shell: { authority: read.authority, section: 'People', crumbs, sources: [] },
    view: {
      divisions: divisionsView(read, { problem, source, problems: outcome?.problems ?? [] }),
      history: historyView(history),
    },
    status: problem === null ? 200 : 400,
  };
}

export const divisionsRoutes: readonly ((parts: Parts) => Route)[] = [
  divisionsRoute,
  takeDivisionsRoute,
  beginRoute,
];
