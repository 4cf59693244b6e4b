import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  managementInformation,
  latestGraded,
  schoolRow,
  workshop,
} from '#/published/store/import.fixture.ts';

const register = managementInformation([
  schoolRow('120001', latestGraded('1', '120001', '11/06/2012', '12/07/2012', '2')),
  schoolRow('120002'),
]);
const england2019 = ['NAT,PRI,,4,8.2', 'NAT,SEC,,5.5,13.7', 'NAT,SPE,,10.1,28.8'];
const table = (persistent: string, ...rows: readonly string[]) =>
  `${[`LA,ESTAB,URN,PERCTOT,${persistent}`, ...rows].join('\r\n')}\r\n`;

async function imported(context: TestContext, files: readonly string[], stated = {}) {
  const work = await workshop();
  context.after(work.remove);
  const paths = [await work.write('register.csv', register)];
  for (const [index, content] of files.entries()) paths.push(await work.write(`${index}.csv`, content));
  await work.bringIn(paths.slice(0, 1));
  const { files: told } = await work.bringIn(paths.slice(1), stated);
  return { told, store: await work.store() };
}

test('England’s rows by kind of school give the year; they are no school and are kept as England’s', async (context) => {
  const { told, store } = await imported(context, [
    table('PPERSABS10', '926,2001,120001,4.4,11.8', '926,2002,120002,3.9,SUPP', ...england2019),
  ]);
  const [file] = told;
  assert.ok(file?.outcome === 'imported', JSON.stringify(file));
  const { year, yearBasis, knownOn, rowsRead, rowsKept, problems } = file.source;
  assert.deepEqual(
    [year, yearBasis, knownOn, rowsRead, rowsKept, problems],
    [2019, 'agrees with England’s published figures', '2020-03-26', 5, 5, 0],
  );
  const evidence = await store.evidence({ asAt: '2020-03-26' });
  assert.deepEqual(
    evidence.map(({ values }) => values.map(({ measure, value, cohort }) => [measure, value, cohort])),
    [
      [
        ['absence-overall', { number: 4.4 }, null],
        ['absence-persistent-10', { number: 11.8 }, null],
      ],
      [
        ['absence-overall', { number: 3.9 }, null],
        ['absence-persistent-10', { missing: 'suppressed', code: 'SUPP' }, null],
      ],
    ],
  );
  assert.deepEqual((await store.evidence({ asAt: '2020-03-25' }))[0]?.values, [], 'not known a day earlier');
});

test('persistent absence at 15% and at 10% are two measures, whatever the years', async (context) => {
  const { told, store } = await imported(context, [
    table('PPERSABS15', '926,2001,120001,5.4,6', 'NAT,PRI,,4.8,3.6', 'NAT,SEC,,5.8,6.5'),
    table('PPERSABS10', '926,2001,120001,4.4,11.8', ...england2019),
  ]);
  assert.deepEqual(
    told.map((file) => file.outcome === 'imported' && file.source.year),
    [2013, 2019],
  );
  const [school] = await store.evidence({ asAt: '2025-01-01' });
  assert.deepEqual(
    school?.values
      .filter(({ measure }) => measure !== 'absence-overall')
      .map(({ year, measure }) => [year, measure]),
    [
      [2013, 'absence-persistent-15'],
      [2019, 'absence-persistent-10'],
    ],
  );
});

test('without England’s rows the year has to be said, and a year of the other definition is refused', async (context) => {
  const alone = table('PPERSABS10', '926,2001,120001,4.4,11.8');
  const { told } = await imported(context, [alone]);
  assert.ok(told[0]?.outcome === 'set aside');
  assert.match(told[0].whatToDo, /--year/);
  const { told: stated } = await imported(context, [alone], { year: 2018 });
  assert.ok(stated[0]?.outcome === 'imported');
  assert.equal(stated[0].source.yearBasis, 'stated by the person');
  const { told: refused } = await imported(context, [alone], { year: 2013 });
  assert.ok(refused[0]?.outcome === 'set aside');
  assert.match(refused[0].what, /contradicts/);
});

test('rates that cannot be, rows without a school and schools told twice are told with their row', async (context) => {
  const { told } = await imported(context, [
    table(
      'PPERSABS10',
      '926,2001,120001,140,11.8',
      '926,2002,120002,3.9,8',
      '926,2002,120002,3.9,8',
      '926,2003,,3.9,8',
      ...england2019,
    ),
  ]);
  assert.ok(told[0]?.outcome === 'imported');
  assert.deepEqual(told[0].source.setAside, [
    { reason: 'no reference number (URN)', rows: 1 },
    { reason: 'the same school a second time', rows: 1 },
  ]);
  assert.deepEqual(
    told[0].problems.map(({ row, column }) => [row, column]),
    [
      [2, 'PERCTOT'],
      [4, 'URN'],
      [5, 'URN'],
    ],
  );
});
