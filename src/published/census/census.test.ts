import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  managementInformation,
  latestGraded,
  schoolRow,
  workshop,
} from '#/published/store/import.fixture.ts';

const register = managementInformation([
  schoolRow('120001', latestGraded('1', '120001', '11/06/2015', '12/07/2015', '2')),
  schoolRow('120002'),
]);

/** The layout of 2018/19, and that of 2024/25 with its signs, its new column and its misspelt one. */
const header2019 =
  '\uFEFFURN,LA,ESTAB,SCHOOLTYPE,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCFL,NUMFSM,NUMFSMEVER,PNUMFSMEVER';
const header2025 =
  '\uFEFFURN,LA,Estab,SCHOOLTYPE,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCLF,NUMFSM,NUMFSMEVER,NORFSMEVER,PNUMFSMEVER';
/** England's rows with so many per cent of 100,000 pupils of another first language, and with free school meals. */
const england = (header: string, eal: readonly number[], meals: readonly number[]) =>
  ['PRI', 'SEC', 'SPE'].map((kind, index) =>
    header
      .slice(1)
      .split(',')
      .map((name) => {
        if (name === 'URN') return 'NAT';
        if (name.toUpperCase() === 'ESTAB') return kind;
        if (name === 'NOR') return '100000';
        if (name === 'NUMEAL') return String((eal[index] ?? 15) * 1000);
        return name === 'NUMFSM' ? String((meals[index] ?? 38) * 1000) : '';
      })
      .join(','),
  );
const england2019 = england(header2019, [21.2, 16.9], [15.8, 14.1]);

async function imported(context: TestContext, ...files: readonly (readonly string[])[]) {
  const work = await workshop();
  context.after(work.remove);
  const paths = [await work.write('register.csv', register)];
  for (const [index, lines] of files.entries())
    paths.push(await work.write(`${index}.csv`, `${lines.join('\r\n')}\r\n`));
  await work.bringIn(paths.slice(0, 1));
  const { files: told } = await work.bringIn(paths.slice(1));
  return { told, store: await work.store() };
}

test('pupils are counts out of those on roll; free meals in six years out of reception to year 11, in every layout', async (context) => {
  const { told, store } = await imported(
    context,
    [
      header2019,
      '120001,926,2001,State-funded primary,285,141,144,49.5,50.5,5,1.8,50,17.5,141,143,1,49.5,50.2,0.4,32,38,16.2',
      '120002,926,2002,State-funded primary,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA',
      '120009,926,6009,Independent school,752,752,0,100,0,0,0,58,7.7,NA,NA,NA,NA,NA,NA,NA,NA,NA',
      ...england2019,
    ],
    [
      header2025,
      '120001,926,2001,State-funded primary,249,112,137,44.98%,55.02%,12,4.82%,45,18.07%,150,99,0,60.20%,39.80%,0,58,52,209,24.88%',
      '120009,926,6009,Independent school,780,780,0,100.00%,0.00%,0,0.00%,99,12.69%,,,,,,,,NA,NA,0.00%',
      ...england(header2025, [23.4, 19.2], [24.7, 25.8]),
    ],
  );
  assert.deepEqual(
    told.map((file) => file.outcome === 'imported' && [file.source.year, file.source.setAside]),
    [
      [2019, [{ reason: 'not a state-funded school', rows: 1 }]],
      [2025, [{ reason: 'not a state-funded school', rows: 1 }]],
    ],
  );
  const [first, second] = await store.evidence({ asAt: '2026-01-01' });
  const told2 = (year: number) =>
    first?.values
      .filter((value) => value.year === year)
      .map(({ measure, value, cohort }) => [measure, 'number' in value ? value.number : value.code, cohort]);
  assert.deepEqual(told2(2019), [
    ['pupils-eal', 141, 285],
    ['pupils-free-meals', 32, 285],
    // 38 are 16.2% of 235.
    ['pupils-free-meals-ever', 38, 235],
    ['pupils-on-roll', 285, 285],
    ['pupils-sen-plan', 5, 285],
    ['pupils-sen-support', 50, 285],
  ]);
  assert.deepEqual(told2(2025)?.[2], ['pupils-free-meals-ever', 52, 209]);
  assert.deepEqual(
    second?.values.map(({ value }) => value),
    Array.from({ length: 6 }, () => ({ missing: 'not applicable', code: 'NA' })),
  );
});

test('a count that is none is told with its row, and the year asked for where nothing gives it away', async (context) => {
  const row = (nor: string) =>
    `120001,926,2001,State-funded primary,${nor},141,144,49.5,50.5,5,1.8,50,17.5,141,143,1,49.5,50.2,0.4,32,38,16.2`;
  const { told } = await imported(
    context,
    [header2019, row('many'), ...england2019],
    [header2019, row('285')],
    [header2019, row('285'), ...england(header2019, [21.2, 16.9], [18, 14.1])],
  );
  assert.ok(told[0]?.outcome === 'imported');
  assert.deepEqual(
    told[0].problems.map(({ row: at, column }) => [at, column]),
    [[2, 'NOR']],
  );
  for (const file of told.slice(1)) {
    assert.ok(file.outcome === 'set aside');
    assert.match(file.whatToDo, /--year/);
  }
});
