import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseShares, markShares, type KeptShare, type NotCounted, type ShareCounted } from './shares.ts';

const mark = (
  kept: readonly KeptShare[],
  actualOf: (share: KeptShare) => ShareCounted | NotCounted,
  whyNot: (share: KeptShare) => NotCounted | null = () => null,
) => markShares(chooseShares(kept, whyNot), actualOf);

const share = (changes: Partial<KeptShare> = {}): KeptShare => ({
  asAt: '2014-08-31',
  on: '2015-08-31',
  target: 'below good',
  group: { kind: 'all', name: 'All schools' },
  denominator: 'with predecessors’ grades',
  of: 'schools',
  middle: 0.8,
  ranges: [
    { level: 50, low: 0.78, high: 0.82 },
    { level: 80, low: 0.75, high: 0.85 },
    { level: 95, low: 0.7, high: 0.9 },
  ],
  ...changes,
});

test('a share that came out lower was forecast too hopefully, by so many points, and some ranges held it', () => {
  const { marks } = mark([share()], () => ({ reached: 76, judged: 100 }));
  assert.equal(marks.length, 1);
  const [first] = marks;
  assert.equal(first?.months, 12);
  assert.ok(Math.abs(first.error - 0.04) < 1e-12);
  assert.ok(Math.abs(first.lean - 0.04) < 1e-12);
  assert.deepEqual(first.held, [
    { level: 50, holds: 0 },
    { level: 80, holds: 1 },
    { level: 95, holds: 1 },
  ]);
});

test('errors to both sides add to the error and cancel in the lean', () => {
  const kept = [share(), share({ asAt: '2015-08-31', on: '2016-08-31' })];
  const { marks } = mark(kept, ({ asAt }) => ({ reached: asAt < '2015' ? 70 : 90, judged: 100 }));
  assert.ok(Math.abs((marks[0]?.error ?? NaN) - 0.1) < 1e-12);
  assert.ok(Math.abs(marks[0]?.lean ?? NaN) < 1e-12);
});

test('horizons and groups are apart, and of forecasts about the same time one is counted', () => {
  const kept = [
    share(),
    share({ asAt: '2014-10-31', on: '2015-10-31' }),
    share({ on: '2016-08-31' }),
    share({ group: { kind: 'phase', name: 'primary' } }),
  ];
  const { marks, passedOver } = mark(kept, () => ({ reached: 8, judged: 10 }));
  assert.deepEqual(
    marks.map(({ group, months, counted }) => [group.name, months, counted.length]),
    [
      ['All schools', 12, 1],
      ['primary', 12, 1],
      ['All schools', 24, 1],
    ],
  );
  assert.equal(passedOver, 1);
});

test('of several days of one forecast the nearest to a whole year ahead is marked', () => {
  const kept = ['2015-07-31', '2015-08-31', '2015-10-31'].map((on) => share({ on }));
  const { marks } = mark(kept, () => ({ reached: 8, judged: 10 }));
  assert.deepEqual(
    marks.flatMap(({ months, counted }) => counted.map(({ on }) => [months, on])),
    [[12, '2015-08-31']],
  );
});

test('shares that cannot be counted are said with the reason', () => {
  const kept = [
    share(),
    share({ on: '2025-08-31' }),
    share({ on: '2027-08-31' }),
    share({ on: '2016-08-31' }),
  ];
  const { marks, notCounted } = mark(
    kept,
    ({ on }) => (on < '2016' ? { reached: 8, judged: 10 } : 'nobody judged'),
    ({ on }) => (on > '2026' ? 'not yet due' : on > '2025' ? 'judged in another way since' : null),
  );
  assert.equal(marks.length, 1);
  assert.deepEqual(notCounted, [
    { why: 'not yet due', shares: 1 },
    { why: 'judged in another way since', shares: 1 },
    { why: 'nobody judged', shares: 1 },
  ]);
});
