import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recomputePercentages } from './percentages.ts';

const verdict = (numerator: number, denominator: number, printed: number, decimals = 0) =>
  recomputePercentages([{ label: 'x', numerator, denominator, printed, decimals }])[0]?.verdict;

test('a percentage that follows from its counts agrees, an exact half rounded up', () => {
  assert.equal(verdict(62, 361, 17), 'agrees');
  assert.equal(verdict(1, 8, 12.5, 1), 'agrees');
  assert.equal(verdict(1, 8, 13), 'agrees');
});

test('a count copied into the percentage column disagrees', () => {
  const [row] = recomputePercentages([
    { label: 'primary, D1-3', numerator: 9, denominator: 361, printed: 9 },
  ]);
  assert.equal(row?.verdict, 'disagrees');
  assert.equal(row.problem, 'primary, D1-3: printed 9%, but 9 of 361 is 2.5%');
});

test('a percentage cut off instead of rounded is told apart', () => {
  assert.equal(verdict(191, 362, 52), 'cut off, not rounded');
});

test('a share of nothing, or more than all, is refused', () => {
  assert.throws(() => verdict(1, 0, 100), RangeError);
  assert.throws(() => verdict(5, 4, 125), RangeError);
});

test('what is printed from the counts always agrees', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.nat(),
      fc.integer({ min: 0, max: 2 }),
      (n, seed, decimals) => {
        const numerator = seed % (n + 1);
        const [row] = recomputePercentages([{ label: 'x', numerator, denominator: n, printed: 0, decimals }]);
        assert.equal(verdict(numerator, n, row?.rounded ?? -1, decimals), 'agrees');
      },
    ),
  );
});
