import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { countShare, whyNotCounted } from './count-shares.ts';
import { followed, graded, historyWith, reportCard } from './marking.fixture.ts';
import type { KeptShare } from './shares.ts';

const share: KeptShare = {
  asAt: '2018-08-31',
  on: '2019-08-31',
  target: 'below good',
  group: { kind: 'all', name: 'All schools' },
  denominator: 'with predecessors’ grades',
  of: 'schools',
  middle: 0.8,
  ranges: [],
};
const histories = [
  historyWith({ urn: '900001', pupils: 100, inspections: [graded('2015-01-10', 2, '900001')] }),
  historyWith({
    urn: '900002',
    pupils: 400,
    phase: 'secondary',
    sector: 'academy',
    district: 'Broads',
    inspections: [graded('2015-01-10', 2, '900012'), graded('2019-01-10', 3, '900012')],
    formerly: ['900012'],
  }),
  historyWith({ urn: '900003', pupils: 50, inspections: [] }),
];
const counted = (changes: Partial<KeptShare>) =>
  countShare(histories, { ...share, ...changes }, loadReference());

test('a share is counted of the schools judged by the day, of schools and of pupils', () => {
  assert.deepEqual(counted({}), { reached: 1, judged: 2 });
  assert.deepEqual(counted({ of: 'pupils' }), { reached: 100, judged: 500 });
  assert.deepEqual(counted({ on: '2019-01-20' }), { reached: 2, judged: 2 }, 'not known before its report');
});

test('grades of predecessors count or do not, as the forecast said', () => {
  assert.deepEqual(counted({ denominator: 'own grades only' }), { reached: 1, judged: 1 });
});

test('a group is counted by the name under which it was forecast', () => {
  assert.deepEqual(counted({ group: { kind: 'phase', name: 'secondary' } }), { reached: 0, judged: 1 });
  assert.deepEqual(counted({ group: { kind: 'district', name: 'Fenland' } }), { reached: 1, judged: 1 });
  assert.deepEqual(counted({ group: { kind: 'type', name: 'Academies and free schools' } }), {
    reached: 0,
    judged: 1,
  });
  assert.equal(counted({ group: { kind: 'district', name: 'Elsewhere' } }), 'nobody judged');
});

test('under report cards a share of good schools is not counted, nor are old grades for one of report cards', () => {
  assert.deepEqual(counted({ on: '2025-08-31' }), { reached: 1, judged: 2 });
  const all = followed(historyWith({ followedUntil: '2026-08-31' }));
  const whyNot = (on: string, target: KeptShare['target'] = 'below good') =>
    whyNotCounted({ on, target }, all);
  assert.equal(whyNot('2025-08-31'), null);
  assert.equal(whyNot('2025-11-30'), 'judged in another way since');
  assert.equal(whyNot('2026-08-31', 'any area below expected'), null);
  assert.equal(whyNot('2026-09-01', 'any area below expected'), 'not yet due');
  assert.equal(counted({ on: '2026-08-31', target: 'any area below expected' }), 'nobody judged');
  const card = historyWith({
    inspections: [graded('2015-01-10', 3), reportCard('2026-01-10', { Achievement: 'Expected standard' })],
  });
  assert.deepEqual(
    countShare(
      [card, ...histories.slice(1)],
      { ...share, on: '2026-08-31', target: 'any area below expected' },
      loadReference(),
    ),
    { reached: 1, judged: 1 },
  );
});
