import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { FileReport } from '#/published/actions/import-files.ts';
import { managementInformation, schoolRow, workshop, latestGraded } from './import.fixture.ts';

const inspected = latestGraded('10001', '120001', '11/06/2024', '12/07/2024', '2');
const two = [
  schoolRow('120001', inspected),
  schoolRow('120002', { 'School name': 'St Mary’s Café, Upper School' }),
];

async function importText(context: TestContext, content: string | Uint8Array, name = 'file.csv') {
  const work = await workshop();
  context.after(work.remove);
  const { files } = await work.bringIn([await work.write(name, content)]);
  const [file] = files;
  assert.ok(file !== undefined);
  const store = await work.store();
  return { file, evidence: await store.evidence({ asAt: '2025-12-31' }) };
}

function imported(file: FileReport) {
  assert.ok(file.outcome === 'imported', JSON.stringify(file));
  const aside = file.source.setAside.reduce((sum, each) => sum + each.rows, 0);
  assert.equal(file.source.rowsRead, file.source.rowsKept + aside, 'rows in = rows kept + rows set aside');
  return file;
}

function setAside(file: FileReport) {
  assert.ok(file.outcome === 'set aside', JSON.stringify(file));
  return file;
}

test('a byte order mark does not hide the first column', async (context) => {
  const { file, evidence } = await importText(context, `\uFEFF${managementInformation(two)}`);
  assert.equal(imported(file).source.rowsKept, 2);
  assert.equal(evidence[1]?.school.name, 'St Mary’s Café, Upper School');
});

test('Windows-1252 is read as what was meant, curly quotes and accents included', async (context) => {
  const latin = Buffer.from(managementInformation(two).replaceAll('’', '\u0092'), 'latin1');
  const { file, evidence } = await importText(context, latin);
  imported(file);
  assert.equal(evidence[1]?.school.name, 'St Mary’s Café, Upper School');
});

test('title lines and blank lines above the header are passed over, and the date in them is kept', async (context) => {
  const titled = `State-funded schools: latest inspections as at 31 August 2025,,\r\n\r\n${managementInformation(two)}`;
  const { file, evidence } = await importText(context, titled);
  const { source } = imported(file);
  assert.equal(source.asAt, '2025-08-31');
  assert.equal(source.knownOn, '2025-08-31');
  assert.equal(evidence[0]?.school.sources[0]?.row, 4, 'rows are counted as a spreadsheet shows them');
});

test('columns may come in any order, in any case, with double spaces and with strangers among them', async (context) => {
  const [header = '', ...rows] = managementInformation(two).trim().split('\r\n');
  const turn = (line: string) => ['extra', ...line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).reverse()].join(',');
  const shouted = header
    .replace('Local authority', 'LOCAL  Authority ')
    .replace('Ofsted phase', ' ofsted phase');
  const { file, evidence } = await importText(context, `${[turn(shouted), ...rows.map(turn)].join('\n')}\n`);
  imported(file);
  assert.equal(evidence.length, 2);
  assert.equal(evidence[0]?.inspections[0]?.overall, 2);
});

test('rows that end early keep what is there', async (context) => {
  const text = managementInformation(two).trimEnd().split('\r\n');
  const cut = [...text, '120003,9260003,Short School,Primary,Community School,Norfolk', ''].join('\r\n');
  const { file, evidence } = await importText(context, cut);
  assert.equal(imported(file).source.rowsKept, 3);
  assert.equal(evidence[2]?.school.name, 'Short School');
  assert.deepEqual(evidence[2].inspections, []);
});

test('a file that was cut off keeps its whole rows; the half one is set aside and told', async (context) => {
  const text = managementInformation([...two, schoolRow('120003', inspected)]);
  const beforeLast = text.trimEnd().lastIndexOf('\r\n');
  for (const [name, cut] of [
    ['in a cell', text.slice(0, beforeLast + 30)],
    ['in quotation marks', `${text.slice(0, beforeLast)}\r\n120003,9260003,"Half a na`],
    ['after a blank line', `${text.slice(0, beforeLast)}\r\n\r\n120003,926`],
  ] as const) {
    const { file, evidence } = await importText(context, cut);
    const { source, problems } = imported(file);
    assert.deepEqual(
      evidence.map(({ school }) => school.urn),
      ['120001', '120002'],
      name,
    );
    assert.deepEqual(source.setAside, [{ reason: 'the file ends in the middle of this row', rows: 1 }], name);
    assert.ok(
      problems.some(({ severity }) => severity === 'error'),
      name,
    );
  }
  const whole = await importText(context, text.trimEnd());
  assert.equal(
    imported(whole.file).source.rowsKept,
    3,
    'a whole last row without the end of a line is whole',
  );
});

test('line breaks, commas and quotation marks inside quotation marks belong to the cell', async (context) => {
  const name = 'The "Old" School,\nUpper Town';
  const { file, evidence } = await importText(
    context,
    managementInformation([schoolRow('120001', { ...inspected, 'School name': name }), schoolRow('120002')]),
  );
  imported(file);
  assert.equal(evidence[0]?.school.name, name);
  assert.equal(evidence[1]?.school.sources[0]?.row, 3);
});

test('a quotation mark that never closes costs no school after it and is told', async (context) => {
  const text = managementInformation([...two, schoolRow('120003'), schoolRow('120004')]);
  const { file, evidence } = await importText(context, text.replace('School 120003', '"School 120003'));
  const report = imported(file);
  assert.deepEqual(
    evidence.map(({ school }) => school.urn),
    ['120001', '120002', '120003', '120004'],
  );
  assert.equal(report.problems[0]?.row, 4);
  assert.match(report.problems[0].what, /quotation mark/);
});

test('a row with more cells than columns is set aside by number, the others are kept', async (context) => {
  const text = managementInformation(two).trimEnd().split('\r\n');
  const { file, evidence } = await importText(
    context,
    [...text.slice(0, 2), `${text[2] ?? ''},one,too,many`].join('\n'),
  );
  const { source, problems } = imported(file);
  assert.equal(evidence.length, 1);
  assert.deepEqual(source.setAside, [{ reason: 'more cells than the header has columns', rows: 1 }]);
  assert.equal(problems[0]?.row, 3);
});

test('blank lines between rows are no schools and move no row numbers', async (context) => {
  const text = managementInformation(two).trimEnd().split('\r\n');
  const { file, evidence } = await importText(
    context,
    [text[0], text[1], '', '', text[2], '', ''].join('\n'),
  );
  assert.equal(imported(file).source.rowsRead, 2);
  assert.equal(evidence[1]?.school.sources[0]?.row, 5);
});

test('rows without a usable reference number, and schools told twice, are set aside with the reason', async (context) => {
  const rows = [
    ...two,
    schoolRow('120002', { 'School name': 'Told twice' }),
    schoolRow('NULL'),
    schoolRow('12A'),
  ];
  const { file, evidence } = await importText(context, managementInformation(rows));
  const { source, problems } = imported(file);
  assert.equal(evidence.length, 2);
  assert.deepEqual(
    new Map(source.setAside.map(({ reason, rows: count }) => [reason, count])),
    new Map([
      ['no reference number (URN)', 1],
      ['the reference number (URN) is not six digits', 1],
      ['the same school a second time', 1],
    ]),
  );
  assert.equal(problems.filter(({ severity }) => severity === 'error').length, 3);
});

test('a date that is none is left out and told, with row and column', async (context) => {
  const rows = [schoolRow('120001', { ...inspected, 'School open date': '31/31/2020' })];
  const { file, evidence } = await importText(context, managementInformation(rows));
  const { problems } = imported(file);
  assert.equal(evidence[0]?.school.openedOn, null);
  assert.deepEqual(
    problems.map(({ row, column, severity }) => ({ row, column, severity })),
    [{ row: 2, column: 'School open date', severity: 'warning' }],
  );
});

test('what is no CSV file is refused in words that say what to do', async (context) => {
  for (const [content, words] of [
    ['', /empty/],
    ['<!DOCTYPE html><html><body>Not found</body></html>', /web page/],
    [Buffer.from('PK\u0003\u0004rest of a workbook', 'latin1'), /packed file \(zip\) is broken/],
    [Buffer.from('\uFEFFURN,Rating', 'utf16le'), /UTF-16/],
    ['URN;LAESTAB;School name;Ofsted phase\n120001;926;x;y\n', /separated by/],
    ['Column,Field Name,Label/Description\n1,RECTYPE,Record type\n', /column dictionary/],
    ['URN,LA,Estab,NOR,NUMFSM,TSENELK\n1,2,3,4,5,6\n', /census/],
  ] as const) {
    const { file, evidence } = await importText(context, content);
    assert.match(setAside(file).what, words);
    assert.notEqual(setAside(file).whatToDo, '');
    assert.deepEqual(evidence, []);
  }
});

test('an unknown file is told its nearest layout and the columns that differ', async (context) => {
  const text = managementInformation(two)
    .replace('Overall effectiveness', 'Overall')
    .replace('Ofsted phase', 'Phase');
  const { file } = await importText(context, text);
  const { nearest } = setAside(file);
  assert.equal(nearest?.layout, 'ofsted-mi-2022');
  assert.deepEqual(nearest.missing, ['Ofsted phase', 'Overall effectiveness']);
  assert.deepEqual([...nearest.unexpected].sort(), ['Overall', 'Phase']);
});

test('a file with a header and no rows is set aside, not kept as nothing', async (context) => {
  const { file } = await importText(context, managementInformation([]));
  assert.match(setAside(file).what, /no row of it could be kept/);
  assert.match(setAside(file).whatToDo, /a header and no rows/);
});
