import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inventedScheme } from '#/analyse/pages/invented.fixture.ts';
import { decidedBy, inventedDecision } from '#/analyse/pages/deciding/round.fixture.ts';
import { categoriesToChoose, checkDecision } from './check-decision.ts';
import { standingOfDecision } from './decision-standing.ts';
import { directionOf, progressOfRound, type SchoolInRound } from './progress.ts';

const school = (proposed: string, category: string | null, changes = {}): SchoolInRound => ({
  ...{ urn: '900001', proposed, confirmed: false },
  decision: category === null ? null : inventedDecision({ proposed, category, ofConcern: false, ...changes }),
});

test('a school of concern is told only after a second person signed, another once it is decided', () => {
  const signed = decidedBy('Bo Sedge', '2025-09-21');
  assert.equal(standingOfDecision(null, false), 'to decide');
  assert.equal(standingOfDecision(inventedDecision(), false), 'to sign');
  assert.equal(standingOfDecision(inventedDecision({ signed }), false), 'to tell');
  assert.equal(standingOfDecision(inventedDecision({ ofConcern: false }), false), 'to tell');
  assert.equal(standingOfDecision(inventedDecision({ told: signed }), false), 'told');
  assert.equal(standingOfDecision(inventedDecision({ told: signed }), true), 'confirmed');
});

test('kinder is less concern, harsher more, whatever the letters are', () => {
  assert.equal(directionOf('A4', 'E2', inventedScheme), 'kinder');
  assert.equal(directionOf('F1', 'E2', inventedScheme), 'harsher');
  assert.equal(directionOf('insufficient evidence', 'E2', inventedScheme), 'neither');
});

test('every school of a round is counted once, however it stands', () => {
  const codes = fc.constantFrom(...categoriesToChoose(inventedScheme));
  const one = fc.tuple(codes, fc.option(codes)).map(([proposed, category]) => school(proposed, category));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (schools) => {
      const { of, matrix, decided, overruled } = progressOfRound(schools, inventedScheme);
      const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
      assert.equal(sum(Object.values(of)), schools.length);
      assert.equal(sum(matrix.map((cell) => cell.schools)), schools.length);
      assert.equal(decided + of['to decide'], schools.length);
      assert.equal(overruled.kinder + overruled.harsher + overruled.neither, overruled.all);
      const off = matrix.filter((cell) => cell.decided !== null && cell.decided !== cell.proposed);
      assert.equal(sum(off.map((cell) => cell.schools)), overruled.all);
    }),
  );
});

test('a decision otherwise than proposed has a reason, and so has one that takes back another', () => {
  const check = (category: string, why: string, revises = false) =>
    checkDecision({ category, why }, 'A4', inventedScheme, revises);
  const fields = (answer: ReturnType<typeof check>) =>
    'problems' in answer ? answer.problems.map(({ field }) => field) : 'decided';
  assert.equal(fields(check('A4', '')), 'decided');
  assert.deepEqual(fields(check('E2', ' ')), ['why']);
  assert.deepEqual(fields(check('A4', '', true)), ['why']);
  assert.deepEqual(fields(check('', '')), ['category']);
  assert.deepEqual(fields(check('E2', 'x'.repeat(2001))), ['why']);
  assert.deepEqual(check('A4', ''), { category: 'A4', group: 'causing concern', ofConcern: true, why: '' });
  assert.deepEqual(check('insufficient evidence', 'Too new'), {
    ...{ category: 'insufficient evidence', group: null, ofConcern: false, why: 'Too new' },
  });
});
