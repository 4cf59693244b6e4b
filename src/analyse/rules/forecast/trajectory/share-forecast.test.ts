import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawsFrom } from '../invented-england.fixture.ts';
import { sharePoint, shockAfter } from './share-forecast.ts';

const chances = (n: number) => {
  const draw = drawsFrom(3);
  return Array.from({ length: n }, () => ({ judged: 1, good: 0.5 + 0.5 * draw() }));
};

test('without a shock the middle and the ranges are those of drawing each school 20,000 times', () => {
  const schools = chances(30);
  const draw = drawsFrom(5);
  const shares = Array.from(
    { length: 20_000 },
    () => schools.filter(({ good }) => draw() < good).length / 30,
  ).toSorted((a, b) => a - b);
  const point = sharePoint('2019-08-31', schools, 0, 0.8);
  assert.ok(point !== null);
  assert.equal(point.middle, shares[10_000]);
  const [fifty, eighty, most] = point.ranges;
  for (const [range, tail] of [
    [fifty, 0.25],
    [eighty, 0.1],
    [most, 0.025],
  ] as const) {
    assert.ok(Math.abs((range?.low ?? NaN) - (shares[20_000 * tail] ?? NaN)) < 0.034);
    assert.ok(Math.abs((range?.high ?? NaN) - (shares[20_000 * (1 - tail)] ?? NaN)) < 0.034);
  }
  const reached = shares.filter((share) => share >= 0.8).length / 20_000;
  assert.ok(Math.abs((point.chanceOfTarget ?? NaN) - reached) < 0.015);
});

test('from a hundred schools on the quick way has the middle and ranges of just below a hundred', () => {
  const [few, many] = [99, 100].map((n) => sharePoint('2019-08-31', chances(n), 0.3, null));
  assert.ok(Math.abs((few?.middle ?? NaN) - (many?.middle ?? NaN)) < 0.02);
  for (const index of [0, 1, 2])
    assert.ok(Math.abs((few?.ranges[index]?.low ?? NaN) - (many?.ranges[index]?.low ?? NaN)) < 0.02);
});

test('where nobody can have been judged there is no share; those who may be count in part', () => {
  assert.equal(sharePoint('2019-08-31', [{ judged: 0, good: 0 }], 0.3, null), null);
  assert.equal(
    sharePoint(
      '2019-08-31',
      [
        { judged: 0.5, good: 0.4 },
        { judged: 1, good: 1 },
      ],
      0.3,
      null,
    )?.of,
    1.5,
  );
});

test('a shock grows with the root of the time to the first horizon, then in proportion, and no further than the last', () => {
  const shocks = [
    { quarters: 4, england: 0.3, authority: 0.4 },
    { quarters: 8, england: 0.6, authority: 0.8 },
  ];
  assert.equal(shockAfter(shocks, 0), 0);
  for (const [quarters, sd] of [
    [1, 0.25],
    [4, 0.5],
    [6, 0.75],
    [8, 1],
    [14, 1],
  ] as const)
    assert.ok(Math.abs(shockAfter(shocks, quarters) - sd) < 1e-12);
});
