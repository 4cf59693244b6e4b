import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phase, School } from '#/schools/rules/school.ts';
import type { Proposal } from './proposal.ts';
import { summariseRun } from './run-summary.ts';

const row = (
  phase: Phase,
  category: string,
  concern: number | null,
  was: string | null = null,
  registerKnownLater = false,
) => ({
  school: { phase, registerKnownLater } as School,
  proposal: {
    category,
    meaning: category,
    group: null,
    concern,
    sureness: { level: 'firm', words: '', couldBe: [] },
  } as unknown as Proposal,
  was,
});

const rows = [
  row('primary', 'E2', 1),
  row('primary', 'A4', 5, 'B3'),
  row('secondary', 'A4', 5, null, true),
  row('primary', 'insufficient evidence', null),
];

test('categories stand most concern first, insufficient evidence last', () => {
  assert.deepEqual(
    summariseRun(rows, true).categories.map(({ category }) => category),
    ['A4', 'E2', 'insufficient evidence'],
  );
});

test('every school is counted in exactly one category of its phase', () => {
  const { categories, phases, schools } = summariseRun(rows, true);
  assert.equal(
    categories.reduce((sum, { all }) => sum + all.numerator, 0),
    schools,
  );
  phases.forEach((phase, index) => {
    const counted = categories.reduce((sum, { byPhase }) => sum + (byPhase[index]?.numerator ?? 0), 0);
    assert.equal(counted, phase.schools, phase.phase);
    assert.ok(categories.every(({ byPhase }) => byPhase[index]?.denominator === phase.schools));
  });
});

test('without a run before, nothing is said to have changed or to have stayed', () => {
  assert.equal(summariseRun(rows, false).changed, null);
  assert.deepEqual(summariseRun(rows, true).changed, { numerator: 1, denominator: 4 });
});

test('schools known only from a later register are counted', () => {
  assert.deepEqual(summariseRun(rows, false).knownLater, { numerator: 1, denominator: 4 });
});
