import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#/schools/rules/dates.ts';
import { graded } from '#/schools/rules/inspections.fixture.ts';
import { contradictionOf, linesOf } from './line-of-ratings.ts';
import { nextReviewOf } from './next-review.ts';
import { isReached, milestoneDue, numberIn, objectivesOf } from './objectives.ts';
import { needsPlan, planOwed } from './plans-owed.ts';
import { reviewOf } from './ratings.ts';

const [objective] = objectivesOf({
  objectives: [
    {
      ...{
        key: 'o1',
        area: 'Achievement',
        objective: 'Read well',
        measure: '%',
        baseline: '50',
        target: '70',
      },
      ...{ 'target-by': '2026-07-17', 'milestone-2-by': '2026-04-01', 'milestone-2': '62' },
      ...{ 'milestone-1-by': '2025-12-19', 'milestone-1': '55' },
    },
  ],
});
if (objective === undefined) throw new Error('One objective');

const review = (on: string, rating: string, measured = '', more: Readonly<Record<string, string>> = {}) =>
  reviewOf(on, on, { ratings: [{ key: 'o1', rating, reason: 'So it is', measured }], ...more });

test('milestones of an objective are in the order of their days, the target last', () => {
  assert.deepEqual(
    objective.milestones.map(({ value }) => value),
    [55, 62, 70],
  );
  assert.equal(milestoneDue(objective, '2025-12-18'), null);
  assert.equal(milestoneDue(objective, '2025-12-19')?.value, 55);
  assert.equal(milestoneDue(objective, '2026-05-01')?.value, 62);
});

test('objectives in other areas come after those in teaching, achievement and leadership', () => {
  const rows = (key: string) => [{ key, area: key }];
  const found = objectivesOf({ 'other-objectives': rows('attendance'), objectives: rows('teaching') });
  assert.deepEqual(
    found.map(({ key }) => key),
    ['teaching', 'attendance'],
  );
});

test('a measure that should fall is reached at the milestone or below it', () => {
  assert.equal(isReached({ baseline: 12, target: 6 }, 9, 9), true);
  assert.equal(isReached({ baseline: 12, target: 6 }, 10, 9), false);
  assert.equal(isReached({ baseline: null, target: 6 }, 10, 9), null);
});

test('what is not a number is none', () => {
  assert.deepEqual(['1,234.5', '-2', '', 'most', undefined].map(numberIn), [1234.5, -2, null, null, null]);
});

test('a rating without its reason, or a reason without its rating, is not given yet', () => {
  const content = {
    ratings: [
      { key: 'a', rating: 'Red' },
      { key: 'b', reason: 'Because' },
    ],
  };
  assert.deepEqual(reviewOf('r', '2026-01-01', content).given, []);
});

test('green with the milestone missed, and red with it reached, are contradicted; amber never is', () => {
  const due = { by: '2025-12-19', value: 55 };
  assert.match(contradictionOf(objective, { rating: 'Green', measured: 54 }, due) ?? '', /green, but 54/);
  assert.match(contradictionOf(objective, { rating: 'Red', measured: 55 }, due) ?? '', /red, but 55/);
  for (const measured of [10, 90]) {
    assert.equal(contradictionOf(objective, { rating: 'Amber', measured }, due), null);
  }
  assert.equal(contradictionOf(objective, { rating: 'Green', measured: 55 }, due), null);
  assert.equal(contradictionOf(objective, { rating: 'Green', measured: null }, due), null);
  assert.equal(contradictionOf(objective, { rating: 'Green', measured: 10 }, null), null);
});

test('the line of an objective is in the order of the reviews, and tells the last step', () => {
  const reviews = [review('2026-03-01', 'Red'), review('2026-01-10', 'Amber'), review('2026-05-01', 'Green')];
  const [line] = linesOf([objective], reviews);
  assert.deepEqual(
    line?.ratings.map(({ rating }) => rating),
    ['Amber', 'Red', 'Green'],
  );
  assert.equal(line.trend, 'better');
  assert.equal(linesOf([objective], reviews.slice(0, 2))[0]?.trend, 'worse');
  assert.equal(linesOf([objective], reviews.slice(0, 1))[0]?.trend, null);
});

test('the next review is on the day the last one set, else by the rhythm, else none', () => {
  const weeks = (from: string): string => addDays(from, 42);
  const next = (reviews: readonly ReturnType<typeof review>[], today: string) =>
    nextReviewOf({ agreedOn: '2026-01-01', reviews }, weeks, today);
  assert.deepEqual(next([], '2026-02-13'), {
    ...{ on: '2026-02-12', setBy: 'the rhythm', daysLate: 1, daysAfterRhythm: 0 },
  });
  const set = review('2026-02-12', 'Green', '', { another: 'Yes', 'next-on': '2026-04-01' });
  assert.deepEqual(next([set], '2026-03-01'), {
    ...{ on: '2026-04-01', setBy: 'the last review', daysLate: 0, daysAfterRhythm: 6 },
  });
  const last = review('2026-04-01', 'Green', '', { another: 'No more reviews needed' });
  assert.equal(next([last, set], '2027-01-01').on, null);
});

test('a plan is owed after requires improvement or worse, in the words of the framework of the day', () => {
  assert.equal(needsPlan(graded('2019-01-15', 3)), 'requires improvement');
  assert.equal(needsPlan(graded('2019-01-15', 4)), 'inadequate');
  assert.equal(needsPlan(graded('2019-01-15', 2)), null);
  assert.equal(needsPlan(graded('2019-01-15', 3, { kind: 'ungraded' })), null);
  const areas = (grade: 2 | 3) => [{ area: 'Quality of education', grade, gradedOn: null }];
  const withoutGrade = { judgements: areas(3) };
  assert.equal(
    needsPlan(graded('2025-01-15', 'not judged', withoutGrade)),
    'quality of education requires improvement',
  );
  assert.equal(needsPlan(graded('2025-01-15', 'not judged', { judgements: areas(2) })), null);
  const card = [{ area: 'Achievement', grade: 'Needs attention' as const, gradedOn: null }];
  assert.equal(
    needsPlan(graded('2026-01-15', null, { kind: 'report card', judgements: card })),
    'achievement needs attention',
  );
});

test('the days of a plan run from the judgement, or from the first letter where that came later', () => {
  const due = (from: string): string => addDays(from, 14);
  const asked = { because: 'a judgement', words: 'requires improvement', since: '2026-03-01', due } as const;
  const owed = (sent: readonly string[], told: string | null) => planOwed(asked, sent, told, '2026-03-20');
  assert.deepEqual([owed([], '2025-09-20').dueOn, owed([], '2025-09-20').daysLate], ['2026-03-15', 5]);
  assert.equal(owed([], '2026-03-10').dueOn, '2026-03-24');
  assert.deepEqual([owed([], null).dueOn, owed([], null).daysLate], [null, 0]);
  assert.equal(owed(['2026-02-01'], '2025-09-20').sentOn, null, 'a plan from before does not answer it');
  assert.deepEqual(owed(['2026-03-18', '2026-03-16'], '2025-09-20').sentOn, '2026-03-16');
});
