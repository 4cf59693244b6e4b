import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MeasureResults, YearResult } from '#/schools/rules/results-by-year.ts';
import { resultsView, titleOf } from './results-view.ts';

const year = (changes: Partial<YearResult>): YearResult => ({
  year: 2019,
  number: 58,
  why: null,
  pupils: 30,
  interval: [40, 74],
  england: 65,
  before: false,
  value: null,
  ...changes,
});

const results = (years: readonly YearResult[], changes: Partial<MeasureResults> = {}): MeasureResults => ({
  measure: 'ks2-rwm-expected',
  title: 'Expected standard in reading, writing and maths',
  words: 'reached the expected standard in reading, writing and maths',
  unit: '%',
  kind: 'proportion',
  publication: 'key-stage-2',
  otherYears: [],
  years,
  breaks: [],
  ...changes,
});

test('the title of a chart says how far the newest year is from England', () => {
  assert.equal(
    titleOf([results([year({})])]),
    '58% reached the expected standard in reading, writing and maths in 2018/19, 7 points below England',
  );
  assert.match(titleOf([results([year({ number: 65.4 })])]), /the same as England$/);
  assert.match(titleOf([results([year({ number: 66 })])]), /1 point above England$/);
  assert.match(titleOf([results([year({}), year({ year: 2020, number: null, why: 'none' })])]), /2018\/19/);
});

test('progress is called below England only where its interval is', () => {
  const progress = (measure: MeasureResults['measure'], title: string, interval: readonly [number, number]) =>
    results([year({ number: -1.2, interval, england: null })], {
      measure,
      title,
      unit: 'score',
      kind: 'progress',
    });
  assert.equal(
    titleOf([
      progress('ks2-reading-progress', 'Reading progress', [-2, -0.4]),
      progress('ks2-writing-progress', 'Writing progress', [-3, 0.6]),
      progress('ks2-maths-progress', 'Maths progress', [-2.2, -0.2]),
    ]),
    'Progress in 2018/19: below England in reading and maths; close to England in writing',
  );
});

test('a measure without any figure for England has no column of gaps, and the note says why', () => {
  const without = [year({ england: null })];
  const { others } = resultsView([
    results(without, { measure: 'ks2-reading-score', title: 'Average scaled score in reading' }),
    results([year({})], { measure: 'ks2-rwm-higher', title: 'Higher standard' }),
  ]);
  assert.deepEqual(
    others[0]?.table.measures.map(({ england }) => england),
    [false, true],
  );
  assert.deepEqual(others[0].table.notes, [
    'No figure for England is held here for average scaled score in reading.',
  ]);
  const progress = { measure: 'ks2-maths-progress', title: 'Progress in maths', kind: 'progress' } as const;
  assert.match(
    resultsView([results(without, progress)]).groups[0]?.table.notes[0] ?? '',
    /^Progress is held against 0/,
  );
});

test('a year without a figure keeps its row, says why, and is a gap in the chart', () => {
  const { groups } = resultsView([
    results([
      year({}),
      year({ year: 2020, number: null, why: 'none were published', england: null }),
      year({ year: 2021 }),
    ]),
  ]);
  const [group] = groups;
  assert.deepEqual(
    group?.table.rows.map((row) => row.cells[0]?.number ?? row.cells[0]?.why),
    ['58%', 'none were published', '58%'],
  );
  assert.equal(group.table.rows[1]?.cells[0]?.whyNoEngland, 'none published');
  assert.equal(group.chart.lines[0]?.points[1]?.number, null);
  assert.match(group.table.rows[0]?.cells[0]?.detail ?? '', /^30 pupils, plausibly 40% to 74%$/);
});

test('a measure of which every year is suppressed is told in the table, not drawn', () => {
  const view = resultsView([
    results([year({ number: null, why: 'suppressed: too few pupils', interval: null })]),
  ]);
  assert.equal(view.groups.length, 0);
  assert.equal(view.others[0]?.table.rows[0]?.cells[0]?.why, 'suppressed: too few pupils');
});

test('a measure without a chart shows its newest figure, with its pupils and England', () => {
  const { others } = resultsView([
    results([year({}), year({ year: 2020, number: null, why: 'none were published', england: null })], {
      measure: 'ks2-rwm-higher',
      title: 'Higher standard',
    }),
    results([year({ number: 12, pupils: 60, england: null })], {
      measure: 'pupils-eal',
      title: 'Pupils whose first language is not English',
      unit: 'pupils',
      publication: 'census',
    }),
  ]);
  assert.deepEqual(
    others.map(({ newest }) => newest[0]),
    [
      { title: 'Higher standard', shown: '58%', detail: '2018/19, 30 pupils, England 65%' },
      { title: 'Pupils whose first language is not English', shown: '12 of 60', detail: '2018/19' },
    ],
  );
});
