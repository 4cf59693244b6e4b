import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { keyStage2 } from '#/published/key-stage-2/layout.ts';
import { keyStage4 } from '#/published/key-stage-4/layout.ts';
import type { ResultFacts } from '#/published/layout.ts';
import { findYear, type YearReadings } from './find-year.ts';

const nothing: YearReadings = {
  header: [],
  filled: new Map(),
  englandRow: null,
  mean: null,
  schoolsInMean: 0,
  kinds: [],
};

function yearOf(
  results: ResultFacts | undefined,
  readings: Partial<YearReadings>,
  stated: number | null = null,
) {
  assert.ok(results !== undefined);
  return findYear(results.year, { ...nothing, ...readings }, stated, loadReference());
}

const ks2 = keyStage2.results;
const ks4 = keyStage4.results;
const hold = (numbers: boolean, anything = numbers) => ({ numbers, anything });

test('columns of earlier years beside the own ones give the year, across the two years without tables', () => {
  for (const [suffixes, year] of [
    [['16'], 2017],
    [['16', '17'], 2018],
    [['18', '17'], 2019],
    [['19'], 2022],
    [['19', '22'], 2023],
    [['23', '24'], 2025],
  ] as const) {
    const header = ['RECTYPE', 'URN', 'READPROG', ...suffixes.map((suffix) => `READPROG_${suffix}`)];
    assert.deepEqual(yearOf(ks2, { header }), { year, basis: 'columns' });
  }
});

test('94 and 95 in names of key stage 4 are grades, not years', () => {
  const found = yearOf(ks4, {
    header: ['ATT8SCR', 'PTL2BASICS_94', 'PTL2BASICS_95', 'P8MEA_17', 'PT5EM_94_18'],
  });
  assert.deepEqual(found, { year: 2018, basis: 'columns' });
});

test('measures of one year only, and columns that are there but empty, give the year', () => {
  assert.equal(yearOf(ks4, { header: ['ATT8SCR', 'PTAC5EM_PTQ_EE'] }).year, 2016);
  const blank = yearOf(ks4, {
    header: ['ATT8SCR', 'PTL2BASICS_95', 'EBACCAPS'],
    filled: new Map([['EBACCAPS', hold(false)]]),
  });
  assert.deepEqual(blank, { year: 2017, basis: 'columns' });
  const coded = yearOf(ks4, {
    header: ['ATT8SCR', 'PTL2BASICS_95', 'EBACCAPS'],
    filled: new Map([['EBACCAPS', hold(false, true)]]),
  });
  assert.equal(coded.year, null, 'a column of codes is not an empty one');
});

test('the mean of all England’s schools gives the year when all three figures are near and no other year is', () => {
  const of = (mean: readonly number[], schoolsInMean = 15_000) => yearOf(ks2, { mean, schoolsInMean });
  assert.deepEqual(of([53.9, 66.5, 70.3]), { year: 2016, basis: 'agrees with England’s published figures' });
  assert.equal(of([61.7, 72.3, 75.4]).year, 2017);
  assert.equal(of([64.9, 75.9, 76]).year, 2018);
  assert.equal(of([64.5, 74, 77.5]).year, null, 'between two years');
  assert.equal(of([64.9, 75.9, 76], 400).year, null, 'one authority is not England');
  assert.equal(of([64.9, 90, 76]).year, null, 'one figure far away');
});

test('England’s own row gives the year of a provisional key stage 4 table', () => {
  const found = yearOf(ks4, { header: ['ATT8SCR', 'P8MEA_ORIG'], englandRow: [46.5, 43.0, 64.4, 40.0] });
  assert.deepEqual(found, { year: 2019, basis: 'agrees with England’s published figures' });
});

test('when nothing tells, the file is not guessed at; a stated year is taken if the content allows it', () => {
  const progressOnly = {
    header: ['RECTYPE', 'URN', 'READPROG', 'READPROG_DESCR'],
    filled: new Map([['READPROG', hold(true)]]),
  };
  const unknown = yearOf(ks2, progressOnly);
  assert.ok(unknown.year === null);
  assert.match(unknown.whatToDo, /--year/);
  assert.deepEqual(yearOf(ks2, progressOnly, 2019), { year: 2019, basis: 'stated by the person' });
  const impossible = yearOf(ks2, progressOnly, 2016);
  assert.ok(impossible.year === null);
  assert.match(impossible.what, /contradicts/);
});

test('a stated year that contradicts the columns is refused', () => {
  const found = yearOf(ks2, { header: ['READPROG_16'] }, 2019);
  assert.ok(found.year === null);
  assert.match(found.what, /2018\/19, contradicts the file: its content is of 2016\/17/);
});
