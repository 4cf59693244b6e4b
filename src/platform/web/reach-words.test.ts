import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reachInWords, schoolsCounted } from './reach-words.ts';

test('whoever sees every school is told nothing of reach; whoever sees some is told of how many', () => {
  assert.equal(reachInWords({ whole: true, schools: 413 }), null);
  assert.match(
    reachInWords({ whole: false, schools: 12 }) ?? '',
    /12 schools: yours.* nothing of any other school/,
  );
  assert.equal(schoolsCounted(413, 'Norfolk', true), '413 schools of Norfolk');
  assert.equal(schoolsCounted(12, 'Norfolk', false), '12 of your schools');
});
