import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { overviewAddress, suppliedAddress, suppliedFileAddress } from '#/platform/web/addresses.ts';
import { problemWords, typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import { KnownError } from '#/platform/errors.ts';
import type { FormRoute, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb, type Shell } from '#/platform/web/shell.ts';
import { readSupplied, readSuppliedFile, undoSuppliedFile } from '#/schools/actions/read-supplied.ts';
import type { SuppliedFileRead } from '#/schools/actions/supplied.ts';
import { headingOf, suppliedFileView, suppliedView, undoSuppliedView } from './supplied-view.ts';

const logs = { event: 'read supplied files' } as const;

/** Which files the authority's services gave, and of how many schools each item is known. */
function suppliedRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/supplied',
    permission: 'read supplied files',
    logs,
    handle: async ({ person, params }) => {
      const read = await readSupplied(parts, person, params['authority'] ?? '');
      return {
        kind: 'page',
        template: 'schools/pages/supplied/supplied.njk',
        title: 'Supplied files',
        shell: { ...shellOf(read), crumbs: shellOf(read).crumbs.slice(0, 2) },
        view: { supplied: suppliedView(read) },
      };
    },
  };
}

/** One file: by whom, of when, and what became of its rows. */
function suppliedFileRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/supplied/:file',
    permission: 'read supplied files',
    logs,
    handle: async ({ person, params }) => {
      const read = await readSuppliedFile(parts, person, params['authority'] ?? '', params['file'] ?? '');
      const about = [{ kind: 'supplied file', keys: [read.file.number] }] as const;
      const history = await readHistory(parts, person, read.authority.slug, about);
      return {
        kind: 'page',
        template: 'schools/pages/supplied/supplied-file.njk',
        title: headingOf(read.file),
        shell: shellOf(read),
        view: { file: suppliedFileView(read), history: historyView(history) },
      };
    },
  };
}

/** Asks why a file is to be undone. */
function askUndoSuppliedRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/supplied/:file/undo',
    permission: 'supply files',
    logs,
    handle: async ({ person, params }) => {
      const read = await readSuppliedFile(parts, person, params['authority'] ?? '', params['file'] ?? '');
      return undoPage(read, '', []);
    },
  };
}

function undoSuppliedRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: '/authorities/:authority/supplied/:file/undo',
    permission: 'supply files',
    logs: { event: 'undid a supplied file' },
    handle: async ({ person, params, form }) => {
      const read = await readSuppliedFile(parts, person, params['authority'] ?? '', params['file'] ?? '');
      const reason = typed(form, 'reason');
      const { slug } = read.authority;
      try {
        await undoSuppliedFile(parts, person, { authority: slug, file: read.file.number, reason });
      } catch (error) {
        if (!(error instanceof KnownError && error.code === 'usage')) throw error;
        return undoPage(read, reason, [{ field: 'reason', text: problemWords(error) }]);
      }
      return { kind: 'redirect', to: suppliedFileAddress(slug, read.file.number) };
    },
  };
}

function undoPage(read: SuppliedFileRead, reason: string, problems: readonly FieldProblem[]): PageResponse {
  return {
    kind: 'page',
    template: 'schools/pages/supplied/undo-supplied.njk',
    title: 'Undo a supplied file',
    shell: shellOf(read),
    view: { undo: undoSuppliedView(read, reason, problems) },
    status: problems.length === 0 ? 200 : 400,
  };
}

function shellOf({ authority }: Pick<SuppliedFileRead, 'authority'>): Shell {
  const { slug, name } = authority;
  const crumbs = [
    homeCrumb,
    { text: name, href: overviewAddress(slug) },
    { text: 'Supplied files', href: suppliedAddress(slug) },
  ];
  return { authority, section: 'Supplied files', crumbs, sources: [] };
}

/** Every address of these pages. */
export const suppliedRoutes: readonly ((parts: Parts) => Route)[] = [
  suppliedRoute,
  suppliedFileRoute,
  askUndoSuppliedRoute,
  undoSuppliedRoute,
];
