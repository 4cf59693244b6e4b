import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineThrough } from './line.ts';

test('points on a line give the line, whatever their weights', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 3, maxLength: 20 }),
      (slope, intercept, weights) => {
        const line = lineThrough(weights.map((weight, x) => ({ x, y: intercept + slope * x, weight })));
        assert.ok(line);
        assert.ok(Math.abs(line.slope - slope) < 1e-6);
        assert.ok(Math.abs(line.at(100) - (intercept + 100 * slope)) < 1e-3);
      },
    ),
  );
});

test('a heavier point pulls the line, and the share explained is that of the weighted variance', () => {
  const points = [
    { x: 0, y: 0, weight: 1 },
    { x: 1, y: 1, weight: 1 },
    { x: 2, y: 0, weight: 1 },
  ];
  assert.equal(lineThrough(points)?.slope, 0);
  assert.equal(lineThrough(points)?.explained, 0);
  const pulled = lineThrough([...points.slice(0, 2), { x: 2, y: 0, weight: 100 }]);
  assert.ok((pulled?.slope ?? 0) < 0);
});

test('too few points, or all at one place, give no line', () => {
  assert.equal(lineThrough([]), null);
  assert.equal(lineThrough([1, 2, 3].map((y) => ({ x: 7, y, weight: 1 }))), null);
});
