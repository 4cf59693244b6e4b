import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  count,
  dateInWords,
  decimals,
  difference,
  knownLaterInWords,
  list,
  momentInWords,
  percent,
  plural,
  sentence,
  share,
  someOf,
  yearsInWords,
} from './words.ts';

test('so many of so many things never lose what they are of', () => {
  assert.equal(someOf(5, 431, 'school'), '5 of 431 schools (1%)');
  assert.equal(someOf(1, 1, 'school'), '1 of 1 school (100%)');
  assert.equal(someOf(0, 0, 'school'), 'none of 0 schools');
});

test('a date is written with its day, month in words and year', () => {
  assert.equal(dateInWords('2024-07-01'), '1 July 2024');
  assert.equal(dateInWords('2013-12-31'), '31 December 2013');
  assert.throws(() => dateInWords('July'), /Not a date/);
});

test('a moment is written as the clock in London showed it, in summer and in winter', () => {
  assert.equal(momentInWords('2024-07-01T23:05:00Z'), '2 July 2024 at 12:05am');
  assert.equal(momentInWords('2024-12-01T12:05:00Z'), '1 December 2024 at 12:05pm');
});

test('one is singular and every other number is plural', () => {
  assert.equal(plural(1, 'school'), '1 school');
  assert.equal(plural(0, 'school'), '0 schools');
  assert.equal(plural(12345, 'category', 'categories'), '12,345 categories');
  assert.equal(count(1000000), '1,000,000');
});

test('a share says what it is a share of', () => {
  assert.equal(share(23, 58), '40% (23 of 58)');
  assert.equal(share(0, 0), 'none of 0');
  assert.equal(share(1200, 4800), '25% (1,200 of 4,800)');
});

test('a share that is not nothing never reads 0%, and one that is not everything never reads 100%', () => {
  assert.equal(percent(1, 1000), 'under 1%');
  assert.equal(percent(999, 1000), 'over 99%');
  assert.equal(percent(0, 1000), '0%');
  assert.equal(percent(1000, 1000), '100%');
  assert.equal(percent(0, 0), 'not applicable');
});

test('a difference shows its direction and nothing is never minus nothing', () => {
  assert.equal(difference(2.14, 1), '+2.1');
  assert.equal(difference(-0.4, 1), '−0.4');
  assert.equal(difference(-0.01, 1), '0.0');
  assert.equal(difference(0.01, 1), '0.0');
  assert.equal(decimals(-1.25, 2), '−1.25');
});

test('ages, lists and sentences read as a person would write them', () => {
  assert.equal(yearsInWords(0.9), 'under 1 year');
  assert.equal(yearsInWords(1.5), '1 year');
  assert.equal(yearsInWords(12), '12 years');
  assert.equal(list(['a', 'b', 'c']), 'a, b and c');
  assert.equal(list(['a']), 'a');
  assert.equal(sentence('not judged'), 'Not judged');
});

test('schools known only from a later register are counted out of all, one in the singular', () => {
  assert.equal(
    knownLaterInWords({ numerator: 69, denominator: 421 }),
    'Of 421 schools, 69 are known only from a later register',
  );
  assert.match(knownLaterInWords({ numerator: 1, denominator: 2 }), /1 is known/);
});
