import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLocalAuthorities } from './local-authorities.ts';

const authorities = loadLocalAuthorities();

test('every authority has one code and one region; 153 are in use since April 2023', () => {
  assert.equal(new Set(authorities.map(({ code }) => code)).size, authorities.length);
  assert.equal(new Set(authorities.map(({ region }) => region)).size, 9);
  assert.equal(authorities.filter(({ validTo }) => validTo === null).length, 153);
});

test('no name or other name stands for two authorities', () => {
  const names = authorities
    .flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])
    .map((name) => name.toLowerCase());
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});

test('an authority that ended has its successors in the list', () => {
  const code = (name: string) => authorities.find((authority) => authority.name === name)?.code;
  assert.deepEqual(
    ['Dorset', 'North Northamptonshire', 'Westmorland and Furness', 'Cumberland', 'Norfolk'].map(code),
    ['838', '940', '943', '942', '926'],
  );
});
