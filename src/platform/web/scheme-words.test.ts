import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryInALine, categoryOf, inBrief, schemeTitle } from './scheme-words.ts';

const scheme = {
  title: 'Norfolk 2013',
  categories: [
    { code: 'A4', meaning: 'School of concern', group: 'causing concern' },
    { code: 'B3', meaning: 'Requires improvement (may be judged better)', group: 'requiring improvement' },
    { code: 'watch list', meaning: 'Watch list (academies)', group: 'causing concern' },
  ],
  groups: [
    { name: 'causing concern', tone: 'high' },
    { name: 'requiring improvement', tone: 'raised' },
  ],
} as const;

test('a category in a line has its letter and the meaning without its brackets', () => {
  assert.equal(categoryInALine(scheme, 'B3'), 'B3 Requires improvement');
  assert.equal(categoryInALine(scheme, 'insufficient evidence'), 'Insufficient evidence');
  assert.equal(categoryInALine(scheme, 'watch list'), 'Watch list');
  assert.equal(categoryInALine(null, 'B3'), 'B3');
  assert.equal(
    inBrief('In transition (new partnership), expected to be good'),
    'In transition, expected to be good',
  );
});

test('a category of the scheme has its group, and one that is not in it is insufficient evidence', () => {
  assert.deepEqual(
    [categoryOf(scheme, 'A4').group, categoryOf(scheme, 'A4').tone],
    ['causing concern', 'high'],
  );
  assert.deepEqual(
    [categoryOf(scheme, 'Z9').category, categoryOf(scheme, 'Z9').group],
    ['insufficient evidence', null],
  );
  assert.equal(schemeTitle(scheme), 'Norfolk 2013');
});
