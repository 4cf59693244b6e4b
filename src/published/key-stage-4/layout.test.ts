import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, managementInformation, schoolRow, workshop } from '#/published/store/import.fixture.ts';

const header = [
  ...[
    'RECTYPE',
    'LEA',
    'URN',
    'TPUP',
    'GPUP',
    'KS2APS',
    'TPRIORLO',
    'TFSM6CLA1A',
    'TNOTFSM6CLA1A',
    'ATT8SCR',
  ],
  ...['P8PUP', 'P8MEA', 'P8CILOW', 'P8CIUPP', 'P8PUP_FSM6CLA1A', 'P8MEA_FSM6CLA1A', 'P8CILOW_FSM6CLA1A'],
  ...['P8CIUPP_FSM6CLA1A', 'ATT8SCR_FSM6CLA1A', 'ATT8SCR_NFSM6CLA1A', 'ATT8SCR_LO', 'PTL2BASICS_95'],
  ...['PGL2BASICS_95', 'PTBASICSLO_95', 'PGEBACC_E_PTQ_EE', 'EBACCAPS', 'EBACCAPS_FSM6CLA1A', 'ATT8SCR_17'],
];

const school = {
  RECTYPE: '1',
  LEA: '926',
  URN: '130001',
  TPUP: '180',
  GPUP: '92',
  KS2APS: '28.1',
  TPRIORLO: '21',
  TFSM6CLA1A: '40',
  TNOTFSM6CLA1A: '140',
  ATT8SCR: '45.1',
  P8PUP: '172',
  P8MEA: '-0.11',
  P8CILOW: '-0.3',
  P8CIUPP: '0.08',
  P8PUP_FSM6CLA1A: '38',
  P8MEA_FSM6CLA1A: '-0.6',
  P8CILOW_FSM6CLA1A: '-1.01',
  P8CIUPP_FSM6CLA1A: '-0.19',
  ATT8SCR_FSM6CLA1A: '35.2',
  ATT8SCR_NFSM6CLA1A: '47.9',
  ATT8SCR_LO: 'SUPP',
  PTL2BASICS_95: '41%',
  PGL2BASICS_95: '44%',
  PTBASICSLO_95: '',
  PGEBACC_E_PTQ_EE: '38%',
  EBACCAPS: '3.9',
  EBACCAPS_FSM6CLA1A: '3.01',
};

async function imported(
  context: { after: (work: () => Promise<void>) => void },
  row: Readonly<Record<string, string>>,
) {
  const work = await workshop();
  context.after(work.remove);
  const register = managementInformation([schoolRow('130001', { 'Ofsted phase': 'Secondary' })]);
  await work.bringIn([await work.write('register.csv', register)], { asAt: '2017-09-01' });
  const { files } = await work.bringIn([await work.write('ks4.csv', csv(header, [row]))]);
  const [file] = files;
  assert.ok(file?.outcome === 'imported', JSON.stringify(file));
  const [evidence] = await (await work.store()).evidence({ asAt: '2019-03-01' });
  return { file, values: evidence?.values ?? [] };
}

test('each group’s results come with its own pupils and interval, and a blank cell of a group gives no value', async (context) => {
  const { file, values } = await imported(context, school);
  assert.deepEqual([file.source.year, file.source.status, file.problems], [2018, 'final', []]);
  assert.deepEqual(
    values.map(({ measure, group, value, cohort, interval }) => [
      measure.replace('ks4-', ''),
      group,
      'number' in value ? value.number : value.missing,
      cohort,
      interval,
    ]),
    [
      ['attainment-8', 'all', 45.1, 180, null],
      ['attainment-8', 'disadvantaged', 35.2, 40, null],
      ['attainment-8', 'low prior attainment', 'suppressed', 21, null],
      ['attainment-8', 'not disadvantaged', 47.9, 140, null],
      ['ebacc-average-points', 'all', 3.9, 180, null],
      ['ebacc-average-points', 'disadvantaged', 3.01, 40, null],
      ['ebacc-entry', 'girls', 38, 92, null],
      ['english-maths-9-5', 'all', 41, 180, null],
      ['english-maths-9-5', 'girls', 44, 92, null],
      ['prior-attainment', 'all', 28.1, 180, null],
      ['progress-8', 'all', -0.11, 172, [-0.3, 0.08]],
      ['progress-8', 'disadvantaged', -0.6, 38, [-1.01, -0.19]],
    ],
  );
});

test('a number of a group that cannot be is told by its own column, and kept as not published', async (context) => {
  const { file, values } = await imported(context, { ...school, ATT8SCR_FSM6CLA1A: '352' });
  assert.deepEqual(
    file.problems.map(({ row, column }) => [row, column]),
    [[2, 'ATT8SCR_FSM6CLA1A']],
  );
  const told = values.find(
    ({ measure, group }) => measure === 'ks4-attainment-8' && group === 'disadvantaged',
  );
  assert.deepEqual(told?.value, { missing: 'not published', code: '352' });
});
