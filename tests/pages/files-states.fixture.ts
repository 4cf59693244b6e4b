import { inventedAuthority, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import type { FileReport } from '#/published/actions/import-files.ts';
import type { ImportJob, JobState } from '#/published/actions/import-jobs.ts';
import { officialFile } from '#/published/actions/read-official-files.ts';
import { addFilesView, nothingStated } from '#/published/pages/add-files/add-files-view.ts';
import { jobView } from '#/published/pages/add-files/job-view.ts';
import { importsView, undoView } from '#/published/pages/imports/imports-view.ts';
import { officialFilesView } from '#/published/pages/official-files/official-files-view.ts';
import { suppliedChoices } from '#/schools/actions/supplied-choices.ts';
import type { SuppliedCheck, SuppliedFile, SuppliedOverview } from '#/schools/actions/supplied.ts';
import { suppliedFileView, suppliedView, undoSuppliedView } from '#/schools/pages/supplied/supplied-view.ts';
import { checkView } from '#/schools/pages/supply-file/check-view.ts';
import { columnsKnown, columnsView } from '#/schools/pages/supply-file/columns-form.ts';
import { addView } from '#/schools/pages/supply-file/add-view.ts';
import { items } from '#/schools/rules/supplied-items.ts';
import type { SuppliedMapping } from '#/schools/rules/supplied-mapping.ts';
import { historyWith } from './history.fixture.ts';
import type { PageState } from './page-states.fixture.ts';

const hostile = '<script>alert("x")</script> & ‘O’Fen’';
const wrong = { row: 3, column: hostile, what: hostile, whatToDo: 'Mend it.', severity: 'error' } as const;
const problem = { ...wrong, file: 'x.csv' };

const published = (page: string, name: string, title: string, view: object): PageState => ({
  template: `published/pages/${page}.njk`,
  title,
  view: { [name]: view },
});
const schools = (page: string, name: string, title: string, view: object): PageState => ({
  template: `schools/pages/${page}.njk`,
  title,
  view: { [name]: view },
});

const reports: readonly FileReport[] = [
  { path: 'a.csv', outcome: 'imported', source: { ...inventedSource, problems: 9 }, problems: [problem] },
  { path: 'b.csv', outcome: 'already imported', source: inventedSource, problems: [] },
  {
    path: hostile,
    outcome: 'set aside',
    what: 'It is none.',
    whatToDo: 'Send another.',
    nearest: { layout: 'x', title: 'X', missing: ['URN'], unexpected: [hostile] },
    layout: null,
  },
];
function job(state: JobState, refreshing = true): PageState {
  const refused = [{ name: hostile, why: 'it is larger than 1 gigabyte' }];
  const about = {
    id: '1',
    by: 'An officer',
    startedAt: '2026-05-01T10:00:00Z',
    fileNames: ['a.csv', hostile],
  };
  const view = jobView({ ...about, refused, state } satisfies ImportJob, refreshing);
  return published('add-files/job', 'job', view.heading, view);
}
const addFiles = (view: ReturnType<typeof addFilesView>): PageState =>
  published('add-files/add-files', 'add', 'Import official files', view);

const effect = {
  schools: 431,
  told: [{ what: 'results', facts: 1200, deciding: 1000 }],
  contradicted: 2,
} as const;
const one = { source: inventedSource, effect };
const undone = {
  sha256: 'x',
  fileName: hostile,
  title: 'A file',
  importedAt: '2026-05-01T10:00:00Z',
  undoneAt: '2026-05-02T10:00:00Z',
  undoneBy: 'An officer',
};
const imports = (view: ReturnType<typeof importsView>): PageState =>
  published('imports/imports', 'imports', 'Imports', view);

const { officialPublications, releaseDates } = loadReference();
const official = (sources: Parameters<typeof officialFile>[2], mayImport: boolean): PageState =>
  published(
    'official-files/official-files',
    'official',
    'Where official files are published',
    officialFilesView(
      officialPublications.map((each) => officialFile(each, { releaseDates }, sources, '2026-05-01')),
      mayImport,
    ),
  );

const file: SuppliedFile = {
  number: '3',
  title: hostile,
  fileName: 'governors.csv',
  sha256: 'abc',
  givenBy: 'Governor services',
  knownOn: '2026-04-14',
  statedOn: '2026-03-31',
  rowsRead: 10,
  rowsKept: 8,
  setAside: [{ reason: 'no school could be told', rows: 2 }],
  problems: 1,
  values: 16,
  keptAt: '2026-04-14T10:00:00Z',
  keptBy: 'An officer',
  undone: null,
};
const gone: SuppliedFile = {
  ...file,
  number: '2',
  statedOn: null,
  problems: 0,
  setAside: [],
  undone: { at: '2026-04-15T10:00:00Z', by: 'An officer', reason: hostile },
};
const overview = (files: readonly SuppliedFile[]): PageState => {
  const known = (age: number) => ({
    coverage: { schools: 300, of: 431 },
    newestOn: '2026-03-31',
    newestFile: '3',
    givenBy: 'Governor services',
    age,
  });
  const read: SuppliedOverview = {
    authority: inventedAuthority,
    schools: 431,
    files,
    items: items.map((item, index) => ({
      item,
      known: files.length > 0 && index < 4 ? known([-30, 0, 40, 900][index] ?? 0) : null,
    })),
  };
  return schools('supplied/supplied', 'supplied', 'Supplied files', suppliedView(read));
};
const given = (read: SuppliedFile, problems: number): PageState => ({
  template: 'schools/pages/supplied/supplied-file.njk',
  title: 'A supplied file',
  view: {
    file: suppliedFileView({
      authority: inventedAuthority,
      file: read,
      problems: Array.from({ length: problems }, () => wrong),
    }),
    history: historyWith(read.undone === null ? 1 : 2),
  },
});
const undoSupplied = (problems: readonly { field: string; text: string }[]): PageState =>
  schools(
    'supplied/undo-supplied',
    'undo',
    'Undo a supplied file',
    undoSuppliedView({ authority: inventedAuthority, file, problems: [] }, hostile, problems),
  );

const mapping: SuppliedMapping = {
  title: hostile,
  school: { column: 'URN', by: 'URN' },
  dateColumn: 'As at',
  items: [{ column: hostile, item: 'places' }],
};
const table = {
  header: ['URN', 'As at', hostile],
  rows: [{ row: 2, cells: ['900001', '31/08/2025', ''], fault: null }],
};
const draft = {
  authority: inventedAuthority,
  id: 'a',
  fileName: hostile,
  givenBy: 'x',
  table,
  mapping,
  statedOn: '',
};
const columns = (
  problems: readonly { field: string; text: string }[],
  known: SuppliedMapping | null,
): PageState => {
  const read = { ...draft, mapping: known };
  const view = columnsView(read, columnsKnown(read), suppliedChoices, problems);
  return schools('supply-file/columns', 'columns', 'What the columns mean', view);
};
const check = (changes: Partial<SuppliedCheck>): PageState => {
  const value = { urn: '900001', item: 'places', value: 3, on: '2025-08-31', row: 2 } as const;
  const checked = { values: [value], rowsRead: 2, rowsKept: 1, setAside: file.setAside, problems: [wrong] };
  const missing = Array.from({ length: 201 }, (_, index) => ({
    urn: String(900_100 + index),
    name: hostile,
  }));
  const view = checkView('a', {
    authority: inventedAuthority,
    mapping,
    table,
    sha256: 'x',
    statedOn: null,
    knownOn: '2026-04-30',
    checked,
    coverage: { schools: 1, of: 202 },
    missing,
    already: null,
    ...changes,
  });
  return schools('supply-file/check', 'check', 'Check', view);
};
const clean = { values: [], rowsRead: 0, rowsKept: 0, setAside: [], problems: [] };
const supply = (problems: readonly { field: string; text: string }[]): PageState =>
  schools(
    'supply-file/add',
    'add',
    'Supply a file',
    addView(inventedAuthority, { givenBy: hostile, knownOn: hostile }, problems),
  );

/** The pages through which files come in, in every state that they show differently. */
export const filesStates: Readonly<Record<string, PageState>> = {
  'the upload of official files': addFiles(addFilesView(nothingStated, [], 'At most 40.')),
  'the upload of official files, with everything wrong': addFiles(
    addFilesView(
      { year: hostile, asAt: hostile, status: 'final' },
      ['files', 'year', 'as-at'].map((field) => ({ field, text: `${field} is wrong` })),
      'At most 40.',
    ),
  ),
  'an import that waits': job({ is: 'waiting' }),
  'an import that goes on': job({ is: 'running', done: 1, of: 2 }),
  'an import that goes on, looked at by hand': job({ is: 'running', done: 1, of: 2 }, false),
  'an import that ended': job({ is: 'done', report: { files: reports, seconds: 1 } }),
  'an import that brought nothing': job({ is: 'done', report: { files: reports.slice(2), seconds: 1 } }),
  'an import that failed': job({ is: 'failed', what: hostile, whatToDo: ['Try again.'] }),
  'the imports': imports(
    importsView(
      {
        imports: [one, { ...one, source: { ...inventedSource, id: 'b', year: null, asAt: null } }],
        undone: [
          { ...undone, reason: '' },
          { ...undone, reason: hostile },
        ],
      },
      true,
    ),
  ),
  'the imports for a reader who may not import': imports(importsView({ imports: [one], undone: [] }, false)),
  'the imports before any': imports(importsView({ imports: [], undone: [] }, true)),
  'undoing an import': published('imports/undo', 'undo', 'Undo an import', undoView(one, '', [])),
  'undoing an import without a reason': published(
    'imports/undo',
    'undo',
    'Undo an import',
    undoView(one, '', [{ field: 'reason', text: 'Say why.' }]),
  ),
  'where official files are published': official([inventedSource], true),
  'where official files are published, with none here': official([], false),
  'the supplied files': overview([file, gone]),
  'the supplied files before any': overview([]),
  'a supplied file': given(file, 1),
  'a supplied file with more problems than are shown': given(file, 201),
  'a supplied file that was undone': given(gone, 0),
  'undoing a supplied file': undoSupplied([]),
  'undoing a supplied file without a reason': undoSupplied([{ field: 'reason', text: 'Say why.' }]),
  'supplying a file': supply([]),
  'supplying a file, with everything wrong': supply(
    ['file', 'given-by', 'known-on'].map((field) => ({ field, text: `${field} is wrong` })),
  ),
  'the columns of a file': columns([], mapping),
  'the columns of a file that says nothing': columns(
    ['title', 'stated-on', 'column-1', 'column-3'].map((field) => ({ field, text: `${field} is wrong` })),
    null,
  ),
  'the check of a file': check({}),
  'the check of a file that brings nothing': check({ checked: clean, missing: [], statedOn: '2026-03-31' }),
  'the check of a file that is in use': check({ already: file }),
};
