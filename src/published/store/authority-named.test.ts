import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KnownError } from '#/platform/errors.ts';
import { authorityNamed } from './authority-named.ts';
import { dateAsked } from './date-asked.ts';
import type { PublishedStore } from './published-store.ts';

const storeWith = (...names: string[]) =>
  ({
    authorities: () =>
      Promise.resolve(
        names.map((name) => ({
          name,
          slug: name.toLowerCase().replaceAll(/[ ,]+/g, '-'),
          schools: 1,
          invented: false,
          newestKnownOn: '2025-08-31',
        })),
      ),
  }) as unknown as PublishedStore;

const answer = async (store: PublishedStore, typed?: string) => {
  const named = await authorityNamed(store, typed);
  return named instanceof KnownError ? named.code : named.slug;
};

test('an authority is found by its short name, its name, and without capitals or commas', async () => {
  const store = storeWith('Norfolk', 'Bristol, City of');
  assert.equal(await answer(store, 'norfolk'), 'norfolk');
  assert.equal(await answer(store, 'NORFOLK '), 'norfolk');
  assert.equal(await answer(store, 'bristol-city-of'), 'bristol-city-of');
  assert.equal(await answer(store, 'bristol city of'), 'bristol-city-of');
});

test('the only authority there is need not be named; of several, one must be', async () => {
  assert.equal(await answer(storeWith('Norfolk')), 'norfolk');
  assert.equal(await answer(storeWith('Norfolk', 'Suffolk')), 'usage');
});

test('an unknown authority, and a store with nothing in it, say what to do', async () => {
  assert.equal(await answer(storeWith('Norfolk'), 'Suffolk'), 'authority-unknown');
  assert.equal(await answer(storeWith('Norfolk'), ''), 'authority-unknown');
  assert.equal(await answer(storeWith(), 'Norfolk'), 'nothing-imported');
  const many = await authorityNamed(storeWith(...Array.from({ length: 40 }, (_, n) => `County ${n}`)));
  assert.ok(many instanceof KnownError);
  assert.match(many.whatToDo.join(), /County 11 and 28 more/);
});

test('tomorrow is not a date to ask about; today is', () => {
  assert.equal(dateAsked('2025-09-01', '2025-09-01'), '2025-09-01');
  assert.equal(dateAsked('1 September 2025', '2025-09-01'), '2025-09-01');
  for (const text of ['2025-09-02', 'soon', '31/02/2025']) {
    const read = dateAsked(text, '2025-09-01');
    assert.ok(read instanceof KnownError && read.code === 'date-invalid', text);
  }
});
