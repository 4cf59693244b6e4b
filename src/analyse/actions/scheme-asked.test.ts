import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference, type Reference } from '#/law/reference.ts';
import { KnownError } from '#/platform/errors.ts';
import { schemeAsked } from './scheme-asked.ts';

const [norfolk] = loadReference().schemes;
assert.ok(norfolk);
const reference: Reference = {
  ...loadReference(),
  schemes: [
    { ...norfolk, id: 'first', from: '2013-09-01', to: '2016-08-31' },
    { ...norfolk, id: 'second', from: '2016-09-01', to: null },
  ],
};
const idOf = (id: string | undefined, on: string) => {
  const scheme = schemeAsked(reference, id, on);
  return scheme instanceof KnownError ? scheme.code : scheme.id;
};

test('without a name, the scheme in force on the date is meant', () => {
  assert.equal(idOf(undefined, '2016-08-31'), 'first');
  assert.equal(idOf(undefined, '2016-09-01'), 'second');
});

test('before any scheme was in force, the earliest is applied looking back', () => {
  assert.equal(idOf(undefined, '2010-01-01'), 'first');
});

test('a named scheme is that scheme, whatever the date, and an unknown one is told with those there are', () => {
  assert.equal(idOf('first', '2025-01-01'), 'first');
  const unknown = schemeAsked(reference, 'third', '2025-01-01');
  assert.ok(unknown instanceof KnownError);
  assert.deepEqual(unknown.whatToDo, ['There are: second, first']);
});
