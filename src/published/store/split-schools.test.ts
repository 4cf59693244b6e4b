import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, headerOf, latestGraded, managementInformation, schoolRow, workshop } from './import.fixture.ts';

test('a school that parted from another shares its past, and nothing of what the other did afterwards', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const inspection = (number: string, start: string, published: string, overall: string) => ({
    ...latestGraded(number, '120001', start, published, overall),
    'School open date': '01/04/2014',
  });
  const tables = (year: string, percentage: string) =>
    ['RECTYPE,LEA,URN,TELIG,PTRWM_EXP', `1,926,120001,30,${percentage}%`]
      .join('\n')
      .replace('EXP\n', `EXP,READPROG_${year}\n`)
      .replace(/%$/, '%,1');
  const { files } = await work.bringIn([
    await work.write(
      '2019.csv',
      managementInformation([schoolRow('120001', inspection('1', '11/06/2019', '12/07/2019', '2'))]),
    ),
    await work.write(
      '2024.csv',
      managementInformation([
        schoolRow('120001', inspection('2', '02/07/2024', '10/11/2024', '3')),
        schoolRow('120002', { 'School open date': '01/01/2024' }),
      ]),
    ),
    await work.write('ks2-2018.csv', tables('17', '60')),
    await work.write('ks2-2024.csv', tables('23', '50')),
    await work.write(
      'links.csv',
      csv(headerOf('gias-links'), [
        {
          URN: '120002',
          LinkURN: '120001',
          LinkName: 'School 120001',
          LinkType: 'Predecessor - Split School',
          LinkEstablishedDate: '31-12-2023',
        },
      ]),
    ),
  ]);
  for (const file of files) assert.ok(file.outcome === 'imported', JSON.stringify(file));
  const [stayed, parted] = await (await work.store()).evidence({ asAt: '2025-01-31' });
  const told = (school: typeof stayed) => [
    school?.inspections.map(({ startedOn, ofThisSchool }) => [startedOn, ofThisSchool]),
    school?.values.map(({ year }) => year),
  ];
  assert.deepEqual(told(stayed), [
    [
      ['2024-07-02', true],
      ['2019-06-11', true],
    ],
    [2018, 2024],
  ]);
  assert.deepEqual(told(parted), [[['2019-06-11', false]], [2018]]);
});
