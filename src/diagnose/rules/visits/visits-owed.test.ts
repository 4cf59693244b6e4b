import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReference } from '#/law/reference.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { mostBehind, visitsOwed, type SchoolOwed, type VisitCounted } from './visits-owed.ts';

const { visitEntitlements: entitlements, schoolTerms: terms, bankHolidays } = loadReference();

const owedOn = (
  school: Partial<SchoolOwed>,
  visits: readonly VisitCounted[],
  on: string,
  schoolYear = 2027,
) =>
  visitsOwed({ category: null, ofConcern: false, ofConcernSince: null, ...school }, visits, {
    ...{ schoolYear, on, entitlements, terms, bankHolidays },
  });

const of = (owed: ReturnType<typeof owedOn>, id: string) =>
  owed.find(({ entitlement }) => entitlement.id === id) ?? assert.fail(`nothing owed as ${id}`);

const norfolk = (code: string) => ({ category: { scheme: 'norfolk-2013', code } });
const held = (on: string): VisitCounted => ({ kind: 'visit', state: 'held', on });

test('every school is owed three visits a year, one by the end of each term', () => {
  const visits = [held('2026-10-05')];
  const inYear = (on: string) => of(owedOn({}, visits, on), 'three-a-year');
  assert.deepEqual(
    ['2026-11-20', '2027-01-10', '2027-04-30', '2027-08-01'].map((on) => inYear(on).behind),
    [0, 0, 1, 2],
  );
  assert.equal(inYear('2026-11-20').toPlan, 2);
});

test('B and C are owed a visit in autumn, E and F in spring, and nobody else by the season', () => {
  const ids = (code: string) =>
    owedOn(norfolk(code), [], '2027-05-01').map(({ entitlement }) => entitlement.id);
  assert.deepEqual(ids('B3'), ['three-a-year', 'challenge-in-autumn']);
  assert.deepEqual(ids('C3'), ids('B3'));
  assert.deepEqual(ids('E2'), ['three-a-year', 'challenge-in-spring']);
  assert.deepEqual(ids('F1'), ids('E2'));
  assert.deepEqual(ids('A4'), ['three-a-year']);
});

test('a visit in spring does not make good the autumn visit that was not made', () => {
  const autumn = of(owedOn(norfolk('B3'), [held('2027-02-03')], '2027-03-01'), 'challenge-in-autumn');
  assert.deepEqual([autumn.owed, autumn.done, autumn.behind], [1, 0, 1]);
});

test('a school of concern is owed a core group every six weeks of school, holidays not counted, from when it is of concern', () => {
  const year = of(owedOn({ ofConcern: true }, [], '2027-07-31'), 'core-group');
  assert.equal(year.owed, 6);
  const late = of(owedOn({ ofConcern: true, ofConcernSince: '2027-05-04' }, [], '2027-07-31'), 'core-group');
  assert.equal(late.owed, 1);
  const meeting: VisitCounted = { kind: 'meeting', state: 'held', on: '2027-06-16' };
  const met = owedOn({ ofConcern: true, ofConcernSince: '2027-05-04' }, [meeting], '2027-07-31');
  assert.equal(of(met, 'core-group').behind, 0);
  assert.equal(of(met, 'three-a-year').done, 0, 'a meeting is no visit');
});

test('another authority’s scheme gives no visit by the season, and a year before the entitlement nothing', () => {
  const other = owedOn({ category: { scheme: 'staffordshire-a-d', code: 'B' } }, [], '2027-03-01');
  assert.deepEqual(
    other.map(({ entitlement }) => entitlement.id),
    ['three-a-year'],
  );
  assert.deepEqual(owedOn(norfolk('B3'), [], '2011-03-01', 2011), []);
});

const day = fc.integer({ min: -30, max: 400 }).map((days) => addDays('2026-09-01', days));
const visit: fc.Arbitrary<VisitCounted> = fc.record({
  kind: fc.constantFrom('visit', 'meeting'),
  state: fc.constantFrom('planned', 'held', 'cancelled'),
  on: day,
});
const school: fc.Arbitrary<SchoolOwed> = fc.record({
  category: fc.option(
    fc.constantFrom('A4', 'B3', 'C3', 'E1', 'F1').map((code) => ({ scheme: 'norfolk-2013', code })),
  ),
  ofConcern: fc.boolean(),
  ofConcernSince: fc.option(day),
});

test('nothing is ever negative, and no more is behind than is expected, nor expected than is owed', () => {
  fc.assert(
    fc.property(school, fc.array(visit, { maxLength: 12 }), day, (one, visits, on) => {
      for (const { owed, expected, done, planned, behind, toPlan } of owedOn(one, visits, on)) {
        assert.ok(Math.min(owed, expected, done, planned, behind, toPlan) >= 0);
        assert.ok(behind <= expected && expected <= owed && toPlan <= owed);
      }
    }),
  );
});

test('a visit more never puts a school further behind, and one that was cancelled changes nothing', () => {
  fc.assert(
    fc.property(school, fc.array(visit, { maxLength: 8 }), visit, day, (one, visits, more, on) => {
      const behind = (some: readonly VisitCounted[]) => owedOn(one, some, on).map((owed) => owed.behind);
      const [before, after] = [behind(visits), behind([...visits, more])];
      assert.ok(after.every((number, index) => number <= (before[index] ?? 0)));
      if (more.state === 'cancelled') assert.deepEqual(after, before);
    }),
  );
});

test('what is expected only grows with the days of the year', () => {
  fc.assert(
    fc.property(school, day, day, (one, a, b) => {
      const [first, then] = [a, b].toSorted();
      const expected = (on: string) => owedOn(one, [], on).map((owed) => owed.expected);
      const later = expected(then ?? b);
      assert.ok(expected(first ?? a).every((number, index) => number <= (later[index] ?? 0)));
    }),
  );
});

test('of several entitlements the one furthest behind is told first', () => {
  const owed = owedOn(norfolk('B3'), [], '2027-01-20');
  assert.equal(mostBehind(owed)?.behind, 1);
  assert.equal(mostBehind([]), null);
});
