import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KnownError } from '#/platform/errors.ts';
import { entitlementsOn } from './entitlements.ts';
import { checkReference, loadReference, readReference } from './reference.ts';

const { entitlements, schemes } = loadReference();
const on = '2014-01-10';
const told = (group: string | null, day = on) =>
  entitlementsOn(entitlements, { scheme: 'norfolk-2013', group, on: day });

test('a school causing concern has an officer of its own; a school requiring improvement a partner from outside', () => {
  const words = (group: string) =>
    (told(group)?.ofGroup?.entitlements ?? []).map(({ what }) => what).join(' ');
  assert.match(words('causing concern'), /intervention officer/);
  assert.match(words('requiring improvement'), /challenge partner.*autumn term/);
  assert.match(words('system leaders'), /challenge partner.*spring term/);
});

test('whoever may not know the group hears what every school may count on, and no more', () => {
  assert.equal(told(null)?.ofGroup, null);
  assert.ok((told(null)?.everySchool.entitlements.length ?? 0) > 0);
});

test('what the papers promised is confirmed for their time and marked as unconfirmed after it', () => {
  const status = (day: string) =>
    new Set(told('causing concern', day)?.ofGroup?.entitlements.map((one) => one.status));
  assert.deepEqual(status('2015-08-31'), new Set(['confirmed']));
  assert.deepEqual(status('2015-09-01'), new Set(['unconfirmed']));
});

test('a day before the first is an error that says from when on, never a guess', () => {
  assert.throws(
    () => told('causing concern', '2013-08-31'),
    (error) =>
      error instanceof KnownError &&
      error.code === 'date-invalid' &&
      error.whatToDo.join().includes('2013-09-01'),
  );
});

test('a scheme for which nothing is kept promises nothing', () => {
  assert.equal(entitlementsOn(entitlements, { scheme: 'fenshire-2026:2', group: 'x', on }), null);
});

test('a gap, a group that the scheme does not have, and a group left out are told all at once', () => {
  const content = readReference();
  const broken = entitlements
    .filter(({ group, from }) => group !== 'system leaders' && !(group === null && from === '2013-09-01'))
    .map((one) => (one.group === 'requiring improvement' ? { ...one, group: 'in transition' } : one))
    .map((one) => (one.group === 'causing concern' && one.to !== null ? { ...one, to: '2015-08-01' } : one));
  const files = {
    ...content.files,
    'entitlements.json': { about: 'Broken on purpose for a test', entries: broken },
  };
  assert.throws(
    () => checkReference({ ...content, files }),
    (error: Error) =>
      error.message.includes('in transition: the scheme has no such group') &&
      error.message.includes('system leaders: nothing is said') &&
      error.message.includes('causing concern: nothing is in force between 2015-08-01 and 2015-09-01'),
  );
  assert.ok(schemes.length > 0);
});
