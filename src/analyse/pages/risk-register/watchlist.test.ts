import assert from 'node:assert/strict';
import { test } from 'node:test';
import readXlsxFile from 'read-excel-file/node';
import { inventedRegister, inventedRows } from '#/analyse/pages/invented.fixture.ts';
import { downloadAsCsv, downloadAsWorkbook } from '#/platform/exports/download.ts';
import { registerDownload } from './register-export.ts';
import { watchlistOf } from './watchlist.fixture.ts';
import { watchlistDownload } from './watchlist-export.ts';
import { readWatchlistRequest } from './watchlist-request.ts';
import { watchlistView } from './watchlist-view.ts';

const view = (query: Record<string, readonly string[]> = {}) =>
  watchlistView(watchlistOf(), readWatchlistRequest(query));

test('a school is on the list once with all its reasons, and the counts say of how many', () => {
  const { summary, rows, found } = view();
  assert.equal(summary, '2 of 3 schools (67%) give a reason to look now. 1 school has more than one.');
  assert.deepEqual(
    rows.map(({ name, reasons }) => [name, reasons.map(({ title }) => title)]),
    [
      ['Sedge Lane Primary School', ['Stuck', 'Inspection due']],
      ['=Reed Bank Academy', ['Good, and declining']],
    ],
  );
  assert.equal(found, '2 of 2 schools on the list');
});

test('a reason says its day, unless it is the day of the run, which stands above the list', () => {
  assert.deepEqual(
    view().rows.flatMap(({ reasons }) => reasons.map(({ on }) => on)),
    ['12 May 2022', '30 November 2024', null],
  );
});

test('filters are in the address, each can be taken away, and a reason that is no rule asks for nothing', () => {
  const asked = view({ reason: ['stuck', 'nonsense'], phase: ['primary'] });
  assert.deepEqual(
    asked.rows.map(({ urn }) => urn),
    ['900001'],
  );
  assert.deepEqual(
    asked.chips.map(({ text }) => text),
    ['Stuck', 'Primary'],
  );
  assert.match(asked.csvAddress, /watchlist\.csv\?reason=stuck&reason=nonsense&phase=primary$/);
  assert.equal(view({ reason: ['nonsense'] }).rows.length, 2);
  assert.deepEqual(view({ reason: ['roll'] }).rows, []);
});

test('the downloaded watchlist is the filtered list, with a column for each rule, its notes and its sources', async () => {
  const download = watchlistDownload(watchlistOf(), readWatchlistRequest({}));
  const { body } = await downloadAsWorkbook(download);
  const [list, rules, notes] = await readXlsxFile(body);
  const [headings = [], ...lines] = list?.data ?? [];
  const column = (name: string) => lines.map((line) => line[headings.indexOf(name)]);
  assert.deepEqual(column('School'), ['Sedge Lane Primary School', '=Reed Bank Academy']);
  assert.deepEqual(column('Stuck'), ['Stuck. Below good twice.', 'no']);
  assert.deepEqual(column('Good, and declining'), ['no', '=Falling, −1.0 points a year.']);
  assert.deepEqual(column('As known on'), [new Date('2025-08-31'), new Date('2025-08-31')]);
  assert.equal(rules?.data.length, 9);
  const noted = (notes?.data ?? []).flat().join('\n');
  assert.match(noted, /^Watchlist of schools in Fenshire/);
  assert.match(noted, /Invented data/);
  assert.match(noted, /in confidence/);
  assert.match(noted, /fewer than 6 pupils/);
  assert.match(noted, /Ofsted: State-funded schools/);
  assert.match(downloadAsCsv(download), /,'=Reed Bank Academy,/);
});

test('the register as a spreadsheet has its dates as dates, its names as text and its notes on a sheet of their own', async () => {
  const few = inventedRows.map((row) => ({ ...row, school: { ...row.school, pupils: 4 } }));
  const { body } = await downloadAsWorkbook(registerDownload(inventedRegister, few));
  const [list, notes] = await readXlsxFile(body);
  const [headings = [], ...lines] = list?.data ?? [];
  const column = (name: string) => lines.map((line) => line[headings.indexOf(name)]);
  assert.deepEqual(column('School')[1], '=Reed Bank Academy');
  assert.deepEqual(column('Last inspection started on'), [
    new Date('2022-05-12'),
    new Date('2018-03-01'),
    'none known',
  ]);
  assert.deepEqual(new Set(column('Pupils')), new Set(['fewer than 6']));
  assert.match(
    (notes?.data ?? []).flat().join('\n'),
    /3 of 3 schools of Fenshire[\s\S]*Invented data|Invented data[\s\S]*3 of 3 schools of Fenshire/,
  );
});
