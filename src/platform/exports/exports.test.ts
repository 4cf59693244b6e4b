import assert from 'node:assert/strict';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { test } from 'node:test';
import { fromBufferPromise } from 'yauzl';
import { text } from 'node:stream/consumers';
import { tableAsCsv } from './csv.ts';
import { safeText } from './safe-text.ts';
import type { ExportTable } from './table.ts';
import { sheetOf, workbook } from './workbook.ts';

interface SchoolRow {
  readonly name: string;
  readonly progress: number | null;
  readonly inspectedOn: string;
}

const table = (rows: readonly SchoolRow[]): ExportTable<SchoolRow> => ({
  name: 'Schools',
  columns: [
    { heading: 'School', value: (row) => row.name },
    { heading: 'Progress 8', value: (row) => row.progress, decimals: 2 },
    { heading: 'Inspected on', value: (row) => ({ date: row.inspectedOn }) },
  ],
  rows,
  blank: 'not published',
});

const notes = {
  title: 'Schools of Fenshire',
  about: ['All 2 schools.'],
  suppression: ['Figures of fewer than 6 pupils are left out.'],
  sources: ['=HYPERLINK("x")'],
};

const school = (name: string): SchoolRow => ({ name, progress: -0.51, inspectedOn: '2024-06-11' });

const hostile = [
  '=1+1',
  '+44 1603',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u00A0=1',
  '\uFF1D1',
  '\u200B=1',
  '\u0000=cmd',
  "=cmd|' /C calc'!A0",
];

test('a name that begins like a formula is shown in CSV and never computed; a negative number stays one', () => {
  for (const name of hostile) {
    const csv = tableAsCsv(table([school(name)]));
    const cell = /\r\n(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(csv);
    assert.equal((cell?.[1] ?? cell?.[2])?.[0], "'", JSON.stringify(csv));
    assert.match(csv, /,-0\.51,2024-06-11\r\n$/);
  }
  assert.equal(safeText('St Mary’s - Upper'), 'St Mary’s - Upper');
});

test('whatever the text, no spreadsheet would compute it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      assert.doesNotMatch(safeText(value), /^[\s\p{Cc}\p{Cf}]*[=+\-@]/u);
      assert.equal(safeText(safeText(value)), safeText(value));
    }),
    { seed: 2013 },
  );
});

test('a cell that says nothing says so, and commas, quotation marks and line breaks stay inside their cell', () => {
  const csv = tableAsCsv(
    table([{ name: 'The "Old" School,\nUpper', progress: null, inspectedOn: '2024-06-11' }]),
  );
  assert.equal(
    csv,
    '\uFEFFSchool,Progress 8,Inspected on\r\n"The ""Old"" School,\nUpper",not published,2024-06-11\r\n',
  );
});

test('a workbook has a sheet for each table and ends with the notes', async () => {
  const { body: file } = await workbook(
    [sheetOf(table([school('Wren Lane'), school('=1+1')])), sheetOf(table([]))],
    notes,
  );
  const sheets = await readXlsxFile(file);
  assert.deepEqual(
    sheets.map(({ sheet }) => sheet),
    ['Schools', 'Schools 2', 'Notes'],
  );
  assert.deepEqual(sheets[0]?.data, [
    ['School', 'Progress 8', 'Inspected on'],
    ['Wren Lane', -0.51, new Date('2024-06-11T00:00:00Z')],
    ['=1+1', -0.51, new Date('2024-06-11T00:00:00Z')],
  ]);
  const noted = sheets[2]?.data.flat().filter((cell) => cell !== null);
  assert.deepEqual(noted, [
    'Schools of Fenshire',
    'About these figures',
    'All 2 schools.',
    'What is left out or held back',
    'Figures of fewer than 6 pupils are left out.',
    'Sources',
    '=HYPERLINK("x")',
  ]);
});

test('nothing in a workbook is a formula, and what XML cannot hold is left out', async () => {
  const { body: file } = await workbook(
    [sheetOf(table([...hostile, 'bell\u0007', 'half \uD800 a pair', 'x'.repeat(40_000)].map(school)))],
    notes,
  );
  const zip = await fromBufferPromise(file);
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.includes('worksheets/')) continue;
    const xml = await text(await zip.openReadStreamPromise(entry));
    assert.doesNotMatch(xml, /<f[ >/]/, entry.fileName);
  }
  const [sheet] = await readXlsxFile(file);
  assert.equal(sheet?.data[1]?.[0], '=1+1');
  assert.equal(sheet.data.at(-3)?.[0], 'bell');
  assert.equal(String(sheet.data.at(-1)?.[0]).length, 32_767);
});

test('names of sheets are made such that a spreadsheet accepts them', async () => {
  const named = (name: string) => sheetOf({ ...table([]), name });
  const { body: file } = await workbook(
    [named('Who moved: 2024/25 [all] and a name that is too long'), named('NOTES'), named('?')],
    notes,
  );
  const sheets = await readXlsxFile(file);
  assert.deepEqual(
    sheets.map(({ sheet }) => sheet),
    ['Who moved 2024 25 all and a nam', 'NOTES', 'Sheet', 'Notes 2'],
  );
});
