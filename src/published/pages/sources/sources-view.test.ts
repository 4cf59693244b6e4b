import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '#/published/source.ts';
import { sourcesView, sourceView } from './sources-view.ts';

const source: Source = {
  id: 'abcdef012345',
  sha256: 'abcdef012345'.padEnd(64, '0'),
  fileName: 'ks2.csv',
  layout: 'ks2-2018',
  title: 'Key stage 2 school performance tables',
  publisher: 'Department for Education',
  licence: 'Open Government Licence v3.0',
  year: 2018,
  yearBasis: 'columns',
  status: 'final',
  asAt: null,
  knownOn: '2018-12-13',
  knownOnBasis: 'release calendar',
  rowsRead: 1000,
  rowsKept: 999,
  setAside: [{ reason: 'The row is of a local authority, not of a school', rows: 1 }],
  problems: 0,
  importedAt: '2025-07-01T11:30:00Z',
  invented: false,
};

test('the list says how many rows were read and kept, and never rounds one missing row away', () => {
  const view = sourcesView([source]);
  assert.match(view.summary ?? '', /^1 file with 1,000 rows read, over 99% \(999 of 1,000\)/);
  assert.equal(view.sources[0]?.when, '2017/18, final');
});

test('without files there is no summary, so that the page can say what to do', () => {
  assert.equal(sourcesView([]).summary, null);
});

test('a file says how its year and its date were found, and leaves no row unexplained', () => {
  const view = sourceView(source, []);
  const facts = Object.fromEntries(view.facts.map(({ term, value }) => [term, value]));
  assert.equal(facts['School year'], '2017/18 (columns)');
  assert.equal(facts['Known on'], '13 December 2018 (release calendar)');
  assert.equal(facts['Imported'], '1 July 2025 at 12:30pm');
  assert.equal(view.unexplained, 0);
  assert.equal(sourceView({ ...source, setAside: [] }, []).unexplained, 1);
});

test('files of one publication have a heading each', () => {
  const heading = (changes: Partial<Source>) => sourceView({ ...source, ...changes }, []).heading;
  assert.equal(heading({}), 'Key stage 2 school performance tables, 2017/18, final');
  assert.match(heading({ year: 2019 }), /2018\/19, final$/);
  assert.match(heading({ year: null, status: 'not stated' }), /, known on 13 December 2018$/);
});

test('a long list of problems says how many are not shown', () => {
  const problem = {
    file: 'ks2.csv',
    row: 2,
    column: null,
    what: 'x',
    whatToDo: 'y',
    severity: 'warning' as const,
  };
  const view = sourceView(
    { ...source, problems: 250 },
    Array.from({ length: 250 }, () => problem),
  );
  assert.deepEqual([view.problems.length, view.notShown, view.problems[0]?.column], [200, 50, 'whole row']);
});
