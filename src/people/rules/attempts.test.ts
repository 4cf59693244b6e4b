import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLookedAt, placeOf, type Attempt } from './attempts.ts';

const now = Date.UTC(2026, 0, 15, 9);
const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

/** So many attempts, a second apart, the last so long ago. */
function attempts(number: number, ago: number, more: Partial<Attempt> = {}): readonly Attempt[] {
  return Array.from({ length: number }, (_, index) => ({
    at: now - ago - index * seconds,
    sameName: true,
    samePlace: true,
    outcome: 'failed' as const,
    ...more,
  }));
}

const elsewhere = { samePlace: false };
const otherName = { sameName: false };

const table: readonly (readonly [what: string, before: readonly Attempt[], lookedAt: boolean])[] = [
  ['the first attempt', [], true],
  ['after four mistakes', attempts(4, 1 * seconds), true],
  ['at once after five mistakes', attempts(5, 1 * seconds), false],
  ['15 seconds after five mistakes', attempts(5, 15 * seconds), true],
  ['15 seconds after six mistakes', attempts(6, 15 * seconds), false],
  ['half a minute after six mistakes', attempts(6, 30 * seconds), true],
  ['ten minutes after twenty mistakes here', attempts(19, 10 * minutes), false],
  ['a quarter of an hour after nineteen mistakes here', attempts(19, 15 * minutes), true],
  ['the fiftieth mistake of a day', attempts(50, 1 * hours), false],
  ['a day after fifty mistakes', attempts(50, 24 * hours), true],
  [
    'mistakes before the last success here are forgotten',
    [...attempts(1, 1 * seconds, { outcome: 'succeeded' }), ...attempts(10, 2 * seconds)],
    true,
  ],
  [
    'a success elsewhere forgives nothing here',
    [...attempts(1, 1 * seconds, { outcome: 'succeeded', ...elsewhere }), ...attempts(10, 2 * seconds)],
    false,
  ],
  [
    'attempts that were not looked at count for nothing',
    attempts(30, 1 * seconds, { outcome: 'refused' }),
    true,
  ],
  ['others try the name from elsewhere, a little', attempts(19, 1 * seconds, elsewhere), true],
  ['others try the name from elsewhere, much', attempts(20, 1 * seconds, elsewhere), false],
  ['whoever is meant still gets in, five minutes later', attempts(60, 5 * minutes, elsewhere), true],
  ['the name was tried two hundred times in a day', attempts(200, 1 * hours, elsewhere), false],
  ['a whole office mistypes', attempts(39, 1 * seconds, otherName), true],
  ['one place tries name after name', attempts(40, 1 * seconds, otherName), false],
  ['one place tried five hundred names in a day', attempts(500, 1 * hours, otherName), false],
];

for (const [what, before, lookedAt] of table) {
  test(`${what}: ${lookedAt ? 'looked at' : 'not looked at'}`, () => {
    assert.equal(isLookedAt(before, now), lookedAt);
  });
}

test('a place is one address of version 4, and half of one of version 6', () => {
  const places = [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ] as const;
  for (const [address, place] of places) assert.equal(placeOf(address), place);
});
