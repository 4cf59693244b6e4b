import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSpreadOfSchools } from '#/analyse/actions/read-spread-of-schools.ts';
import { manyResults, partsWith, type InventedResult } from '#/analyse/pages/invented-results.fixture.ts';
import { spreadView } from './spread-view.ts';

const viewOf = async (told: readonly InventedResult[], ordered = false, asked = {}) => {
  const { parts, reader } = partsWith(told);
  return spreadView(await readSpreadOfSchools(parts, reader, 'fenshire', asked), ordered).shown;
};

test('every school with a figure is a dot and a row, every one without is told with why', async () => {
  const shown = await viewOf(manyResults);
  assert.equal(shown?.strip.dots.length, 27);
  assert.equal(shown.rows.length, 27);
  assert.deepEqual(
    shown.without.map(({ name, why }) => [name, why]),
    [['School 900103', 'suppressed: too few pupils (SUPP)']],
  );
  assert.equal(shown.withoutWords, '1 of 28 schools (4%)');
});

test('schools by quarter add up to all schools', async () => {
  const shown = await viewOf(manyResults);
  const sum = shown?.quarters.reduce(
    (total, { schools }) => total + Number(/\((\d+) of/.exec(schools)?.[1]),
    0,
  );
  assert.equal(sum, 27);
  assert.match(
    shown?.summary ?? '',
    /of 27 schools of Fenshire, \d+% \(\d+ of 27\) were in the lowest quarter of England’s schools/,
  );
});

test('where most pairs do not differ there is no order, though it was asked for, and the page says why', async () => {
  const near = Array.from({ length: 12 }, (_, index) => ({
    urn: String(900_100 + ((index * 5) % 12)),
    year: 2018,
    number: 55 + index,
    cohort: 30,
  }));
  const shown = await viewOf(near, true);
  assert.equal(shown?.order.holds, false);
  assert.match(shown.order.words, /mostly be one of luck/);
  const names = shown.rows.map(({ name }) => name);
  assert.deepEqual(names, names.toSorted());
});

test('where most pairs differ the order may be asked for; no place in it is given', async () => {
  const apart = [80, 20, 60, 40].map((number, index) => ({
    urn: String(900_100 + index),
    year: 2018,
    number,
    cohort: 300,
  }));
  assert.deepEqual(
    (await viewOf(apart, true))?.rows.map(({ number }) => number),
    ['20%', '40%', '60%', '80%'],
  );
  const usual = await viewOf(apart);
  assert.equal(usual?.order.now, 'name');
  assert.ok(usual.rows.every(({ range }) => range !== null));
});

test('a school beyond the funnel is marked in the chart and named in the list', async () => {
  const told = Array.from({ length: 30 }, (_, index) => ({
    urn: String(900_100 + index),
    year: 2018,
    number: index === 7 ? 20 : 65,
    cohort: 60,
  }));
  const shown = await viewOf(told);
  assert.deepEqual(
    shown?.far.map(({ label, name, words }) => [label, name, words]),
    [['1', 'School 900107', 'below, beyond 1 in 500']],
  );
  assert.deepEqual(
    shown.funnel?.points.filter(({ mark }) => mark === 'marked').map(({ label, y }) => [label, y]),
    [['1', 20]],
  );
});
