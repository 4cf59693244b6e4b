import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grade } from '#/schools/rules/inspection.ts';
import { inspected } from './evidence.fixture.ts';
import { outcomeInWords } from './outcome-words.ts';

const areas = ['Quality of education', 'Behaviour and attitudes', 'Personal development', 'Leadership'];

function withoutOverall(grades: readonly Grade[], category: 'SM' | null = null): string {
  return outcomeInWords(
    inspected('2025-01-14', 'not judged', {
      category,
      judgements: grades.map((grade, index) => ({ area: areas[index] ?? '', grade, gradedOn: null })),
    }),
  );
}

test('where no overall grade was given, one or two judgements below good are named and more are counted', () => {
  assert.equal(withoutOverall([1, 2, 2, 2]), 'nothing below good (no overall grade given)');
  assert.equal(
    withoutOverall([3, 2, 2, 2]),
    'quality of education requires improvement (no overall grade given)',
  );
  assert.equal(
    withoutOverall([4, 3, 3, 2], 'SM'),
    '3 of 4 judgements below good, special measures (no overall grade given)',
  );
});
