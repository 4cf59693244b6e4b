import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAsked, mondayAsked } from './days-asked.ts';

test('a week begins on its Monday, whichever of its days is named; what is no day is this week', () => {
  const today = '2026-11-22';
  assert.equal(mondayAsked('25 November 2026', today), '2026-11-23');
  assert.equal(mondayAsked('2026-11-23', today), '2026-11-23');
  assert.equal(mondayAsked('1 January 1900', today), '1900-01-01');
  assert.equal(mondayAsked('soon', today), '2026-11-16');
});

test('nothing is known as on a day to come', () => {
  assert.equal(dayAsked('1 October 2026', '2026-11-22'), '2026-10-01');
  assert.equal(dayAsked('23 November 2026', '2026-11-22'), '2026-11-22');
  assert.equal(dayAsked('', '2026-11-22'), '2026-11-22');
});
