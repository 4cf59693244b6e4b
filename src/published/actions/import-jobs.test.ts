import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { operator as officer, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { forgetOldJobs, importsEnded, readImportJob, startImport } from './import-jobs.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'middletier-jobs-'));
after(() => {
  rmSync(dataFolder, { recursive: true, force: true });
});
/** In whose name something was written to the log of official files. */
const logged: string[] = [];
const records = {
  inInstallation: (presented: readonly string[]) => Promise.resolve(void logged.push(...presented)),
};
const parts = {
  dataFolder,
  now: () => '2026-05-01T10:00:00.000Z',
  records: () => Promise.resolve(records as unknown as Records),
};

function uploaded(name: string, content: string) {
  const path = join(dataFolder, `upload-${name}`);
  writeFileSync(path, content);
  return { path, name };
}

test('uploads go on in the background one after the other, end with what became of each file, and leave no file behind', async () => {
  const links =
    'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n900001,900002,Mere School,Predecessor,01-09-2020\n';
  const first = startImport(
    parts,
    officer,
    [uploaded('a.csv', links), uploaded('b.csv', 'x,y\n1,2\n')],
    {},
    [],
  );
  const second = startImport(parts, officer, [uploaded('a.csv', links)], {}, [
    { name: 'big', why: 'too large' },
  ]);
  assert.equal(readImportJob(parts, second.id).state.is, 'waiting');
  await importsEnded(dataFolder);
  const { state } = readImportJob(parts, first.id);
  assert.ok(state.is === 'done', JSON.stringify(state));
  assert.deepEqual(
    state.report.files.map(({ path, outcome }) => [path, outcome]),
    [
      ['a.csv', 'imported'],
      ['b.csv', 'set aside'],
    ],
  );
  const after = readImportJob(parts, second.id);
  assert.ok(after.state.is === 'done');
  assert.equal(after.state.report.files[0]?.outcome, 'already imported');
  assert.deepEqual(after.refused, [{ name: 'big', why: 'too large' }]);
  assert.deepEqual(logged, [officer.id], 'what was taken in is logged, and what was there is not again');
  for (const { id } of [first, second])
    assert.deepEqual(readdirSync(join(dataFolder, 'uploaded', id)), ['job.json']);
});

test('a job whose program ended says that nothing was imported, and its files are taken away', () => {
  const id = '20260501100000-00000000';
  const folder = join(dataFolder, 'uploaded', id);
  mkdirSync(join(folder, '0'), { recursive: true });
  writeFileSync(join(folder, '0', 'a.csv'), 'x');
  const job = {
    id,
    by: 'x',
    startedAt: parts.now(),
    fileNames: [],
    refused: [],
    state: { is: 'running', done: 0, of: 1 },
  };
  writeFileSync(join(folder, 'job.json'), JSON.stringify(job));
  forgetOldJobs(dataFolder);
  const { state } = readImportJob(parts, id);
  assert.ok(state.is === 'failed');
  assert.match(state.what, /Nothing of these files was imported/);
  assert.ok(!existsSync(join(folder, '0')));
});

const head: Person = {
  id: 'head',
  name: 'A head',
  roles: [{ role: 'headteacher', authority: 'norfolk', schools: ['900001'] }],
};

test('only who may import does, and a job that nobody started is not found', () => {
  const file = uploaded('c.csv', 'x');
  assert.throws(() => startImport(parts, head, [file], {}, []), {
    code: 'not-permitted',
  });
  for (const id of ['../../x', '20260501100000-ffffffff', ''])
    assert.throws(() => readImportJob(parts, id), { code: 'not-found' });
});
