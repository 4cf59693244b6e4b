import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SchoolPath } from '../forecast.ts';
import { stepsOf } from './steps.ts';

const path = (urn: string, now: SchoolPath['now'], ...chances: readonly number[]): SchoolPath => ({
  ...{ urn, name: `School ${urn}`, now, chances },
});

test('a school that counts now costs what it may lose, any other adds what it may gain', () => {
  const steps = stepsOf(
    [
      path('900001', 'good', 1, 0.75),
      path('900002', 'not good', 0, 0.5),
      path('900003', 'not judged', 0, 0.1),
    ],
    1,
    50,
  );
  assert.deepEqual(
    steps.map(({ urn, then, points }) => [urn, then, points]),
    [
      ['900002', 0.5, 1],
      ['900001', 0.75, -0.5],
      ['900003', 0.1, 0.2],
    ],
  );
});

test('where nobody is expected to be judged, and for a day that is not forecast, there is no step', () => {
  assert.deepEqual(stepsOf([path('900001', 'good', 0.9)], 0, 0), []);
  assert.deepEqual(stepsOf([path('900001', 'good', 0.9)], 3, 10), []);
  assert.deepEqual(stepsOf([path('900001', 'good', 0.9)], -1, 10), []);
});

test('whatever the schools, their steps are the schools expected to be gained, and the largest is first', () => {
  const any = fc.array(
    fc.tuple(
      fc.constantFrom('good' as const, 'not good' as const, 'not judged' as const),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 500 }), (schools, of) => {
      const steps = stepsOf(
        schools.map(([now, chance], index) => path(String(900_001 + index), now, chance)),
        0,
        of,
      );
      const gained =
        schools.reduce((sum, [, chance]) => sum + chance, 0) -
        schools.filter(([now]) => now === 'good').length;
      const total = steps.reduce((sum, { points }) => sum + points, 0);
      assert.ok(Math.abs(total - (100 * gained) / of) < 1e-6);
      const sizes = steps.map(({ points }) => Math.abs(points));
      assert.deepEqual(
        sizes,
        sizes.toSorted((a, b) => b - a),
      );
    }),
  );
});
