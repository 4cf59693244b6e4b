import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceOfLogit } from './logit.ts';
import { chanceAtMost, countMoments } from './poisson-binomial.ts';
import { shockedSum } from './shocked-count.ts';
import { shockedShare } from './shocked-share.ts';

const near = (actual: number, expected: number, within: number): void => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
};

/** The chance of at most so many of the total, going through all outcomes. */
function byEnumeration(chances: readonly number[], sizes: readonly number[], most: number): number {
  let sum = 0;
  for (let outcome = 0; outcome < 2 ** chances.length; outcome += 1) {
    let [likely, size] = [1, 0];
    chances.forEach((chance, at) => {
      const happens = ((outcome >> at) & 1) === 1;
      likely *= happens ? chance : 1 - chance;
      if (happens) size += sizes[at] ?? 0;
    });
    if (size <= most + 1e-9) sum += likely;
  }
  return sum;
}

const few = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 1500 })),
  { minLength: 1, maxLength: 10 },
);

test('with as many parts as pupils the share of a few schools is what going through all outcomes gives', () => {
  fc.assert(
    fc.property(few, fc.double({ min: 0, max: 1, noNaN: true }), (schools, share) => {
      const [chances, sizes] = [schools.map(([chance]) => chance), schools.map(([, size]) => size)];
      const total = sizes.reduce((sum, size) => sum + size, 0);
      fc.pre(total > 0);
      const spread = shockedShare(Float64Array.from(chances), Float64Array.from(sizes), 0, total);
      const most = Math.floor(share * total);
      near(chanceAtMost(spread, most), byEnumeration(chances, sizes, most), 1e-9);
    }),
    { numRuns: 60 },
  );
});

test('with a thousand parts no pupil is moved by more than half a part for each school', () => {
  fc.assert(
    fc.property(few, fc.double({ min: 0, max: 1, noNaN: true }), (schools, share) => {
      const [chances, sizes] = [schools.map(([chance]) => chance), schools.map(([, size]) => size)];
      const total = sizes.reduce((sum, size) => sum + size, 0);
      fc.pre(total > 0);
      const spread = shockedShare(Float64Array.from(chances), Float64Array.from(sizes), 0);
      const within = (schools.length / 2 / 1000) * total;
      const at = chanceAtMost(spread, Math.floor(share * 1000));
      const parts = Math.floor(share * 1000) / 1000;
      assert.ok(byEnumeration(chances, sizes, parts * total - within) <= at + 1e-9);
      assert.ok(byEnumeration(chances, sizes, parts * total + within) >= at - 1e-9);
    }),
    { numRuns: 60 },
  );
});

/** Seven schools of a primary's size to one of a secondary's, chances from about 0.4 to 0.98; the same in every run. */
function likeSchools(n: number, higher = 0): { chances: Float64Array; sizes: Int32Array } {
  const wave = (at: number, times: number): number => Math.abs(Math.sin(at * times + 1));
  return {
    chances: Float64Array.from({ length: n }, (_, at) =>
      chanceOfLogit(1.9 + higher + 1.4 * Math.sin(at * 7.3) + Math.cos(at)),
    ),
    sizes: Int32Array.from({ length: n }, (_, at) =>
      at % 8 === 1 ? 600 + 900 * wave(at, 5.1) : 40 + 400 * wave(at, 3.7),
    ),
  };
}

/** The share in percentage points below which a part of the probability lies, between two places where need be. */
function percentileOf(spread: Float64Array, level: number): number {
  let sum = 0;
  const place = spread.findIndex((value) => (sum += value) >= level);
  const inside = (level - sum + (spread[place] ?? 0)) / (spread[place] ?? 1);
  return (100 * (place - 0.5 + inside)) / (spread.length - 1);
}

test('for groups of schools the limits and the median are within 0.15 points of counting every pupil', () => {
  for (const [n, higher, within] of [
    [12, 0, 0.15],
    [30, 0, 0.15],
    [60, 0, 0.15],
    [60, 2, 0.1],
    [150, 0, 0.03],
    [420, 0, 0.005],
  ] as const)
    for (const sd of [0, 0.3]) {
      const { chances, sizes } = likeSchools(n, higher);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const exact = shockedSum(chances, sizes, total, sd);
      const share = shockedShare(chances, Float64Array.from(sizes), sd);
      for (const level of [0.025, 0.1, 0.5, 0.9, 0.975])
        near(percentileOf(share, level), percentileOf(exact, level), within);
      near(countMoments(share).mean / 1000, countMoments(exact).mean / total, 0.002);
      near(
        share.reduce((sum, value) => sum + value, 0),
        1,
        1e-6,
      );
    }
});

test('one school that holds most of the pupils decides: all is added up, not smoothed', () => {
  const { chances, sizes } = likeSchools(80);
  chances[0] = 0.5;
  const large = Float64Array.from(sizes, (size, at) => (at === 0 ? 200_000 : size));
  const share = shockedShare(chances, large, 0.3);
  assert.ok(
    chanceAtMost(share, 500) - chanceAtMost(share, 200) < 1e-6,
    'nothing between without it and with it',
  );
});

test('sizes that are none are an error', () => {
  const half = Float64Array.of(0.5, 0.5);
  assert.throws(() => shockedShare(half, Float64Array.of(0, 0), 0.1), /not all 0/);
  assert.throws(() => shockedShare(half, Float64Array.of(-1, 2), 0.1), /not all 0/);
  assert.throws(() => shockedShare(half, Float64Array.of(1), 0.1), /1 sizes of 2/);
  assert.throws(() => shockedShare(Float64Array.of(0.5, 7), Float64Array.of(1, 1), 0.1), RangeError);
});
