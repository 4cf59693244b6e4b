import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspectionsKnown, lastInspection, overallInWords } from './inspection-words.ts';
import { graded, withInspections } from './inspections.fixture.ts';

test('grade 3 is satisfactory before September 2012 and requires improvement from then on', () => {
  assert.equal(overallInWords(graded('2012-07-04', 3)), 'satisfactory');
  assert.equal(overallInWords(graded('2012-09-05', 3)), 'requires improvement');
});

test('where the framework gave no overall grade, none is made up', () => {
  assert.equal(overallInWords(graded('2025-03-04', 'not judged')), 'no overall grade given');
  assert.equal(
    overallInWords(graded('2025-12-02', null, { kind: 'report card' })),
    'report card: no overall grade',
  );
});

test('an ungraded inspection speaks in Ofsted’s own words', () => {
  const ungraded = graded('2018-03-04', null, { kind: 'ungraded', outcome: 'School remains Good' });
  assert.equal(overallInWords(ungraded), 'School remains Good');
});

test('the last inspection is the newest full one known on the date, whatever their order', () => {
  const inspections = [
    graded('2016-05-10', 3),
    graded('2019-01-15', 2, { knownOn: '2019-02-20' }),
    graded('2021-10-01', null, { kind: 'ungraded', outcome: 'School remains Good' }),
  ];
  for (const order of [inspections, inspections.toReversed()]) {
    const last = lastInspection(withInspections(order), '2022-01-01');
    assert.deepEqual(last, { words: 'good', startedOn: '2019-01-15', ageYears: 2 });
  }
});

test('an inspection that was not published yet is not known', () => {
  const evidence = withInspections([graded('2019-01-15', 4, { knownOn: '2019-02-20' })]);
  assert.equal(lastInspection(evidence, '2019-02-19'), null);
  assert.equal(inspectionsKnown(evidence, '2019-02-20').length, 1);
});

test('a predecessor’s inspection is said to be one', () => {
  const evidence = withInspections([graded('2015-01-15', 1, { ofThisSchool: false })]);
  assert.equal(lastInspection(evidence, '2019-01-01')?.words, 'outstanding (predecessor)');
});
