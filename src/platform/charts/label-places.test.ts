import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spreadWithin, wrapWords } from './label-places.ts';

const label = fc.record({ at: fc.integer({ min: -50, max: 350 }), height: fc.integer({ min: 10, max: 40 }) });

test('labels in a column never overlap, keep their order, and stay inside while they have room', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 7 }), (labels) => {
      const middles = spreadWithin(labels, 0, 300);
      const boxes = labels
        .map(({ at, height }, index) => ({ at, height, middle: middles[index] ?? NaN }))
        .sort((a, b) => a.middle - b.middle);
      boxes.forEach((box, index) => {
        const next = boxes[index + 1];
        assert.ok(box.middle - box.height / 2 >= -1e-6 && box.middle + box.height / 2 <= 300 + 1e-6);
        if (next === undefined) return;
        assert.ok(box.at <= next.at);
        assert.ok(next.middle - box.middle >= (box.height + next.height) / 2 - 1e-6);
      });
    }),
    { seed: 5 },
  );
});

test('a label with room stands at its mark, and two that want one place share the difference', () => {
  assert.deepEqual(
    spreadWithin(
      [
        { at: 40, height: 10 },
        { at: 80, height: 20 },
      ],
      0,
      100,
    ),
    [40, 80],
  );
  assert.deepEqual(
    spreadWithin(
      [
        { at: 50, height: 10 },
        { at: 50, height: 10 },
      ],
      0,
      100,
    ),
    [45, 55],
  );
});

test('words wrap where a line is full, none is lost, and one too wide stands alone', () => {
  const text = 'Reading, writing and maths: incomprehensibilities below England';
  const lines = wrapWords(text, 100, 14);
  assert.equal(lines.join(' '), text);
  assert.ok(lines.includes('incomprehensibilities'));
  for (const line of lines.filter((one) => one.includes(' '))) assert.ok(line.length * 14 * 0.56 <= 100);
});
