import { logOfficialFiles } from '#/people/actions/log-official-files.ts';
import { permitOfficialFiles } from '#/people/actions/permit-official-files.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import { importsAddress, sourcesAddress } from '#/platform/web/addresses.ts';
import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb, type Shell } from '#/platform/web/shell.ts';
import { readImports, type ImportRead } from '#/published/actions/read-imports.ts';
import { undoImport } from '#/published/actions/undo-import.ts';
import { importsView, undoView } from './imports-view.ts';

const crumbs = [homeCrumb, { text: 'Sources', href: sourcesAddress }];
const shell: Shell = { authority: null, section: 'Imports', crumbs, sources: [] };

/** Every import with its effect, newest first. */
function importsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: importsAddress,
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: async ({ may }) => {
      const read = await readImports(parts);
      return {
        kind: 'page',
        template: 'published/pages/imports/imports.njk',
        title: 'Imports',
        shell: { ...shell, sources: read.imports.map(({ source }) => source) },
        view: { imports: importsView(read, may('import files')) },
      };
    },
  };
}

async function importOf(parts: Parts, id: string): Promise<ImportRead> {
  const found = (await readImports(parts)).imports.find(({ source }) => source.id === id);
  if (found !== undefined) return found;
  throw new KnownError('not-found', 'No file with this identity is in use.', [
    'Look at the list of imports: it may have been undone already.',
  ]);
}

function undoPage(one: ImportRead, reason: string, problems: readonly FieldProblem[]): PageResponse {
  return {
    kind: 'page',
    template: 'published/pages/imports/undo.njk',
    title: 'Undo an import',
    shell: {
      ...shell,
      crumbs: [...crumbs, { text: 'Imports', href: importsAddress }],
      sources: [one.source],
    },
    view: { undo: undoView(one, reason, problems) },
    status: problems.length === 0 ? 200 : 400,
  };
}

/** What undoing an import would take away, and why it is to be done. */
function askUndoImportRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/imports/:source/undo',
    permission: 'import files',
    logs: 'nothing confidential',
    handle: async ({ params, person }) => {
      await permitOfficialFiles(parts, person);
      return undoPage(await importOf(parts, params['source'] ?? ''), '', []);
    },
  };
}

function undoImportRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: '/imports/:source/undo',
    permission: 'import files',
    logs: 'nothing confidential',
    handle: async ({ params, form, person }) => {
      await permitOfficialFiles(parts, person);
      const one = await importOf(parts, params['source'] ?? '');
      const reason = typed(form, 'reason');
      if (reason === '') {
        return undoPage(one, reason, [{ field: 'reason', text: 'Say why the import is undone.' }]);
      }
      const { source } = await undoImport(parts, person, one.source.id, reason);
      await logOfficialFiles(parts, person, [{ act: 'took out', file: source, why: reason }]);
      return { kind: 'redirect', to: importsAddress };
    },
  };
}

/** Every address of these pages. */
export const importsRoutes: readonly ((parts: Parts) => Route)[] = [
  importsRoute,
  askUndoImportRoute,
  undoImportRoute,
];
