import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import {
  overviewAddress,
  suppliedAddress,
  suppliedFileAddress,
  supplyStepAddress,
} from '#/platform/web/addresses.ts';
import { answerOrProblem, problemWords, typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import type { FormRoute, LogEvent, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb, type Shell, type ShellAuthority } from '#/platform/web/shell.ts';
import { dayHad, largestSuppliedFile, readSupplyAuthority } from '#/schools/actions/supplied-statement.ts';
import { suppliedChoices } from '#/schools/actions/supplied-choices.ts';
import {
  checkDraft,
  describeDraft,
  discardDraft,
  draftSuppliedFile,
  keepDraft,
  readDraft,
} from '#/schools/actions/supplied-drafts.ts';
import { addView } from './add-view.ts';
import { checkView } from './check-view.ts';
import { columnsKnown, columnsTyped, columnsView, readColumns } from './columns-form.ts';

const guarded = { permission: 'supply files', logs: { event: 'read supplied files' } } as const;
const writes = { permission: 'supply files', logs: { event: 'supplied a file' } } as const satisfies {
  logs: LogEvent;
  permission: 'supply files';
};
const base = '/authorities/:authority/supplied/add';
const named = (params: Readonly<Record<string, string>>) =>
  [params['authority'] ?? '', params['draft'] ?? ''] as const;

/** Where a file of the authority's own services is given. */
function supplyRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: base,
    ...guarded,
    handle: async ({ person, params }) => {
      const authority = await readSupplyAuthority(parts, person, params['authority'] ?? '');
      return addPage(authority, { givenBy: '', knownOn: '' }, []);
    },
  };
}

/** Takes the file, and leads to its columns; or straight to the check, where they were described before. */
function takeFileRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: base,
    ...writes,
    uploads: { files: 1, bytes: largestSuppliedFile, bytesInAll: largestSuppliedFile },
    handle: async ({ person, params, form }) => {
      const authority = await readSupplyAuthority(parts, person, params['authority'] ?? '');
      const said = { givenBy: typed(form, 'given-by'), knownOn: typed(form, 'known-on') };
      const [file] = form.files;
      const refused = form.refused.map(({ name, why }) => `${name} was not taken: ${why}.`).join(' ');
      const day = answerOrProblem('known-on', () => dayHad(said.knownOn, parts.today()));
      const problems: FieldProblem[] = [
        ...(file === undefined ? [{ field: 'file', text: refused || 'Choose a file.' }] : []),
        ...(said.givenBy === '' ? [{ field: 'given-by', text: 'Say who gave the file.' }] : []),
        ...('problem' in day ? [day.problem] : []),
      ];
      if (file === undefined || problems.length > 0) return addPage(authority, said, problems);
      try {
        const { path, name } = file;
        const request = { authority: authority.slug, path, fileName: name, ...said };
        const { id, described } = await draftSuppliedFile(parts, person, request);
        const step = described ? 'check' : 'columns';
        return { kind: 'redirect', to: supplyStepAddress(authority.slug, id, step) };
      } catch (error) {
        if (!(error instanceof KnownError && error.code === 'file-unreadable')) throw error;
        return addPage(authority, said, [{ field: 'file', text: problemWords(error) }]);
      }
    },
  };
}

/** The columns of a file with their first cells, and what each may mean. */
function columnsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${base}/:draft/columns`,
    ...guarded,
    handle: async ({ person, params }) => {
      const draft = await readDraft(parts, person, ...named(params));
      return columnsPage(draft, columnsView(draft, columnsKnown(draft), suppliedChoices, []));
    },
  };
}

function describeRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${base}/:draft/columns`,
    ...writes,
    handle: async ({ person, params, form }) => {
      const draft = await readDraft(parts, person, ...named(params));
      const said = columnsTyped(form, draft.table.header.length);
      const read = readColumns(said, draft.table.header, suppliedChoices);
      const day = answerOrProblem('stated-on', () => said.statedOn === '' || dayHad(said.statedOn, null));
      const problems = [
        ...('problem' in day ? [day.problem] : []),
        ...('problems' in read ? read.problems : []),
      ];
      if (problems.length > 0 || 'problems' in read) {
        return columnsPage(draft, columnsView(draft, said, suppliedChoices, problems), 400);
      }
      const wrong = await describeDraft(parts, person, ...named(params), {
        mapping: read.mapping,
        statedOn: said.statedOn,
      });
      if (wrong.length > 0) throw new KnownError('file-unknown', wrong.join('\n'));
      return { kind: 'redirect', to: supplyStepAddress(draft.authority.slug, draft.id, 'check') };
    },
  };
}

/** Everything that would be kept, and everything that would not and why. */
function checkRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${base}/:draft/check`,
    ...guarded,
    handle: async ({ person, params }) => {
      const check = await checkDraft(parts, person, ...named(params));
      const view = checkView(params['draft'] ?? '', check);
      return page(check.authority, 'check', `Check: ${view.title}`, { check: view });
    },
  };
}

function keepRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${base}/:draft/keep`,
    ...writes,
    handle: async ({ person, params }) => {
      const { authority, file } = await keepDraft(parts, person, ...named(params));
      return { kind: 'redirect', to: suppliedFileAddress(authority.slug, file) };
    },
  };
}

function discardRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${base}/:draft/discard`,
    ...writes,
    handle: async ({ person, params }) => {
      await discardDraft(parts, person, ...named(params));
      return { kind: 'redirect', to: suppliedAddress(params['authority'] ?? '') };
    },
  };
}

function addPage(
  authority: ShellAuthority,
  said: { readonly givenBy: string; readonly knownOn: string },
  problems: readonly FieldProblem[],
): PageResponse {
  const add = addView(authority, said, problems);
  return {
    ...page(authority, 'add', 'Supply a file', { add }, problems.length === 0 ? 200 : 400),
    script: 'upload',
  };
}

function columnsPage(
  { authority }: { readonly authority: ShellAuthority },
  columns: object,
  status = 200,
): PageResponse {
  return page(authority, 'columns', 'What the columns mean', { columns }, status);
}

function page(authority: ShellAuthority, template: string, title: string, view: object, status = 200) {
  const crumbs = [
    homeCrumb,
    { text: authority.name, href: overviewAddress(authority.slug) },
    { text: 'Supplied files', href: suppliedAddress(authority.slug) },
  ];
  const shell: Shell = { authority, section: 'Supplied files', crumbs, sources: [] };
  const path = `schools/pages/supply-file/${template}.njk`;
  return { kind: 'page' as const, template: path, title, shell, view, status };
}

/** Every address of these pages. */
export const supplyFileRoutes: readonly ((parts: Parts) => Route)[] = [
  supplyRoute,
  takeFileRoute,
  columnsRoute,
  describeRoute,
  checkRoute,
  keepRoute,
  discardRoute,
];
