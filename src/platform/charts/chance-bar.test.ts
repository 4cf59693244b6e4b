import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceBar } from './chance-bar.ts';
import { drawnCharts } from './drawn-words.fixture.ts';

const drawn = (bar: string) => {
  const [chart, ...others] = drawnCharts(bar);
  assert.ok(chart !== undefined && others.length === 0);
  return chart.svg;
};
const shape = (bar: string, part: string): string | undefined =>
  drawn(bar).querySelector(`.mt-chance__${part}`)?.getAttribute('d') ?? undefined;

test('a bar says its chance and its range in words to those who do not see it', () => {
  const svg = drawn(chanceBar({ chance: 0.12, low: 0.08, high: 0.18, most: 0.4 }));
  assert.equal(svg.getAttribute('role'), 'img');
  assert.equal(svg.getAttribute('aria-label'), '12%, between 8% and 18%');
  assert.equal(svg.querySelectorAll('[style], [fill]').length, 0, 'its look is in the style sheet');
});

test('small chances keep a decimal, and none that is left open reads 0% or 100%', () => {
  const words = drawn(chanceBar({ chance: 0.0042, low: 0.0004, high: 0.997, most: 1 })).getAttribute(
    'aria-label',
  );
  assert.equal(words, '0.4%, between under 0.1% and over 99%');
});

test('the mark stands at the chance and the thick line from the low to the high, as parts of the most', () => {
  const bar = chanceBar({ chance: 0.1, low: 0.05, high: 0.2, most: 0.4 });
  assert.match(shape(bar, 'middle') ?? '', /^M30 /);
  assert.equal(shape(bar, 'range'), 'M15 8H60');
  assert.equal(shape(bar, 'beyond'), undefined);
});

test('a range that goes on beyond the right end has an arrow there and does not leave the bar', () => {
  const bar = chanceBar({ chance: 0.3, low: 0.2, high: 0.6, most: 0.4 });
  assert.equal(shape(bar, 'range'), 'M60 8H120');
  assert.ok(shape(bar, 'beyond'));
  assert.doesNotMatch(chanceBar({ chance: 0, low: 0, high: 0, most: 0 }), /NaN/);
});
