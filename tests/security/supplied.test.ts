import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readRegister, readSchool } from '#/analyse/actions/read-analysis.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { loadReference } from '#/law/reference.ts';
import { operator as officer } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { readSupplied, readSuppliedFile, undoSuppliedFile } from '#/schools/actions/read-supplied.ts';
import {
  checkDraft,
  describeDraft,
  draftSuppliedFile,
  keepDraft,
} from '#/schools/actions/supplied-drafts.ts';
import { supplyFile } from '#/schools/actions/supply-file.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, mappingOf, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const people = {
  head: personOf('headteacher', fenshire.slug, ['900001']),
  chair: personOf('chair', fenshire.slug, ['900002']),
  administrator: personOf('administrator', fenshire.slug),
  informationOfficer: personOf('information officer', fenshire.slug),
  stranger: personOf('head of service', 'elsewhere'),
};
const folder = mkdtempSync(join(tmpdir(), 'middletier-supplied-'));
let database: TestDatabase;
let records: Records;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(fenshire.slug, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, fenshire.slug, person);
});
after(async () => {
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

const store = storeOf(
  { '900001': [['2018-03-06', 4]], '900002': [['2016-10-11', 1]], '900003': [['2015-06-02', 3]] },
  '2018-12-31',
);
const parts = {
  dataFolder: folder,
  published: () => Promise.resolve(store),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => '2019-06-30',
  now: () => '2019-06-30T09:00:00.000Z',
};

function fileOf(name: string, ...rows: string[]): { readonly path: string; readonly fileName: string } {
  const path = join(folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return { path, fileName: name };
}
const supply = (file: ReturnType<typeof fileOf>, knownOn: string, statedOn = '2018-09-01') =>
  supplyFile(parts, officer, {
    authority: 'fenshire',
    ...file,
    mapping: mappingOf('Places'),
    statedOn,
    knownOn,
    givenBy: 'Place planning',
  });
const placesOf = async (urn: string, person = officer) =>
  (await readSchool(parts, person, 'fenshire', urn)).evidence.supplied.map(({ value }) => value);

test('a file counts from the day the authority had it, a later one of the same day instead of it, an undone one no longer', async () => {
  const first = await supply(fileOf('first.csv', 'URN,Places', '900001,30', '900002,40'), '2018-10-01');
  assert.equal(
    (await supply(fileOf('first.csv', 'URN,Places', '900001,30', '900002,40'), '2018-10-02')).alreadyKept,
    true,
  );
  const then = await runAnalysis(parts, officer, { authority: 'fenshire', asAt: '2018-11-01' });
  assert.deepEqual(then.sources, ['file1', `supplied:fenshire:${first.file}`]);
  const second = await supply(fileOf('second.csv', 'URN,Places', '900001,31'), '2018-12-01');
  const again = await runAnalysis(parts, officer, { authority: 'fenshire', asAt: '2018-11-01' });
  assert.deepEqual(
    [again.id, again.alreadyRun],
    [then.id, true],
    'as known on an earlier day nothing has changed',
  );

  const now = await runAnalysis(parts, officer, { authority: 'fenshire' });
  assert.equal(now.sources.length, 3);
  const { sources } = await readRegister(parts, officer, 'fenshire');
  assert.deepEqual(sources.map(({ title }) => title).filter(Boolean), ['Places', 'Places']);
  assert.deepEqual(await placesOf('900001'), [31]);

  const undone = await undoSuppliedFile(parts, officer, {
    authority: 'fenshire',
    file: second.file,
    reason: 'of last year',
  });
  assert.equal(undone.undone?.by, officer.name);
  assert.deepEqual(await placesOf('900001'), [30]);
  assert.equal((await readSupplied(parts, officer, 'fenshire')).files.length, 2, 'undone, not erased');
});

test('a head and a chair see what was told of the own school, and nobody else anything', async () => {
  assert.deepEqual(await placesOf('900001', people.head), [30]);
  assert.deepEqual(await placesOf('900002', people.head), []);
  assert.deepEqual(await placesOf('900002', people.chair), [40]);
  assert.deepEqual(
    await placesOf('900001', { ...people.chair, roles: personOf('chair', fenshire.slug, ['900001']).roles }),
    [],
    'the records know better',
  );
  for (const person of [people.administrator, people.informationOfficer])
    assert.deepEqual(await placesOf('900001', person), []);
});

test('only an officer of the authority supplies, reads or undoes a file', async () => {
  const file = {
    ...fileOf('other.csv', 'URN,Places', '900003,20'),
    mapping: mappingOf('Places'),
    statedOn: '2018-09-01',
    givenBy: 'x',
  };
  for (const person of Object.values(people)) {
    for (const attempt of [
      supplyFile(parts, person, { authority: 'fenshire', ...file }),
      readSupplied(parts, person, 'fenshire'),
      readSuppliedFile(parts, person, 'fenshire', '1'),
      undoSuppliedFile(parts, person, { authority: 'fenshire', file: '1', reason: 'x' }),
    ]) {
      await assert.rejects(attempt, { code: 'not-permitted' }, person.id);
    }
  }
});

test('what the columns mean is said once; a draft is seen only by whoever sent it, and gone when it is kept', async () => {
  const upload = {
    authority: 'fenshire',
    ...fileOf('new.csv', 'Sch,When,Pl', '900001,01/09/2018,35', '900009,01/09/2018,1'),
    givenBy: 'x',
    knownOn: '',
  };
  const { id, described } = await draftSuppliedFile(parts, officer, upload);
  assert.equal(described, false);
  const colleague = { ...officer, id: 'colleague' };
  await assert.rejects(checkDraft(parts, colleague, 'fenshire', id), { code: 'not-found' });
  await assert.rejects(checkDraft(parts, officer, 'fenshire', id), { code: 'file-unknown' });
  const mapping = {
    title: 'New',
    school: { column: 'Sch', by: 'URN' as const },
    dateColumn: 'When',
    items: [{ column: 'Pl', item: 'places' as const }],
  };
  assert.deepEqual(
    await describeDraft(parts, officer, 'fenshire', id, {
      mapping: { ...mapping, dateColumn: 'Nope' },
      statedOn: '',
    }),
    ['The file has no column “Nope”.'],
  );
  assert.deepEqual(await describeDraft(parts, officer, 'fenshire', id, { mapping, statedOn: '' }), []);
  const { checked, coverage } = await checkDraft(parts, officer, 'fenshire', id);
  assert.deepEqual([checked.rowsRead, checked.rowsKept, coverage], [2, 1, { schools: 1, of: 3 }]);
  const kept = await keepDraft(parts, officer, 'fenshire', id);
  assert.equal((await readSuppliedFile(parts, officer, 'fenshire', kept.file)).problems.length, 1);
  await assert.rejects(keepDraft(parts, officer, 'fenshire', id), { code: 'not-found' });

  const next = fileOf('next.csv', 'Pl,Sch,When', '36,900001,01/09/2018');
  assert.equal(
    (await draftSuppliedFile(parts, officer, { ...upload, ...next })).described,
    true,
    'in another order too',
  );
});

test('what cannot be read is told in words, and nothing is kept of it', async () => {
  for (const [name, content, what] of [
    ['empty.csv', '', /empty/],
    ['page.csv', '<!doctype html><p>Sign in</p>', /web page/],
    ['semicolons.csv', 'URN;Places\n900001;3', /“;”/],
    ['header.csv', 'URN,Places', /no header with rows/],
    ['nothing.csv', 'URN,Places\n900099,3', /Nothing in the file could be kept/],
  ] as const) {
    writeFileSync(join(folder, name), content);
    await assert.rejects(
      supply({ path: join(folder, name), fileName: name }, '2018-10-01'),
      { code: 'file-unreadable', message: what },
      name,
    );
  }
  await assert.rejects(supply(fileOf('ok.csv', 'URN,Places', '900001,3'), '2018-10-01', 'soon'), {
    code: 'date-invalid',
  });
  await assert.rejects(supply(fileOf('ok.csv', 'URN,Places', '900001,3'), '2030-01-01'), {
    code: 'date-invalid',
  });
});
