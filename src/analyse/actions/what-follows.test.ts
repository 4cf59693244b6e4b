import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { whatFollows } from './what-follows.ts';

const reference = loadReference();
const scheme = (id: string) =>
  reference.schemes.find((one) => one.id === id) ?? assert.fail(`there is no scheme ${id}`);
const norfolk = scheme('norfolk-2013');

test('by the scheme of 2013 a school of concern may count on more than every school, and visits are owed by category', () => {
  const follows = whatFollows(norfolk, reference, '2014-03-01');
  assert.ok(follows.everySchool !== null);
  const concern = follows.groups.find(({ name }) => name === 'causing concern');
  assert.ok((concern?.entitlements?.entitlements.length ?? 0) > 0);
  assert.deepEqual(
    concern?.categories,
    norfolk.categories.filter(({ group }) => group === 'causing concern').map(({ code }) => code),
  );
  const ids = follows.visits.map(({ id }) => id);
  assert.ok(ids.includes('three-a-year') && ids.includes('challenge-in-autumn'), ids.join());
});

test('before the day on which a visit was promised it is not owed, and what was promised for a time is not said of another', () => {
  const early = whatFollows(norfolk, reference, '2013-01-15');
  assert.ok(!early.visits.some(({ id }) => id === 'challenge-in-autumn'));
  assert.equal(early.everySchool, null);
  const [then, now] = ['2014-03-01', '2026-11-22'].map((on) => whatFollows(norfolk, reference, on));
  assert.notEqual(then?.everySchool?.from, now?.everySchool?.from);
});

test('of another scheme only what every authority owes is said', () => {
  const others = whatFollows(scheme('staffordshire-a-d'), reference, '2026-11-22');
  assert.deepEqual([...new Set(others.visits.map((one) => one.scheme))], [null]);
});
