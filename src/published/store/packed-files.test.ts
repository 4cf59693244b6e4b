import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { rebuildStore } from '#/published/actions/rebuild-store.ts';
import { zipOf, type Packed } from '#/published/read/zip.fixture.ts';
import { latestGraded, managementInformation, schoolRow, silent, workshop } from './import.fixture.ts';

const graded = latestGraded('10001', '120001', '11/06/2024', '12/07/2024', '2');
const register = managementInformation([schoolRow('120001', graded), schoolRow('120002')]);
const results = (number: string) =>
  `RECTYPE,LEA,URN,TPUP,ATT8SCR,PTAC5EM_PTQ_EE\n1,926,120001,100,${number},50%\n`;

async function importZip(context: TestContext, files: readonly Packed[] | Buffer, name = 'release.zip') {
  const work = await workshop();
  context.after(work.remove);
  const bytes = Buffer.isBuffer(files) ? files : zipOf(files);
  const { files: reports } = await work.bringIn([await work.write(name, bytes)]);
  const shown = reports.map((report) => ({
    name: report.path.slice(report.path.indexOf(name)),
    outcome: report.outcome,
    what: report.outcome === 'set aside' ? report.what : '',
    whatToDo: report.outcome === 'set aside' ? report.whatToDo : '',
  }));
  return { work, reports: shown, store: await work.store() };
}

test('every file of a packed release is a source of its own and remembers what it was packed in', async (context) => {
  const { work, reports, store } = await importZip(context, [
    { name: '2024-25/', content: '' },
    { name: '2024-25/register.csv', content: register },
    { name: '2024-25/ks4.csv', content: results('48.2') },
    { name: '2024-25/readme.txt', content: 'How these tables were made.' },
    { name: '__MACOSX/._ks4.csv', content: 'hidden' },
  ]);
  assert.deepEqual(
    reports.map(({ name, outcome }) => [name, outcome]),
    [
      ['release.zip/2024-25/register.csv', 'imported'],
      ['release.zip/2024-25/ks4.csv', 'imported'],
      ['release.zip/2024-25/readme.txt', 'set aside'],
    ],
  );
  const before = await store.sources();
  assert.deepEqual(before.map(({ fileName }) => fileName).sort(), [
    'release.zip/2024-25/ks4.csv',
    'release.zip/2024-25/register.csv',
  ]);
  assert.equal((await store.evidence({ asAt: '2025-12-31' })).length, 2);
  await rebuildStore({ dataFolder: work.dataFolder, terminal: silent });
  assert.deepEqual(await store.sources(), before, 'the packed files themselves are kept');
});

test('what cannot be unpacked safely is refused by name with what to do, and the others are read', async (context) => {
  const good: Packed = { name: 'register.csv', content: register };
  const { reports, store } = await importZip(context, [
    { name: '../../climbs.csv', content: register },
    { name: '/etc/absolute.csv', content: register },
    { name: 'C:\\windows.csv', content: register },
    { name: 'link.csv', content: '/etc/passwd', symbolicLink: true },
    { name: 'locked.csv', content: register, encrypted: true },
    good,
    { name: 'register.csv', content: results('50') },
    { name: 'bomb.csv', content: Buffer.alloc(20 * 1024 ** 2, 0x61) },
    { name: 'longer.csv', content: register, claims: 10 },
    { name: 'spoilt.csv', content: results('51'), checksum: 1 },
    { name: 'inner.zip', content: zipOf([good]) },
    { name: 'empty.csv', content: '' },
  ]);
  const expected: readonly (readonly [string, RegExp])[] = [
    ['../../climbs.csv', /leads out of the folder/],
    ['/etc/absolute.csv', /leads out of the folder/],
    ['C:/windows.csv', /leads out of the folder/],
    ['link.csv', /a link to another file/],
    ['locked.csv', /locked with a password/],
    ['register.csv', /^$/],
    ['register.csv', /second file of this name/],
    ['bomb.csv', /250 times its size/],
    ['longer.csv', /is broken/],
    ['spoilt.csv', /is broken/],
    ['inner.zip', /inside a packed file/],
    ['empty.csv', /empty/],
  ];
  assert.deepEqual(
    reports.map(({ name }) => name),
    expected.map(([name]) => `release.zip/${name}`),
  );
  for (const [index, [name, words]] of expected.entries()) {
    assert.match(reports[index]?.what ?? '', words, name);
    assert.equal(reports[index]?.whatToDo === '', reports[index]?.outcome === 'imported', name);
  }
  assert.equal((await store.sources()).length, 1);
});

test('a packed file that is broken, empty or has too many files is refused as a whole', async (context) => {
  const many = Array.from({ length: 501 }, (_, index) => ({ name: `${index}.csv`, content: 'a' }));
  const huge = Array.from({ length: 3 }, (_, index) => ({
    name: `${index}.csv`,
    content: 'a',
    claims: 2 ** 31,
  }));
  for (const [bytes, words] of [
    [zipOf([]), /no file in this packed file/],
    [zipOf([{ name: 'a.csv', content: register }]).subarray(0, 300), /is broken/],
    [zipOf(many), /501 files/],
    [zipOf(huge), /four gigabytes/],
  ] as const) {
    const { reports } = await importZip(context, bytes);
    assert.equal(reports.length, 1);
    assert.match(reports[0]?.what ?? '', words);
  }
});

test('two files of one release in one packed file that contradict each other both say so', async (context) => {
  const { store } = await importZip(context, [
    { name: 'a.csv', content: results('48.2') },
    { name: 'b.csv', content: results('51.9') },
  ]);
  const sources = await store.sources();
  assert.deepEqual(
    sources.map(({ problems }) => problems),
    [1, 1],
  );
});
