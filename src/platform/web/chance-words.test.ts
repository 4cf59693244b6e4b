import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceInWords, chancePercent, outOf } from './chance-words.ts';

test('a chance is told as one in so many, in percent, and with its range', () => {
  assert.equal(
    chanceInWords({ chance: 0.123, low: 0.08, high: 0.18 }),
    'about 1 in 8 (12%, between 8% and 18%)',
  );
});

const told: readonly (readonly [number, string])[] = [
  [0, 'less than 1 in 1,000'],
  [0.0021, 'about 1 in 500'],
  [0.021, 'about 1 in 50'],
  [0.072, 'about 1 in 14'],
  [0.25, 'about 1 in 4'],
  [0.41, 'about 2 in 5'],
  [0.5, 'about 1 in 2'],
  [0.6, 'about 3 in 5'],
  [0.66, 'about 2 in 3'],
  [0.79, 'about 4 in 5'],
  [0.95, 'about 19 in 20'],
  [1, 'more than 999 in 1,000'],
];
for (const [chance, words] of told) {
  test(`${String(chance)} is ${words}`, () => {
    assert.equal(outOf(chance), words);
  });
}

test('what is neither nothing nor certain never reads so', () => {
  assert.deepEqual([0.001, 0.999, 0, 1].map(chancePercent), ['under 1%', 'over 99%', '0%', '100%']);
});

test('the words are never further from the chance than a tenth of the scale', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (chance) => {
      const [, some, all] = /about ([\d,]+) in ([\d,]+)/.exec(outOf(chance)) ?? [];
      const said = Number(some?.replace(',', '')) / Number(all?.replace(',', ''));
      assert.ok(Math.abs(said - chance) <= 0.1, `${String(chance)}: ${outOf(chance)}`);
    }),
  );
});
