import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDays, anySchool, asAt, methodOf2013, schoolThen } from './school-then.fixture.ts';
import { forecastByMethod, type MethodTrajectory } from './shares-by-method.ts';

const numbered = (schools: readonly ReturnType<typeof schoolThen>[]) =>
  schools.map((school, index) => ({
    ...school,
    history: { ...school.history, name: `School ${String(index)}` },
  }));

const shares = ({ now, points }: MethodTrajectory): readonly number[] =>
  [now, ...points].flatMap(({ reached, judged }) => (judged === 0 ? [] : [reached / judged]));

test('the share rises as schools reach the day each is expected to be good', () => {
  const forecast = forecastByMethod(
    methodOf2013(),
    [schoolThen([['2012-01-10', 2]]), schoolThen([['2012-01-10', 3]]), schoolThen([['2013-05-01', 4]])],
    asAt,
    ['2013-12-31', '2014-07-31', '2015-07-31', '2016-07-31'],
  );
  const of = (denominator: string) =>
    forecast.trajectories
      .find((one) => one.group.kind === 'all' && one.denominator === denominator)
      ?.points.map(({ reached, judged, notJudged }) => [reached, judged, notJudged]);
  assert.deepEqual(of('with predecessors’ grades'), [
    [1, 3, 0],
    [2, 3, 0],
    [2, 3, 0],
    [3, 3, 0],
  ]);
  // The inadequate school closes in August 2014: the share rises and no school improved.
  assert.deepEqual(of('own grades only'), [
    [1, 3, 0],
    [2, 3, 0],
    [2, 2, 1],
    [3, 3, 0],
  ]);
});

test('a school that closes leaves the share, and every other is counted once on every day', () => {
  fc.assert(
    fc.property(fc.array(anySchool, { minLength: 1, maxLength: 12 }), anyDays, (schools, days) => {
      const closing = numbered(schools).map((school, index) =>
        index % 3 === 0 ? { ...school, plans: { closesOn: '2014-12-31', academyOn: null } } : school,
      );
      const { trajectories } = forecastByMethod(methodOf2013(), closing, asAt, days);
      for (const { points } of trajectories.filter(({ group }) => group.kind === 'all'))
        for (const { on, judged, notJudged, reached } of points) {
          const gone = on >= '2014-12-31' ? Math.ceil(schools.length / 3) : 0;
          assert.equal(judged + notJudged, schools.length - gone);
          assert.ok(reached <= judged);
        }
    }),
  );
});

test('where none closes, no later date lowers the share, on either base', () => {
  fc.assert(
    fc.property(fc.array(anySchool, { minLength: 1, maxLength: 20 }), anyDays, (schools, days) => {
      const { trajectories } = forecastByMethod(methodOf2013(), numbered(schools), asAt, days);
      for (const trajectory of trajectories) {
        const line = shares(trajectory);
        for (const [index, share] of line.slice(1).entries())
          assert.ok(share >= (line[index] ?? 0), `${trajectory.group.name}: ${line.join(' ')}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('by the end every school of the phases named is good', () => {
  fc.assert(
    fc.property(fc.array(anySchool, { minLength: 1, maxLength: 20 }), (schools) => {
      const { trajectories } = forecastByMethod(methodOf2013(), numbered(schools), asAt, ['2016-12-31']);
      for (const { points } of trajectories.filter(
        ({ denominator }) => denominator === 'with predecessors’ grades',
      ))
        for (const { reached, judged, notJudged } of points) assert.ok(reached === judged && notJudged === 0);
    }),
  );
});

test('phases add up to all schools', () => {
  fc.assert(
    fc.property(fc.array(anySchool, { minLength: 1, maxLength: 20 }), anyDays, (schools, days) => {
      const { trajectories } = forecastByMethod(methodOf2013(), numbered(schools), asAt, days);
      for (const denominator of ['with predecessors’ grades', 'own grades only'] as const) {
        const of = (kind: string) =>
          trajectories.filter((one) => one.group.kind === kind && one.denominator === denominator);
        const reached = of('phase').reduce((sum, { points }) => sum + (points[0]?.reached ?? 0), 0);
        assert.equal(reached, of('all')[0]?.points[0]?.reached);
      }
    }),
  );
});
