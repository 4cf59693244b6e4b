import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAbout, toldByDecisions, toldOverTime, type ProposedThen } from './told.ts';

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

const decided = (id: string, toldAt: string, category: string) => ({
  ...{ id, category, meaning: `meaning of ${category}`, group: null, toldAt },
  ...{ rests: { run: '1', asAt: '2025-04-30' }, toldOn: toldAt.slice(0, 10) },
});

test('once a decision is told, it and no longer what is proposed is what the school is told', () => {
  const told = toldByDecisions(
    [proposed('1', '2025-04-30', 'B3'), proposed('2', '2026-04-30', 'A4')],
    [decided('second', '2026-02-01T09:00:00.000Z', 'E1'), decided('first', '2025-09-09T09:00:00.000Z', 'E1')],
  );
  assert.deepEqual(
    told.map(({ category, decision, since }) => [category, decision, since]),
    [
      ['E1', 'second', '2026-02-01'],
      ['E1', 'first', '2025-09-09'],
      ['B3', null, '2025-04-30'],
    ],
  );
});

test('a receipt of one letter is none of the next, and none of an analysis', () => {
  const [now] = toldByDecisions([], [decided('d', '2025-09-09T09:00:00.000Z', 'E1')]);
  assert.ok(now);
  assert.ok(isAbout(now, { run: null, decision: 'd' }));
  assert.ok(!isAbout(now, { run: null, decision: 'other' }));
  assert.ok(!isAbout(now, { run: '1', decision: null }));
});
