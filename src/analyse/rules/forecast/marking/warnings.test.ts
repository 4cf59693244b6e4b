import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { SchoolHistory } from '#/schools/rules/history.ts';
import type { FollowedSchools } from './followed-schools.ts';
import { followed, graded, historyWith } from './marking.fixture.ts';
import { ratesKnown } from './rates-known.ts';
import { markWarnings, type KeptChances, type WarningsAsked } from './warnings.ts';

const { marking } = loadReference();
const asked: WarningsAsked = { target: 'below good', months: 18, population: 'now good' };
const model = { id: 'test', fittedAsAt: '2018-08-31', digest: 'abc' };
const urnOf = (number: number): string => String(900_000 + number);

/** Schools found good in 2015, of which the first so many fell in spring 2019. */
function schools(count: number, fell: number, changes: Partial<SchoolHistory> = {}): SchoolHistory[] {
  return Array.from({ length: count }, (_, index) => {
    const urn = urnOf(index);
    const later = index < fell ? [graded('2019-03-01', 3, urn)] : [];
    return historyWith({ urn, inspections: [graded('2015-03-01', 2, urn), ...later], ...changes });
  });
}

const keptFor = (
  count: number,
  chanceOf: (index: number) => number | null,
  asAt = '2018-08-31',
): KeptChances => ({
  asAt,
  model,
  chances: Array.from({ length: count }, (_, index) => ({ urn: urnOf(index), chance: chanceOf(index) })),
});

const mark = (kept: readonly KeptChances[], all: FollowedSchools, more: Partial<WarningsAsked> = {}) =>
  markWarnings(kept, { ...asked, ...more }, all, () => null, marking);

test('what was said and what came are counted: all schools, and those given a high chance', () => {
  const marks = mark([keptFor(50, (index) => (index < 10 ? 0.5 : 0.05))], followed(...schools(50, 6)));
  assert.equal(marks.all.schools, 50);
  assert.equal(marks.all.happened, 6);
  assert.ok(Math.abs(marks.all.expected - 7) < 1e-9);
  assert.deepEqual([marks.high.schools, marks.high.happened, marks.high.expected], [10, 6, 5]);
  // Brier: 6 of 0.25, 4 of 0.25, 40 of 0.0025, over 50.
  assert.ok(marks.brier !== null && Math.abs(marks.brier - (10 * 0.25 + 40 * 0.0025) / 50) < 1e-12);
  assert.equal(
    marks.table.reduce((sum, { count }) => sum + count, 0),
    50,
  );
  assert.equal(marks.discrimination, null, 'six falls are too few to say how well schools were told apart');
});

test('with enough falls it is said how well schools were told apart, and what the riskiest tenth held', () => {
  const marks = mark([keptFor(100, (index) => (100 - index) / 200)], followed(...schools(100, 12)));
  assert.equal(marks.discrimination?.auc, 1);
  assert.equal(marks.discrimination.events, 12);
  assert.deepEqual([marks.riskiestTenth?.looked, marks.riskiestTenth?.caught], [10, 10]);
  assert.equal(marks.table.length, 5, 'groups of 20 schools or more');
  assert.deepEqual(
    marks.table.map(({ events }) => events),
    [0, 0, 0, 0, 12],
  );
});

test('schools of which nothing can be told are counted with the reason, and every school of a forecast is somewhere', () => {
  const all = followed(
    ...schools(3, 1),
    historyWith({ urn: urnOf(3), inspections: [graded('2015-03-01', 3, urnOf(3))] }),
    historyWith({ urn: urnOf(4), inspections: [graded('2015-03-01', 2, urnOf(4))], closedOn: '2019-01-01' }),
    historyWith({ urn: urnOf(5), inspections: [graded('2015-03-01', 2, urnOf(5))] }),
  );
  const kept = [keptFor(7, (index) => (index === 5 ? null : 0.1))];
  const marks = mark(kept, all);
  assert.equal(marks.all.schools, 3);
  assert.deepEqual(marks.notMarked, [
    { why: 'not good on the day', schools: 1 },
    { why: 'no chance could be told', schools: 1 },
    { why: 'not in the files any more', schools: 1 },
    { why: 'closed before it was inspected', schools: 1 },
  ]);
  assert.equal(mark(kept, all, { population: 'every school' }).all.schools, 4);
});

test('forecasts that are not due, and those about the same time, are said and not counted', () => {
  const all = followed(...schools(5, 1, { followedUntil: '2021-08-31' }));
  const kept = ['2018-08-31', '2018-09-30', '2020-02-29', '2020-08-31'].map((asAt) =>
    keptFor(5, () => 0.1, asAt),
  );
  const marks = mark(kept, all);
  assert.deepEqual(
    marks.counted.map(({ asAt }) => asAt),
    ['2018-08-31', '2020-02-29'],
  );
  assert.deepEqual(marks.passedOver, ['2018-09-30']);
  assert.deepEqual(marks.notYetDue, ['2020-08-31']);
  assert.equal(marks.marked.length, 9, 'the school that fell is no longer among the good ones of 2020');
});

test('a forecast whose time went on into another way of judging is said, not counted, and takes no other’s place', () => {
  const all = followed(...schools(5, 1, { followedUntil: '2026-08-31' }));
  const marks = mark(
    ['2022-08-31', '2024-08-31', '2024-03-31'].map((asAt) => keptFor(5, () => 0.1, asAt)),
    all,
  );
  assert.deepEqual(
    marks.counted.map(({ asAt }) => asAt),
    ['2022-08-31', '2024-03-31'],
  );
  assert.deepEqual(marks.ranPast, ['2024-08-31']);
  assert.deepEqual(marks.notYetDue, []);
});

test('nothing kept, or nothing due, has no score and is no error', () => {
  for (const kept of [[], [keptFor(5, () => 0.1, '2025-08-31')]]) {
    const marks = mark(kept, followed(...schools(5, 1)));
    assert.equal(marks.brier, null);
    assert.equal(marks.all.range, null);
    assert.deepEqual(marks.table, []);
    assert.equal(marks.overPlainRate, null);
  }
});

test('each kind of school has its own count of what was said and what came', () => {
  const all = followed(
    ...schools(4, 2, { idaciQuintile: 5 }),
    historyWith({ urn: urnOf(4), idaciQuintile: 1, inspections: [graded('2015-03-01', 2, urnOf(4))] }),
  );
  const { groups } = mark([keptFor(5, () => 0.25)], all);
  assert.deepEqual(
    groups
      .filter(({ split }) => split === 'deprivation')
      .map(({ group, schools: n, happened }) => [group, n, happened]),
    [
      ['fifth with the least deprivation', 1, 0],
      ['fifth with the most deprivation', 4, 2],
    ],
  );
});

test('the rates to hold a forecast against are those of the same length of time that had just passed', () => {
  // In the 18 months to 31 August 2018 ten of 40 schools inspected in 2012 fell, and none of 40 inspected in 2016.
  const long = Array.from({ length: 40 }, (_, index) => {
    const urn = urnOf(index);
    const later = index < 10 ? [graded('2018-01-10', 3, urn)] : [];
    return historyWith({ urn, inspections: [graded('2012-03-01', 2, urn), ...later] });
  });
  const short = Array.from({ length: 40 }, (_, index) =>
    historyWith({ urn: urnOf(100 + index), inspections: [graded('2016-03-01', 2, urnOf(100 + index))] }),
  );
  const later = historyWith({
    urn: '900999',
    inspections: [graded('2013-03-01', 2), graded('2019-01-10', 4)],
  });
  const all = followed(...long, ...short, later);
  const rates = ratesKnown(all, { asAt: '2018-08-31', months: 18, target: 'below good' }, 'now good');
  assert.ok(rates !== null);
  assert.equal(rates.schools, 81);
  assert.ok(Math.abs(rates.plain - 10 / 81) < 1e-12);
  const inspectedIn = (startedOn: string) => {
    const [school] = followed(historyWith({ inspections: [graded(startedOn, 2)] })).schools;
    assert.ok(school !== undefined);
    return rates.byGradeAndAge(school);
  };
  // Four years before the beginning in February 2017 is 2012; 20 schools at the plain rate are added to each cell.
  assert.ok(Math.abs(inspectedIn('2014-01-10') - (10 + 20 * rates.plain) / (40 + 20)) < 1e-12);
  assert.ok(inspectedIn('2018-01-10') < rates.plain);
  assert.equal(
    ratesKnown(all, { asAt: '2014-08-31', months: 18, target: 'below good' }, 'now good'),
    null,
    'nobody fell',
  );
});

test('skill is told over what anybody could have said on the day', () => {
  const all = followed(...schools(50, 10));
  const rates = { plain: 0.2, schools: 50, byGradeAndAge: () => 0.2 };
  const sharp = markWarnings(
    [keptFor(50, (index) => (index < 10 ? 0.9 : 0.02))],
    asked,
    all,
    () => rates,
    marking,
  );
  assert.ok(sharp.overPlainRate !== null && Math.abs(sharp.overPlainRate.brier - 0.16) < 1e-12);
  assert.ok(Math.abs(sharp.overPlainRate.skill - (1 - (0.2 * 0.01 + 0.8 * 0.0004) / 0.16)) < 1e-12);
  const same = markWarnings([keptFor(50, () => 0.2)], asked, all, () => rates, marking);
  assert.ok(Math.abs(same.overGradeAndAge?.skill ?? NaN) < 1e-12);
});
