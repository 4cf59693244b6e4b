import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedAuthority, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { schoolThen } from '#/analyse/rules/forecast/norfolk-2013/school-then.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { SchoolHistory } from '#/schools/rules/history.ts';
import { replayForecasts, type MakeForecast } from './replay-forecasts.ts';
import type { ReplayAsked } from './replayed.ts';

const { slug } = inventedAuthority;

/** Twelve primary schools, nine of them good; one falls in 2015, three rise. Five special and seven secondary schools. */
const histories: readonly SchoolHistory[] = [
  ...Array.from({ length: 12 }, (_, index) => {
    const first = [`2012-03-0${String((index % 9) + 1)}`, index < 9 ? 2 : 3] as const;
    const then = index === 0 ? [['2015-03-02', 3] as const] : index < 9 ? [] : [['2014-05-06', 2] as const];
    return schoolThen(
      [first, ...then].map(([on, grade]) => [on, grade, `9001${String(10 + index)}`]),
      {
        history: { urn: `9001${String(10 + index)}` },
      },
    ).history;
  }),
  ...(['special', 'secondary'] as const).flatMap((phase, place) =>
    Array.from({ length: 5 + 2 * place }, (_, index) => {
      const urn = `900${String(200 + 10 * place + index)}`;
      return schoolThen([['2012-03-01', 2, urn]], { history: { urn, phase } }).history;
    }),
  ),
];

const store = {
  authorities: () => Promise.resolve([inventedAuthority]),
  sources: () => Promise.resolve([inventedSource]),
  evidence: () => Promise.resolve([]),
  histories: ({ asAt }: { readonly asAt: IsoDate }) =>
    Promise.resolve(
      histories.map((history) => ({
        ...history,
        inspections: history.inspections.filter(({ knownOn }) => knownOn <= asAt),
      })),
    ),
} as unknown as PublishedStore;
const parts = {
  published: () => Promise.resolve(store),
  reference: loadReference,
  today: () => '2026-04-30',
};

const noModel: MakeForecast = () =>
  Promise.reject(new KnownError('no-model', 'There is no model.', ['Fit one.']));

const replay = (asked: ReplayAsked, person: Person = operator, make = noModel) =>
  replayForecasts(parts, person, slug, asked, make);

test('a day is replayed by what was known on it, and held against what was known later', async () => {
  const { state, replays, ours } = await replay({ asAt: '2013-08-31' });
  assert.equal(state, 'replayed');
  assert.deepEqual(ours, { made: false, why: 'There is no model.', whatToDo: ['Fit one.'] });
  const [primary] = replays;
  assert.deepEqual([primary?.now.reached, primary?.now.judged], [9, 12]);
  assert.deepEqual(
    primary?.days.map(({ on, happened, method }) => [on, happened?.reached, method?.of.reached]),
    [
      ['2013-12-31', 9, 9],
      ['2014-08-31', 12, 12],
      ['2014-12-31', 12, 12],
      ['2015-08-31', 11, 12],
      ['2015-12-31', 11, 12],
      ['2016-08-31', 11, 12],
    ],
  );
  assert.deepEqual(primary.moves, { until: '2016-08-31', good: 9, fell: 1, notGood: 3, rose: 3 });
});

test('of fewer than six schools no share is told, nor one from which theirs follows', async () => {
  const { replays } = await replay({ asAt: '2013-08-31' });
  assert.deepEqual(
    replays.map(({ group }) => group.name),
    ['primary'],
  );
});

test('a date that cannot be, one too early and one after overall grades are each told as what they are', async () => {
  for (const [asAt, expected] of [
    ['the day after', 'no day'],
    ['2030-01-01', 'no day'],
    ['1999-01-01', 'too early'],
    ['2011-08-31', 'too early'],
    ['2024-09-30', 'after overall grades'],
  ] as const)
    assert.equal((await replay({ asAt })).state, expected, asAt);
  const { typed, problem } = await replay({ asAt: 'the day after' });
  assert.deepEqual([typed, problem?.startsWith('“the day after” is not a date.')], ['the day after', true]);
});

test('the method asked for is taken, and of one that is not there the first', async () => {
  for (const method of ['norfolk-2013', '__proto__', undefined])
    assert.equal((await replay({ asAt: '2013-08-31', method })).method.id, 'norfolk-2013');
});

test('who may not read shares gets nothing, and a bug in a forecast is no missing model', async () => {
  const nobody: Person = { ...operator, roles: [] };
  await assert.rejects(replay({ asAt: '2013-08-31' }, nobody), { code: 'not-permitted' });
  const broken: MakeForecast = () => Promise.reject(new RangeError('a bug'));
  await assert.rejects(replay({ asAt: '2013-08-31' }, operator, broken), RangeError);
});
