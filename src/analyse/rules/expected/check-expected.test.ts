import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { checkExpectation, type ExpectationTyped } from './check-expectation.ts';
import { checkShareTarget, type ShareTargetTyped } from './check-share-target.ts';
import { standingsToExpect } from './judged-standing.ts';

const { frameworks } = loadReference();
const onDay = (today: string) => (day: string) => standingsToExpect(frameworks, today, day);

const typed: ExpectationTyped = {
  standing: 'below good',
  by: '31 August 2024',
  sure: '70%',
  why: 'Two heads have left in a year',
};
const expect = (more: Partial<ExpectationTyped>, today = '2022-09-05') =>
  checkExpectation({ ...typed, ...more }, today, onDay(today));
const fieldsOf = (answer: object): readonly string[] =>
  'problems' in answer
    ? (answer.problems as readonly { readonly field: string }[]).map(({ field }) => field)
    : [];

test('an expectation that is right is taken as it was meant', () => {
  assert.deepEqual(expect({ why: ' Two heads have left in a year ' }), {
    expected: { standing: 'below good', by: '2024-08-31', sure: 70 },
    why: 'Two heads have left in a year',
  });
  const { expected } = expect({ sure: '' }) as { readonly expected: { readonly sure: number | null } };
  assert.equal(expected.sure, null);
});

test('everything that is wrong is told at once, in the order of the fields', () => {
  assert.deepEqual(fieldsOf(expect({ standing: 'excellent', by: 'soon', sure: 'very', why: ' ' })), [
    'standing',
    'by',
    'sure',
    'why',
  ]);
});

test('a day that is over, today, and a day too far to be meant are refused', () => {
  for (const by of ['2022-09-04', '2022-09-05', '2032-09-06']) {
    assert.deepEqual(fieldsOf(expect({ by })), ['by'], by);
  }
  assert.deepEqual(fieldsOf(expect({ by: '2022-09-06' })), []);
});

test('whoever is less than 50% sure expects the other', () => {
  for (const sure of ['49', '101', '70.5', '-60', '5e1'])
    assert.deepEqual(fieldsOf(expect({ sure })), ['sure'], sure);
  for (const sure of ['50', '100 %']) assert.deepEqual(fieldsOf(expect({ sure })), [], sure);
});

test('grades are not expected of report cards, nor areas of inspections of before', () => {
  const area = 'an area below expected';
  assert.deepEqual(fieldsOf(expect({ standing: area })), ['standing']);
  assert.deepEqual(fieldsOf(expect({ by: '2026-08-31' }, '2025-11-10')), ['standing']);
  assert.deepEqual(fieldsOf(expect({ standing: area, by: '2026-08-31' }, '2025-11-10')), []);
  // Before report cards, for a day after: both are known of.
  for (const standing of [area, 'below good'])
    assert.deepEqual(fieldsOf(expect({ standing, by: '2026-08-31' }, '2025-11-09')), [], standing);
});

const aimed: ShareTargetTyped = {
  groupKind: 'phase',
  groupName: 'primary',
  standing: 'good or better',
  on: '31/08/2025',
  share: '92.5%',
  restsOn: 'The strategy agreed in September 2022',
};
const groups = [
  { kind: 'all', name: 'All schools' },
  { kind: 'phase', name: 'primary' },
] as const;
const aim = (more: Partial<ShareTargetTyped>) =>
  checkShareTarget({ ...aimed, ...more }, groups, '2022-09-05', onDay('2022-09-05'));

test('a share aimed at is taken as it was meant', () => {
  assert.deepEqual(aim({}), {
    target: {
      group: { kind: 'phase', name: 'primary' },
      standing: 'good or better',
      on: '2025-08-31',
      share: 0.925,
      restsOn: 'The strategy agreed in September 2022',
    },
  });
});

test('of a share aimed at, too, everything that is wrong is told at once, in the order of the fields', () => {
  const wrong = { groupName: 'nursery', standing: 'below good', on: '31 June 2025', share: '0', restsOn: '' };
  assert.deepEqual(fieldsOf(aim(wrong)), ['group', 'standing', 'on', 'share', 'restsOn']);
  for (const share of ['101', '', '92.55', 'all'])
    assert.deepEqual(fieldsOf(aim({ share })), ['share'], share);
});
