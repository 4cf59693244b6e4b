import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { printedFigures } from './printed-figures.ts';

const norfolk = loadReference().schemes.find((scheme) => scheme.id === 'norfolk-2013');

test('Norfolk’s printed 9% for 9 of 361 schools in transition, and 64% for 228 of 362 good or better, are flagged', () => {
  assert.ok(norfolk?.published);
  const { categories, profile } = printedFigures(norfolk.published);
  const transition = categories.find((one) => one.phase === 'primary' && one.of === 'D1-3');
  assert.deepEqual(
    [transition?.numerator, transition?.denominator, transition?.verdict],
    [9, 361, 'disagrees'],
  );
  const good = profile.find((one) => one.phase === 'primary' && one.of === 'good or better');
  assert.deepEqual([good?.numerator, good?.denominator, good?.verdict], [228, 362, 'disagrees']);
});

test('every other printed percentage of the categories follows from its counts', () => {
  assert.ok(norfolk?.published);
  const wrong = printedFigures(norfolk.published).categories.filter((one) => one.verdict !== 'agrees');
  assert.deepEqual(
    wrong.map((one) => one.label),
    ['primary, D1-3'],
  );
});
