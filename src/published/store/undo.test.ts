import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { readImports } from '#/published/actions/read-imports.ts';
import { undoImport } from '#/published/actions/undo-import.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import { ended } from './import-elsewhere.fixture.ts';
import { latestGraded, managementInformation, schoolRow, workshop } from './import.fixture.ts';
import { storeFolder } from './generations.ts';
import { openPublishedStore } from './open.ts';

const register = (schools: number, published: string, overall: string) =>
  managementInformation(
    Array.from({ length: schools }, (_, index) => {
      const urn = String(120_000 + index);
      return schoolRow(urn, latestGraded(`1${urn}`, urn, '11/06/2019', published, overall));
    }),
  );

const now = () => '2026-11-20T13:00:00.000Z';

/** What is known, without when it was imported. */
async function known(dataFolder: string) {
  const store = await openPublishedStore(dataFolder);
  try {
    const evidence = await store.evidence({ asAt: '2025-12-31', includeClosed: true });
    return { evidence, authorities: await store.authorities(), sources: await store.sources() };
  } finally {
    store.close();
  }
}

test('an import that is undone leaves what there was without it, is remembered, and can be imported again', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const parts = { dataFolder: work.dataFolder, now, published: work.store };
  const older = await work.write('older.csv', register(5, '12/07/2022', '3'));
  const newer = await work.write('newer.csv', register(8, '12/07/2023', '2'));
  await work.bringIn([older]);
  const before = await known(work.dataFolder);
  await work.bringIn([newer]);
  const after = await known(work.dataFolder);
  assert.deepEqual([before.evidence.length, after.evidence.length], [5, 8]);
  const id = after.sources.find(({ fileName }) => fileName === 'newer.csv')?.id ?? '';
  const { source, left } = await undoImport(parts, operator, id.slice(0, 8));
  assert.deepEqual([source.id, left], [id, 1]);
  assert.deepEqual(await known(work.dataFolder), before);
  assert.equal((await readdir(join(storeFolder(work.dataFolder), 'files'))).length, 1);
  const { imports, undone } = await readImports(parts);
  assert.deepEqual(
    imports.map((one) => one.source.fileName),
    ['older.csv'],
  );
  assert.deepEqual(undone, [
    {
      sha256: source.sha256,
      fileName: 'newer.csv',
      title: source.title,
      importedAt: source.importedAt,
      undoneAt: now(),
      undoneBy: operator.name,
      reason: '',
    },
  ]);
  await work.bringIn([newer]);
  assert.deepEqual(await known(work.dataFolder), after);
  assert.equal((await readImports(parts)).undone.length, 1, 'what was undone stays remembered');
  for (const each of after.sources) await undoImport(parts, operator, each.id);
  assert.deepEqual(await known(work.dataFolder), { evidence: [], authorities: [], sources: [] });
});

const head: Person = {
  id: 'head',
  name: 'A head',
  roles: [{ role: 'headteacher', authority: 'norfolk', schools: ['900001'] }],
};

test('only who may import may undo, and only what is there', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const parts = { dataFolder: work.dataFolder, now };
  await assert.rejects(undoImport(parts, operator, 'abc'), { code: 'not-found' });
  await work.bringIn([await work.write('mi.csv', register(2, '12/07/2022', '3'))]);
  const before = await known(work.dataFolder);
  await assert.rejects(undoImport(parts, head, 'abc'), { code: 'not-permitted' });
  await assert.rejects(undoImport(parts, operator, ''), { code: 'not-found' });
  assert.deepEqual(await known(work.dataFolder), before);
});

test('of two who undo the same import at once one does so, and the other is told', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const parts = { dataFolder: work.dataFolder, now };
  await work.bringIn([await work.write('mi.csv', register(50, '12/07/2022', '3'))]);
  const [source] = (await known(work.dataFolder)).sources;
  const both = await Promise.allSettled([1, 2].map(() => undoImport(parts, operator, source?.id ?? '')));
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  assert.ok(['import-in-progress', 'not-found'].includes((refused?.reason as { code: string }).code));
  assert.deepEqual((await known(work.dataFolder)).sources, []);
});

test('killed at any moment, undoing has happened or has not, and can be done again', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  await work.bringIn([
    await work.write('older.csv', register(40, '12/07/2022', '3')),
    await work.write('newer.csv', register(80, '12/07/2023', '2')),
  ]);
  const before = await known(work.dataFolder);
  const id = before.sources.find(({ fileName }) => fileName === 'newer.csv')?.id ?? '';
  const undoElsewhere = (folder: string) =>
    spawn(process.execPath, [join(import.meta.dirname, 'undo-elsewhere.fixture.ts'), folder, id], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const began = performance.now();
  const untouched = `${work.dataFolder}-untouched`;
  await cp(work.dataFolder, untouched, { recursive: true });
  assert.deepEqual(await ended(undoElsewhere(untouched)), { code: 0, printed: 'undone' });
  const usual = performance.now() - began;
  for (let moment = 1; moment <= 3; moment += 1) {
    const folder = `${work.dataFolder}-${moment}`;
    await cp(work.dataFolder, folder, { recursive: true });
    const child = undoElsewhere(folder);
    const end = ended(child);
    await wait((usual * moment) / 3);
    child.kill('SIGKILL');
    await end;
    const there = await known(folder);
    assert.ok([40, 80].includes(there.evidence.length), `killed at moment ${moment}`);
    if (there.evidence.length === 80) {
      assert.deepEqual(there, before);
      await undoImport({ dataFolder: folder, now }, operator, id);
    }
    assert.equal((await known(folder)).evidence.length, 40);
  }
});

test('each import says what it tells and how much of that is used', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  await work.bringIn([
    await work.write('older.csv', register(5, '12/07/2022', '3')),
    await work.write('newer.csv', register(8, '12/07/2023', '2')),
    await work.write(
      'ks4.csv',
      'RECTYPE,LEA,URN,TPUP,ATT8SCR,PTAC5EM_PTQ_EE\n1,926,120001,100,48.2,50%\n1,926,120002,100,50,51%\n',
    ),
  ]);
  const { imports } = await readImports({ dataFolder: work.dataFolder, published: work.store });
  const effect = (name: string) => imports.find(({ source }) => source.fileName === name)?.effect;
  assert.deepEqual(effect('older.csv'), {
    schools: 5,
    told: [
      { what: 'inspections', facts: 5, deciding: 0 },
      { what: 'schools in the register', facts: 5, deciding: 0 },
    ],
    contradicted: 0,
  });
  assert.deepEqual(
    effect('newer.csv')?.told.map(({ facts, deciding }) => [facts, deciding]),
    [
      [8, 8],
      [8, 8],
    ],
  );
  assert.deepEqual(
    effect('ks4.csv')?.told.map(({ what, facts, deciding }) => [what, facts, deciding]),
    [['results', 2, 2]],
  );
});

test('two files of one release that give a school different numbers both say so, and the same one wins in any order', async () => {
  const header = 'RECTYPE,LEA,URN,TPUP,ATT8SCR,PTAC5EM_PTQ_EE';
  const files = [
    ['one.csv', `${header}\n1,926,120001,100,48.2,50%\n1,926,120002,90,45,60%\n`],
    ['two.csv', `${header}\n1,926,120001,100,51.9,50%\n1,926,120002,90,45,60%\n`],
  ] as const;
  const winners = new Set<number | null>();
  for (const order of [files, files.toReversed()]) {
    const work = await workshop();
    try {
      await work.bringIn([await work.write('mi.csv', register(3, '12/07/2022', '3'))]);
      for (const [name, text] of order) await work.bringIn([await work.write(name, text)]);
      const store = await work.store();
      const [, school] = await store.evidence({ asAt: '2025-12-31' });
      const told = school?.values.find(({ measure }) => measure === 'ks4-attainment-8')?.value;
      const won = told !== undefined && 'number' in told ? told.number : null;
      winners.add(won);
      for (const source of (await store.sources()).filter(({ layout }) => layout === 'key-stage-4')) {
        assert.equal(source.problems, 1);
        const [problem] = await store.problems(source.id);
        const own = source.fileName === 'one.csv' ? 48.2 : 51.9;
        assert.match(
          problem?.what ?? '',
          own === won ? /this file’s number is used/ : /the other file’s number is used/,
        );
        assert.match(problem?.what ?? '', /School 120001 has .* in “(one|two)\.csv”/);
        assert.equal(problem?.row, 2);
      }
    } finally {
      await work.remove();
    }
  }
  assert.equal(winners.size, 1);
  assert.ok(winners.has(48.2) || winners.has(51.9));
});
