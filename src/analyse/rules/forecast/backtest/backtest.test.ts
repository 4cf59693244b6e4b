import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedPace, inventedSchools, tracked } from '../invented-england.fixture.ts';
import { graded } from '../marking/marking.fixture.ts';
import { markShares, tryShares, type ShareTried } from './share-backtest.ts';
import { simpleChances } from './simple-methods.ts';
import { halvesOf } from './warning-backtest.ts';

const setting = { pauses: [], announced: [] };
const england = { ...inventedPace, schools: 400, from: '2005-01-01' } as const;

test('simple methods know where schools stood and moved before the day, and nothing later', () => {
  const improved = [graded('2013-01-10', 3), graded('2015-01-10', 2)];
  const schools = [
    tracked({ urn: '100001', inspections: [...improved, graded('2017-01-10', 4)] }),
    tracked({ urn: '100002', inspections: [graded('2013-01-10', 3)] }),
    tracked({ urn: '100003', inspections: [graded('2013-01-10', 2)] }),
    tracked({ urn: '100004', inspections: [graded('2013-01-10', 2)] }),
  ];
  const simple = simpleChances(schools, '2016-01-01', 24);
  const [better, waiting, good] = schools;
  assert.ok(better !== undefined && waiting !== undefined && good !== undefined);
  assert.deepEqual(
    [better, waiting, good].map((school) => simple(school, 'no change')),
    [1, 0, 1],
  );
  // Of four schools two were good two years before the day and three on it.
  assert.equal(simple(waiting, 'national drift'), 0.25);
  assert.equal(simple(waiting, 'one-step Markov'), 0.5);
  assert.equal(simple(good, 'one-step Markov'), 1);
});

test('what is known after a forecast’s day changes what came, never what was forecast', () => {
  const asAt = '2014-08-31';
  const all = tryShares(inventedSchools({ ...england, until: '2019-08-31' }), asAt, setting);
  const worse = tryShares(
    inventedSchools({ ...england, until: '2019-08-31' }).map(({ history }) =>
      tracked({ ...history, inspections: [...history.inspections, graded('2014-11-03', 4, history.urn)] }),
    ),
    asAt,
    setting,
  );
  assert.ok(all.length > 0);
  assert.deepEqual(
    worse.map(({ forecast, simple }) => [forecast, simple]),
    all.map(({ forecast, simple }) => [forecast, simple]),
  );
  assert.ok(worse.some(({ came }, index) => came < (all[index]?.came ?? 0) - 0.2));
});

test('errors are means of the days forecasts were made from, and ranges hold the share that they hold', () => {
  const one = (asAt: string, forecast: number, came: number, held: boolean): ShareTried => ({
    ...{ asAt, years: 1, authority: 'a', schools: 20, forecast, came },
    simple: { 'no change': came + 0.1, 'national drift': came - 0.04, 'one-step Markov': came + 0.2 },
    held: { 50: false, 80: held, 95: true },
  });
  const [year] = markShares([
    one('2011-08-31', 0.5, 0.52, true),
    one('2011-08-31', 0.5, 0.46, true),
    one('2012-08-31', 0.5, 0.5, false),
  ]);
  assert.ok(year !== undefined);
  // The first day: 2 and 4 points; the second: none.
  assert.ok(Math.abs(year.model - 1.5) < 1e-9);
  assert.equal(year.best, 'national drift');
  assert.ok(Math.abs(year.better - (1 - 1.5 / 4)) < 1e-9);
  assert.ok(Math.abs(year.held[80] - 2 / 3) < 1e-9);
  assert.deepEqual([year.held[50], year.held[95], year.origins, year.shares], [0, 1, 2, 3]);
});

test('no authority is in both halves, and every school is in one', () => {
  const schools = inventedSchools({ ...england, until: '2019-08-31' });
  const [one, other] = halvesOf(schools);
  const names = new Set(one.map(({ history }) => history.authority));
  assert.ok(names.size > 0 && other.every(({ history }) => !names.has(history.authority)));
  assert.equal(one.length + other.length, schools.length);
});
