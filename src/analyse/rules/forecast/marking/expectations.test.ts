import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expected } from '../../expected/expectation.ts';
import { markExpectation, surenessOf, type ExpectationKept } from './expectations.ts';
import { marksOfService, type MarkOfOfficer } from './officers.ts';
import { followed, graded, historyWith, reportCard } from './marking.fixture.ts';

const expects = (
  expected: Partial<Expected> = {},
  changes: Partial<ExpectationKept> = {},
): ExpectationKept => ({
  number: '1',
  urn: '900001',
  person: 'ada',
  name: 'Ada Officer',
  madeOn: '2018-09-01',
  expected: { standing: 'good or better', by: '2019-08-31', sure: null, ...expected },
  ...changes,
});
const good = graded('2015-03-01', 2);
const mark = (of: ExpectationKept, ...inspections: ReturnType<typeof graded>[]) =>
  markExpectation(of, followed(historyWith({ inspections })));

test('an officer who expected good and saw worse was too generous, one who expected worse and saw good too harsh', () => {
  assert.equal(mark(expects(), good, graded('2019-03-01', 3)).verdict, 'too generous');
  assert.equal(mark(expects(), good, graded('2019-03-01', 1)).verdict, 'as expected');
  assert.equal(mark(expects({ standing: 'below good' }), good, graded('2019-03-01', 2)).verdict, 'too harsh');
  assert.equal(
    mark(expects({ standing: 'below good' }), good, graded('2019-03-01', 4)).verdict,
    'as expected',
  );
});

test('what no inspection tested is not marked, neither as right nor as wrong', () => {
  const { verdict, why } = mark(expects(), good);
  assert.deepEqual([verdict, why], [null, 'not inspected meanwhile']);
  assert.equal(
    mark(expects(), good, graded('2019-09-10', 3)).why,
    'not inspected meanwhile',
    'inspected after the day',
  );
  assert.equal(
    mark(expects(), good, graded('2018-08-10', 3)).verdict,
    'too generous',
    'the inspection was over, but nobody outside could know',
  );
});

test('the newest inspection known by the day decides', () => {
  assert.equal(mark(expects(), graded('2018-10-10', 4), graded('2019-06-10', 2)).verdict, 'as expected');
});

test('as long as files do not tell of the day it is not due, and a school nobody can tell of is left out', () => {
  assert.equal(mark(expects({ by: '2025-09-30' }), good).why, 'not yet due');
  const why = (changes: Parameters<typeof historyWith>[0]) =>
    markExpectation(
      expects(),
      followed(historyWith({ inspections: [good], ...changes }), historyWith({ urn: '900002' })),
    ).why;
  assert.equal(why({ followedUntil: '2019-03-01' }), 'not followed to the end');
  assert.equal(why({ closedOn: '2019-03-01' }), 'closed before it was inspected');
  assert.equal(why({ urn: '900009', formerly: ['900001'], joined: true }), 'joined with other schools');
  assert.equal(why({ urn: '900009' }), 'not in the files any more');
});

test('grades and report cards are not held against one another', () => {
  const card = reportCard('2025-01-10', {
    Achievement: 'Expected standard',
    'Safeguarding standards': 'Met',
  });
  const later = { madeOn: '2024-09-01' };
  const of = (standing: Expected['standing']) =>
    mark(expects({ standing, by: '2025-08-31' }, later), good, card);
  assert.equal(of('good or better').why, 'judged in another way since');
  assert.equal(of('every area at expected or above').verdict, 'as expected');
  assert.equal(of('an area below expected').verdict, 'too harsh');
});

test('whoever expected a change expected an inspection: in time, late, or not at all', () => {
  const weak = graded('2016-03-01', 3);
  assert.deepEqual(mark(expects(), weak, graded('2019-06-01', 2)).timing, {
    kind: 'in time',
    daysBefore: 56,
  });
  assert.deepEqual(mark(expects(), weak, graded('2019-09-01', 2)).timing, { kind: 'late', daysAfter: 36 });
  assert.deepEqual(mark(expects(), weak).timing, { kind: 'not inspected since' });
  assert.deepEqual(mark(expects(), good, graded('2019-06-01', 2)).timing, { kind: 'no change was expected' });
});

test('how sure officers said they were stands beside how often they were right', () => {
  const all = [
    mark(expects({ sure: 90 }), good, graded('2019-03-01', 3)),
    mark(expects({ sure: 70 }), good, graded('2019-03-01', 2)),
    mark(expects(), good, graded('2019-03-01', 2)),
    mark(expects({ sure: 50 }), good),
  ];
  assert.deepEqual(surenessOf(all), { marks: 2, said: 80, right: 1 });
  assert.equal(surenessOf([]), null);
});

test('marks of a service are summed by officer in order of name, by year and by kind of school; what was replaced counts nowhere', () => {
  const one = (name: string, by: string, counts = true): MarkOfOfficer => ({
    ...mark(expects({ by, sure: 80 }, { person: name, name }), good, graded('2019-03-01', 3)),
    counts,
    shownFrom: by,
  });
  const marks = marksOfService(
    [
      one('Zoe', '2019-08-31'),
      one('Ada', '2020-08-31'),
      one('Ada', '2019-07-31'),
      one('Ada', '2019-07-31', false),
    ],
    2,
  );
  assert.deepEqual(
    marks.officers.map(({ name, lean }) => [name, lean.marks, lean.tooGenerous, lean.leans]),
    [
      ['Ada', 2, 2, 'neither, as far as can be told'],
      ['Zoe', 1, 1, 'too few to say'],
    ],
  );
  assert.deepEqual(
    marks.years.map(({ year, lean }) => [year, lean.marks]),
    [
      [2019, 2],
      [2020, 1],
    ],
  );
  assert.deepEqual(
    marks.groups.map(({ split, group, lean }) => [split, group, lean.marks]),
    [
      ['phase', 'primary', 3],
      ['deprivation', 'middle fifth', 3],
      ['size', '101 to 210 pupils', 3],
    ],
  );
  assert.deepEqual(marks.sureness, { marks: 3, said: 80, right: 0 });
});
