import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { standingOf, type Intelligence, type IntelligenceStep } from './intelligence.ts';
import { recurrencesOf, timesOfItsKind } from './recurrence.ts';
import { restsOn } from './rests-on.ts';

const today = '2026-03-10';
const rules = loadReference().intelligenceRecurrence;

const step = (act: IntelligenceStep['act'], more: Partial<IntelligenceStep> = {}): IntelligenceStep => ({
  ...{
    act,
    why: 'why',
    says: null,
    until: null,
    person: 'officer',
    name: 'Officer',
    at: '2026-03-01T09:00:00Z',
  },
  ...more,
});

const entry = (knownOn: string, more: Partial<Intelligence> = {}): Intelligence => ({
  ...{
    id: `${knownOn} ${more.kind ?? ''}`,
    urn: '900001',
    kind: 'finance',
    source: 'Finance team',
    basis: 'record',
  },
  ...{ knownOn, level: 'authority', named: [], words: 'Late budget', holdsUntil: '2026-12-31' },
  told: { person: 'officer', name: 'Officer', at: `${knownOn}T09:00:00Z` },
  steps: [],
  ...more,
});
const standing = (...some: readonly Intelligence[]) => some.map((one) => standingOf(one, today));

test('an entry is in force to its last day, and to the last day of its renewal', () => {
  const one = entry('2025-03-01', { holdsUntil: today });
  assert.equal(standingOf(one, today).state, 'in force');
  assert.equal(standingOf(one, '2026-03-11').state, 'expired');
  const renewed = { ...one, steps: [step('renewed', { until: '2026-06-01' })] };
  assert.equal(standingOf(renewed, '2026-06-01').state, 'in force');
  assert.equal(standingOf(renewed, '2026-06-02').state, 'expired');
});

test('a corrected entry says what to read instead and keeps what was written; a withdrawn one never counts again', () => {
  const corrected = standingOf(
    entry('2026-01-05', { steps: [step('corrected', { says: 'In time after all' })] }),
    today,
  );
  assert.deepEqual([corrected.saysNow, corrected.words], ['In time after all', 'Late budget']);
  const withdrawn = entry('2026-01-05', {
    steps: [step('withdrawn'), step('renewed', { until: '2027-01-01' })],
  });
  assert.equal(standingOf(withdrawn, today).state, 'withdrawn');
});

test('three entries in eighteen months suggest a stage of concern; two do not, nor three of which one was withdrawn', () => {
  const [a, b] = [entry('2025-06-01'), entry('2025-11-01', { kind: 'governance' })];
  const suggests = (...some: readonly Intelligence[]) =>
    recurrencesOf(standing(...some), rules, today).map((one) => [one.entries, one.suggests !== null]);
  assert.deepEqual(suggests(a, b), [[2, false]]);
  assert.deepEqual(suggests(a, b, entry('2026-02-01')), [[3, true]]);
  assert.deepEqual(suggests(a, b, entry('2026-02-01', { steps: [step('withdrawn')] })), [[2, false]]);
  assert.deepEqual(
    suggests(a, b, entry('2026-02-01', { holdsUntil: '2026-02-02' })),
    [[3, true]],
    'expired ones count',
  );
});

test('what lies eighteen months back to the day is counted no more, at the ends of months, too', () => {
  const counted = (knownOn: string, on: string) =>
    recurrencesOf([standingOf(entry(knownOn), on)], rules, on).length;
  assert.equal(counted('2024-09-10', today), 0);
  assert.equal(counted('2024-09-11', today), 1);
  assert.equal(counted('2024-02-29', '2025-08-31'), 0, 'February has no 31st: its last day is meant');
  assert.equal(counted('2024-03-01', '2025-08-31'), 1);
});

test('the third time on finance is told as such, by the kind, the school and the day it became known', () => {
  const first = entry('2025-01-10');
  const second = entry('2025-06-10');
  const third = entry('2026-02-10');
  const others = [entry('2025-02-01', { kind: 'media' }), entry('2025-03-01', { urn: '900002' })];
  const all = standing(first, second, third, ...others);
  const times = (one: Intelligence) => timesOfItsKind(standingOf(one, today), all, 18);
  assert.deepEqual([first, second, third].map(times), [1, 2, 3]);
});

test('schools with most entries come first, with the kinds that recur', () => {
  const found = recurrencesOf(
    standing(
      entry('2026-01-01', { urn: '900002' }),
      entry('2026-01-01'),
      entry('2026-02-01'),
      entry('2026-02-02', { kind: 'media' }),
    ),
    rules,
    today,
  );
  assert.deepEqual(
    found.map(({ urn, entries, byKind }) => [
      urn,
      entries,
      byKind.map(({ kind, entries: many }) => `${kind} ${String(many)}`),
    ]),
    [
      ['900001', 3, ['finance 2', 'media 1']],
      ['900002', 1, ['finance 1']],
    ],
  );
});

test('what a view rests on is told by nature with the newest of each, and nothing that is yet to come', () => {
  const found = restsOn(
    [
      { nature: 'data', what: 'Key stage 2', on: '2025-12-11' },
      { nature: 'data', what: 'Absence', on: '2025-03-20' },
      { nature: 'first-hand', what: 'note of visit', on: '2026-04-01' },
      { nature: 'second-hand', what: 'Finance team', on: '2026-02-01' },
    ],
    today,
  );
  assert.equal(found.grounds, 3);
  assert.deepEqual([found.data.grounds, found.data.newest?.what], [2, 'Key stage 2']);
  assert.deepEqual([found.firstHand.grounds, found.firstHand.newest], [0, null]);
});
