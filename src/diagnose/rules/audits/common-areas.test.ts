import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { commonAreas, isWithinAYear } from './common-areas.ts';

test('areas are counted by how many audits found them wanting, of those that looked at them', () => {
  assert.deepEqual(
    commonAreas([
      { area: 'Leadership and governance', grade: 'Needs attention' },
      { area: 'Leadership and governance', grade: 'Urgent improvement' },
      { area: 'Leadership and governance', grade: 'Expected standard' },
      { area: 'Leadership and governance', grade: 'Not looked at' },
      { area: 'Achievement', grade: 'Needs attention' },
      { area: 'Early years', grade: '' },
    ]),
    [
      { area: 'Leadership and governance', toImprove: 2, lookedAt: 3 },
      { area: 'Achievement', toImprove: 1, lookedAt: 1 },
    ],
  );
});

test('every grade that a template of scoping audits offers is either expected, below it, or not looked at', () => {
  const grades = loadReference()
    .templates.filter(({ kind }) => kind === 'scoping-audit')
    .flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))
    .flatMap((field) => ('columns' in field && field.id === 'areas' ? field.columns : []))
    .flatMap((column) => (column.id === 'grade' ? (column.choices ?? []) : []));
  const below = new Set(grades.filter((grade) => commonAreas([{ area: 'x', grade }])[0]?.toImprove === 1));
  const good = ['Outstanding', 'Good', 'Exceptional', 'Strong standard', 'Expected standard', 'Met'];
  assert.deepEqual(
    [...new Set(grades)].filter((grade) => !below.has(grade)).toSorted(),
    [...good, 'Not looked at'].toSorted(),
  );
});

test('a review counts for the year that ends today, its own day of a year ago not any more', () => {
  assert.equal(isWithinAYear('2025-11-23', '2026-11-22'), true);
  assert.equal(isWithinAYear('2025-11-22', '2026-11-22'), false);
  assert.equal(isWithinAYear('2026-11-23', '2026-11-22'), false);
});
