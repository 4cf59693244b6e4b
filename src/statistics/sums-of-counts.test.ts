import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { whatSumsTell, type KnownSum } from './sums-of-counts.ts';

test('what is left of a total can be anything up to it', () => {
  const tell = whatSumsTell(3, [{ of: [0, 1, 2], is: 10 }]);
  assert.deepEqual(tell([0]), { least: 0, most: 10 });
  assert.deepEqual(tell([0, 1, 2]), { least: 10, most: 10 });
});

test('a count that follows from two totals is found out', () => {
  const tell = whatSumsTell(3, [
    { of: [0, 1, 2], is: 10 },
    { of: [0, 1], is: 7 },
  ]);
  assert.deepEqual(tell([2]), { least: 3, most: 3 });
  assert.deepEqual(tell([0]), { least: 0, most: 7 });
});

test('sums said twice change nothing, and sums that cannot be are an error', () => {
  const twice = whatSumsTell(2, [
    { of: [0, 1], is: 4 },
    { of: [0, 1], is: 4 },
  ]);
  assert.deepEqual(twice([1]), { least: 0, most: 4 });
  assert.throws(() =>
    whatSumsTell(2, [
      { of: [0, 1], is: 4 },
      { of: [0], is: 5 },
    ]),
  );
});

/** Every table of small counts that has the sums, one after the other. */
function bySearch(counts: number, known: readonly KnownSum[], sum: readonly number[], limit: number) {
  const found: number[] = [];
  const place = (filled: readonly number[]): void => {
    const over = known.some(({ of, is }) => of.reduce((total, at) => total + (filled[at] ?? 0), 0) > is);
    if (over) return;
    if (filled.length < counts) {
      for (let value = 0; value <= limit; value += 1) place([...filled, value]);
      return;
    }
    if (known.every(({ of, is }) => of.reduce((total, at) => total + (filled[at] ?? 0), 0) === is))
      found.push(sum.reduce((total, at) => total + (filled[at] ?? 0), 0));
  };
  place([]);
  return { least: Math.min(...found), most: Math.max(...found) };
}

test('for tables with totals of rows and columns it is what trying every table gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
      fc.subarray([[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5], [4]]),
      fc.constantFrom([0], [4], [1, 2], [0, 5]),
      (table, said, sum) => {
        const known = [[0, 1, 2, 3, 4, 5], ...said].map((of) => ({
          of,
          is: of.reduce((total, at) => total + (table[at] ?? 0), 0),
        }));
        const total = known[0]?.is ?? 0;
        fc.pre(total <= 9);
        const { least, most } = whatSumsTell(6, known)(sum);
        const tried = bySearch(6, known, sum, total);
        assert.ok(Math.abs(least - tried.least) < 1e-6 && Math.abs(most - tried.most) < 1e-6);
      },
    ),
    { numRuns: 60 },
  );
});
