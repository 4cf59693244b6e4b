import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawChart } from './draw.ts';
import { labelLevels, spreadApart } from './label-places.ts';
import type { ResultsChart } from './results-chart.ts';
import { drawResults } from './results-chart.ts';
import { drawTimeline } from './timeline-chart.ts';

const point = (number: number | null) => ({
  number,
  shown: number === null ? '' : `${String(number)}%`,
  interval: number === null ? null : ([number - 8, number + 8] as const),
});

const chart: ResultsChart = {
  title: 'Ten points below England in 2022/23',
  description: 'Five years, two of them without results.',
  years: ['2018/19', '2019/20', '2020/21', '2021/22', '2022/23'],
  lines: [
    { name: 'School', role: 'own', points: [point(55), point(null), point(null), point(48), point(50)] },
    { name: 'England', role: 'beside', points: [point(65), point(null), point(null), point(59), point(60)] },
  ],
  breaksBefore: [3],
  scale: { from: 0, to: 100, unit: '%' },
  level: null,
};

const paths = (svg: string): string[] =>
  [...svg.matchAll(/<path[^>]*\bd="([^"]*)"/g)].map((match) => match[1] ?? '').filter((d) => d.includes('L'));

test('a chart is an image with a title and a description, and carries no style', async () => {
  const svg = await drawResults(chart);
  assert.match(svg, /role="img"/);
  const [, title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
  assert.ok(svg.includes(`<title id="${title ?? '?'}">Ten points below England in 2022/23</title>`));
  assert.ok(svg.includes(`<desc id="${description ?? '?'}">Five years`));
  assert.doesNotMatch(svg, /<style|style="|<script/);
});

test('no line crosses years without results or a break of the measure', async () => {
  const lines = paths(await drawResults(chart));
  assert.equal(lines.length, 2, 'one run of two years for each line');
  const whole = {
    ...chart,
    breaksBefore: [],
    years: chart.years.slice(3),
    lines: chart.lines.map((line) => ({ ...line, points: line.points.slice(3) })),
  };
  assert.equal(paths(await drawResults(whole)).length, 2);
  assert.equal(paths(await drawResults({ ...whole, breaksBefore: [1] })).length, 0);
});

test('lines are named at their ends, and names that would collide are moved apart', async () => {
  const svg = await drawResults(chart);
  assert.match(svg, /School 50%/);
  assert.match(svg, /England 60%/);
  const apart = spreadApart([10, 11, 40], 6);
  assert.ok((apart[1] ?? 0) - (apart[0] ?? 0) >= 6 - 1e-6);
  assert.equal(apart[2], 40);
});

test('a chart with the same content is drawn once, and one with other content again', async () => {
  let drawn = 0;
  const draw = (title: string): Promise<string> =>
    drawChart('counted', { title, description: 'A chart for this test.' }, ({ document }) => {
      drawn += 1;
      return document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    });
  assert.equal(await draw('First'), await draw('First'));
  assert.equal(drawn, 1);
  assert.notEqual(await draw('Second'), await draw('First'));
  assert.equal(drawn, 2);
});

test('labels of events near in time stand at different levels', () => {
  assert.deepEqual(
    labelLevels([
      { at: 100, width: 80 },
      { at: 120, width: 80 },
      { at: 300, width: 80 },
    ]),
    [0, 1, 0],
  );
});

test('a timeline writes each event in words and marks those of a predecessor', async () => {
  const svg = await drawTimeline({
    title: 'Three inspections since 2012',
    description: 'Good, then requires improvement.',
    rows: ['Graded', 'Ungraded'],
    events: [
      { on: '2012-05-01', row: 'Graded', label: 'Good', mark: 'before' },
      { on: '2018-05-01', row: 'Graded', label: 'Requires improvement', mark: 'own' },
      { on: '2021-05-01', row: 'Ungraded', label: 'Improved', mark: 'own' },
    ],
    from: '2011-01-01',
    to: '2022-01-01',
    changes: [{ on: '2012-09-01', words: 'satisfactory became requires improvement' }],
  });
  assert.match(svg, /Requires improvement/);
  assert.match(svg, />2018</);
  assert.equal([...svg.matchAll(/<circle[^>]*fill="#fff"/g)].length, 1);
});
