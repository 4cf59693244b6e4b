import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Trajectory, TrajectoryGroup } from '#/analyse/rules/forecast/forecast.ts';
import { sharesToKeep } from './shares-to-keep.ts';
import { fewestSchools } from './tell-summary.ts';

function of(kind: TrajectoryGroup['kind'], name: string, judged: number, notJudged = 0): Trajectory {
  return {
    group: { kind, name },
    denominator: 'own grades only',
    asAt: '2024-08-31',
    target: 'below good',
    now: { on: '2024-08-31', reached: judged, judged, notJudged },
    known: [],
    schools: [],
    pupils: [],
  };
}
const kept = (...some: readonly Trajectory[]) => sharesToKeep(some).map(({ group }) => group.name);

test('shares of six schools or more are kept, judged or not, in the order they came in', () => {
  assert.deepEqual(
    kept(of('all', 'All schools', 300), of('phase', 'primary', 294), of('phase', 'nursery', 4, 2)),
    ['All schools', 'primary', 'nursery'],
  );
});

test('a share of five schools is not kept, nor the one from which it would follow', () => {
  assert.deepEqual(
    kept(
      of('all', 'All schools', 300),
      of('phase', 'primary', 260),
      of('phase', 'special', 35),
      of('phase', 'nursery', 5),
    ),
    ['All schools', 'primary'],
  );
});

test('where those left out are six or more together, no other has to be', () => {
  assert.deepEqual(kept(of('phase', 'primary', 260), of('phase', 'special', 3), of('phase', 'nursery', 3)), [
    'primary',
  ]);
});

test('what is left out of the phases hides no district', () => {
  assert.deepEqual(kept(of('phase', 'nursery', 2), of('district', 'Marsh', 8), of('district', 'Fen', 9)), [
    'Marsh',
    'Fen',
  ]);
});

test('whatever the groups, those of one kind that are left out are none, or six schools or more, or all', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 90 })), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(sizes, (each) => {
      const groups = each.map((size, index) => of('district', String(index), size));
      const told = sharesToKeep(groups);
      const left = groups.filter((one) => !told.includes(one)).map(({ now }) => now.judged);
      const together = left.reduce((total, size) => total + size, 0);
      assert.ok(told.every(({ now }) => now.judged >= fewestSchools));
      assert.ok(together === 0 || together >= fewestSchools || told.length === 0);
    }),
  );
});
