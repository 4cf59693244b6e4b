import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalibrationChart, CalibrationPoint } from './calibration-chart.ts';
import { drawCalibration } from './calibration-chart.ts';
import { assertLegible, assertSaysItInWords, wideAndNarrow, type DrawnChart } from './drawn-words.fixture.ts';

const point = (forecast: number, happened: number, schools: number): CalibrationPoint => {
  const wide = 2 * Math.sqrt((happened * (1 - happened)) / schools);
  return {
    forecast,
    happened,
    low: Math.max(0, happened - wide),
    high: Math.min(1, happened + wide),
    schools,
  };
};

/** Invented. */
const chart: CalibrationChart = {
  title: 'Officers expected more than happened',
  description: 'Of schools given 9 chances in 10, 7 in 10 became good.',
  across: 'Chance that was forecast',
  up: 'Share that became good',
  above: 'too gloomy: more became good than forecast',
  below: 'too hopeful: fewer became good than forecast',
  points: [
    point(0.1, 0.12, 40),
    point(0.3, 0.2, 61),
    point(0.5, 0.34, 85),
    point(0.7, 0.52, 120),
    point(0.9, 0.71, 1210),
  ],
};

const small = [0.002, 0.004, 0.006, 0.009, 0.012, 0.017, 0.024, 0.034, 0.055, 0.13];

const texts = ({ words }: DrawnChart): readonly string[] => words.map(({ text }) => text);
const centre = (circle: Element): readonly [number, number] => [
  Number(circle.getAttribute('cx')),
  Number(circle.getAttribute('cy')),
];

test('forecasts and what happened are drawn wide and narrow, with names, and every word is legible', async () => {
  for (const points of [
    chart.points,
    small.map((chance) => point(chance, chance, 1762)),
    chart.points.slice(0, 1),
    [point(0.8, 0.1, 300), point(0.06, 0.97, 200), point(0.5, 0.5, 900)],
  ])
    for (const drawn of wideAndNarrow(await drawCalibration({ ...chart, points }))) {
      assertSaysItInWords(drawn, chart.title, chart.description);
      assertLegible(drawn);
    }
});

test('both axes, the diagonal and the sides of it are named in words', async () => {
  for (const drawn of wideAndNarrow(await drawCalibration(chart))) {
    const all = texts(drawn).join(' ');
    for (const words of [chart.across, chart.up, chart.above, chart.below, 'the dashed line: as forecast'])
      assert.ok(all.includes(words), words);
  }
});

test('a point where less happened than was forecast lies under the diagonal, at every scale', async () => {
  for (const scale of [1, 0.1])
    for (const drawn of wideAndNarrow(
      await drawCalibration({
        ...chart,
        points: [0.02, 0.04, 0.06, 0.5].map((chance) => point(chance * scale, chance * scale * 0.6, 4000)),
      }),
    )) {
      const diagonal = drawn.svg.querySelector('[stroke-dasharray="6,4"] path, path[stroke-dasharray="6,4"]');
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] =
        /M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)/
          .exec(diagonal?.getAttribute('d') ?? '')
          ?.slice(1)
          .map(Number) ?? [];
      const circles = [...drawn.svg.querySelectorAll('circle')];
      assert.equal(circles.length, 4);
      for (const [x, y] of circles.map(centre)) assert.ok(y > y1 + ((x - x1) / (x2 - x1)) * (y2 - y1) + 1);
    }
});

test('the number of schools stands beside each point, or once where all are of as many', async () => {
  for (const drawn of wideAndNarrow(await drawCalibration(chart)))
    for (const number of ['40', '61', '85', '120', '1,210']) assert.ok(texts(drawn).includes(number), number);
  const alike = small.map((chance) => point(chance, chance, 1762));
  for (const drawn of wideAndNarrow(await drawCalibration({ ...chart, points: alike })))
    assert.ok(texts(drawn).includes('Each point stands for about 1,762 schools.'));
});

test('scales that end early or are not even say so', async () => {
  for (const drawn of wideAndNarrow(await drawCalibration(chart)))
    assert.doesNotMatch(texts(drawn).join(' '), /scales end|wider apart/);
  const points = small.map((chance) => point(chance, chance, 1762));
  for (const drawn of wideAndNarrow(await drawCalibration({ ...chart, points }))) {
    assert.match(texts(drawn).join(' '), /Both scales end at 20%, not at 100%\./);
    assert.match(texts(drawn).join(' '), /Small chances are drawn wider apart than large ones\./);
  }
});

test('square roots are drawn true: a quarter of the largest chance stands half way', async () => {
  const points = small.map((chance) => point(chance, chance, 1762));
  for (const { words } of wideAndNarrow(await drawCalibration({ ...chart, points }))) {
    const across = (text: string): number => {
      const found = words.findLast((one) => one.text === text && one.bottom > 300);
      return ((found?.left ?? NaN) + (found?.right ?? NaN)) / 2;
    };
    const least = Math.min(...words.filter(({ text }) => text === '0%').map(({ top }) => top));
    assert.ok(least > 300, 'both axes begin at the foot');
    const zero = words.filter(({ text }) => text === '0%').map(({ left, right }) => (left + right) / 2);
    const half = (across('20%') + Math.max(...zero)) / 2;
    assert.ok(Math.abs(half - across('5%')) < 0.1);
  }
});
