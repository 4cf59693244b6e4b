import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate } from './read-date.ts';

test('a date is read as people write it', () => {
  for (const text of [
    '2025-08-31',
    '31/08/2025',
    '31/8/2025',
    '31 August 2025',
    '31 aug 2025',
    ' 31 AUGUST 2025 ',
  ]) {
    assert.equal(readDate(text), '2025-08-31', text);
  }
  assert.equal(readDate('1 May 2014'), '2014-05-01');
});

test('a day that does not exist is not another day', () => {
  for (const text of [
    '2025-02-29',
    '31/06/2025',
    '30 February 2024',
    '2025-13-01',
    '2025-00-10',
    '08/31/2025',
  ]) {
    assert.equal(readDate(text), null, text);
  }
  assert.equal(readDate('2024-02-29'), '2024-02-29');
});

test('what is no date is not guessed at', () => {
  for (const text of [
    '',
    'yesterday',
    '2025',
    '31-08-2025',
    '31 Augustus 2025',
    '31 xyz 2025',
    '20250831',
    '0001-01-01',
  ]) {
    assert.equal(readDate(text), null, text);
  }
});
