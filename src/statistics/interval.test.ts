import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exactInterval, poissonInterval, wilsonInterval } from './interval.ts';

/**
 * R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven methods, Statistics in
 * Medicine 17 (1998), table I: method 3 (Wilson) and method 5 (Clopper-Pearson), 95%.
 */
const newcombe = [
  { r: 81, n: 263, wilson: [0.2553, 0.3662], exact: [0.2527, 0.3676] },
  { r: 15, n: 148, wilson: [0.0624, 0.1605], exact: [0.0578, 0.1617] },
  { r: 0, n: 20, wilson: [0, 0.1611], exact: [0, 0.1684] },
  { r: 1, n: 29, wilson: [0.0061, 0.1718], exact: [0.0009, 0.1776] },
] as const;

for (const { r, n, wilson, exact } of newcombe) {
  test(`Wilson and exact intervals for ${r} of ${n} are those of Newcombe’s table`, () => {
    const ours = [wilsonInterval(r, n), exactInterval(r, n)];
    assert.deepEqual(
      ours.map(({ low, high }) => [low.toFixed(4), high.toFixed(4)]),
      [wilson, exact].map((ends) => ends.map((end) => end.toFixed(4))),
    );
  });
}

test('an interval holds the share it is about, stays between 0 and 1, and narrows with more pupils', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, rate) => {
      const reached = Math.round(rate * n);
      for (const interval of [wilsonInterval, exactInterval]) {
        const { low, high } = interval(reached, n);
        const tenfold = interval(10 * reached, 10 * n);
        const share = reached / n;
        assert.ok(low >= 0 && low <= share + 1e-12 && share - 1e-12 <= high && high <= 1);
        assert.ok(tenfold.high - tenfold.low < high - low);
      }
    }),
  );
});

test('the exact interval of a count of events is Garwood’s of 1936', () => {
  // Printed limits at 95%: 0 gives up to 3.69, 1 gives 0.0253 to 5.57, 10 gives 4.80 to 18.39.
  const printed: readonly (readonly [number, number, number])[] = [
    [0, 0, 3.69],
    [1, 0.0253, 5.57],
    [10, 4.8, 18.39],
    [100, 81.36, 121.63],
  ];
  for (const [count, low, high] of printed) {
    const range = poissonInterval(count);
    assert.ok(Math.abs(range.low - low) < 0.005 && Math.abs(range.high - high) < 0.005, String(count));
  }
});

test('events in clumps say less: the same count leaves a wider range', () => {
  const [single, clumped] = [poissonInterval(20), poissonInterval(20, 0.95, 2.5)];
  assert.ok(clumped.low < single.low && clumped.high > single.high);
});
