import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { zipOf, type Packed } from '#/published/read/zip.fixture.ts';
import { csv, latestGraded, managementInformation, schoolRow, workshop } from './import.fixture.ts';

/** A file as a spreadsheet holds it once it was opened there: days are days, percentages shares, numbers numbers. */
function asCells(text: string): Cell[][] {
  return text
    .trim()
    .split('\r\n')
    .map((line) =>
      line.split(',').map((cell): Cell => {
        const day = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell);
        if (day !== null)
          return {
            type: Date,
            value: new Date(`${day[3]}-${day[2]}-${day[1]}T00:00:00Z`),
            format: 'dd/mm/yyyy',
          };
        const share = /^(\d+(?:\.\d+)?)%$/.exec(cell);
        if (share !== null) return { type: Number, value: Number(share[1]) / 100, format: '0%' };
        return /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell === '' ? null : cell;
      }),
    );
}

const sheet = (name: string, data: Cell[][]): Sheet<never> => ({ sheet: name, data });

async function importBytes(context: TestContext, bytes: Uint8Array, stated = {}) {
  const work = await workshop();
  context.after(work.remove);
  const { files } = await work.bringIn([await work.write('file.xlsx', bytes)], stated);
  const [file] = files;
  assert.ok(file !== undefined);
  return { file, store: await work.store(), work };
}

const graded = latestGraded('10001', '120001', '11/06/2024', '12/07/2024', '2');

test('an official file that was saved as a spreadsheet says what it said before, and that it was one', async (context) => {
  const text = managementInformation([schoolRow('120001', graded), schoolRow('120002')]);
  const bytes = await writeXlsxFile([
    sheet('Read me', [['Notes on these figures']]),
    sheet('Latest', [['State-funded schools as at 31 August 2025'], [], ...asCells(text)]),
  ]).toBuffer();
  const { file, store } = await importBytes(context, bytes);
  assert.ok(file.outcome === 'imported', JSON.stringify(file));
  assert.deepEqual([file.source.rowsRead, file.source.rowsKept, file.source.asAt], [2, 2, '2025-08-31']);
  assert.match(file.problems[0]?.what ?? '', /from the sheet “Latest” of a spreadsheet/);
  const [school] = await store.evidence({ asAt: '2025-12-31' });
  assert.deepEqual(
    [school?.school.name, school?.inspections[0]?.startedOn, school?.inspections[0]?.publishedOn],
    ['School 120001', '2024-06-11', '2024-07-12'],
  );
  assert.equal(school?.school.sources[0]?.row, 4, 'rows are counted as the spreadsheet shows them');
});

test('percentages that a spreadsheet turned into shares are percentages again, without the noise of fractions', async (context) => {
  const header = ['RECTYPE', 'LEA', 'URN', 'TELIG', 'PTRWM_EXP', 'READPROG_16'];
  const text = csv(header, [
    { RECTYPE: '1', LEA: '926', URN: '120001', TELIG: '30', PTRWM_EXP: '57%', READPROG_16: '1.1' },
    { RECTYPE: '1', LEA: '926', URN: '120002', TELIG: '30', PTRWM_EXP: 'SUPP', READPROG_16: '' },
  ]);
  const work = await workshop();
  context.after(work.remove);
  const register = await work.write(
    'mi.csv',
    managementInformation([schoolRow('120001', graded), schoolRow('120002')]),
  );
  const book = await work.write(
    'ks2.xlsx',
    await writeXlsxFile([sheet('850_ks2final', asCells(text))]).toBuffer(),
  );
  const plain = await work.write('ks2.csv', text);
  const values = async () =>
    (await (await work.store()).evidence({ asAt: '2025-12-31' })).map((one) =>
      one.values.map(({ measure, value, year }) => ({ measure, value, year })),
    );
  await work.bringIn([register, book]);
  const fromSpreadsheet = await values();
  await work.bringIn([plain]);
  assert.deepEqual(fromSpreadsheet, await values());
  assert.deepEqual(
    fromSpreadsheet[0]?.filter(({ measure }) => measure === 'ks2-rwm-expected').map(({ value }) => value),
    [{ number: 57 }],
  );
});

test('of a cell with a formula what was computed last is read, nothing is computed, and it is told', async (context) => {
  const cells = (row: number, texts: readonly string[]) =>
    `<row r="${row}">${texts.map((text) => (text.startsWith('<') ? text : `<c t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;
  const header = ['RECTYPE', 'LEA', 'URN', 'TPUP', 'ATT8SCR', 'PTAC5EM_PTQ_EE'];
  const rows = [
    cells(1, header),
    cells(2, [
      '1',
      '926',
      '120001',
      '100',
      '<c><f>WEBSERVICE("http://example.org")</f><v>48.199999999999996</v></c>',
      '50%',
    ]),
  ];
  const { file, store } = await importBytes(context, bookOf(rows.join('')));
  assert.ok(file.outcome === 'imported', JSON.stringify(file));
  assert.match(file.problems.map(({ what }) => what).join(' '), /1 of its cells hold formulas/);
  assert.equal((await store.sources()).length, 1);
});

/** A spreadsheet of one sheet, written by hand so that it can be wrong; `more` takes the place of parts. */
function bookOf(rows: string, more: readonly Packed[] = []): Buffer {
  const parts: readonly Packed[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
  ];
  return zipOf([...parts.filter(({ name }) => !more.some((part) => part.name === name)), ...more]);
}

test('a spreadsheet that is broken, unknown or made to fill the memory is set aside with what to do', async (context) => {
  const entity =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
  const broken = /broken, or not as spreadsheets/;
  for (const [name, bytes, words] of [
    ['a cell at the end of the world', bookOf('<row r="1"><c r="XFE1"><v>1</v></c></row>'), broken],
    ['a row at the end of the world', bookOf('<row r="999999999"><c><v>1</v></c></row>'), broken],
    ['rows out of order', bookOf('<row r="2"/><row r="1"/>'), broken],
    ['a text that is not there', bookOf('<row><c t="s"><v>7</v></c></row>'), broken],
    ['no end', bookOf('<row><c>'), broken],
    ['entities of its own', bookOf('', [{ name: 'xl/worksheets/sheet1.xml', content: entity }]), broken],
    ['no sheet', zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), /has no sheet/],
    [
      'a size that cannot be',
      bookOf('', [{ name: 'xl/sharedStrings.xml', content: '<sst/>', claims: 2 ** 31 }]),
      /too large/,
    ],
    [
      'nothing known',
      await writeXlsxFile([
        sheet('Sums', [
          ['one', 'two'],
          [1, 2],
        ]),
      ]).toBuffer(),
      /no official file/,
    ],
  ] as const) {
    const { file, store } = await importBytes(context, bytes);
    assert.ok(file.outcome === 'set aside', name);
    assert.match(file.what, words, name);
    assert.notEqual(file.whatToDo, '');
    assert.deepEqual(await store.sources(), []);
  }
});

const neighbours = (pairs: readonly (readonly [number, string, readonly number[]])[]): Cell[][] => [
  [null, 'Notes above the header'],
  [
    'LA num',
    'LA Name',
    'LA number',
    ...Array.from({ length: 10 }, (_, index) => [`SN${index + 1}`, 'SNP']).flat(),
  ],
  ...pairs.map(([code, name, others]): Cell[] => [
    code,
    name,
    code,
    ...others.flatMap((other, index) => [other, index < 2 ? 'Very close' : 'Close']),
  ]),
];

test('statistical neighbours are read from their spreadsheet, nearest first, as known on a date', async (context) => {
  const others = [925, 935, 908, 933, 878, 839, 893, 815, 865, 830];
  const older = await writeXlsxFile([
    sheet('LA SN Groups', neighbours([[926, 'Norfolk', others]])),
  ]).toBuffer();
  const { file, store, work } = await importBytes(context, older, { asAt: '2024-05-31' });
  assert.ok(file.outcome === 'imported', JSON.stringify(file));
  assert.equal(file.source.knownOn, '2024-05-31');
  const found = await store.neighbours({ asAt: '2025-01-01', authority: 'norfolk' });
  assert.deepEqual(
    found.map(({ authority, order, closeness }) => [authority, order, closeness]).slice(0, 3),
    [
      ['lincolnshire', 1, 'Very close'],
      ['suffolk', 2, 'Very close'],
      ['cornwall', 3, 'Close'],
    ],
  );
  assert.deepEqual([found.length, found[0]?.name, found[0]?.source.row], [10, 'Lincolnshire', 3]);
  assert.deepEqual(await store.neighbours({ asAt: '2024-05-30', authority: 'norfolk' }), [], 'not known yet');
  assert.deepEqual(await store.neighbours({ asAt: '2025-01-01', authority: 'nowhere' }), []);
  const newer = neighbours([
    [926, 'Norfolk', others.toReversed()],
    [12, 'No code', others],
    [926, 'Norfolk', others],
  ]);
  const { files } = await work.bringIn(
    [await work.write('newer.xlsx', await writeXlsxFile([sheet('LA SN Groups', newer)]).toBuffer())],
    { asAt: '2025-05-31' },
  );
  assert.ok(files[0]?.outcome === 'imported');
  assert.deepEqual(files[0].source.setAside.map(({ reason }) => reason).sort(), [
    'no code of an authority',
    'the same authority a second time',
  ]);
  assert.equal(
    (await store.neighbours({ asAt: '2025-01-01', authority: 'norfolk' }))[0]?.name,
    'Lincolnshire',
  );
  assert.equal((await store.neighbours({ asAt: '2026-01-01', authority: 'norfolk' })).length, 10);
});
