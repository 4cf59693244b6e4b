import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { importFiles } from '#/published/actions/import-files.ts';
import { latestGraded, managementInformation, schoolRow, silent, workshop } from './import.fixture.ts';

const inspected = latestGraded('10001', '120001', '11/06/2024', '12/07/2024', '2');
const two = [schoolRow('120001', inspected), schoolRow('120002')];
const good = managementInformation(two);

async function importText(context: TestContext, content: string | Uint8Array) {
  const work = await workshop();
  context.after(work.remove);
  const { files } = await work.bringIn([await work.write('file.csv', content)]);
  const [file] = files;
  assert.ok(file !== undefined);
  return { file, evidence: await (await work.store()).evidence({ asAt: '2025-12-31' }) };
}

async function importGood(context: TestContext, content: string | Uint8Array) {
  const { file, evidence } = await importText(context, content);
  assert.ok(file.outcome === 'imported', JSON.stringify(file));
  const aside = file.source.setAside.reduce((sum, each) => sum + each.rows, 0);
  assert.equal(file.source.rowsRead, file.source.rowsKept + aside, 'rows in = rows kept + rows set aside');
  return { ...file, evidence, told: file.problems.map(({ what }) => what).join('\n') };
}

test('what is no table, however far down it shows, is refused with what to do and changes nothing', async (context) => {
  const far = good + 'x'.repeat(600_000);
  for (const [name, content, words] of [
    ['zero bytes far down', `${far}\u0000`, /zero bytes/],
    ['UTF-16 without a mark', Buffer.from(good, 'utf16le'), /UTF-16/],
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000', 'latin1'), /zero bytes/],
    ['an XML error page', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', /web page/],
    ['ten thousand columns', good.replace(/\r\n/g, `${','.repeat(10_000)}\r\n`), /columns/],
    ['only a header', managementInformation([]), /no row of it could be kept/],
    ['a line without end', `${good}"120003","${'x'.repeat(17_000_000)}`, /sixteen million|could be kept/],
  ] as const) {
    const { file, evidence } = await importText(context, content);
    assert.ok(file.outcome === 'set aside', name);
    assert.match(file.what, words, name);
    assert.ok(file.whatToDo.length > 10, name);
    assert.deepEqual(evidence, [], name);
  }
});

test('formulas in cells are text like any other: kept, shown, and never computed', async (context) => {
  const name = `=cmd|' /C calc'!A0`;
  const { evidence } = await importGood(
    context,
    managementInformation([schoolRow('120001', { ...inspected, 'School name': name })]),
  );
  assert.equal(evidence[0]?.school.name, name);
});

test('words that a database would run are text', async (context) => {
  const name = `Robert'); drop table value; --`;
  const { evidence } = await importGood(
    context,
    managementInformation([
      schoolRow('120001', { ...inspected, 'School name': name, 'Local authority': name }),
      ...two.slice(1),
    ]),
  );
  assert.equal(evidence[0]?.school.name, name);
  assert.equal(evidence.length, 2);
});

test('files put together by hand keep every school: a second header is set aside, marks of byte order are passed over', async (context) => {
  const [, ...rows] = managementInformation([schoolRow('120003'), schoolRow('120004')]).split('\r\n');
  const header = good.slice(0, good.indexOf('\r\n'));
  const { evidence, source } = await importGood(
    context,
    `\uFEFF${good}\uFEFF${header}\r\n\uFEFF${rows.join('\r\n')}`,
  );
  assert.deepEqual(
    evidence.map(({ school }) => school.urn),
    ['120001', '120002', '120003', '120004'],
  );
  assert.deepEqual(source.setAside, [{ reason: 'the header a second time', rows: 1 }]);
});

test('a column that stands in the header twice is read once, and it is told which', async (context) => {
  const { told, evidence } = await importGood(
    context,
    good.replace(/^URN,/, 'URN,School name,').replaceAll(/\n(1200\d\d),/g, '\n$1,The first name,'),
  );
  assert.match(told, /“School name” more than once; the first was read/);
  assert.equal(evidence[0]?.school.name, 'The first name');
});

test('letters written in two ways in one file are told', async (context) => {
  const mixed = Buffer.concat([
    Buffer.from(
      managementInformation([schoolRow('120001', { ...inspected, 'School name': 'Café' })]),
      'utf8',
    ),
    Buffer.from(
      managementInformation([schoolRow('120002', { 'School name': 'Café' })]).split('\r\n')[1] ?? '',
      'latin1',
    ),
    Buffer.from('\r\n'),
  ]);
  const { told, evidence } = await importGood(context, mixed);
  assert.match(told, /some in Windows-1252, so some names look wrong \(“Ã©”\)/);
  assert.equal(evidence[1]?.school.name, 'Café');
});

test('values that cannot be are left out and told, and the school stays', async (context) => {
  const { told, evidence } = await importGood(
    context,
    managementInformation([
      schoolRow('120001', { ...inspected, 'Total number of pupils': '-5' }),
      schoolRow('120002', latestGraded('10002', '120002', '11/06/2099', '12/07/2099', '1')),
      schoolRow('120003', latestGraded('10003', '120003', '00/01/1900', '12/07/2024', '1')),
      schoolRow('120004', latestGraded('10004', '120004', '01/01/1900', '12/07/2024', '1')),
      schoolRow('120005', latestGraded('10005', '120005', '11/06/2024', '12/07/2099', '3')),
    ]),
  );
  assert.deepEqual(
    evidence.map(({ school, inspections }) => [school.urn, inspections.length]),
    [
      ['120001', 1],
      ['120002', 0],
      ['120003', 0],
      ['120004', 0],
      ['120005', 1],
    ],
  );
  assert.equal(evidence[0]?.school.pupils, null);
  for (const words of [
    '“-5” is not',
    '11/06/2099, which cannot be',
    '“00/01/1900” is not a date',
    '01/01/1900, which cannot be',
    '12/07/2099, a day to come',
  ])
    assert.ok(told.includes(words), `${words}\n${told}`);
});

test('percentages over a hundred and codes nobody knows are kept as not published, and told', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const text =
    'RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG_16\n1,926,120001,30,101%,1\n1,926,120002,30,-3%,1\n1,926,120003,30,1e309,1\n1,926,120004,30,banana,1\n';
  const { files } = await work.bringIn([
    await work.write(
      'mi.csv',
      managementInformation(
        ['1', '2', '3', '4'].map((n) => schoolRow(`12000${n}`, n === '1' ? inspected : {})),
      ),
    ),
    await work.write('ks2.csv', text),
  ]);
  const told = files.flatMap((file) => (file.outcome === 'imported' ? file.problems : []));
  for (const value of ['101%', '-3%', '1e309', 'banana'])
    assert.ok(
      told.some(({ what }) => what.includes(`“${value}”`)),
      value,
    );
  const evidence = await (await work.store()).evidence({ asAt: '2025-12-31' });
  for (const { values } of evidence) {
    const value = values.find(({ measure }) => measure === 'ks2-rwm-expected')?.value;
    assert.ok(
      value !== undefined && 'missing' in value && value.missing === 'not published',
      JSON.stringify(value),
    );
  }
});

test('pipes, devices and links to nothing are told and never waited for; folders are searched through, whatever their name', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const folder = `${work.dataFolder}-files`;
  await mkdir(join(folder, 'folder.csv'), { recursive: true });
  spawnSync('mkfifo', [join(folder, 'pipe.csv')]);
  await symlink('/dev/zero', join(folder, 'endless.csv'));
  await symlink(await work.write('good.csv', good), join(folder, 'folder.csv', 'link.csv'));
  const { files } = await work.bringIn([folder]);
  assert.deepEqual(
    files.map(({ path, outcome }) => [path.slice(folder.length + 1), outcome]),
    [
      ['endless.csv', 'set aside'],
      ['folder.csv/link.csv', 'imported'],
      ['pipe.csv', 'set aside'],
    ],
  );
  for (const file of files)
    if (file.outcome === 'set aside') assert.match(file.what, /a pipe, a device or a socket/);
});

test('a file that is written to while it is read is set aside whole, and can be imported when it is there', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const path = await work.write('growing.csv', good);
  const other = await work.write('other.csv', managementInformation([schoolRow('130001', inspected)]));
  const more = managementInformation([schoolRow('120003')]).split('\r\n')[1] ?? '';
  let asked = 0;
  const importedAt = () => '2026-11-20T12:00:00.000Z';
  const request = { dataFolder: work.dataFolder, paths: [path, other], now: importedAt, terminal: silent };
  // What the person states is looked at in the middle of reading: that is when somebody goes on writing.
  const growing = {
    ...request,
    stated: new Proxy(
      {},
      {
        get: () => {
          asked += 1;
          if (asked === 2) appendFileSync(path, `${more}\r\n`);
          return undefined;
        },
      },
    ),
  };
  const { files } = await importFiles(growing);
  const [first] = files.filter((file) => file.path === path);
  assert.ok(first?.outcome === 'set aside', JSON.stringify(first));
  assert.match(first.what, /changed while it was being read/);
  assert.equal(files.find((file) => file.path === other)?.outcome, 'imported');
  const store = await work.store();
  const urns = async () => (await store.evidence({ asAt: '2025-12-31' })).map(({ school }) => school.urn);
  assert.deepEqual(await urns(), ['130001'], 'nothing of it stays');
  await importFiles(request);
  assert.deepEqual(await urns(), ['120001', '120002', '120003', '130001']);
});

test('very long cells and rows with too few and too many cells cost no other school', async (context) => {
  const [header = '', first = '', second = ''] = good.split('\r\n');
  const { evidence, source } = await importGood(
    context,
    [
      header,
      first,
      second.replace('School 120002', 'x'.repeat(2_000_000)),
      '120003',
      `${second.replaceAll('120002', '120004')}${',x'.repeat(5000)}`,
      second.replaceAll('120002', '120005'),
      '',
    ].join('\r\n'),
  );
  assert.deepEqual(
    evidence.map(({ school }) => school.urn),
    ['120001', '120002', '120005'],
  );
  assert.equal(source.rowsRead, 5);
});
