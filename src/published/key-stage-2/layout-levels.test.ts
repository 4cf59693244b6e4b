import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, managementInformation, schoolRow, workshop } from '#/published/store/import.fixture.ts';

const header = [
  ...['RECTYPE', 'LEA', 'URN', 'TELIG', 'BELIG', 'GELIG', 'TKS1APS', 'TKS1EXP_L', 'TFSMCLA', 'TNOTFSMCLA'],
  ...['PTREADWRITTAMATX', 'PBREADWRITTAMATX', 'PGREADWRITTAMATX', 'PTREADWRITTAMATX_L'],
  ...['PTREADWRITTAMATX_FSMCLA', 'PTREADWRITTAMATAX', 'PT2READ12', 'PT2WRITTA12', 'PT2MATH12', 'PT2MATH12_G'],
];

const school = {
  RECTYPE: '1',
  LEA: '926',
  URN: '120001',
  TELIG: '30',
  BELIG: '16',
  GELIG: '14',
  TKS1APS: '15.6',
  TKS1EXP_L: '4',
  TFSMCLA: '8',
  TNOTFSMCLA: '22',
  PTREADWRITTAMATX: '70%',
  PBREADWRITTAMATX: '63%',
  PGREADWRITTAMATX: '79%',
  PTREADWRITTAMATX_L: 'SUPP',
  PTREADWRITTAMATX_FSMCLA: '50%',
  PTREADWRITTAMATAX: '20%',
  PT2READ12: '87%',
  PT2WRITTA12: '93%',
  PT2MATH12: '83%',
  PT2MATH12_G: '86%',
};

/** England's row of 2012/13: two levels of progress as published. */
const england = { RECTYPE: '4', TELIG: '524000', PT2READ12: '88%', PT2WRITTA12: '91%', PT2MATH12: '88%' };

async function imported(
  context: { after: (work: () => Promise<void>) => void },
  names: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
) {
  const work = await workshop();
  context.after(work.remove);
  await work.bringIn([await work.write('register.csv', managementInformation([schoolRow('120001')]))], {
    asAt: '2013-09-01',
  });
  const { files } = await work.bringIn([await work.write('levels.csv', csv(names, rows))]);
  const [file] = files;
  assert.ok(file !== undefined);
  return { file, store: await work.store() };
}

test('the tables in levels are read by year, measure and group, and join nothing since 2016', async (context) => {
  const { file, store } = await imported(context, header, [school, england]);
  assert.ok(file.outcome === 'imported', JSON.stringify(file));
  assert.deepEqual(
    [file.source.layout, file.source.year, file.source.yearBasis, file.source.problems],
    ['key-stage-2-levels', 2013, 'agrees with England’s published figures', 0],
  );
  const [evidence] = await store.evidence({ asAt: '2014-09-01' });
  assert.deepEqual(
    evidence?.values.map(({ measure, group, value, cohort }) => [
      measure,
      group,
      'number' in value ? value.number : value.missing,
      cohort,
    ]),
    [
      ['ks2-maths-two-levels', 'all', 83, 30],
      ['ks2-maths-two-levels', 'girls', 86, 14],
      ['ks2-prior-attainment', 'all', 15.6, 30],
      ['ks2-reading-two-levels', 'all', 87, 30],
      ['ks2-rwm-level-4', 'all', 70, 30],
      ['ks2-rwm-level-4', 'boys', 63, 16],
      ['ks2-rwm-level-4', 'disadvantaged', 50, 8],
      ['ks2-rwm-level-4', 'girls', 79, 14],
      ['ks2-rwm-level-4', 'low prior attainment', 'suppressed', 4],
      ['ks2-rwm-level-5', 'all', 20, 30],
      ['ks2-writing-two-levels', 'all', 93, 30],
    ],
  );
});

test('columns of 2014/15 have other names and give the year away', async (context) => {
  const renamed = (name: string) =>
    name
      .replace(/^TFSMCLA$/, 'TFSMCLA1A')
      .replace('FSMCLA', 'FSM6CLA1A')
      .replace('FSM6CLA1A1A', 'FSMCLA1A');
  const later = (row: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [renamed(name).replace(/12$/, ''), cell]));
  const names = header.map((name) => renamed(name).replace(/12$/, ''));
  const { file, store } = await imported(context, names, [later(school)]);
  assert.ok(file.outcome === 'imported', JSON.stringify(file));
  assert.deepEqual([file.source.year, file.source.yearBasis], [2015, 'columns']);
  const [evidence] = await store.evidence({ asAt: '2016-09-01' });
  const value = evidence?.values.find(({ group }) => group === 'disadvantaged');
  assert.deepEqual([value?.value, value?.cohort], [{ number: 50 }, 8]);
});

test('an authority’s row without its code and a share above 100 are told by row, and the rest is kept', async (context) => {
  const { file, store } = await imported(context, header, [
    { ...school, PTREADWRITTAMATX: '170%' },
    england,
    { RECTYPE: '3', PT2READ12: '85%' },
  ]);
  assert.ok(file.outcome === 'imported', JSON.stringify(file));
  assert.deepEqual(file.source.setAside, [{ reason: 'row of an authority without its code', rows: 1 }]);
  assert.deepEqual(
    file.problems.map(({ row, column, severity }) => [row, column, severity]),
    [
      [2, 'PTREADWRITTAMATX', 'warning'],
      [4, 'URN', 'error'],
    ],
  );
  const [evidence] = await store.evidence({ asAt: '2014-09-01' });
  const level4 = evidence?.values.find(
    ({ measure, group }) => measure === 'ks2-rwm-level-4' && group === 'all',
  );
  assert.deepEqual(level4?.value, { missing: 'not published', code: '170%' });
});

test('when nothing tells which year in levels it is, the file is not guessed at', async (context) => {
  const { file } = await imported(
    context,
    header.filter((name) => !name.endsWith('FSMCLA')),
    [school],
  );
  assert.ok(file.outcome === 'set aside');
  assert.match(file.what, /2012\/13, 2013\/14, 2014\/15/);
});
