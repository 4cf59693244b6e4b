import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ForecastRead } from '#/analyse/actions/read-forecast.ts';
import { inventedAuthority, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { onTrack } from './on-track-panel.ts';
import { keptOf } from './trajectory.fixture.ts';

const { run, trajectories, schools } = keptOf();
const { asAt, model, target, deprivation, dates, sources } = run;
const read: ForecastRead = {
  authority: inventedAuthority,
  whole: true,
  kept: {
    run,
    schools,
    sources: [inventedSource],
    forecast: {
      ...{ asAt, model, target, deprivation, dates, sources, trajectories },
      ...{ warnings: [], paths: [] },
    },
  },
};
const wordsOf = (of: ForecastRead, leading: boolean): readonly string[] =>
  (onTrack(of, leading)?.parts ?? []).flatMap((part) =>
    'text' in part && typeof part.text === 'string' ? [part.text] : [],
  );

test('a director reads the chance of the next target first, a member what is expected', () => {
  const expected = /^By 31 August 2027 we expect 80% of schools .* As known on 31 August 2025\.$/;
  const [first, second] = wordsOf(read, true);
  assert.equal(first, 'The chance of reaching the target of 85% on 31 August 2027 is about 1 in 8 (13%).');
  assert.match(second ?? '', expected);
  assert.match(wordsOf(read, false)[0] ?? '', expected);
});

test('without a forecast a director is told so, and a member nothing', () => {
  assert.match(wordsOf({ ...read, kept: null }, true)[0] ?? '', /^No forecast/);
  assert.equal(onTrack({ ...read, kept: null }, false), null);
});
