import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deprivationEffect, type SchoolBothWays } from './deprivation-effect.ts';

let next = 900001;
const school = (without: number, withIt: number | null, fifth: number | null = 3): SchoolBothWays => {
  const urn = String(next++);
  return {
    name: `School ${urn}`,
    warning: { urn, withDeprivation: withIt, withoutDeprivation: without },
    school: { phase: 'primary', idaciQuintile: fifth, pupils: 200 },
  };
};

test('schools whose chance moves by more than five points are counted, those by exactly five are not', () => {
  const { higher, lower, schools } = deprivationEffect([
    school(0.15, 0.2),
    school(0.15, 0.201),
    school(0.3, 0.25),
    school(0.3, 0.249),
    school(0.3, 0.1),
  ]);
  assert.deepEqual([schools, higher, lower], [5, 1, 2]);
});

test('the five that move furthest either way are named, furthest first', () => {
  const moving = [0.11, 0.4, 0.02, 0.1, 0.13, 0.3].map((withIt) => school(0.1, withIt));
  assert.deepEqual(
    deprivationEffect(moving).furthest.map(({ withIt }) => withIt),
    [0.4, 0.3, 0.02, 0.13, 0.11],
  );
});

test('chances are told on average for each fifth there is, the least deprived first', () => {
  const { fifths, expected } = deprivationEffect([
    school(0.1, 0.3, 5),
    school(0.2, 0.2, 5),
    school(0.25, 0.125, 1),
  ]);
  assert.deepEqual(
    fifths.map(({ fifth, schools }) => [fifth, schools]),
    [
      ['fifth with the least deprivation', 1],
      ['fifth with the most deprivation', 2],
    ],
  );
  assert.deepEqual([fifths[0]?.without, fifths[0]?.withIt, fifths[1]?.withIt], [0.25, 0.125, 0.25]);
  assert.deepEqual(
    [expected.without, expected.withIt].map((sum) => sum.toFixed(3)),
    ['0.550', '0.625'],
  );
});

test('a school of which the deprivation is not known is counted as such and moves nothing', () => {
  const { schools, notKnown, furthest, fifths } = deprivationEffect([school(0.1, null, null)]);
  assert.deepEqual([schools, notKnown, furthest, fifths], [0, 1, [], []]);
});

test('whatever the chances, every school is in one fifth or among those not known, and the averages add up', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  const any = fc
    .tuple(chance, fc.option(chance), fc.option(fc.integer({ min: 1, max: 5 })))
    .map(([without, withIt, fifth]) => school(without, withIt, fifth));
  fc.assert(
    fc.property(fc.array(any), (some) => {
      const { schools, notKnown, higher, lower, fifths, expected, furthest } = deprivationEffect(some);
      assert.equal(schools + notKnown, some.length);
      assert.equal(
        fifths.reduce((sum, one) => sum + one.schools, 0),
        schools,
      );
      const again = fifths.reduce((sum, one) => sum + one.schools * one.withIt, 0);
      assert.ok(Math.abs(again - expected.withIt) < 1e-9);
      assert.ok(higher + lower <= schools && furthest.length === Math.min(5, schools));
    }),
  );
});
