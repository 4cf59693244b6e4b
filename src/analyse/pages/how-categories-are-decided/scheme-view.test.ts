import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeScheme } from '#/analyse/actions/read-scheme.ts';
import { inventedRows, inventedScheme } from '#/analyse/pages/invented.fixture.ts';
import { schemeView } from './scheme-view.ts';
import { exampleRow, workedExample } from './worked-example.ts';

const read = describeScheme(inventedScheme);
const view = schemeView(read);

test('every rule of the scheme is in the table, in its order, with a category and with conditions in words', () => {
  assert.deepEqual(
    view.rules.map((rule) => rule.words),
    read.scheme.rules.map((rule) => rule.words),
  );
  for (const rule of view.rules) assert.ok(rule.conditions.length > 0, rule.words);
});

test('every category is in one of the three groups that schools are told', () => {
  assert.deepEqual(view.groups.map((group) => group.group).sort(), [
    'Causing concern',
    'Requiring improvement',
    'System leaders',
  ]);
  const codes = view.groups.flatMap((group) => group.categories.map((category) => category.tag.code));
  assert.deepEqual(codes.sort(), read.scheme.categories.map((category) => category.code).sort());
});

test('the printed 9% for 9 of 361 schools is told to be wrong', () => {
  assert.ok(view.published?.wrong.some((words) => words.includes('printed 9%, but 9 of 361 is 2.5%')));
  const row = view.published?.categories.find((one) => one.code === 'D1-3');
  assert.deepEqual([row?.printed, row?.recomputed, row?.agrees], ['9%', '2.5%', false]);
});

test('what is our convention is told apart from what was published', () => {
  const bases = new Set(view.rules.map((rule) => rule.basis));
  assert.ok(bases.has('Our convention'));
  assert.ok(
    view.groups.every((group) => group.categories.every((category) => category.basis === 'Published')),
  );
});

test('the worked example is the school with the most evidence, unnamed, with the rule that held', () => {
  const row = exampleRow(inventedRows);
  assert.equal(row?.school.urn, '900001');
  const rule = read.scheme.rules[2];
  assert.ok(rule);
  const decided = {
    ...row.proposal,
    decidedBy: { ...row.proposal.decidedBy, rule: rule.id, words: rule.words },
  };
  const example = workedExample({ ...row, proposal: decided }, read, 'fenshire');
  assert.equal(example.passed, 'Rules 1 to 2 do not hold.');
  assert.match(example.rule, /^Rule 3 holds: /);
  assert.ok(!JSON.stringify({ ...example, href: '' }).includes('Sedge Lane'));
});

test('without an analysis there is no example', () => {
  assert.equal(exampleRow([]), null);
});
