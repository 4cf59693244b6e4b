import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { importFiles } from '#/published/actions/import-files.ts';
import { rebuildIfOfAnotherForm, rebuildStore } from '#/published/actions/rebuild-store.ts';
import { ended, importElsewhere } from './import-elsewhere.fixture.ts';
import { latestGraded, managementInformation, schoolRow, silent, workshop } from './import.fixture.ts';
import { openPublishedStore } from './open.ts';
import { withImportLock, storeFolder } from './generations.ts';

/** A register of so many schools. */
function register(schools: number, published: string): string {
  return managementInformation(
    Array.from({ length: schools }, (_, index) => {
      const urn = String(120_000 + index);
      return schoolRow(urn, latestGraded(`1${urn}`, urn, '11/06/2019', published, '2'));
    }),
  );
}

async function schoolsIn(dataFolder: string): Promise<number> {
  const store = await openPublishedStore(dataFolder);
  try {
    return (await store.evidence({ asAt: '2025-12-31' })).length;
  } finally {
    store.close();
  }
}

test('an import killed at any moment leaves the store as it was or as it should be, and the next one works', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const before = await work.write('before.csv', register(50, '12/07/2022'));
  const after = await work.write('after.csv', register(2000, '12/07/2023'));
  await work.bringIn([before]);
  const began = performance.now();
  const untouched = `${work.dataFolder}-untouched`;
  await cp(work.dataFolder, untouched, { recursive: true });
  await ended(importElsewhere(untouched, [after]));
  const usual = performance.now() - began;
  const seen = new Set<number>();
  for (let moment = 1; moment <= 4; moment += 1) {
    const folder = `${work.dataFolder}-${moment}`;
    await cp(work.dataFolder, folder, { recursive: true });
    const child = importElsewhere(folder, [after]);
    const end = ended(child);
    await wait((usual * moment) / 4.2);
    child.kill('SIGKILL');
    await end;
    const schools = await schoolsIn(folder);
    assert.ok(schools === 50 || schools === 2000, `killed at moment ${moment}: ${schools} schools`);
    seen.add(schools);
    await importFiles({
      dataFolder: folder,
      paths: [after],
      now: () => '2026-11-20T12:00:00.000Z',
      terminal: silent,
    });
    assert.equal(await schoolsIn(folder), 2000);
    const left = (await readdir(storeFolder(folder))).sort();
    assert.equal(left.filter((name) => name.startsWith('generation-')).length, 1, left.join(', '));
    assert.ok(!left.some((name) => name.startsWith('draft')), left.join(', '));
    assert.equal((await readdir(join(storeFolder(folder), 'files'))).length, 2);
  }
  assert.ok(seen.has(50), 'at least one import was killed before its end');
});

test('while one import runs, another is told so and changes nothing', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const file = await work.write('file.csv', register(10, '12/07/2022'));
  const folder = storeFolder(work.dataFolder);
  await withImportLock(folder, async () => {
    const other = await ended(importElsewhere(work.dataFolder, [file]));
    assert.deepEqual(other, { code: 2, printed: 'import-in-progress' });
    await assert.rejects(work.bringIn([file]), { code: 'import-in-progress' });
  });
  assert.equal(await schoolsIn(work.dataFolder), 0);
  await work.bringIn([file]);
  assert.equal(await schoolsIn(work.dataFolder), 10);
});

test('a reader that is open sees the next import whole, and the one before until then', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  await work.bringIn([await work.write('one.csv', register(10, '12/07/2022'))]);
  const store = await work.store();
  const count = async () => (await store.evidence({ asAt: '2025-12-31' })).length;
  assert.equal(await count(), 10);
  const next = work.bringIn([await work.write('two.csv', register(20, '12/07/2023'))]);
  const during = await Promise.all([count(), count(), count()]);
  assert.ok(during.every((schools) => schools === 10 || schools === 20));
  await next;
  assert.equal(await count(), 20);
});

test('the same file twice changes nothing; with another statement it is dated anew', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const file = await work.write(
    'ks4.csv',
    'RECTYPE,LEA,URN,TPUP,ATT8SCR,PTAC5EM_PTQ_EE\n1,926,120001,100,48.2,50%\n',
  );
  await work.bringIn([file]);
  const store = await work.store();
  const [first] = await store.sources();
  const generations = await readdir(storeFolder(work.dataFolder));
  const again = await work.bringIn([file]);
  assert.equal(again.files[0]?.outcome, 'already imported');
  assert.deepEqual(await readdir(storeFolder(work.dataFolder)), generations);
  assert.deepEqual(await store.sources(), [first]);
  assert.deepEqual([first?.status, first?.knownOn], ['not stated', '2017-01-19']);
  await work.bringIn([file], { status: 'provisional' });
  const [dated, ...others] = await store.sources();
  assert.deepEqual([dated?.status, dated?.knownOn, others.length], ['provisional', '2016-10-13', 0]);
});

test('the store can be rebuilt from the files it remembers, with what was stated of them', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  await work.bringIn([await work.write('register.csv', register(10, '12/07/2022'))]);
  await work.bringIn(
    [await work.write('ks4.csv', 'RECTYPE,LEA,URN,TPUP,ATT8SCR,PTAC5EM_PTQ_EE\n1,926,120001,100,48.2,50%\n')],
    { status: 'provisional' },
  );
  const store = await work.store();
  const before = { sources: await store.sources(), evidence: await store.evidence({ asAt: '2025-12-31' }) };
  await rebuildStore({ dataFolder: work.dataFolder, terminal: silent });
  assert.deepEqual(
    { sources: await store.sources(), evidence: await store.evidence({ asAt: '2025-12-31' }) },
    before,
  );
});

const mountable = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;

test(
  'on a full disk the import says so and what was there stays',
  { skip: mountable ? false : 'needs root, to make a small disk' },
  async (context) => {
    const work = await workshop();
    const folder = `${work.dataFolder}-small`;
    await mkdir(folder, { recursive: true });
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', folder]).status !== 0) {
      await work.remove();
      context.skip('a small disk cannot be made here');
      return;
    }
    context.after(async () => {
      spawnSync('umount', ['-l', folder]);
      await work.remove();
    });
    const before = await work.write('before.csv', register(50, '12/07/2022'));
    const after = await work.write('after.csv', register(80_000, '12/07/2023'));
    assert.equal((await ended(importElsewhere(folder, [before]))).code, 0);
    assert.deepEqual(await ended(importElsewhere(folder, [after])), { code: 2, printed: 'disk-full' });
    assert.equal(await schoolsIn(folder), 50);
    const small = await work.write('small.csv', register(60, '12/07/2023'));
    assert.equal((await ended(importElsewhere(folder, [small]))).code, 0);
    assert.equal(await schoolsIn(folder), 60);
  },
);

test('a store of another version is refused with what to do, and made again from its files', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const file = await work.write('file.csv', register(10, '12/07/2022'));
  await work.bringIn([file]);
  const current = join(storeFolder(work.dataFolder), 'current');
  const pointer = JSON.parse(await readFile(current, 'utf8')) as object;
  await writeFile(current, JSON.stringify({ ...pointer, form: 'of-another-one' }));
  await assert.rejects(schoolsIn(work.dataFolder), { code: 'store-of-another-version' });
  await assert.rejects(work.bringIn([file]), { code: 'store-of-another-version' });
  assert.equal(await rebuildIfOfAnotherForm({ dataFolder: work.dataFolder, terminal: silent }), true);
  assert.equal(await schoolsIn(work.dataFolder), 10);
  assert.equal(await rebuildIfOfAnotherForm({ dataFolder: work.dataFolder, terminal: silent }), false);
});
