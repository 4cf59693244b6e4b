import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptAnswers } from './kept-answers.ts';

test('a question asked again is answered without working it out again', async () => {
  const kept = keptAnswers<number>(2);
  let worked = 0;
  const ask = (question: string) => kept.answer(question, () => Promise.resolve((worked += 1)));
  assert.deepEqual(await Promise.all([ask('one'), ask('one')]), [1, 1], 'also while it is being worked out');
  assert.equal(await ask('one'), 1);
  assert.equal(worked, 1);
});

test('of too many answers the one not asked for longest is forgotten', async () => {
  const kept = keptAnswers<number>(2);
  let worked = 0;
  const ask = (question: string) => kept.answer(question, () => Promise.resolve((worked += 1)));
  await ask('one');
  await ask('two');
  await ask('one');
  await ask('three');
  assert.equal(await ask('one'), 1);
  assert.equal(await ask('two'), 4);
});

test('what failed is asked again', async () => {
  const kept = keptAnswers<string>(2);
  await assert.rejects(kept.answer('one', () => Promise.reject(new Error('not now'))));
  assert.equal(await kept.answer('one', () => Promise.resolve('now')), 'now');
});
