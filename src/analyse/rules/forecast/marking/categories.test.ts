import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { markCategories, type CategoryHeld } from './categories.ts';
import { followed, graded, historyWith, reportCard, withoutOverall } from './marking.fixture.ts';

const { marking } = loadReference();
const held = (changes: Partial<CategoryHeld> = {}): CategoryHeld => ({
  run: '1',
  asAt: '2018-08-31',
  ranAt: '2018-09-02T09:00:00.000Z',
  scheme: 'norfolk-2013',
  urn: '900001',
  category: 'E2',
  expects: 2,
  ...changes,
});
const verdicts = (categories: readonly CategoryHeld[], inspections: readonly ReturnType<typeof graded>[]) =>
  markCategories(categories, followed(historyWith({ inspections })), marking);

test('an inspection that found worse than the category expected makes it too generous, better too harsh', () => {
  const of = (expects: 1 | 2 | 3 | 4, found: 1 | 2 | 3 | 4) =>
    verdicts([held({ expects })], [graded('2019-03-01', found)]).marked.map(({ verdict, heldTo }) => [
      verdict,
      heldTo,
    ]);
  assert.deepEqual(of(2, 3), [['too generous', 'grade']]);
  assert.deepEqual(of(2, 1), [['too harsh', 'grade']]);
  assert.deepEqual(of(4, 4), [['as expected', 'grade']]);
});

test('where no overall grade was given, only good or not is held against what was expected: no grade is made up', () => {
  const of = (expects: 1 | 2 | 3 | 4, inspection: ReturnType<typeof graded>) =>
    verdicts([held({ expects, asAt: '2024-08-31' })], [inspection]).marked.map(({ verdict, heldTo }) => [
      verdict,
      heldTo,
    ]);
  assert.deepEqual(of(1, withoutOverall('2025-03-01', 2)), [['as expected', 'good or not']]);
  assert.deepEqual(of(2, withoutOverall('2025-03-01', 3)), [['too generous', 'good or not']]);
  const card = reportCard('2025-12-01', { 'Leadership and governance': 'Needs attention' });
  assert.deepEqual(of(2, card), [['too generous', 'good or not']]);
  assert.deepEqual(of(4, card), [['as expected', 'good or not']]);
});

test('the view that counts is the last before the inspection began, whenever others were made', () => {
  const categories = [
    held({ asAt: '2018-03-31', expects: 3 }),
    held({ asAt: '2018-08-31', expects: 2, ranAt: '2018-09-02T09:00:00.000Z' }),
    held({ asAt: '2018-08-31', expects: 1, ranAt: '2018-09-05T09:00:00.000Z' }),
    held({ asAt: '2019-03-01', expects: 4 }),
  ];
  const { marked } = verdicts(categories, [graded('2019-03-01', 2)]);
  assert.deepEqual(
    marked.map(({ expects, verdict }) => [expects, verdict]),
    [[1, 'too generous']],
    'the one run last of those as at the last day before it; that of the day of the inspection may know of it',
  );
});

test('an inspection without a recent category, or with one that expects nothing, is counted and not marked', () => {
  const old = verdicts([held({ asAt: '2016-08-31' })], [graded('2018-08-30', 3), graded('2018-10-01', 3)]);
  assert.deepEqual([old.marked.length, old.withoutCategory], [1, 1]);
  const silent = verdicts(
    [held({ expects: null, category: 'insufficient evidence' })],
    [graded('2019-03-01', 3)],
  );
  assert.deepEqual([silent.marked.length, silent.expectingNothing], [0, 1]);
  const before = verdicts([held()], [graded('2017-03-01', 3)]);
  assert.deepEqual([before.marked.length, before.withoutCategory], [0, 0], 'before there was any analysis');
});

test('a school that became an academy is marked by the category of the school it was', () => {
  const academy = historyWith({
    urn: '900009',
    formerly: ['900001'],
    inspections: [graded('2019-11-01', 3, '900009')],
  });
  assert.equal(markCategories([held()], followed(academy), marking).marked.length, 1);
});
