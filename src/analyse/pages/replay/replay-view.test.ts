import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedReplay, known } from '#/analyse/rules/forecast/replay/replay.fixture.ts';
import { inventedReplayRead } from './replay-read.fixture.ts';
import { replayView } from './replay-view.ts';

const address = '/authorities/fenshire/trajectory/replay';
const viewOf = (...changes: Parameters<typeof inventedReplayRead>) =>
  replayView(inventedReplayRead(...changes), address);

test('the first sentence says what happened, of how many schools, and what each forecast had said', () => {
  const { lead } = viewOf();
  assert.match(lead ?? '', /^On 31 July 2014 70% of the primary schools were good or better \(70 of 100\);/);
  assert.match(
    lead ?? '',
    /had printed 72%, Norfolk’s method of 2013 gives 82%, our forecast was 75% \(8 cases in 10: 71% to 79%\)\.$/,
  );
});

test('the title of the chart says the thing to notice, and its lines are those of the table', () => {
  const [phase] = viewOf().phases;
  assert.match(phase?.chart.title ?? '', /70% good or better on 31 July 2014, where .* had printed 72%/);
  assert.deepEqual(
    phase?.chart.known.map(({ on, share }) => [on, Math.round(share)]),
    [
      ['2012-08-31', 62],
      ['2013-08-31', 66],
      ['2013-12-31', 72],
      ['2014-07-31', 70],
    ],
  );
  assert.deepEqual(phase.chart.others.map(({ label }) => label).slice(1), ['Norfolk’s method of 2013']);
  assert.deepEqual(phase.chart.targets, [{ on: '2014-07-31', share: 79 }]);
});

test('a row has every share with its number of schools, and how far out it was in points', () => {
  const row = viewOf().phases[0]?.rows[1];
  assert.equal(row?.happened, '70% (70 of 100)');
  assert.deepEqual(row.printed, { share: '72%', error: '2 points too high' });
  assert.deepEqual(row.method, { share: '82%', error: '12 points too high' });
  assert.equal(row.methodOf, '84 of 102');
  assert.equal(row.range80, '71% to 79%');
});

test('what to learn tells of falls, of the rise printed, of how far out each was, and of ranges', () => {
  const lessons = viewOf().phases[0]?.lessons ?? [];
  assert.equal(lessons.length, 4);
  assert.match(
    lessons[0] ?? '',
    /Of the 66 schools good or better on 31 August 2013, 14% \(9 of 66\) were judged below/,
  );
  assert.match(lessons[0] ?? '', /has no place for a fall/);
  assert.match(lessons[1] ?? '', /printed a rise of 9 points by 31 July 2014: from 63% \(228 of 362\)/);
  assert.match(lessons[1] ?? '', /rose by 4 points: from 66% \(66 of 100\)/);
  assert.match(lessons[2] ?? '', /On average of 2 dates, .* 3 points out .* Nearest was /);
  assert.match(
    lessons[3] ?? '',
    /8 cases in 10 on 1 of 2 dates \(50%\), and in that for 19 in 20 on 2 of 2 dates/,
  );
  assert.match(lessons[3] ?? '', /hardly separate tests/);
  assert.match(lessons[1] ?? '', /By our forecast the share printed had a chance of about 1 in 5 \(20%\)/);
});

test('a forecast surer than it had a right to be is told as such', () => {
  const replay = inventedReplay({ happened: [known('2013-12-31', 50, 100), known('2014-07-31', 40, 100)] });
  const lessons = viewOf({ replays: [replay] }).phases[0]?.lessons ?? [];
  assert.match(lessons[3] ?? '', /surer than it had a right to be/);
  assert.match(lessons[1] ?? '', /the share fell by 26 points/);
});

test('without a model of the time the page says so and shows the rest', () => {
  const view = viewOf({
    replays: [inventedReplay({ forecast: null })],
    ours: { made: false, why: 'No model is fitted as at that date.', whatToDo: ['Fit one.'] },
  });
  assert.match(view.ours, /no forecast of our own here\. No model is fitted as at that date\. Fit one\./);
  assert.equal(view.phases[0]?.withForecast, false);
  assert.match(view.phases[0].lessons.at(-1) ?? '', /one number for each date and no range/);
});

test('a day of which nothing can be told says why and leads to one of which it can', () => {
  for (const [state, words] of [
    ['too early', /no overall grade/],
    ['too late', /too early to tell/],
    ['after overall grades', /no overall grades after 31 August 2024/],
  ] as const) {
    const { nothing, phases } = viewOf({ state, replays: [], asAt: '2025-01-31' });
    assert.match(nothing?.words ?? '', words);
    assert.equal(nothing?.link.href, `${address}?as-at=2013-08-31`);
    assert.equal(phases.length, 0);
  }
  assert.match(viewOf({ replays: [] }).nothing?.words ?? '', /fewer than six/);
});

test('what was typed for the day is kept, with what is wrong with it', () => {
  const { form, errorList } = viewOf({
    state: 'no day',
    typed: '31 Sept',
    problem: 'That is not a date.',
    replays: [],
  });
  assert.equal(form.asAt, '31 Sept');
  assert.deepEqual(errorList, [{ text: 'That is not a date.', href: '#as-at' }]);
});

test('every reading of the method is on the page, with its source and whose it is', () => {
  const { settings } = viewOf().method;
  assert.equal(settings.length, 11);
  assert.deepEqual(
    settings.filter(({ whose }) => whose === 'printed').map(({ value }) => value),
    ['12 months'],
  );
  for (const { value, source } of settings) assert.ok(value !== '' && source !== '');
});

test('where it is not known what happened there is a forecast and no error', () => {
  const replay = inventedReplay({ happened: [], moves: null });
  const [phase] = viewOf({ replays: [replay] }).phases;
  assert.equal(phase?.rows[0]?.happened, null);
  assert.deepEqual(phase.rows[0].printed, { share: '76%', error: null });
});
