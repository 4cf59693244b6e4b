import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dateOf, dayOf } from '#/schools/rules/dates.ts';
import { tracked } from './invented-england.fixture.ts';
import { graded, reportCard, withoutOverall } from './marking/marking.fixture.ts';
import { inForceOn, isGood, nextKnown, toldUntil } from './tracked.ts';

test('an inspection is in force from the day its outcome is known, not from the day it starts', () => {
  const school = tracked({ inspections: [graded('2016-01-10', 2), graded('2018-01-10', 3)] });
  assert.equal(inForceOn(school, dayOf('2016-02-13')), null);
  assert.equal(inForceOn(school, dayOf('2016-02-14'))?.standing, 2);
  assert.equal(inForceOn(school, dayOf('2018-02-13'))?.standing, 2);
  assert.equal(inForceOn(school, dayOf('2018-02-14'))?.standing, 3);
});

test('the next inspection is the first known after a day: what a second one finds does not undo a fall', () => {
  const school = tracked({
    inspections: [graded('2016-01-10', 2), graded('2018-01-10', 3), graded('2018-11-10', 2)],
  });
  const next = nextKnown(school, dayOf('2017-08-31'), dayOf('2019-08-31'));
  assert.equal(next?.standing, 3);
  assert.equal(nextKnown(school, dayOf('2018-02-14'), dayOf('2018-12-14')), null, 'known on the first day');
  assert.equal(nextKnown(school, dayOf('2018-02-14'), dayOf('2018-12-15'))?.standing, 2, 'and on the last');
});

test('what becomes known later, of whatever time, changes nothing that was known before', () => {
  const day = fc.integer({ min: dayOf('2010-01-01'), max: dayOf('2020-01-01') });
  const inspections = fc.array(
    fc.tuple(day, fc.integer({ min: 1, max: 400 }), fc.constantFrom(1 as const, 2 as const, 3 as const)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(inspections, day, (drawn, asAt) => {
      const all = drawn.map(([started, lag, overall]) => ({
        ...graded(dateOf(started), overall),
        knownOn: dateOf(started + lag),
      }));
      const by = all.filter(({ knownOn }) => dayOf(knownOn) <= asAt);
      assert.deepEqual(
        tracked({ inspections: all }).judged.filter(({ known }) => known <= asAt),
        tracked({ inspections: by }).judged,
      );
      assert.deepEqual(
        tracked({ inspections: all.toReversed() }).judged.map(({ known }) => known),
        tracked({ inspections: all }).judged.map(({ known }) => known),
      );
    }),
  );
});

test('an inspection heard of only after a later one never comes into force', () => {
  const late = { ...graded('2016-01-10', 4), knownOn: '2019-01-10' };
  const school = tracked({ inspections: [late, graded('2018-01-10', 2)] });
  assert.deepEqual(
    school.judged.map(({ standing }) => standing),
    [2],
  );
});

test('two files that date one inspection some days apart tell of one inspection', () => {
  const { judged } = tracked({ inspections: [graded('2016-01-10', 2), graded('2016-01-30', 2)] });
  assert.equal(judged.length, 1);
  assert.equal(tracked({ inspections: [graded('2016-01-10', 2), graded('2016-01-31', 2)] }).judged.length, 2);
});

test('without an overall grade the convention says where a school stands, and whose inspection it was is kept', () => {
  const { judged } = tracked({
    inspections: [graded('2016-01-10', 1, '100001'), withoutOverall('2025-01-10', 3)],
  });
  assert.deepEqual(
    judged.map(({ standing, own }) => [standing, own]),
    [
      [1, false],
      [3, true],
    ],
  );
  assert.ok(judged[0] !== undefined && isGood(judged[0]));
});

test('of a report card every area counts, safeguarding too, and leadership on its own', () => {
  const of = (areas: Parameters<typeof reportCard>[1]) => {
    const [card] = tracked({ inspections: [reportCard('2025-12-01', areas)] }).judged;
    return [card?.kind, card?.anyBelow, card?.leadershipBelow];
  };
  const leadership = 'Leadership and governance';
  assert.deepEqual(of({ [leadership]: 'Expected standard', Inclusion: 'Strong standard' }), [
    'report card',
    false,
    false,
  ]);
  assert.deepEqual(of({ [leadership]: 'Expected standard', Inclusion: 'Needs attention' }), [
    'report card',
    true,
    false,
  ]);
  assert.deepEqual(of({ [leadership]: 'Needs attention' }), ['report card', true, true]);
  assert.deepEqual(of({ [leadership]: 'Expected standard', Safeguarding: 'Not met' }), [
    'report card',
    true,
    false,
  ]);
});

test('files tell of outcomes some weeks beyond their last inspection, of a closed school no longer than it was open', () => {
  const until = (changes: Parameters<typeof tracked>[0]) => toldUntil(tracked(changes));
  const summer = until({ followedUntil: '2025-07-15' });
  assert.ok(summer >= dayOf('2025-08-31') && summer < dayOf('2025-10-01'));
  assert.equal(until({ closedOn: '2019-08-31' }), until({ followedUntil: '2019-08-31' }));
  assert.equal(until({ closedOn: '2026-08-31' }), until({}));
  assert.equal(until({ followedUntil: null }), -Infinity);
  assert.equal(until({ joined: true }), -Infinity);
});

test('results are in the order of their years, however a history has them', () => {
  const result = (year: number) => ({
    measure: 'ks4-progress-8' as const,
    year,
    knownOn: addDays(`${year}-10-01`, 100),
    place: year - 2018,
    cohort: 100,
  });
  const { results } = tracked({ results: [result(2019), result(2017), result(2018)] });
  assert.deepEqual(
    results.get('ks4-progress-8')?.map(({ year }) => year),
    [2017, 2018, 2019],
  );
});
