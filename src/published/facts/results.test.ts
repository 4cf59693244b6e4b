import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  latestGraded,
  managementInformation,
  schoolRow,
  workshop,
} from '#/published/store/import.fixture.ts';

const codes: readonly (readonly [string, string])[] = [
  ['SUPP', 'suppressed'],
  ['SP', 'suppressed'],
  ['c', 'suppressed'],
  ['NE', 'not applicable'],
  ['NA', 'not applicable'],
  ['NEW', 'not applicable'],
  ['z', 'not applicable'],
  ['NP', 'not published'],
  ['LOWCOV', 'not published'],
  ['x', 'not published'],
  ['u', 'not published'],
  ['-', 'not published'],
  ['NULL', 'not published'],
  ['', 'not published'],
];

test('each code is kept as printed and typed by what it means; no code becomes a number', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const urn = (index: number) => String(120_001 + index);
  const graded = latestGraded('1', '120001', '11/06/2015', '12/07/2015', '2');
  const register = managementInformation(
    codes.map((_, index) => schoolRow(urn(index), index === 0 ? graded : {})),
  );
  const rows = codes.map(([code], index) => `1,926,${urn(index)},30,${code},1`);
  const { files } = await work.bringIn([
    await work.write('register.csv', register),
    await work.write('ks2.csv', ['RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG_16', ...rows].join('\n')),
  ]);
  assert.ok(files.every((file) => file.outcome === 'imported' && file.source.problems === 0));
  const evidence = await (await work.store()).evidence({ asAt: '2025-12-31' });
  assert.deepEqual(
    evidence.map(({ values }) => values[0]?.value),
    codes.map(([code, missing]) => ({ missing, code })),
  );
});

test('a number that cannot be and a code nobody knows are told, with row and column, and kept as not published', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const text = [
    'RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG,READPROG_LOWER,READPROG_UPPER,READPROG_16',
    '1,926,120001,30,250%,-1.5,-3.4,0.4,1',
    '1,926,120002,30,WHAT,infinity,,,1',
    '3,926,,60,61%,0.2,,,1',
  ].join('\n');
  const { files } = await work.bringIn([
    await work.write('ks2.csv', text),
    await work.write(
      'register.csv',
      managementInformation([
        schoolRow('120001', latestGraded('1', '120001', '11/06/2015', '12/07/2015', '2')),
        schoolRow('120002'),
      ]),
    ),
  ]);
  const [file] = files;
  assert.ok(file?.outcome === 'imported', JSON.stringify(file));
  assert.deepEqual(
    file.problems.map(({ row, column, severity }) => [row, column, severity]),
    [
      [2, 'PTRWM_EXP', 'warning'],
      [3, 'PTRWM_EXP', 'warning'],
      [3, 'READPROG', 'warning'],
    ],
  );
  const [first, second] = await (await work.store()).evidence({ asAt: '2025-12-31' });
  const progress = first?.values.find(({ measure }) => measure === 'ks2-reading-progress');
  assert.deepEqual(
    [progress?.value, progress?.interval, progress?.cohort, progress?.source.row],
    [{ number: -1.5 }, [-3.4, 0.4], 30, 2],
  );
  assert.deepEqual(
    second?.values.map(({ value }) => value),
    [
      { missing: 'not published', code: 'infinity' },
      { missing: 'not published', code: 'WHAT' },
    ],
  );
});
