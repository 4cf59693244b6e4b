import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Inspection } from './inspection.ts';
import { graded, judged, withInspections } from './inspections.fixture.ts';
import { outcomes, profileOf } from './profile.ts';
import { phases } from './school.ts';

test('schools and pupils are counted by the latest full inspection, with their denominators', () => {
  const { all, byPhase } = profileOf([
    withInspections([graded('2022-01-10', 2), graded('2016-01-10', 4)], { pupils: 300 }),
    withInspections([graded('2023-01-10', 3, { category: null })], { pupils: 100 }),
    withInspections([graded('2025-01-10', 'not judged')], { phase: 'secondary', pupils: null }),
    withInspections([], { phase: 'secondary', pupils: 600 }),
  ]);
  assert.deepEqual(all.bySchools.good, { numerator: 1, denominator: 4, percentage: 25 });
  assert.deepEqual(all.byPupils.good, { numerator: 300, denominator: 1000, percentage: 30 });
  assert.equal(all.schoolsWithoutPupils, 1);
  assert.deepEqual(all.goodOrBetter.schools, { numerator: 1, denominator: 2, percentage: 50 });
  assert.deepEqual(all.goodOrBetter.pupils, { numerator: 300, denominator: 400, percentage: 75 });
  assert.deepEqual(
    byPhase.map(({ phase, schools }) => [phase, schools]),
    [
      ['primary', 2],
      ['secondary', 2],
    ],
  );
});

test('only a school that Ofsted lists without an inspection is not yet inspected', () => {
  const { all } = profileOf([
    withInspections([]),
    withInspections([], { inspectionsKnownFrom: 'nothing' }),
    withInspections([graded('2025-09-01', 2)], { inspectionsKnownFrom: 'other files', asAt: '2020-01-01' }),
  ]);
  assert.equal(all.bySchools['not yet inspected'].numerator, 1);
  assert.deepEqual(all.bySchools['no inspection file'], {
    numerator: 2,
    denominator: 3,
    percentage: (100 * 2) / 3,
  });
});

test('schools known only from a later register are counted, and counted among the others', () => {
  const { all } = profileOf([
    withInspections([graded('2022-01-10', 2)], { registerKnownLater: true }),
    withInspections([graded('2022-01-10', 2)]),
  ]);
  assert.deepEqual(all.knownLater, { numerator: 1, denominator: 2, percentage: 50 });
  assert.equal(all.bySchools.good.numerator, 2);
});

test('report cards stand apart, area by area, and are not counted under old grades', () => {
  const card = graded('2025-12-02', null, {
    kind: 'report card',
    category: 'RSI',
    judgements: judged({
      'Safeguarding standards': 'Not met',
      Achievement: 'Needs attention',
      'Early years': 'not applicable',
    }),
  });
  const { all } = profileOf([withInspections([card, graded('2020-01-10', 1)], { asAt: '2026-03-01' })]);
  assert.equal(all.bySchools['report card'].numerator, 1);
  assert.equal(all.bySchools.outstanding.numerator, 0);
  assert.deepEqual(all.goodOrBetter.schools, { numerator: 0, denominator: 0, percentage: null });
  assert.deepEqual(
    all.reportCards.areas.map(({ area, grades }) => [area, grades.map(({ grade }) => grade)]),
    [
      ['Achievement', ['Needs attention']],
      ['Early years', []],
      ['Safeguarding standards', ['Not met']],
    ],
  );
  assert.deepEqual(all.categoriesOfConcern, [
    { category: 'RSI', schools: { numerator: 1, denominator: 1, percentage: 100 } },
  ]);
});

test('every school is counted once, in any order', () => {
  const school = fc
    .record({
      overall: fc.constantFrom<Inspection['overall']>(1, 2, 3, 4, 'not judged', null),
      kind: fc.constantFrom<Inspection['kind']>('graded', 'report card', 'ungraded'),
      inspectionsKnownFrom: fc.constantFrom('ofsted' as const, 'other files' as const, 'nothing' as const),
      phase: fc.constantFrom(...phases),
      pupils: fc.option(fc.integer({ min: 0, max: 2000 })),
    })
    .map(({ overall, kind, ...changes }) =>
      withInspections([graded('2024-01-01', kind === 'graded' ? overall : null, { kind })], {
        ...changes,
      }),
    );
  fc.assert(
    fc.property(fc.array(school, { maxLength: 40 }), (schools) => {
      const { all, byPhase } = profileOf(schools);
      const counted = outcomes.reduce((sum, outcome) => sum + all.bySchools[outcome].numerator, 0);
      assert.equal(counted, schools.length);
      assert.equal(
        byPhase.reduce((sum, phase) => sum + phase.schools, 0),
        schools.length,
      );
      assert.deepEqual(profileOf(schools.toReversed()), { all, byPhase });
    }),
    { numRuns: 50 },
  );
});
