import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { evidenceWith, schoolWith } from '#/analyse/rules/evidence.fixture.ts';
import { intakeOf } from '#/analyse/rules/intake.fixture.ts';
import type { Means } from '#/published/store/means.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { withSimilar } from './with-similar.ts';

const policy = { asAt: '2019-01-31', reference: loadReference() };
const means: Means = {
  means: [{ measure: 'ks2-rwm-expected', group: 'all', year: 2018, number: 58, schools: 50, pupils: 1500 }],
  sources: ['results-2018'],
};

/** A store that knows the pupils of so many primary schools; the school asked about is one of them. */
function storeOf(schools: number): Pick<PublishedStore, 'intakes' | 'means'> {
  const intakes = Array.from({ length: schools }, (_, index) =>
    intakeOf(String(900001 + index), {
      pupils: 100 + (index % 200),
      disadvantaged: index % 70,
      eal: index % 40,
      senSupport: index % 17,
    }),
  );
  return {
    intakes: ({ phase }) => Promise.resolve(phase === 'primary' ? intakes : []),
    means: ({ of }) => Promise.resolve(new Map([...of.keys()].map((urn) => [urn, means]))),
  };
}

test('a school is read beside the fifty schools with the most similar pupils, and their files are told', async () => {
  const [one] = await withSimilar(storeOf(1200), policy, [evidenceWith()]);
  assert.deepEqual(
    [one?.similar?.schools.length, one?.similar?.among, one?.similar?.sources],
    [50, 1200, ['results-2018']],
  );
  assert.ok(one?.similar?.schools.every(({ urn }) => urn !== '900001'));
});

test('where the pupils of too few schools are known there are no similar ones', async () => {
  const [one] = await withSimilar(storeOf(400), policy, [evidenceWith()]);
  assert.equal(one?.similar, null);
});

test('a real school is never compared with invented ones, and every school stays in its place', async () => {
  const real = evidenceWith({ school: schoolWith({ urn: '120001' }) });
  const special = evidenceWith({ school: schoolWith({ urn: '900007', phase: 'special' }) });
  const found = await withSimilar(storeOf(1200), policy, [real, special, evidenceWith()]);
  assert.deepEqual(
    found.map(({ school, similar }) => [school.urn, similar === null]),
    [
      ['120001', true],
      ['900007', true],
      ['900001', false],
    ],
  );
});
