import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behindInWords, besideInWords, inSentence, measureNumber, measureRange } from './measure-words.ts';

const share = {
  id: 'ks2-rwm-expected',
  title: 'Expected standard',
  words: 'reached it',
  unit: '%',
  kind: 'proportion',
} as const;
const progress = {
  id: 'ks4-progress-8',
  title: 'Progress 8',
  words: 'Progress 8',
  unit: 'score',
  kind: 'progress',
} as const;

test('numbers carry their unit, progress its direction, and Progress 8 two decimals', () => {
  assert.equal(measureNumber(59.62, share), '59.6%');
  assert.equal(measureNumber(59.62, share, 0), '60%');
  assert.equal(measureNumber(-0.124, progress), '−0.12');
  assert.equal(measureNumber(0.5, progress), '+0.50');
  assert.equal(measureRange([58.21, 61], share), '58.2% to 61.0%');
});

test('a difference that reads as nothing is told as none', () => {
  assert.equal(besideInWords(60, 65.4, 'England', share), '5.4 points below England');
  assert.equal(besideInWords(66, 65, 'England', share, 0), '1 point above England');
  assert.equal(besideInWords(65.02, 65, 'England', share), 'the same as England');
});

test('every number says of how many', () => {
  assert.equal(
    behindInWords({ reached: 5166, pupils: 8664, schools: 278 }),
    '5,166 of 8,664 pupils in 278 schools',
  );
  assert.equal(behindInWords({ reached: null, pupils: 1, schools: 1 }), '1 pupil in 1 school');
});

test('a title goes into a sentence, names stay', () => {
  assert.equal(inSentence('Progress in maths'), 'progress in maths');
  assert.equal(inSentence('Attainment 8'), 'Attainment 8');
});
