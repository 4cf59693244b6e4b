import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, managementInformation, schoolRow, workshop } from './import.fixture.ts';

const ks4 = ['RECTYPE', 'LEA', 'URN', 'TPUP', 'ATT8SCR', 'PTL2BASICS_95', 'TFSM6CLA1A', 'ATT8SCR_FSM6CLA1A'];
/** Columns of the year before, which tables have from the revised ones on. */
const repeating = [...ks4, 'ATT8SCR_17'];

const school = (urn: string, score: string, more: Readonly<Record<string, string>> = {}) => ({
  RECTYPE: '1',
  LEA: '926',
  URN: urn,
  TPUP: '180',
  ATT8SCR: score,
  PTL2BASICS_95: '40%',
  TFSM6CLA1A: '40',
  ATT8SCR_FSM6CLA1A: '36',
  ATT8SCR_17: '44',
  ...more,
});

/** England’s own row, near what was published for 2018. */
const england = {
  RECTYPE: '7',
  TPUP: '523636',
  ATT8SCR: '46.5',
  PTL2BASICS_95: '43.3%',
  ATT8SCR_17: '46.3',
  TFSM6CLA1A: '141134',
  ATT8SCR_FSM6CLA1A: '36.7',
};

const register = managementInformation(
  ['130001', '130002'].map((urn) => schoolRow(urn, { 'Ofsted phase': 'Secondary' })),
);

async function opened(context: { after: (work: () => Promise<void>) => void }) {
  const work = await workshop();
  context.after(work.remove);
  const paths = {
    register: await work.write('register.csv', register),
    provisional: await work.write('a.csv', csv(ks4, [school('130001', '45.0'), england])),
    revised: await work.write('b.csv', csv(repeating, [school('130001', '45.6'), england])),
    final: await work.write('c.csv', csv(repeating, [school('130001', '45.7'), england])),
  };
  const bringIn = {
    register: () => work.bringIn([paths.register], { asAt: '2017-09-01' }),
    provisional: () => work.bringIn([paths.provisional], { year: 2018, status: 'provisional' }),
    revised: () => work.bringIn([paths.revised], { status: 'revised' }),
    final: () => work.bringIn([paths.final]),
  };
  const score = async (asAt: string) => {
    const [evidence] = await (await work.store()).evidence({ asAt, urns: ['130001'] });
    const value = evidence?.values.find(
      ({ measure, group }) => measure === 'ks4-attainment-8' && group === 'all',
    );
    return value === undefined ? null : [value.value, value.status];
  };
  return { work, bringIn, score };
}

for (const order of [
  ['register', 'provisional', 'revised', 'final'],
  ['final', 'revised', 'provisional', 'register'],
] as const) {
  test(`provisional, revised and final of one year stay apart, the firmest known is used: ${order.join(', ')}`, async (context) => {
    const { work, bringIn, score } = await opened(context);
    for (const release of order) {
      const { files } = await bringIn[release]();
      assert.ok(
        files.every(({ outcome }) => outcome === 'imported'),
        JSON.stringify(files),
      );
    }
    assert.deepEqual(await score('2018-10-01'), null, 'before anything of the year was known');
    assert.deepEqual(await score('2018-11-30'), [{ number: 45 }, 'provisional']);
    assert.deepEqual(await score('2019-03-01'), [{ number: 45.7 }, 'final']);
    const sources = await (await work.store()).sources();
    assert.deepEqual(
      sources.flatMap(({ year, status }) => (year === null ? [] : [`${year} ${status}`])).toSorted(),
      ['2018 final', '2018 provisional', '2018 revised'],
    );
  });
}

test('a release in several files adds up: schools of each region, columns of each part, England once', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const authority = (code: string, score: string) => ({
    ...england,
    RECTYPE: '4',
    LEA: code,
    ATT8SCR: score,
  });
  const more = ['RECTYPE', 'LEA', 'URN', 'TPUP', 'P8PUP', 'P8MEA', 'P8CILOW', 'P8CIUPP', 'P8MEA_17'];
  await work.bringIn([await work.write('register.csv', register)], { asAt: '2017-09-01' });
  const { files } = await work.bringIn([
    await work.write(
      'east.csv',
      csv(repeating, [school('130001', '45.0'), authority('926', '45.3'), england]),
    ),
    await work.write(
      'west.csv',
      csv(repeating, [school('130002', '48.0', { LEA: '873' }), authority('873', '48.1'), england]),
    ),
    await work.write(
      'progress.csv',
      csv(more, [
        {
          RECTYPE: '1',
          LEA: '926',
          URN: '130001',
          TPUP: '180',
          P8PUP: '170',
          P8MEA: '-0.2',
          P8CILOW: '-0.4',
          P8CIUPP: '0',
          P8MEA_17: '-0.1',
        },
      ]),
    ),
  ]);
  assert.ok(
    files.every(({ outcome }) => outcome === 'imported'),
    JSON.stringify(files),
  );
  const store = await work.store();
  const [first] = await store.evidence({ asAt: '2019-03-01', urns: ['130001'] });
  assert.deepEqual(
    first?.values.flatMap(({ measure, group, value, cohort }) =>
      'number' in value ? [[measure, group, value.number, cohort]] : [],
    ),
    [
      ['ks4-attainment-8', 'all', 45, 180],
      ['ks4-attainment-8', 'disadvantaged', 36, 40],
      ['ks4-english-maths-9-5', 'all', 40, 180],
      ['ks4-progress-8', 'all', -0.2, 170],
    ],
  );
  const aggregates = await store.aggregates({
    asAt: '2019-03-01',
    measures: ['ks4-attainment-8'],
    groups: ['all', 'disadvantaged'],
  });
  assert.deepEqual(
    aggregates.map(({ level, authority, group, value, cohort }) => [level, authority, group, value, cohort]),
    [
      ['England, state-funded', null, 'all', { number: 46.5 }, 523_636],
      ['England, state-funded', null, 'disadvantaged', { number: 36.7 }, 141_134],
      ['authority', 'cambridgeshire', 'all', { number: 48.1 }, 523_636],
      ['authority', 'cambridgeshire', 'disadvantaged', { number: 36.7 }, 141_134],
      ['authority', 'norfolk', 'all', { number: 45.3 }, 523_636],
      ['authority', 'norfolk', 'disadvantaged', { number: 36.7 }, 141_134],
    ],
  );
  const norfolk = await store.aggregates({ asAt: '2019-03-01', authorities: ['norfolk'], groups: ['all'] });
  assert.deepEqual(new Set(norfolk.map(({ authority }) => authority)), new Set([null, 'norfolk']));
  assert.deepEqual(await store.aggregates({ asAt: '2018-09-01' }), [], 'nothing before it was known');
});

test('of two files of one release the one that says more is used: why there is no number, and of how many pupils', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  await work.bringIn([await work.write('register.csv', register)], { asAt: '2017-09-01' });
  const cut = ['RECTYPE', 'LEA', 'URN', 'ATT8SCR', 'ATT8SCR_17'];
  await work.bringIn([
    await work.write(
      'cut.csv',
      csv(cut, [school('130001', '45.0'), { ...school('130002', ''), ATT8SCR_17: '' }]),
    ),
    await work.write('whole.csv', csv(repeating, [school('130001', '45.0'), school('130002', 'SUPP')])),
  ]);
  const evidence = await (await work.store()).evidence({ asAt: '2019-03-01' });
  const [first, second] = evidence.map(({ values }) =>
    values.find(({ measure, group }) => measure === 'ks4-attainment-8' && group === 'all'),
  );
  assert.deepEqual([first?.value, first?.cohort], [{ number: 45 }, 180]);
  assert.deepEqual(second?.value, { missing: 'suppressed', code: 'SUPP' });
});
