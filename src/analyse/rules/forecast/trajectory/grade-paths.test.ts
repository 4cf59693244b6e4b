import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dateOf, dayOf } from '#/schools/rules/dates.ts';
import { inventedPace, inventedSchools, tracked } from '../invented-england.fixture.ts';
import { graded } from '../marking/marking.fixture.ts';
import { fitGradePaths, quarterDays, quartersBefore } from './grade-paths.ts';
import { placeOn } from './school-chances.ts';

const drawn = {
  ...inventedPace,
  schools: 4000,
  from: '2005-01-01',
  until: '2018-08-31',
} as const;

test('an England drawn from known chances gives them back', () => {
  const quarters = quartersBefore(inventedSchools(drawn), dayOf('2018-08-31'), []);
  const { hazards, outcomes } = fitGradePaths(quarters, 0, { hazards: 12, outcomes: 12 });
  for (const [standing, hazard] of drawn.hazards.entries()) {
    const early = hazards[standing]?.slice(1, 8) ?? [];
    const mean = early.reduce((sum, one) => sum + one, 0) / early.length;
    assert.ok(Math.abs(mean - hazard) < 0.15 * hazard, `${standing + 1}: ${mean} for ${hazard}`);
    for (const [found, chance] of (drawn.outcomes[standing] ?? []).entries()) {
      const fitted = outcomes[standing]?.[found] ?? NaN;
      assert.ok(Math.abs(fitted - chance) < 0.05, `${standing + 1} to ${found + 1}: ${fitted} for ${chance}`);
    }
  }
});

test('quarters since an inspection are counted alike where schools are counted and where they are forecast', () => {
  const asAt = dayOf('2018-08-31');
  // Judged so many quarters and a half ago, and again at the middle of the quarter that ends with the day.
  for (const quartersAgo of [1, 2, 5, 9]) {
    const day = (ago: number) => dateOf(Math.round(asAt - ago * quarterDays));
    const school = tracked({
      inspections: [graded(addDays(day(quartersAgo + 0.5), -35), 2), graded(addDays(day(0.5), -35), 3)],
    });
    const { since } = placeOn(school, Math.floor(asAt - quarterDays));
    const [last] = quartersBefore([school], asAt, []);
    const atRisk = [...(last?.cells ?? [])].flatMap((value, place) =>
      value > 0 && place % 5 === 0 ? [place / 5] : [],
    );
    assert.deepEqual(atRisk, [2 * 44 + since], `${quartersAgo} quarters`);
    assert.equal(since, quartersAgo - 1);
  }
});

test('an outcome known on the day itself is counted, one known the day after is not', () => {
  const asAt = dayOf('2018-08-31');
  const found = (known: string) => {
    const school = tracked({
      inspections: [graded('2015-01-10', 2), { ...graded('2018-06-10', 3), knownOn: known }],
    });
    const [last] = quartersBefore([school], asAt, []);
    return last?.cells.reduce((sum, value, place) => sum + (place % 5 === 3 ? value : 0), 0);
  };
  assert.equal(found('2018-08-31'), 1);
  assert.equal(found('2018-09-01'), 0);
});

test('quarters with a pause in inspection say nothing', () => {
  const quarters = quartersBefore(inventedSchools({ ...drawn, schools: 20 }), dayOf('2018-08-31'), [
    { from: dayOf('2017-09-15'), to: dayOf('2018-05-01') },
  ]);
  const empty = quarters.map(({ cells }) => cells.length === 0);
  assert.deepEqual(empty.slice(0, 6), [false, true, true, true, false, false]);
});

test('the first inspection of a number is one without an overall grade too', () => {
  const asAt = dayOf('2025-08-31');
  const school = tracked({
    openedOn: '2022-09-01',
    inspections: [
      graded('2017-01-10', 2, '100001'),
      {
        ...graded('2025-06-10', 2),
        overall: 'not judged',
        judgements: [{ area: 'Quality of education', grade: 2, gradedOn: '2025-06-10' }],
      },
    ],
  });
  const [last] = quartersBefore([school], asAt, []);
  const firsts = last?.cells.slice(0, 44 * 5) ?? new Float64Array(0);
  assert.equal(
    firsts.reduce((sum, value, place) => sum + (place % 5 === 2 ? value : 0), 0),
    1,
  );
});

test('schools that came of several, or that no file follows, are not counted', () => {
  const inspections = [graded('2015-01-10', 2)];
  const quarters = quartersBefore(
    [
      tracked({ inspections, joined: true, openedOn: '2014-09-01' }),
      tracked({ inspections, followedUntil: null }),
    ],
    dayOf('2018-08-31'),
    [],
  );
  assert.ok(quarters.every(({ cells }) => cells.every((value) => value === 0)));
});
