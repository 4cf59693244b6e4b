import assert from 'node:assert/strict';
import { test } from 'node:test';
import { literal, quotedName, schemaOf, slugOf } from './identifiers.ts';

test('an authority has a schema of its own, and the way back', () => {
  for (const slug of ['norfolk', 'bath-and-north-east-somerset', 'invented-county-2']) {
    assert.equal(slugOf(schemaOf(slug)), slug);
  }
  assert.equal(schemaOf('st-helens'), 'authority_st_helens');
});

test('what is not a short name of an authority never gets into a statement', () => {
  for (const slug of [
    '',
    'Norfolk',
    'a b',
    'a_b',
    'a-',
    '-a',
    'a--b',
    'norfolk"; drop schema x',
    '1st',
    'é',
  ]) {
    assert.throws(() => schemaOf(slug), /Not an authority/, slug);
  }
  assert.throws(() => schemaOf('x'.repeat(54)), /Not an authority/);
  assert.equal(schemaOf('x'.repeat(53)).length, 63);
});

test('a literal keeps its quotes and refuses what could end it', () => {
  assert.equal(literal("o'brien"), "'o''brien'");
  assert.equal(literal("x'; reset role; --"), "'x''; reset role; --'");
  for (const text of ['a\\', 'a\nb', 'a\u0000', 'a'.repeat(10_001)]) assert.throws(() => literal(text));
});

test('a quoted name keeps its quotes', () => {
  assert.equal(quotedName('a"b'), '"a""b"');
});
