import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSchoolCompared } from '#/analyse/actions/read-school-compared.ts';
import { manyResults, partsWith, twoSchools } from '#/analyse/pages/invented-results.fixture.ts';
import { comparedView } from './compared-view.ts';

const viewOf = async (typed: string, told = manyResults) => {
  const { parts, reader } = partsWith(told, twoSchools);
  return comparedView(await readSchoolCompared(parts, reader, 'fenshire', '900100', typed));
};

test('a school stands beside its authority, its region and England, each with what is behind the number', async () => {
  const view = await viewOf('');
  assert.deepEqual(view.table.columns, [
    'Sedge Lane Primary School',
    'Fenshire, primary schools',
    'East of England, primary schools',
    'England, primary schools',
  ]);
  const [row] = view.table.rows;
  assert.deepEqual(
    row?.cells.map(({ pupils, schools }) => [pupils, schools]),
    [
      ['10 pupils', null],
      ['1,770 pupils', '27 schools'],
      ['3,498 pupils', '39 schools'],
      ['3,498 pupils', '39 schools'],
    ],
  );
});

test('with ten pupils even a large difference may be chance, and the page says no more', async () => {
  const view = await viewOf('');
  assert.match(
    view.summary,
    /^Expected standard .* at Sedge Lane Primary School was 40% \(10 pupils\) in 2018\/19: not clearly different from its authority, its region and England\.$/,
  );
  assert.match(view.charts[0]?.title ?? '', /no difference beyond chance$/);
});

test('another school is chosen by number or name; one without results says why', async () => {
  const view = await viewOf('900999');
  assert.equal(view.other, 'Lark Hill Primary School');
  assert.equal(view.table.rows[0]?.cells[1]?.why, 'no file imported has it');
  assert.match(view.summary, /Lark Hill Primary School has no figure for it: no file imported has it\.$/);
  assert.equal((await viewOf('Lark Hill Primary School')).other, 'Lark Hill Primary School');
});

test('a name that nobody has is told, and a school is not held against itself', async () => {
  assert.match(
    (await viewOf('Nowhere')).notFound ?? '',
    /^No school in the registers imported is called “Nowhere”/,
  );
  const view = await viewOf('900100');
  assert.equal(view.other, null);
});

test('a school without any result says so instead of comparing nothing', async () => {
  const view = await viewOf('', []);
  assert.match(view.summary, /^No result of Sedge Lane Primary School is in the files imported/);
  assert.deepEqual(view.charts, []);
});

test('who is missing beside the school is told with the reason', async () => {
  const view = await viewOf(
    '',
    manyResults.filter(({ authority }) => authority === 'fenshire'),
  );
  assert.deepEqual(view.table.columns.at(-1), 'England, as published');
  assert.ok(view.notThere.some((words) => words.startsWith('Too little is known of the pupils')));
  assert.ok(view.notThere.some((words) => words.includes('no other authority')));
});
