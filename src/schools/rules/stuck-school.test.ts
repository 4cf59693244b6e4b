import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Inspection } from './inspection.ts';
import { graded, judged, withInspections } from './inspections.fixture.ts';
import { isStuck } from './stuck-school.ts';

const stuck = (...inspections: readonly Inspection[]): boolean => isStuck(withInspections(inspections)).stuck;

const unsummed = (
  quality: 1 | 2 | 3 | 4,
  leadership: 1 | 2 | 3 | 4,
  changes: Partial<Inspection> = {},
): Inspection =>
  graded('2025-02-04', 'not judged', {
    judgements: judged({
      'Quality of education': quality,
      'Behaviour and attitudes': 3,
      'Effectiveness of leadership and management': leadership,
    }),
    ...changes,
  });

const reportCard = (leadership: Inspection['judgements'][number]['grade']): Inspection =>
  graded('2025-12-02', null, {
    kind: 'report card',
    judgements: judged({ Achievement: 'Needs attention', 'Leadership and governance': leadership }),
  });

test('requires improvement after requires improvement, or after inadequate, is stuck', () => {
  assert.ok(stuck(graded('2023-02-04', 3), graded('2019-02-04', 3)));
  assert.ok(stuck(graded('2023-02-04', 3), graded('2019-02-04', 4)));
});

test('requires improvement after good is not, nor good after requires improvement, nor inadequate now', () => {
  assert.ok(!stuck(graded('2023-02-04', 3), graded('2019-02-04', 2)));
  assert.ok(!stuck(graded('2023-02-04', 2), graded('2019-02-04', 3)));
  assert.ok(!stuck(graded('2023-02-04', 4), graded('2019-02-04', 3)));
});

test('without an overall grade quality of education or leadership decides, other judgements do not', () => {
  assert.ok(stuck(unsummed(3, 2), graded('2019-02-04', 3)));
  assert.ok(stuck(unsummed(2, 3), graded('2019-02-04', 3)));
  assert.ok(!stuck(unsummed(2, 2), graded('2019-02-04', 3)));
});

test('without an overall grade inadequate counts unless Ofsted put the school in a category of concern', () => {
  assert.ok(stuck(unsummed(4, 3), graded('2019-02-04', 3)));
  assert.ok(!stuck(unsummed(4, 4, { category: 'SM' }), graded('2019-02-04', 3)));
});

test('in a report card only leadership and governance in need of attention counts', () => {
  assert.ok(stuck(reportCard('Needs attention'), graded('2022-02-04', 3)));
  assert.ok(!stuck(reportCard('Expected standard'), graded('2022-02-04', 3)));
  assert.ok(stuck(reportCard('Needs attention'), unsummed(3, 2)));
});

test('a predecessor’s inspection counts, an ungraded one between them does not', () => {
  const between = graded('2021-05-04', null, { kind: 'ungraded', outcome: 'School remains Good' });
  assert.ok(stuck(graded('2023-02-04', 3), between, graded('2019-02-04', 4, { ofThisSchool: false })));
});

test('the answer says what both inspections found, and one inspection is not enough', () => {
  assert.equal(
    isStuck(withInspections([graded('2023-02-04', 3), graded('2011-02-04', 3)])).reason,
    'Latest inspection (2023): requires improvement. Before it (2011): satisfactory.',
  );
  assert.deepEqual(isStuck(withInspections([graded('2023-02-04', 3)])), {
    stuck: false,
    version: null,
    reason: 'Fewer than two full inspections are known.',
  });
});
