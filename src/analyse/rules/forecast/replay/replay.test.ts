import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedReplay, known } from './replay.fixture.ts';

test('an error is what was forecast less what happened, in percentage points', () => {
  const [first, second] = inventedReplay().days;
  assert.deepEqual(
    [first?.printed?.error, first?.method?.error, first?.forecast?.error].map((one) =>
      Math.round(one ?? NaN),
    ),
    [4, 6, -1],
  );
  assert.equal(second?.target, 79);
});

test('a day of which it is not known what happened has forecasts and no errors, and counts in no score', () => {
  const replay = inventedReplay({ happened: [known('2013-12-31', 72, 100)] });
  assert.equal(replay.days[1]?.happened, null);
  assert.equal(replay.days[1].method?.error, null);
  assert.equal(replay.scores.method?.days, 1);
});

test('a line is scored by how far it was out, which way, and where most', () => {
  const { scores } = inventedReplay();
  assert.equal(scores.printed?.days, 2);
  assert.deepEqual([scores.printed.bias, scores.printed.error], [3, 3]);
  assert.deepEqual(scores.printed.worst, { on: '2013-12-31', share: 76, error: 4 });
  // One too low and one too high cancel in the one figure and not in the other.
  const [bias = 0, error = 0] = [scores.forecast?.bias, scores.forecast?.error];
  assert.ok(Math.abs(bias - 2) < 1e-9 && Math.abs(error - 3) < 1e-9, `${bias} ${error}`);
});

test('a range that held what happened is told from one that did not', () => {
  const { ranges } = inventedReplay().scores;
  assert.deepEqual(
    ranges.map(({ level, inside, days }) => [level, inside, days]),
    [
      [50, 1, 2],
      [80, 1, 2],
      [95, 2, 2],
    ],
  );
});

test('a phase of which nothing was printed, or nothing can be forecast, is replayed without', () => {
  const replay = inventedReplay({ printed: [], forecast: null });
  assert.equal(replay.scores.printed, null);
  assert.equal(replay.scores.forecast, null);
  assert.deepEqual(replay.scores.ranges, []);
  assert.ok(replay.scores.method !== null);
});
