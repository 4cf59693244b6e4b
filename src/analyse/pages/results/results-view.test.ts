import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readResultsOfAuthority } from '#/analyse/actions/read-results-of-authority.ts';
import { manyResults, partsWith, type InventedResult } from '#/analyse/pages/invented-results.fixture.ts';
import type { AggregateValue } from '#/schools/rules/aggregate.ts';
import { resultsView } from './results-view.ts';

const viewOf = async (told: readonly InventedResult[], asked = {}) => {
  const { parts, reader } = partsWith(told);
  return resultsView(await readResultsOfAuthority(parts, reader, 'fenshire', asked)).shown;
};

const school = (urn: string, year: number, number: InventedResult['number'], cohort = 30) => ({
  urn,
  year,
  number,
  cohort,
});

test('the first sentence counts pupils, not schools, and says of how many', async () => {
  const shown = await viewOf([school('900100', 2018, 50, 10), school('900101', 2018, 80, 90)]);
  assert.match(
    shown?.summary ?? '',
    /^In 2017\/18, 77\.0% of all pupils in Fenshire reached the expected standard in reading, writing and maths: 77 of 100 pupils in 2 schools, 13 points above England \(64% as published\)/,
  );
});

test('a change that is no more than chance is told as such, and none is told across a break', async () => {
  const year = (year: number, number: number) => school('900100', year, number, 50);
  assert.match(
    (await viewOf([year(2018, 60), year(2019, 64)]))?.summary ?? '',
    /above 2017\/18, no more than chance could make\.$/,
  );
  const broken = await viewOf([year(2017, 50), year(2018, 64)]);
  assert.match(broken?.summary ?? '', /It cannot be compared with 2016\/17: the measure changed/);
  assert.deepEqual(broken?.trend.breaksBefore, [1], 'and no line is drawn across it');
  assert.match(broken.notes[0] ?? '', /^2017\/18: Writing/);
});

test('a year between without a figure stays, and says why', async () => {
  const shown = await viewOf([school('900100', 2019, 60), school('900100', 2022, 55)]);
  assert.deepEqual(
    shown?.table.rows.map((row) => [row.year, row.number, row.why]),
    [
      ['2018/19', '60.0%', null],
      ['2019/20', null, 'none were published'],
      ['2020/21', null, 'none were published'],
      ['2021/22', '56.7%', null],
    ],
  );
});

test('the authority’s own row of the tables stands beside what is computed, but not beside a district', async () => {
  const own = [
    { ...school('900100', 2019, 60), district: 'Fen' },
    { ...school('900101', 2019, 70), district: 'Wold' },
  ];
  const row: AggregateValue = {
    level: 'authority',
    authority: 'fenshire',
    year: 2019,
    measure: 'ks2-rwm-expected',
    group: 'all',
    value: { number: 64 },
    cohort: 62,
    interval: null,
    status: 'provisional',
    knownOn: '2019-12-13',
    source: { source: 'abcdef012345', row: 9 },
  };
  const { parts, reader } = partsWith(
    own,
    [],
    [row, { ...row, level: 'England, all schools', authority: null }],
  );
  const tableOf = async (asked: object) =>
    resultsView(await readResultsOfAuthority(parts, reader, 'fenshire', asked)).shown?.table;
  assert.deepEqual((await tableOf({}))?.rows[0]?.ownPublished, {
    number: '64%',
    detail: '62 pupils, provisional',
  });
  assert.equal((await tableOf({ district: 'Fen' }))?.ownPublished, false);
});

test('a year of which the files have its own schools alone is neither England’s nor its region’s', async () => {
  const shown = await viewOf([
    school('900100', 2018, 60),
    { ...school('121042', 2018, 50), authority: 'norfolk' },
    school('900100', 2019, 62),
  ]);
  assert.deepEqual(
    shown?.table.rows.map((row) => row.others.map(({ number }) => number)),
    [
      ['55.0%', '55.0%'],
      [null, null],
    ],
  );
});

test('the gap is the difference of two groups, with England’s as published', async () => {
  const shown = await viewOf(manyResults);
  const [newest] = shown?.gap?.table.slice(-1) ?? [];
  assert.deepEqual(
    newest?.cells.map((cell) => cell.number),
    ['42.9%', '63.4%'],
    '96 of 224 pupils and 355 of 560, counted school by school',
  );
  assert.equal(newest.gap, '−20.5');
  assert.match(newest.range ?? '', /^−\d+\.\d to −\d+\.\d$/);
  assert.match(
    shown?.gapSummary ?? '',
    /^Disadvantaged pupils were 20\.5 points below the others in 2018\/19\./,
  );
});

test('fewer than six pupils are told by no number, one school with a suppressed figure is counted', async () => {
  const few = await viewOf([school('900100', 2018, 60, 4), school('900101', 2017, 60, 30)]);
  assert.deepEqual(
    few?.table.rows.map((row) => [row.number, row.why]),
    [
      ['60.0%', null],
      [null, 'suppressed: fewer than 6 pupils'],
    ],
  );
  const one = await viewOf([school('900100', 2018, 60), school('900101', 2018, 'suppressed')]);
  assert.equal(one?.table.rows[0]?.without, '1 school');
});

test('districts are in order of name and told beside the whole, whatever is chosen', async () => {
  const shown = await viewOf(manyResults, { district: 'South Fen' });
  assert.deepEqual(
    shown?.districts?.rows.map(({ name }) => name),
    ['North Fen', 'South Fen'],
  );
  assert.match(shown.districts.chart.level?.words ?? '', /^Fenshire \d/);
  assert.match(shown.summary, /in South Fen reached/);
  assert.deepEqual(shown.table.others, [
    'Fenshire',
    'East of England',
    'England, schools in the files imported',
  ]);
});

test('what the address asks and the files do not have is the usual choice, and is told', async () => {
  const shown = await viewOf(manyResults, {
    measure: 'none',
    group: '<b>',
    phase: 'x',
    district: 'Atlantis'.repeat(9),
  });
  assert.deepEqual(
    shown?.form.fields.map(({ name, options, notThere }) => [
      name,
      options.find(({ chosen }) => chosen)?.value,
      notThere,
    ]),
    [
      ['measure', 'ks2-rwm-expected', 'none'],
      ['group', 'all', '<b>'],
      ['phase', 'every', 'x'],
      ['district', '', `${'Atlantis'.repeat(5)}…`],
    ],
  );
  const asked = await viewOf(manyResults, { measure: 'ks2-rwm-expected', district: '' });
  assert.ok(asked?.form.fields.every(({ notThere }) => notThere === null));
});
