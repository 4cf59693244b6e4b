import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldOverTime, type ProposedThen } from './told.ts';

const proposed = (run: string, asAt: string, category: string, more: Partial<ProposedThen> = {}) => ({
  run,
  asAt,
  ranAt: `${asAt}T10:00:00.000Z`,
  category,
  meaning: `meaning of ${category}`,
  group: 'requiring improvement',
  ...more,
});
const spells = (...all: readonly ProposedThen[]) =>
  toldOverTime(all).map(({ category, runs }) => `${category}: ${[...runs].join(' ')}`);

test('a category stays told as long as the analyses go on saying it, and is told anew when it comes back', () => {
  assert.deepEqual(
    spells(
      proposed('1', '2025-04-30', 'B3'),
      proposed('2', '2025-12-31', 'B3'),
      proposed('3', '2026-04-30', 'C3'),
      proposed('10', '2026-07-31', 'B3'),
    ),
    ['B3: 10', 'C3: 3', 'B3: 1 2'],
  );
});

test('it was told first when the first of them was made', () => {
  const [now] = toldOverTime([proposed('2', '2025-12-31', 'B3'), proposed('1', '2025-04-30', 'B3')]);
  assert.ok(now);
  assert.equal(now.first.run, '1');
  assert.equal(now.last.asAt, '2025-12-31');
});

test('an analysis that looks back changes nothing of what was told', () => {
  assert.deepEqual(
    spells(
      proposed('1', '2025-04-30', 'B3'),
      proposed('2', '2025-12-31', 'B3'),
      proposed('3', '2025-08-31', 'A4'),
    ),
    ['B3: 1 2'],
  );
});

test('the same letter in other words, or for another group, is another thing to be told', () => {
  assert.equal(
    spells(proposed('1', '2025-04-30', 'A'), proposed('2', '2025-04-30', 'A', { meaning: 'other' })).length,
    2,
  );
  assert.equal(
    spells(proposed('1', '2025-04-30', 'A'), proposed('2', '2025-04-30', 'A', { group: null })).length,
    2,
  );
});

test('a school that no analysis has is told nothing', () => {
  assert.deepEqual(toldOverTime([]), []);
});
