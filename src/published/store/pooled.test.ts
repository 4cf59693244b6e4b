import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { csv, headerOf, schoolRow, managementInformation, workshop } from './import.fixture.ts';
import type { PublishedStore } from './published-store.ts';

const tables = (rows: readonly (readonly [urn: string, pupils: string, reached: string])[]): string =>
  `RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG\n${rows.map(([urn, pupils, share]) => `1,926,${urn},${pupils},${share},0.5`).join('\n')}\n`;

const suffolk = { 'Local authority': 'Suffolk' };

describe('results of many schools', () => {
  let work: Awaited<ReturnType<typeof workshop>>;
  let store: PublishedStore;
  const asAt = '2025-09-30';
  const asked = { asAt, measures: ['ks2-rwm-expected' as const], groups: ['all' as const] };

  before(async () => {
    work = await workshop();
    const register = managementInformation([
      schoolRow('120001'),
      schoolRow('120002'),
      schoolRow('120003', { 'Ofsted phase': 'Secondary' }),
      schoolRow('120010', suffolk),
      schoolRow('900001', { 'Local authority': 'Larkshire' }),
    ]);
    const links = csv(headerOf('gias-links'), [
      {
        URN: '120002',
        LinkURN: '110002',
        LinkName: 'The old school',
        LinkType: 'Predecessor',
        LinkEstablishedDate: '01-09-2019',
      },
    ]);
    await work.bringIn([await work.write('mi.csv', register)], { asAt: '2025-08-31' });
    await work.bringIn([await work.write('links.csv', links)], { asAt: '2025-08-31' });
    const imports = [
      [
        '2017',
        2017,
        tables([
          ['120001', '30', '53%'],
          ['110002', '21', '67%'],
        ]),
      ],
      [
        'early',
        2018,
        tables([
          ['120001', '30', '50%'],
          ['120002', '20', '60%'],
        ]),
      ],
      [
        'late',
        2018,
        tables([
          ['120001', '29', '55%'],
          ['120003', '10', 'SUPP'],
          ['120010', '40', '65%'],
          ['999999', '9', '11%'],
          ['900001', '10', '10%'],
          ['150000', '8', '25%'],
        ]),
      ],
    ] as const;
    for (const [name, year, content] of imports)
      await work.bringIn([await work.write(`${name}.csv`, content)], {
        year,
        status: name === 'early' ? 'provisional' : 'final',
      });
    store = await work.store();
  });
  after(() => work.remove());

  test('each pupil counts the same, and whole pupils are counted, not percentages', async () => {
    const norfolk = await store.pooled({ ...asked, authority: 'norfolk' });
    const year = norfolk.find((row) => row.year === 2018);
    assert.deepEqual(
      [year?.pupils, year?.reached, year?.schools, year?.missing.suppressed, year?.statuses],
      [49, 16 + 12, 2, 1, ['final', 'provisional']],
      'the final release of one school, the provisional one of the other, and the suppressed one told',
    );
  });

  test('the results of a school that closed stand with the school that took its place', async () => {
    const norfolk = await store.pooled({ ...asked, authority: 'norfolk' });
    assert.deepEqual(
      norfolk.filter((row) => row.year === 2017).map((row) => [row.pupils, row.reached, row.schools]),
      [[51, 16 + 14, 2]],
    );
  });

  test('all authorities are told beside each other, a school in no register too, and invented ones apart', async () => {
    const all = await store.pooled({ ...asked, years: [2018] });
    assert.deepEqual(
      all.map((row) => [row.authority, row.pupils]),
      [
        ['norfolk', 49],
        ['suffolk', 40],
        [null, 8],
      ],
    );
    const invented = await store.pooled({ ...asked, years: [2018], invented: true });
    assert.deepEqual(
      invented.map((row) => [row.authority, row.pupils]),
      [
        ['larkshire', 10],
        [null, 9],
      ],
    );
  });

  test('the phases of the schools are told', async () => {
    const [, year] = await store.pooled({ ...asked, authority: 'norfolk' });
    assert.deepEqual(year?.phases, ['primary', 'secondary']);
  });

  test('a phase narrows the schools', async () => {
    const secondary = await store.pooled({ ...asked, authority: 'norfolk', phase: 'secondary' });
    assert.deepEqual(
      secondary.map((row) => [row.year, row.schools, row.missing.suppressed]),
      [[2018, 0, 1]],
    );
  });

  test('the distribution has every school with a number once, the latest release known, lowest first', async () => {
    const query = { asAt, measure: 'ks2-rwm-expected', group: 'all', year: 2018 } as const;
    const told = await store.distribution(query);
    assert.deepEqual(
      told.map((row) => [row.urn, row.authority, row.number, row.cohort]),
      [
        ['150000', null, 25, 8],
        ['120001', 'norfolk', 55, 29],
        ['120002', 'norfolk', 60, 20],
        ['120010', 'suffolk', 65, 40],
      ],
    );
    assert.deepEqual(await store.distribution({ ...query, asAt: '2015-01-01' }), [], 'nothing known before');
    assert.deepEqual(
      (await store.distribution({ ...query, phase: 'secondary' })).length,
      0,
      'the only secondary school is suppressed',
    );
  });

  test('a school without a number is told with why', async () => {
    const query = {
      asAt,
      measure: 'ks2-rwm-expected',
      group: 'all',
      year: 2018,
      authority: 'norfolk',
    } as const;
    const told = await store.withoutNumber(query);
    assert.deepEqual(
      told.map((row) => [row.urn, row.missing, row.code]),
      [['120003', 'suppressed', 'SUPP']],
    );
    assert.deepEqual(await store.withoutNumber({ ...query, authority: 'suffolk' }), []);
  });

  test('a school is found by words of its name or by its number, in every authority, invented ones apart', async () => {
    const found = async (words: string, invented = false) =>
      (await store.schoolsNamed({ asAt, words, invented })).map(({ urn }) => urn);
    assert.deepEqual(await found('120001 school'), ['120001']);
    assert.deepEqual(await found('1200'), ['120001', '120002', '120003', '120010']);
    assert.deepEqual(await found('School', true), ['900001']);
    assert.deepEqual(await found('  '), []);
    assert.deepEqual(await found("%' or 1=1 --"), []);
  });
});
