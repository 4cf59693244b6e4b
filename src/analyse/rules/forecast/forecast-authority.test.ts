import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadForecastModels, modelKnownOn } from '#/law/forecast-models.ts';
import { loadReference } from '#/law/reference.ts';
import { pausesOf } from './calendar.ts';
import type { ReportCardTarget } from './early-warning/regime.ts';
import { termsFor } from './early-warning/terms.ts';
import type { Denominator, WhatIf } from './forecast.ts';
import { forecastAuthority, trajectoryDates } from './forecast-authority.ts';
import { inventedPace, inventedSchools, knowingMore, tracked } from './invented-england.fixture.ts';
import { graded, reportCard } from './marking/marking.fixture.ts';
import type { TrackedSchool } from './tracked.ts';

const reference = loadReference();
const schools = inventedSchools({
  ...inventedPace,
  schools: 40,
  from: '2008-01-01',
  until: '2018-08-31',
}).map(({ history }) => tracked({ ...history, authority: 'invented-county', followedUntil: null }));

function forecast(
  of: readonly TrackedSchool[],
  asAt = '2018-08-31',
  whatIf: readonly WhatIf[] = [],
  target: ReportCardTarget = 'any area below expected',
) {
  const model = modelKnownOn(loadForecastModels(), asAt);
  assert.ok(model !== null);
  return forecastAuthority(of, {
    asAt,
    model,
    regimes: reference.forecastRegimes,
    pauses: pausesOf(reference.pauses),
    deprivation: false,
    aimedAt: [],
    whatIf,
    target,
    sources: [],
  });
}

function pathOf(of: readonly TrackedSchool[], whatIf: readonly WhatIf[], asAt = '2018-08-31') {
  return forecast(of, asAt, whatIf).paths[0]?.chances ?? [];
}

function middle(result: ReturnType<typeof forecast>, denominator: Denominator) {
  return result.trajectories.find((one) => one.denominator === denominator && one.group.kind === 'all')
    ?.schools;
}

test('every model that ships has every term, at its place and with all its levels', () => {
  for (const { id, earlyWarning, withDeprivation, levels } of loadForecastModels())
    for (const model of [earlyWarning, withDeprivation])
      for (const part of [model.timing, model.outcome])
        for (const [index, term] of termsFor(model).entries()) {
          assert.equal(part.terms[index]?.id, term.id, id);
          assert.equal(part.terms[index].effects.length, term.scale.levels.length, `${id} ${term.id}`);
          assert.deepEqual(levels[term.id], term.scale.levels);
        }
});

test('inspections and results that nobody could know on the day change nothing of the forecast', () => {
  const asAt = '2016-08-31';
  assert.equal(
    JSON.stringify(
      forecast(
        schools.map((school) => knowingMore(school, asAt)),
        asAt,
      ),
    ),
    JSON.stringify(forecast(schools, asAt)),
  );
});

test('the same schools in another order have the same warnings and the same shares', () => {
  const [one, other] = [forecast(schools), forecast(schools.toReversed())];
  assert.deepEqual(other.warnings.toReversed(), one.warnings);
  for (const [index, { schools: points }] of one.trajectories.entries())
    for (const [date, { middle: share }] of points.entries())
      assert.equal(other.trajectories[index]?.schools[date]?.middle, share);
});

for (const asAt of ['2018-08-31', '2023-08-31', '2026-04-30'])
  test(`as at ${asAt} chances are chances, lie in their ranges and rise with the months`, () => {
    const { warnings, trajectories, paths } = forecast(schools, asAt);
    let told = 0;
    for (const warning of warnings) {
      if (!('horizons' in warning)) continue;
      told += 1;
      for (const part of ['inspected', 'found'] as const) {
        const chances = warning.horizons.map((horizon) => horizon[part]);
        for (const { chance, low, high } of chances)
          assert.ok(low >= 0 && low <= chance && chance <= high && high <= 1);
        const [twelve = NaN, eighteen = NaN, twentyFour = NaN] = chances.map(({ chance }) => chance);
        assert.ok(twelve <= eighteen && eighteen <= twentyFour);
      }
      for (const { inspected, found } of warning.horizons) assert.ok(found.chance <= inspected.chance);
    }
    assert.ok(told > 20);
    for (const { chances } of paths) assert.ok(chances.every((chance) => chance >= 0 && chance <= 1));
    for (const { schools: points, pupils } of trajectories)
      for (const { middle: share, ranges } of [...points, ...pupils]) {
        const [fifty, eighty, most] = ranges;
        assert.ok(fifty && eighty && most);
        assert.ok(most.low <= eighty.low && eighty.low <= fifty.low && fifty.low <= share);
        assert.ok(share <= fifty.high && fifty.high <= eighty.high && eighty.high <= most.high);
        assert.ok(most.low >= 0 && most.high <= 1);
      }
  });

test('forecasts of report cards do not use overall grades as if they were the new ones', () => {
  const none = forecast([tracked({ inspections: [graded('2022-01-10', 2)] })], '2026-04-30');
  assert.equal(none.target, 'any area below expected');
  assert.deepEqual(
    none.trajectories.map(({ now }) => now.judged),
    none.trajectories.map(() => 0),
  );
  const areas = { 'Leadership and governance': 'Expected standard', Inclusion: 'Needs attention' } as const;
  const card = forecast([tracked({ inspections: [reportCard('2025-12-01', areas)] })], '2026-04-30');
  assert.equal(card.paths[0]?.now, 'not good');
  assert.deepEqual(card.trajectories[0]?.now, { on: '2026-04-30', reached: 0, judged: 1, notJudged: 0 });
});

test('leadership and governance is a question of its own: fewer are found so, and another area does not count', () => {
  const leadership = 'leadership and governance below expected';
  const areas = { 'Leadership and governance': 'Expected standard', Inclusion: 'Needs attention' } as const;
  const card = forecast(
    [tracked({ inspections: [reportCard('2025-12-01', areas)] })],
    '2026-04-30',
    [],
    leadership,
  );
  assert.equal(card.target, leadership);
  assert.equal(card.paths[0]?.now, 'good');
  assert.deepEqual(card.trajectories[0]?.now, { on: '2026-04-30', reached: 1, judged: 1, notJudged: 0 });

  const waiting = [tracked({ inspections: [graded('2022-01-10', 2)] })];
  const chanceOf = (target: ReportCardTarget): readonly number[] =>
    forecast(waiting, '2026-04-30', [], target).warnings.flatMap((one) =>
      'why' in one ? [] : one.horizons.map(({ found }) => found.chance),
    );
  const [any, ofLeadership] = [chanceOf('any area below expected'), chanceOf(leadership)];
  assert.equal(ofLeadership.length, 3);
  assert.ok(ofLeadership.every((chance, horizon) => chance < (any[horizon] ?? 0)));
  const goodLater = (target: ReportCardTarget): number =>
    forecast(waiting, '2026-04-30', [], target).paths[0]?.chances.at(-1) ?? NaN;
  assert.ok(goodLater(leadership) > goodLater('any area below expected'));
});

const urn = '900001';
const notGood = [tracked({ inspections: [graded('2017-01-10', 3)], followedUntil: null })];
const inCategory = [tracked({ inspections: [graded('2018-01-10', 4)], followedUntil: null })];

test('what if it is inspected: nothing moves before the day, and from then on what inspections find counts', () => {
  const tried = pathOf(notGood, [{ urn, on: '2019-08-31', happens: 'is inspected' }]);
  const dates = trajectoryDates('2018-08-31', []);
  assert.deepEqual(tried.slice(0, dates.indexOf('2019-08-31')), [0, 0]);
  assert.ok((tried[dates.indexOf('2019-08-31')] ?? 0) > 0.3);
});

test('what if it is judged good, or not: it is that on the day, and may change again', () => {
  const on = '2019-08-31';
  const at = trajectoryDates('2018-08-31', []).indexOf(on);
  const good = pathOf(notGood, [{ urn, on, happens: 'is judged good or better' }]);
  const below = pathOf(notGood, [{ urn, on, happens: 'is judged below good' }]);
  assert.ok(Math.abs((good[at] ?? NaN) - 1) < 1e-9 && (below[at] ?? NaN) < 1e-9);
  assert.ok((good.at(-1) ?? NaN) < 1 && (below.at(-1) ?? NaN) > 0);
});

test('what if it closes: it counts on its last day, and no more after it', () => {
  const on = '2019-08-31';
  const at = trajectoryDates('2018-08-31', []).indexOf(on);
  const closed = pathOf(schools.slice(0, 1), [{ urn: '100000', on, happens: 'closes' }]);
  const open = pathOf(schools.slice(0, 1), []);
  assert.deepEqual(closed.slice(0, at + 1), open.slice(0, at + 1));
  assert.deepEqual(new Set(closed.slice(at + 1)), new Set([0]));
});

test('what if it becomes an academy: its old grade goes on counting, but not among own grades only', () => {
  const what = [{ urn, on: '2019-01-01', happens: 'becomes an academy' }] as const;
  const [before, tried] = [forecast(notGood), forecast(notGood, '2018-08-31', what)];
  assert.deepEqual(middle(tried, 'with predecessors’ grades'), middle(before, 'with predecessors’ grades'));
  const [first, , third] = middle(tried, 'own grades only') ?? [];
  assert.equal(first?.of, 1, 'still under its old number in December');
  assert.ok(third !== undefined && third.of > 0 && third.of < 1, 'counted as far as it may be inspected');
});

test('what if it leaves its category: it requires improvement; of a school in none nothing changes', () => {
  const what = [{ urn, on: '2019-01-01', happens: 'leaves its category' }] as const;
  assert.notDeepEqual(pathOf(inCategory, what), pathOf(inCategory, []));
  assert.deepEqual(pathOf(notGood, what), pathOf(notGood, []));
});

test('dates are the ends of terms in three years, and the days something is aimed at for', () => {
  assert.deepEqual(trajectoryDates('2023-08-31', [{ on: '2024-07-15' }, { on: '2023-08-31' }]).slice(0, 4), [
    '2023-12-31',
    '2024-04-30',
    '2024-07-15',
    '2024-08-31',
  ]);
  assert.equal(trajectoryDates('2023-08-31', []).length, 9);
});
