import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestNames } from './nearest-names.ts';

const names = [
  'Norfolk',
  'Suffolk',
  'Kent',
  'Bath and North East Somerset',
  'Kingston upon Hull, City of',
  'Essex',
];

test('a misspelt authority finds the one that was meant', () => {
  assert.equal(nearestNames('Norflok', names)[0], 'Norfolk');
  assert.equal(nearestNames('norfok', names)[0], 'Norfolk');
  assert.equal(nearestNames('Sufolk', names)[0], 'Suffolk');
  assert.equal(nearestNames('ESEX', names)[0], 'Essex');
});

test('the beginning of a long name is enough', () => {
  assert.deepEqual(nearestNames('Bath', names), ['Bath and North East Somerset']);
  assert.deepEqual(nearestNames('kingston upon hull', names), ['Kingston upon Hull, City of']);
});

test('what is like no authority finds none', () => {
  assert.deepEqual(nearestNames('Zanzibar', names), []);
  assert.deepEqual(nearestNames('--', names), []);
});
