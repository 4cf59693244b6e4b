import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference, type Reference } from '#/law/reference.ts';
import { KnownError } from '#/platform/errors.ts';
import { knownSchemes, schemeAsked } from './scheme-asked.ts';

const norfolk = loadReference().schemes.find(({ id }) => id === 'norfolk-2013');
assert.ok(norfolk);
const { usual, ...another } = norfolk;
const reference: Reference = {
  ...loadReference(),
  schemes: [
    { ...norfolk, id: 'first', from: '2013-09-01', to: '2016-08-31' },
    { ...norfolk, id: 'second', from: '2016-09-01', to: null },
    { ...another, id: 'for-those-who-choose-it', from: '2020-09-01', to: null },
  ],
};
const adoption = (id: string, own: boolean) => ({
  id,
  own,
  version: 1,
  scheme: { ...norfolk, id },
  given: norfolk,
  why: 'Agreed with heads',
  adoptedAt: '2025-09-01T09:00:00.000Z',
  adoptedBy: 'An officer',
});
const idOf = (id: string | undefined, on: string, ...adopted: ReturnType<typeof adoption>[]) => {
  const scheme = schemeAsked(knownSchemes(reference, adopted), id, on);
  return scheme instanceof KnownError ? scheme.code : scheme.id;
};

test('without a name, the usual scheme in force on the date is meant', () => {
  assert.equal(usual, true);
  assert.equal(idOf(undefined, '2016-08-31'), 'first');
  assert.equal(idOf(undefined, '2025-09-01'), 'second');
});

test('before any scheme was in force, the earliest is applied looking back', () => {
  assert.equal(idOf(undefined, '2010-01-01'), 'first');
});

test('the scheme an authority has taken on last comes before the usual one, on every date', () => {
  const adopted = [adoption('for-those-who-choose-it', false), adoption('our-own:1', true)];
  assert.equal(idOf(undefined, '2016-01-01', ...adopted), 'for-those-who-choose-it');
  assert.equal(idOf(undefined, '2016-01-01', ...adopted.toReversed()), 'our-own:1');
});

test('a scheme of its own is known by its name, the newest version first, and by name and version', () => {
  const adopted = [adoption('our-own:2', true), adoption('our-own:1', true)];
  assert.equal(idOf('our-own', '2025-01-01', ...adopted), 'our-own:2');
  assert.equal(idOf('our-own:1', '2025-01-01', ...adopted), 'our-own:1');
  assert.equal(idOf('our-own', '2025-01-01'), 'not-found');
});

test('a named scheme is that scheme, whatever the date, and an unknown one is told with those there are', () => {
  assert.equal(idOf('first', '2025-01-01'), 'first');
  const unknown = schemeAsked(knownSchemes(reference), 'third', '2025-01-01');
  assert.ok(unknown instanceof KnownError);
  assert.deepEqual(unknown.whatToDo, ['There are: first, second, for-those-who-choose-it']);
});
