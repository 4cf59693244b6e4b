import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmationOf } from './receipts.ts';
import { toldOverTime } from './told.ts';

const proposed = (run: string, asAt: string, category: string) => ({
  ...{ run, asAt, category, meaning: category, group: null },
  ranAt: `${asAt}T10:00:00.000Z`,
});
const [told] = toldOverTime([
  proposed('1', '2025-04-30', 'A4'),
  proposed('2', '2025-12-31', 'B3'),
  proposed('3', '2026-04-30', 'B3'),
]);
assert.ok(told);
const head = { person: 'head', since: '2020-09-01' };
const today = '2026-05-10';

test('whoever confirmed the category under an earlier analysis has confirmed it as long as it stays', () => {
  const receipt = { run: '2', decision: null, person: 'head' };
  assert.deepEqual(confirmationOf(told, head, [receipt], today), { state: 'confirmed', receipt });
});

test('what was confirmed of another category, or by somebody else, does not count', () => {
  const others = [
    { run: '1', decision: null, person: 'head' },
    { run: '3', decision: null, person: 'chair' },
  ];
  assert.deepEqual(confirmationOf(told, head, others, today), { state: 'outstanding', days: 130 });
});

test('days are counted from when it was told, for a new head from the first day', () => {
  const since = '2026-05-01';
  assert.deepEqual(confirmationOf(told, { person: 'new', since }, [], today), {
    state: 'outstanding',
    days: 9,
  });
  assert.deepEqual(confirmationOf(told, { person: 'new', since: today }, [], today), {
    state: 'outstanding',
    days: 0,
  });
});
