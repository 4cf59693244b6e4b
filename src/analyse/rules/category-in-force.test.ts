import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { School } from '#/schools/rules/school.ts';
import { evidenceWith, inspected, schoolWith } from './evidence.fixture.ts';
import { factsOf } from './facts.ts';
import { policyFrom } from './policy.ts';

const asAt = '2026-04-30';
const found = (category: School['category'], more: Partial<School> = {}, ofThisSchool = true) =>
  factsOf(
    evidenceWith({
      asAt,
      school: schoolWith({ category, ...more }),
      inspections: [inspected('2024-02-06', 4, { category: 'SM', ofThisSchool })],
    }),
    policyFrom(loadReference(), 'norfolk-2013', asAt),
  ).categoryInForce;

test('a category stands as given at the last full inspection, where no list says more', () => {
  assert.equal(found(null).holds, true);
  assert.match(found(null).words, /since the inspection of 6 February 2024/);
});

test('monitoring ends a category: Ofsted’s list, not the old inspection, says that the school is in none', () => {
  assert.equal(found('none').holds, false);
  assert.match(found('none').words, /has ended/);
});

test('a category that the list states holds, whatever the last full inspection said', () => {
  assert.equal(found('RSI').holds, true);
});

test('what a later list states is not known yet', () => {
  assert.equal(found('none', { registerKnownLater: true }).holds, true);
});

test('a category repeated from the predecessor ended with the predecessor', () => {
  assert.equal(found('SM', {}, false).holds, false);
  assert.match(found('SM', {}, false).words, /predecessor/);
});
