import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReference } from '#/law/reference.ts';
import type { Sector } from '#/schools/rules/school.ts';
import { policyFrom } from './analyse-school.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import type { IndicatorId, Reading } from './reading.ts';
import type { StandingId } from './scheme.ts';
import { surenessOf } from './sureness.ts';

const { scheme } = policyFrom(loadReference(), 'norfolk-2013', '2019-01-31');

const reading = (indicator: IndicatorId, points: number, most = points): Reading => ({
  indicator,
  title: indicator,
  state: 'read',
  shown: '',
  number: null,
  unit: null,
  threshold: '',
  points,
  maximum: 3,
  pointsCouldBe: [points, most],
  interval: null,
  period: null,
  sources: [],
  reason: `${indicator} gives ${points}`,
});

interface Situation {
  readonly standing?: StandingId;
  readonly category?: boolean;
  readonly transition?: boolean;
  readonly enough?: boolean;
  readonly recent?: boolean;
  readonly sector?: Sector;
  /** Points by indicator; what is not named gives none, and could give one, so that it does not support anything. */
  readonly points?: Partial<Record<IndicatorId, number>>;
  /** Attainment is sure to give no point. */
  readonly sure?: boolean;
}

function facts(situation: Situation): Facts {
  const finding = (holds: boolean) => ({ holds, words: '' });
  const points = situation.points ?? {};
  const each = (indicator: IndicatorId): Reading => {
    const given = points[indicator] ?? 0;
    const sure = indicator === 'attainment' && situation.sure === true;
    return reading(indicator, given, sure ? given : Math.max(given, 1));
  };
  return {
    school: { sector: situation.sector ?? 'maintained', phase: 'primary' },
    categoryInForce: finding(situation.category ?? false),
    inTransition: finding(situation.transition ?? false),
    standing: { id: situation.standing ?? 'secure', words: '' },
    evidenceIsEnough: finding(situation.enough ?? true),
    recentlyInspected: finding(situation.recent ?? false),
    readings: scheme.indicators.map(({ id }) => each(id)),
  };
}

/** One school for each row of the table, and what it is proposed to be. */
const rows: readonly (readonly [rule: string, category: string, situation: Situation])[] = [
  ['category-of-concern', 'A4', { category: true, standing: 'serious' }],
  ['inadequate', 'A4', { standing: 'serious', sure: true }],
  ['transition-below-good', 'D3', { transition: true, standing: 'serious' }],
  ['transition-results', 'D3', { transition: true, points: { attainment: 3 } }],
  ['transition-outstanding', 'D1', { transition: true, standing: 'strongest', sure: true }],
  ['transition-good', 'D2', { transition: true, standing: 'strongest' }],
  ['transition-good-results', 'D2', { transition: true, standing: 'none', sure: true }],
  ['transition-unknown', 'insufficient evidence', { transition: true, standing: 'none', enough: false }],
  ['too-little-evidence', 'insufficient evidence', { standing: 'below', enough: false }],
  ['below-good-weak-results', 'A4', { standing: 'below', points: { attainment: 2, progress: 2 } }],
  ['below-good-again', 'A4', { standing: 'below', points: { 'two-inspections': 3, trend: 2 } }],
  ['results-of-great-concern', 'A4', { points: { attainment: 3, progress: 3, trend: 1 } }],
  ['below-good-improving', 'C3', { standing: 'below', sure: true }],
  ['below-good', 'B3', { standing: 'partly below' }],
  ['at-risk', 'B3', { points: { attainment: 2, 'last-inspection': 1, 'overdue-inspection': 1 } }],
  ['results-weak-uninspected', 'B3', { standing: 'none', points: { progress: 3 } }],
  ['outstanding-results', 'F1', { standing: 'strongest', sure: true }],
  ['outstanding-unsupported', 'E2', { standing: 'strongest', recent: true, points: { trend: 1 } }],
  ['outstanding-recent', 'F1', { standing: 'strongest', recent: true }],
  ['confidently-good', 'E1', { standing: 'secure', sure: true }],
  ['good', 'E2', { standing: 'secure', recent: true }],
  ['good-results-uninspected', 'E2', { standing: 'none', sure: true }],
  ['otherwise', 'insufficient evidence', { standing: 'none' }],
];

for (const [rule, category, situation] of rows) {
  test(`the table’s row ${rule} gives ${category}`, () => {
    const decision = decide(facts(situation), scheme);
    assert.deepEqual([decision.rule.id, decision.rule.category], [rule, category]);
    assert.equal(decision.because.length, decision.rule.when.length);
  });
}

test('every row of the decision table has its school above', () => {
  assert.deepEqual(
    rows.map(([rule]) => rule),
    scheme.rules.map(({ id }) => id),
  );
});

const situation = fc.record({
  standing: fc.constantFrom<StandingId>('strongest', 'secure', 'partly below', 'below', 'serious', 'none'),
  category: fc.boolean(),
  transition: fc.boolean(),
  enough: fc.boolean(),
  recent: fc.boolean(),
  sure: fc.boolean(),
  points: fc.record({
    'last-inspection': fc.integer({ min: 0, max: 3 }),
    'judgement-profile': fc.integer({ min: 0, max: 3 }),
    'two-inspections': fc.integer({ min: 0, max: 3 }),
    'overdue-inspection': fc.integer({ min: 0, max: 1 }),
    attainment: fc.integer({ min: 0, max: 3 }),
    progress: fc.integer({ min: 0, max: 3 }),
    trend: fc.integer({ min: 0, max: 3 }),
  }),
});

const concernOf = (given: Situation): number | null => decide(facts(given), scheme).category?.concern ?? null;

test('more points of any indicator never give a lower concern', () => {
  const indicator = fc.constantFrom(
    'last-inspection',
    'judgement-profile',
    'two-inspections',
    'overdue-inspection',
    'attainment',
    'progress',
    'trend',
  );
  fc.assert(
    fc.property(situation, indicator, fc.integer({ min: 1, max: 3 }), (given, raised, by) => {
      const more = { ...given, points: { ...given.points, [raised]: given.points[raised] + by } };
      const [before, after] = [concernOf(given), concernOf(more)];
      assert.ok(before === null || after === null || after >= before);
    }),
    { numRuns: 3000 },
  );
});

test('a worse standing, or a category of concern, never gives a lower concern', () => {
  const order: readonly StandingId[] = ['strongest', 'secure', 'partly below', 'below', 'serious'];
  fc.assert(
    fc.property(situation, (given) => {
      const worse = order[order.indexOf(given.standing) + 1];
      fc.pre(given.standing !== 'none' && worse !== undefined);
      const before = concernOf(given);
      for (const after of [
        concernOf({ ...given, standing: worse }),
        concernOf({ ...given, category: true }),
      ]) {
        assert.ok(before === null || after === null || after >= before);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a proposal that no uncertainty can move is firm', () => {
  const given = facts({ category: true, standing: 'serious' });
  assert.deepEqual(surenessOf(given, scheme, decide(given, scheme)), {
    level: 'firm',
    words: 'Every value that the evidence allows gives the same category.',
    couldBe: ['A4'],
  });
});

test('one reading that could move the school to another group makes it uncertain, and names where to', () => {
  const given = facts({ points: { 'last-inspection': 1, progress: 1 } });
  const readings = given.readings.map((each) =>
    each.indicator === 'progress' ? { ...each, pointsCouldBe: [0, 3] as const } : each,
  );
  const sureness = surenessOf({ ...given, readings }, scheme, decide(given, scheme));
  assert.deepEqual([sureness.level, sureness.couldBe], ['uncertain', ['E2', 'B3']]);
});

test('a move that takes several readings at once is borderline', () => {
  const given = facts({ points: { progress: 2 } });
  const sureness = surenessOf(given, scheme, decide(given, scheme));
  assert.deepEqual([sureness.level, sureness.couldBe], ['borderline', ['E2', 'B3']]);
  // The letters are not in order of quality, so the code has its meaning beside it.
  assert.equal(
    sureness.words,
    'The evidence also allows B3 Requires improvement, at the edge of what is likely.',
  );
});
