import assert from 'node:assert/strict';
import { test } from 'node:test';
import { poolable, unbroken } from './comparable-years.ts';
import { inForceOn } from './dated.ts';
import { addMonths, nextInspectionDue } from './inspection-due.ts';
import { loadReference } from './reference.ts';

const reference = loadReference();

test('the framework of the day is the one in force on it, first and last day included', () => {
  const on = (day: string): string => inForceOn('frameworks', reference.frameworks, day).id;
  assert.equal(on('2019-08-31'), 'common-inspection-framework');
  assert.equal(on('2019-09-01'), 'education-inspection-framework');
  assert.equal(on('2025-11-10'), 'report-cards-2025');
});

test('a date the table does not cover is an error that says which dates it does', () => {
  assert.throws(() => inForceOn('frameworks', reference.frameworks, '1999-01-01'), {
    code: 'date-invalid',
    message: /does not cover 1999-01-01/,
    whatToDo: ['Choose a date from 2005-09-01 on.'],
  });
});

const due = (on: string, outcome: Parameters<typeof nextInspectionDue>[1]['outcome'], asAt: string) =>
  nextInspectionDue(reference, { on, outcome }, asAt);

test('a good school is due within five school years of the end of the year of its inspection', () => {
  const answer = due('2012-10-03', 'good', '2017-01-01');
  assert.equal(answer.kind === 'due' && answer.by, '2018-08-31');
});

test('a school that requires improvement is due in 30 months, sooner before September 2015', () => {
  const later = due('2016-03-10', 'requires improvement', '2017-01-01');
  assert.equal(later.kind === 'due' && later.by, '2018-09-10');
  const sooner = due('2013-03-10', 'requires improvement', '2014-01-01');
  assert.equal(sooner.kind === 'due' && sooner.by, '2015-03-10');
});

test('an outstanding school was exempt until November 2020 and had until July 2026 afterwards', () => {
  assert.equal(due('2008-05-01', 'outstanding', '2018-01-01').kind, 'no maximum');
  const after = due('2008-05-01', 'outstanding', '2023-01-01');
  assert.equal(after.kind === 'due' && after.by, '2026-07-31');
});

test('the pause of 2020 and 2021 lengthens an interval that was running, and none that had run out or not begun', () => {
  const running = due('2018-10-01', 'requires improvement', '2022-01-01');
  assert.deepEqual(running.kind === 'due' && [running.by, running.paused], ['2023-04-01', true]);
  const over = due('2012-10-01', 'good', '2022-01-01');
  assert.deepEqual(over.kind === 'due' && [over.by, over.paused], ['2018-08-31', false]);
  const since = due('2021-11-01', 'good', '2023-01-01');
  assert.deepEqual(since.kind === 'due' && [since.by, since.paused], ['2027-08-31', false]);
});

test('months are counted to the same day, or the last day of a shorter month', () => {
  assert.equal(addMonths('2016-08-31', 30), '2019-02-28');
  assert.equal(addMonths('2015-12-15', 1), '2016-01-15');
});

const measure = (id: string) => {
  const found = reference.measures.find((candidate) => candidate.id === id);
  assert.ok(found);
  return found;
};

test('reading, writing and maths of 2017 and 2018 may be pooled against England, but no line is drawn between them', () => {
  const rwm = measure('ks2-rwm-expected');
  assert.equal(unbroken(rwm, 2017, 2018), false);
  assert.equal(poolable(rwm, 2017, 2018), true);
  assert.equal(poolable(rwm, 2018, 2016), true);
});

test('nothing is pooled across the years without tests, nor across a change of scale', () => {
  assert.equal(poolable(measure('ks2-rwm-expected'), 2019, 2022), false);
  assert.equal(poolable(measure('ks4-attainment-8'), 2016, 2017), false);
  assert.equal(poolable(measure('ks2-rwm-expected'), 2019, 2020), false);
});
