import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { areas, attack, groups, schoolsOf, sumsTold } from './schools-counted.fixture.ts';
import { countSchools, type CountedSchool } from './schools-counted.ts';
import { tellSummary, type ToldSummary } from './tell-summary.ts';

const count = (schools: readonly CountedSchool[]) => countSchools(schools, groups);
const rowOf = (told: ToldSummary, name: string) => told.rows.find((row) => row.name === name)?.counted;
const few = (is: number, schools: number) => is < 6 || is === schools;

/** The numbers that must be kept, with how far apart an outsider's guesses of them are. */
function assertKept(solved: ReturnType<typeof attack>, except: ReadonlySet<string> = new Set()): void {
  for (const { key, is, schools, least, most } of solved) {
    if (!few(is, schools) || except.has(key)) continue;
    const told = `${key}: ${String(is)} of ${String(schools)} is known to be ${String(least)} to ${String(most)}`;
    assert.ok(most - least >= Math.min(5, schools) - 1e-6, told);
  }
}

test('large numbers of an area are told, and add up to its schools', () => {
  const told = tellSummary(
    count([
      ...schoolsOf(20, 'primary', 'Norwich', 'causing concern'),
      ...schoolsOf(30, 'primary', 'Norwich', 'requiring improvement'),
      ...schoolsOf(90, 'primary', 'Norwich', 'system leaders'),
    ]),
    null,
  );
  assert.deepEqual(rowOf(told, ''), [20, 30, 90]);
  assert.deepEqual(rowOf(told, 'primary'), [20, 30, 90]);
});

test('fewer than six schools are not counted out, and no other number gives them away', () => {
  const told = tellSummary(
    count([
      ...schoolsOf(3, 'primary', 'Norwich', 'causing concern'),
      ...schoolsOf(30, 'primary', 'Norwich', 'requiring improvement'),
      ...schoolsOf(90, 'primary', 'Norwich', 'system leaders'),
    ]),
    null,
  );
  assert.deepEqual(rowOf(told, ''), [null, 30, null]);
});

test('that no school, or every school, is in a group says something of each of them, so neither is told', () => {
  const told = tellSummary(count(schoolsOf(40, 'primary', 'Norwich', 'system leaders')), null);
  assert.deepEqual(rowOf(told, ''), [null, null, null]);
});

test('the only phase with a small number is not left to be worked out from the others and the total', () => {
  const told = tellSummary(
    count([
      ...schoolsOf(20, 'primary', 'Norwich', 'causing concern'),
      ...schoolsOf(40, 'primary', 'Norwich', 'system leaders'),
      ...schoolsOf(8, 'secondary', 'Norwich', 'causing concern'),
      ...schoolsOf(9, 'secondary', 'Norwich', 'system leaders'),
      ...schoolsOf(1, 'special', 'Norwich', 'causing concern'),
      ...schoolsOf(9, 'special', 'Norwich', 'system leaders'),
    ]),
    null,
  );
  assert.equal(rowOf(told, '')?.[0], 29);
  const phases = ['primary', 'secondary', 'special'].map((name) => rowOf(told, name)?.[0]);
  assert.equal(phases.filter((number) => number === null).length, 2);
});

test('no suppressed number of any area can be worked out, by phase, by district or from totals', () => {
  fc.assert(
    fc.property(areas, (schools) => {
      const counted = count(schools);
      const told = tellSummary(counted, null);
      for (const row of told.rows)
        for (const number of row.counted) assert.ok(number === null || !few(number, row.schools));
      const solved = attack(counted, sumsTold(counted, told));
      assertKept(solved);
      const suppressed = new Set(
        told.rows.flatMap((row) =>
          row.counted.flatMap((number, group) =>
            number === null ? [JSON.stringify([row.kind, row.name, groups[group]])] : [],
          ),
        ),
      );
      for (const { key, least, most } of solved)
        if (suppressed.has(key)) assert.ok(most - least > 0.5, `${key} is exactly ${String(least)}`);
    }),
    { numRuns: 150 },
  );
});

/** A later run: a few schools have another group, the rest stays. */
const twoRuns = fc
  .tuple(areas, fc.array(fc.tuple(fc.nat(300), fc.constantFrom(...groups)), { maxLength: 4 }))
  .map(([schools, moves]) => {
    const later = [...schools];
    for (const [at, group] of moves) {
      const place = at % later.length;
      const school = later[place];
      if (school !== undefined) later[place] = { ...school, group };
    }
    return [schools, later] as const;
  });

test('nor from two runs, by whoever takes a number that is told once only to be the same in both', () => {
  fc.assert(
    fc.property(twoRuns, ([schools, later]) => {
      const [then, now] = [count(schools), count(later)];
      const toldThen = tellSummary(then, null);
      const toldNow = tellSummary(now, { counted: then, told: toldThen });
      const truth = new Map(attack(now, []).map(({ key, is }) => [key, is]));
      const stillSo = toldThen.rows.map((row) => ({
        ...row,
        counted: row.counted.map((number, group) =>
          truth.get(JSON.stringify([row.kind, row.name, groups[group]])) === number ? number : null,
        ),
      }));
      const both = [...sumsTold(now, toldNow), ...sumsTold(now, { ...toldThen, rows: stillSo })];
      // What the earlier run had given away already, once some of it is no longer so, cannot be taken back.
      const lost = attack(now, sumsTold(now, { ...toldThen, rows: stillSo })).filter(
        ({ least, most, schools: all }) => most - least < Math.min(5, all) - 1e-6,
      );
      assertKept(attack(now, both), new Set(lost.map(({ key }) => key)));
      const truthThen = new Map(attack(then, []).map(({ key, is }) => [key, is]));
      const wasSo = toldNow.rows.map((row) => ({
        ...row,
        counted: row.counted.map((number, group) =>
          truthThen.get(JSON.stringify([row.kind, row.name, groups[group]])) === number ? number : null,
        ),
      }));
      assertKept(attack(then, [...sumsTold(then, toldThen), ...sumsTold(then, { ...toldNow, rows: wasSo })]));
    }),
    { numRuns: 100 },
  );
});

test('the same schools in another order are told the same', () => {
  fc.assert(
    fc.property(areas, (schools) => {
      const sorted = (told: ToldSummary) => told.rows.map((row) => JSON.stringify(row)).toSorted();
      assert.deepEqual(
        sorted(tellSummary(count(schools.toReversed()), null)),
        sorted(tellSummary(count(schools), null)),
      );
    }),
    { numRuns: 30 },
  );
});

test('a run that says the same is told the same', () => {
  fc.assert(
    fc.property(areas, (schools) => {
      const counted = count(schools);
      const told = tellSummary(counted, null);
      assert.deepEqual(tellSummary(counted, { counted, told }), told);
    }),
    { numRuns: 30 },
  );
});
