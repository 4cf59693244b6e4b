import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#/schools/rules/dates.ts';
import { tracked } from '../invented-england.fixture.ts';
import { graded } from '../marking/marking.fixture.ts';
import { authorityFallsOf, fallenOf } from './authority-falls.ts';
import { chancesWithin, withRange } from './chances.ts';
import { factsOn, movedOn } from './facts.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('only the first inspection ahead counts: chances are those of going through every step', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ inspected: share, found: share }), { maxLength: 4 }), (steps) => {
      let found = 0;
      for (const [first, step] of steps.entries()) {
        const none = steps.slice(0, first).reduce((product, { inspected }) => product * (1 - inspected), 1);
        found += none * step.inspected * step.found;
      }
      const within = chancesWithin(steps);
      assert.ok(Math.abs(within.found - found) < 1e-12);
      assert.ok(within.found <= within.inspected + 1e-12 && within.inspected <= 1);
    }),
  );
});

test('a chance lies in its range, also where it is certain, and less is known the wider the range', () => {
  fc.assert(
    fc.property(share, fc.double({ min: 0, max: 3, noNaN: true }), (chance, error) => {
      const { low, high } = withRange(chance, error, 0.2);
      const wider = withRange(chance, error + 0.5, 0.2);
      assert.ok(0 <= low && low <= chance && chance <= high && high <= 1);
      assert.ok(wider.low <= low && wider.high >= high);
    }),
  );
});

test('as time passes and nothing becomes known, only times grow', () => {
  const school = tracked({ inspections: [graded('2012-01-10', 3), graded('2015-01-10', 2)] });
  const setting = { pauses: [], authorityFalls: () => 0 };
  const now = factsOn(school, dayOf('2018-08-31'), setting);
  const later = factsOn(school, dayOf('2019-08-31'), setting);
  assert.ok(now !== null && later !== null);
  const moved = movedOn(now, 365 / 365.25);
  for (const [fact, value] of Object.entries(later)) {
    const expected = moved[fact as keyof typeof moved];
    if (typeof value === 'number' && typeof expected === 'number' && !Number.isNaN(value))
      assert.ok(Math.abs(value - expected) < 1e-9, fact);
    else assert.deepEqual(value, expected, fact);
  }
});

test('an authority’s falls are of two years, seen no later than the day, and few are drawn to England’s', () => {
  const fell = tracked({ inspections: [graded('2015-01-10', 2), graded('2017-10-10', 3)] });
  const stayed = tracked({ urn: '900002', inspections: [graded('2015-01-10', 2, '900002')] });
  const day = dayOf('2018-08-31');
  assert.deepEqual(fallenOf([fell, stayed], day), { good: 2, fell: 1 });
  assert.deepEqual(fallenOf([fell, stayed], dayOf('2017-11-13')), { good: 2, fell: 0 });
  const falls = authorityFallsOf([fell, stayed], { good: 1000, fell: 50 })('invented-county', day);
  assert.ok(Math.abs(falls - Math.log(16 / 15.1)) < 1e-12);
});
