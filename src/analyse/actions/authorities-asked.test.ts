import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedAuthority } from '#/analyse/pages/invented.fixture.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { authoritiesAsked } from './authorities-asked.ts';

const marshland = { ...inventedAuthority, name: 'Marshland', slug: 'marshland' };
const store = {
  authorities: () => Promise.resolve([inventedAuthority, marshland]),
} as unknown as PublishedStore;
const ask = (...names: string[]) => authoritiesAsked({ published: () => Promise.resolve(store) }, names);

test('an authority named twice, by its short and its full name, is analysed once', async () => {
  const found = await ask('Marshland', inventedAuthority.slug, inventedAuthority.name);
  assert.deepEqual(
    found.map(({ slug }) => slug),
    ['marshland', inventedAuthority.slug],
  );
});

test('every name that nobody has is told at once, and what to do is said once', async () => {
  await assert.rejects(ask('Marshland', 'Narnia', 'Atlantis'), (error: Error & { whatToDo: string[] }) => {
    assert.match(error.message, /Narnia.*\n.*Atlantis/);
    assert.equal(error.whatToDo.length, 1);
    return true;
  });
});
