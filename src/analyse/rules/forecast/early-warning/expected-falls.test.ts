import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadForecastModels } from '#/law/forecast-models.ts';
import { loadReference } from '#/law/reference.ts';
import type { Contribution } from '../forecast.ts';
import { allElse } from './contributions.ts';
import { expectedFalls, movingTogether, reachOfVisits } from './expected-falls.ts';
import { biggestReasons, mergeReasons, partMoved } from './reasons.ts';

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

test('schools that move together fall in numbers that are less sure than by their own chances alone', () => {
  const many = Array.from({ length: 350 }, () => 0.04);
  const width = (together: number): number => {
    const { range } = expectedFalls(many, together);
    assert.ok(range !== null && range.low < 14 && range.high > 14);
    return range.high - range.low;
  };
  assert.ok(width(0.4) > 1.5 * width(0));
});

test('where it is not known how far schools move together, no range is made up', () => {
  assert.deepEqual(expectedFalls([0.25, 0.5], null), { schools: 2, expected: 0.75, range: null });
});

test('visits to the likeliest schools reach at least their share of the falls, and all of them reach all', () => {
  fc.assert(
    fc.property(chances, fc.integer({ min: 1, max: 80 }), (all, visits) => {
      const reach = reachOfVisits(all, visits);
      const share = Math.min(visits, all.length) / all.length;
      assert.ok(reach.falls >= share * reach.of - 1e-9);
      assert.ok(reach.falls <= reach.of + 1e-9);
      if (visits >= all.length) assert.ok(Math.abs(reach.falls - reach.of) < 1e-9);
    }),
  );
});

test('of report cards less is known together than of grades, and of leadership less than of any area', () => {
  const [model] = loadForecastModels();
  assert.ok(model);
  const { forecastRegimes } = loadReference();
  const [grades, areas, leadership] = (
    ['below good', 'any area below expected', 'leadership and governance below expected'] as const
  ).map((target) => movingTogether(model, target, 18, forecastRegimes, { judged: 0, reached: 0 }) ?? NaN);
  assert.ok((grades ?? NaN) < (areas ?? NaN) && (areas ?? NaN) < (leadership ?? NaN));
  const after = movingTogether(model, 'any area below expected', 18, forecastRegimes, {
    ...{ judged: 40, reached: 28 },
  });
  assert.ok((after ?? NaN) < (areas ?? NaN), 'every report card that is seen makes it surer');
});

const told: readonly Contribution[] = [
  { term: 'size', part: 'outcome', words: '30 pupils on roll', amount: 0.4 },
  { term: 'time', part: 'timing', words: 'Long ago', amount: 0.3 },
  { term: 'time', part: 'outcome', words: 'Long ago', amount: 0.25 },
  { term: allElse, part: 'outcome', words: 'Everything else', amount: -0.9 },
  { term: 'absence', part: 'outcome', words: 'Absence', amount: -0.2 },
];

test('one theme is one reason, whichever part it moves, and what is little by itself is never the biggest', () => {
  assert.deepEqual(
    mergeReasons(told).map(({ term, amount }) => [term, amount]),
    [
      ['time', 0.55],
      ['size', 0.4],
      ['absence', -0.2],
      [allElse, -0.9],
    ],
  );
  const { raises, lowers } = biggestReasons(told);
  assert.deepEqual([raises?.term, lowers?.term], ['time', 'absence']);
  assert.deepEqual(mergeReasons(told).map(partMoved), ['both', 'what', 'what', 'what']);
  assert.equal(biggestReasons([]).raises, null);
});
