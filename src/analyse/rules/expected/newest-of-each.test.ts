import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Expectation, ShareTarget } from './expectation.ts';
import { expectationsOverTime, targetsOverTime } from './newest-of-each.ts';

const written = (number: number, person: string, on = '2024-09-01') => ({
  number: String(number),
  person,
  made: { person, name: person, on, keptAt: `${on}T09:00:00.000Z` },
});
const expecting = (
  number: number,
  person: string,
  urn: string,
  standing: 'below good' | 'good or better' | null,
): Expectation => ({
  number: String(number),
  urn,
  expected: standing === null ? null : { standing, by: '2025-08-31', sure: null },
  why: `Why ${String(number)}`,
  made: written(number, person).made,
});
const states = (some: readonly Expectation[]) =>
  expectationsOverTime(some).map(({ number, became }) => [
    number,
    became.state,
    became.state === 'in force' ? null : became.by.number,
  ]);

test('a newer expectation of the same officer and school replaces the older one, which stays to be seen', () => {
  const some = [expecting(1, 'ann', '900001', 'below good'), expecting(2, 'ann', '900001', 'good or better')];
  assert.deepEqual(states(some), [
    ['1', 'replaced', '2'],
    ['2', 'in force', null],
  ]);
});

test('what another officer expects of the school, or the same officer of another school, replaces nothing', () => {
  const some = [
    expecting(1, 'ann', '900001', 'below good'),
    expecting(2, 'ben', '900001', 'good or better'),
    expecting(3, 'ann', '900002', 'good or better'),
  ];
  assert.ok(states(some).every(([, state]) => state === 'in force'));
});

test('a withdrawal ends what was expected and is no expectation itself; another may follow', () => {
  const some = [
    expecting(1, 'ann', '900001', 'below good'),
    expecting(2, 'ann', '900001', null),
    expecting(3, 'ann', '900001', 'good or better'),
  ];
  assert.deepEqual(states(some), [
    ['1', 'withdrawn', '2'],
    ['3', 'in force', null],
  ]);
});

test('a share is replaced only by one for the same schools, day and standing', () => {
  const aimed = (number: number, on: string, share: number | null, name = 'primary'): ShareTarget => ({
    number: String(number),
    group: { kind: 'phase', name },
    standing: 'good or better',
    on,
    share,
    restsOn: 'The plan',
    set: written(number, 'ann').made,
  });
  const over = targetsOverTime([
    aimed(1, '2025-08-31', 0.9),
    aimed(2, '2026-08-31', 0.95),
    aimed(3, '2025-08-31', 0.85, 'secondary'),
    aimed(4, '2025-08-31', 0.88),
    aimed(5, '2026-08-31', null),
  ]);
  assert.deepEqual(
    over.map(({ number, share, became }) => [number, share, became.state]),
    [
      ['1', 0.9, 'replaced'],
      ['2', 0.95, 'withdrawn'],
      ['3', 0.85, 'in force'],
      ['4', 0.88, 'in force'],
    ],
  );
});

test('whatever is written down, at most one expectation of each officer and school is in force, and none is lost', () => {
  const any = fc.array(
    fc.tuple(
      fc.constantFrom('ann', 'ben'),
      fc.constantFrom('900001', '900002'),
      fc.constantFrom('below good' as const, 'good or better' as const, null),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(any, (all) => {
      const some = all.map(([person, urn, standing], index) => expecting(index + 1, person, urn, standing));
      const over = expectationsOverTime(some);
      assert.equal(over.length, some.filter(({ expected }) => expected !== null).length);
      const inForce = over.filter(({ became }) => became.state === 'in force');
      const keys = inForce.map(({ made, urn }) => `${made.person} ${urn}`);
      assert.equal(new Set(keys).size, keys.length);
      const last = new Map(some.map((one) => [`${one.made.person} ${one.urn}`, one]));
      const holding = [...last].filter(([, one]) => one.expected !== null).map(([key]) => key);
      assert.deepEqual(keys.toSorted(), holding.toSorted());
    }),
  );
});
