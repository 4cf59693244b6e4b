import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawsFrom } from '../invented-england.fixture.ts';
import { goodBy } from './good-by.ts';
import { longestQuarters, type GradePaths } from './grade-paths.ts';
import { chancesAfter } from './school-chances.ts';

/** Chances that rise with the time since the last inspection, and differ by standing. */
const row = (base: number): readonly number[] =>
  Array.from({ length: longestQuarters }, (_, since) => Math.min(0.9, base + 0.04 * since));
const paths: GradePaths = {
  hazards: [row(0.01), row(0.03), row(0.1), row(0.2)],
  outcomes: [
    [0.5, 0.3, 0.15, 0.05],
    [0.1, 0.6, 0.2, 0.1],
    [0.05, 0.5, 0.35, 0.1],
    [0, 0.3, 0.5, 0.2],
  ],
  firstHazards: row(0.05),
  firstOutcomes: [0.1, 0.55, 0.25, 0.1],
};

/** One school's way through the chain, drawn quarter by quarter. */
function drawn(standing: number, since: number, quarters: number, draw: () => number): number {
  let [now, waited] = [standing, since];
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const hazards = now === 0 ? paths.firstHazards : paths.hazards[now - 1];
    const inspected = draw() < (hazards?.[Math.min(longestQuarters - 1, waited)] ?? 0);
    if (!inspected) waited += 1;
    else {
      const outcomes = now === 0 ? paths.firstOutcomes : (paths.outcomes[now - 1] ?? []);
      let sum = 0;
      const found = draw();
      now = 1 + outcomes.findIndex((outcome) => (sum += outcome) > found);
      waited = 0;
    }
  }
  return now;
}

test('the chain gives what drawing 40,000 schools through it quarter by quarter gives', () => {
  const chain = goodBy(paths, 12);
  const draw = drawsFrom(7);
  const draws = 40_000;
  for (const [standing, since] of [
    [0, 0],
    [1, 3],
    [2, 0],
    [3, 5],
    [4, 40],
  ] as const) {
    let [good, judged] = [0, 0];
    for (let n = 0; n < draws; n += 1) {
      const end = drawn(standing, since, 12, draw);
      if (end !== 0) judged += 1;
      if (end === 1 || end === 2) good += 1;
    }
    const chances = chancesAfter(chain, { standing, since }, 12);
    // Four standard errors of a share of 40,000.
    assert.ok(Math.abs(chances.good - good / draws) < 0.01, `${standing}: ${chances.good} ${good / draws}`);
    assert.ok(Math.abs(chances.judged - judged / draws) < 0.01);
  }
});

test('now a school is what it is; between two quarters its chance is in proportion', () => {
  const chain = goodBy(paths, 3);
  assert.deepEqual(chancesAfter(chain, { standing: 2, since: 4 }, 0), { judged: 1, good: 1 });
  assert.deepEqual(chancesAfter(chain, { standing: 3, since: 4 }, 0), { judged: 1, good: 0 });
  assert.deepEqual(chancesAfter(chain, { standing: 0, since: 4 }, 0), { judged: 0, good: 0 });
  const [one, two] = [1, 2].map((quarters) => chancesAfter(chain, { standing: 3, since: 4 }, quarters).good);
  const between = chancesAfter(chain, { standing: 3, since: 4 }, 1.25).good;
  assert.ok(Math.abs(between - (0.75 * (one ?? NaN) + 0.25 * (two ?? NaN))) < 1e-12);
});

test('a school is never surer to be good than to be judged', () => {
  const chain = goodBy(paths, 16);
  for (const [quarter, row] of chain.firstGood.entries())
    for (const [since, good] of row.entries()) {
      const judged = chain.firstJudged[quarter]?.[since] ?? 0;
      assert.ok(good >= 0 && good <= judged && judged <= 1);
    }
});
