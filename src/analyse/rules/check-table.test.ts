import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { checkTable } from './check-table.ts';
import type { Scheme, SchemeCondition } from './scheme.ts';

const { schemes } = loadReference();
const [norfolk] = schemes.filter(({ id }) => id === 'norfolk-2013');
assert.ok(norfolk);
const base: Scheme = norfolk;

const local = { basis: 'local convention', source: 'For a test of the checks' } as const;
const row = (id: string, category: string, when: readonly SchemeCondition[]): Scheme['rules'][number] => ({
  id,
  category,
  words: id,
  when: [...when],
  ...local,
});
const withRules = (...rules: Scheme['rules']): Scheme => ({ ...base, rules });
const words = (scheme: Scheme) => checkTable(scheme).problems.map((one) => one.words);

for (const scheme of schemes) {
  test(`${scheme.title}: every row decides for some school, and more risk never gives less concern`, () => {
    assert.deepEqual(checkTable(scheme), { problems: [], cautions: [] });
  });
}

test('a row under one that asks no more can never decide', () => {
  const found = words(
    withRules(
      row('below', 'A4', [{ fact: 'standing', oneOf: ['below', 'serious'] }]),
      row('below and old', 'A4', [
        { fact: 'standing', oneOf: ['below'] },
        { fact: 'recently inspected', is: false },
      ]),
      row('otherwise', 'E2', []),
    ),
  );
  assert.deepEqual(found, [
    'the row can never decide: row 1 comes first and asks no more, so it takes every school that meets this one',
  ]);
});

test('a row that several rows above share between them is found too', () => {
  const found = words(
    withRules(
      row('recent', 'A4', [{ fact: 'recently inspected', is: true }]),
      row('not recent', 'A4', [{ fact: 'recently inspected', is: false }]),
      row('points', 'A4', [{ fact: 'indicator', id: 'attainment', atLeast: 2 }]),
      row('otherwise', 'A4', []),
    ),
  );
  assert.equal(found.length, 2);
  assert.ok(found.every((one) => one.includes('taken by a row above')));
});

test('a table in which more points give less concern is told, with both rows and what makes the difference', () => {
  const [problem, ...others] = checkTable(
    withRules(
      row('many points', 'E2', [
        { fact: 'points', from: ['attainment', 'progress'], called: 'results', atLeast: 3 },
      ]),
      row('some points', 'A4', [{ fact: 'indicator', id: 'attainment', atLeast: 1 }]),
      row('otherwise', 'F1', []),
    ),
  ).problems;
  assert.deepEqual(others, []);
  assert.deepEqual(problem?.path, ['rules', 0]);
  assert.match(
    problem.words,
    /^more risk gives less concern: a school that row 2 makes A4 is made E2, of less concern, by row 1 when (attainment|progress) gives \d instead of \d$/,
  );
});

test('a worse inspection that gives less concern is told in the scheme’s own words', () => {
  const found = words(
    withRules(row('below', 'A4', [{ fact: 'standing', oneOf: ['below'] }]), row('otherwise', 'E2', [])),
  );
  assert.equal(found.length, 1);
  assert.match(found[0] ?? '', /the last inspection is of “inadequate, or in need of urgent improvement”/);
});

test('a category that no row gives, and a table without “insufficient evidence”, are cautions', () => {
  const { cautions } = checkTable(withRules(row('otherwise', 'E2', [])));
  const said = cautions.map((one) => one.words);
  assert.ok(said.includes('no row proposes F1: only a person can decide it'));
  assert.ok(said.some((one) => one.startsWith('no row answers “insufficient evidence”')));
});
