import { readFile } from 'node:fs/promises';
import { importPeople, type PeopleImport } from '#/people/actions/import-people.ts';
import { exampleOfList } from '#/people/actions/people-file.ts';
import { readGivingChoices } from '#/people/actions/read-people.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import { peopleAddress } from '#/platform/web/addresses.ts';
import { problemWords, typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import type { Shell, ShellAuthority } from '#/platform/web/shell.ts';
import { divisionsRoutes } from './divisions-route.ts';
import { askView, outcomeView } from './import-view.ts';

const path = '/authorities/:authority/people/import';
const logs = { event: 'read the directory' } as const;
const permission = 'manage people';
/** As much as a list may be, and a little for the rest of the form. */
const uploads = { files: 1, bytes: 400_000, bytesInAll: 400_000 };

function askRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission,
    logs,
    handle: async ({ person, params }) => {
      const { authority } = await readGivingChoices(parts, person, params['authority']);
      return askPage(authority, []);
    },
  };
}

/** Reads a list and shows what it would change: nothing is changed. */
function lookRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission,
    logs,
    uploads,
    handle: async ({ person, params, form }) => {
      const { authority } = await readGivingChoices(parts, person, params['authority']);
      const [file] = form.files;
      const [refused] = form.refused;
      if (refused !== undefined)
        return askPage(authority, [{ field: 'file', text: `${refused.name}: ${refused.why}.` }]);
      if (file === undefined) return askPage(authority, [{ field: 'file', text: 'Choose a file.' }]);
      try {
        const request = { authority: authority.slug, file: file.path, check: true };
        const outcome = await importPeople(parts, person, request);
        return outcomePage(outcome, await textOf(file.path));
      } catch (error) {
        if (!(error instanceof KnownError) || !error.code.startsWith('file-')) throw error;
        return askPage(authority, [{ field: 'file', text: problemWords(error) }]);
      }
    },
  };
}

/** Takes in the list that was looked at. */
function applyRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/apply`,
    permission,
    logs,
    handle: async ({ person, params, form }) => {
      const text = typed(form, 'text');
      return outcomePage(await importPeople(parts, person, { authority: params['authority'], text }), text);
    },
  };
}

function exampleRoute(): PageRoute {
  return {
    method: 'GET',
    path: `${path}/example.csv`,
    permission,
    logs: 'nothing confidential',
    handle: () =>
      Promise.resolve({
        kind: 'file',
        name: 'people-example.csv',
        type: 'text/csv; charset=utf-8',
        body: exampleOfList,
      }),
  };
}

/** What is looked at is sent again as text: it was read as UTF-8 or, where it is not, as a spreadsheet of Windows writes. */
async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function askPage(authority: ShellAuthority, problems: readonly FieldProblem[]): PageResponse {
  return {
    kind: 'page',
    template: 'people/pages/import/ask.njk',
    title: 'Take in a list of people',
    shell: shellOf(authority),
    view: { ask: askView(authority, problems) },
    status: problems.length === 0 ? 200 : 400,
  };
}

function outcomePage(read: PeopleImport, text: string): PageResponse {
  return {
    kind: 'page',
    template: 'people/pages/import/outcome.njk',
    title: 'A list of people',
    shell: shellOf(read.authority),
    view: { outcome: outcomeView(read, text) },
    status: read.problems.length === 0 ? 200 : 400,
  };
}

function shellOf(authority: ShellAuthority): Shell {
  const crumbs = [{ text: 'People', href: peopleAddress(authority.slug) }];
  return { authority, section: 'People', crumbs, sources: [] };
}

/** Taking in lists: of people, and of which school lies in which division. */
export const importPeopleRoutes: readonly ((parts: Parts) => Route)[] = [
  askRoute,
  lookRoute,
  applyRoute,
  exampleRoute,
  ...divisionsRoutes,
];
