import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore, PublishedStore } from '#/published/store/published-store.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { otherSchools, prepareOtherSchools } from './other-schools.ts';

const authority = (name: string, invented = false): AuthorityInStore => ({
  name,
  slug: name.toLowerCase(),
  schools: 2,
  invented,
  newestKnownOn: '2025-08-31',
});

const schools = [
  ['100001', 'Norfolk'],
  ['100002', 'Norfolk'],
  ['100003', 'Suffolk'],
  ['100004', 'Kent'],
  ['900001', 'Fenshire'],
] as const;

function storeOf(sources: { id: string; importedAt: string }[]) {
  let asked = 0;
  const store = {
    sources: () => Promise.resolve(sources as unknown as Source[]),
    authorities: () =>
      Promise.resolve([
        authority('Norfolk'),
        authority('Suffolk'),
        authority('Kent'),
        authority('Fenshire', true),
      ]),
    evidence: () => {
      asked += 1;
      return Promise.resolve(
        schools.map(
          ([urn, name]) =>
            ({
              asAt: '2025-08-31',
              school: { urn, authority: name, phase: 'primary', pupils: 100 },
              lineage: [],
              inspections: [],
              values: [],
              heads: [],
              supplied: [],
              similar: null,
            }) as unknown as Evidence,
        ),
      );
    },
  } as unknown as PublishedStore;
  return { store, asked: () => asked };
}

test('an authority is held against the other real authorities, and not against an invented one', async () => {
  const { store } = storeOf([]);
  const others = await otherSchools(store, authority('Norfolk'), '2025-08-31');
  assert.equal(others?.schools, 2);
  assert.equal(others.label, 'Other schools in the files imported (2 authorities)');
  assert.equal(others.profile.all.schools, 2);
});

test('an invented authority with no other invented one has nobody to be held against', async () => {
  const { store } = storeOf([]);
  assert.equal(await otherSchools(store, authority('Fenshire', true), '2025-08-31'), null);
});

test('the others are counted once, and again after an import or for another date', async () => {
  const sources = [{ id: 'a', importedAt: '2025-09-01' }];
  const { store, asked } = storeOf(sources);
  await otherSchools(store, authority('Norfolk'), '2025-08-31');
  await otherSchools(store, authority('Norfolk'), '2025-08-31');
  assert.equal(asked(), 1);
  await otherSchools(store, authority('Norfolk'), '2024-08-31');
  assert.equal(asked(), 2);
  sources.push({ id: 'b', importedAt: '2025-09-02' });
  await otherSchools(store, authority('Norfolk'), '2025-08-31');
  assert.equal(asked(), 3);
});

test('the schools of England are read once for all authorities, before anyone asks', async () => {
  const { store, asked } = storeOf([]);
  await prepareOtherSchools(store);
  assert.equal(asked(), 1);
  const kent = await otherSchools(store, authority('Kent'), '2025-08-31');
  const norfolk = await otherSchools(store, authority('Norfolk'), '2025-08-31');
  assert.deepEqual([kent?.schools, norfolk?.schools, asked()], [3, 2, 1]);
});
