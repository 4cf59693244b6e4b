import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inventedProposal, inventedReading, inventedSchool } from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { compareRuns } from './compare-runs.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';

const { schemes } = loadReference();
const schemeCalled = (id: string) => {
  const scheme = schemes.find((one) => one.id === id);
  assert.ok(scheme);
  return scheme;
};
const norfolk = schemeCalled('norfolk-2013');
const bands = schemeCalled('universal-to-intensive');

function proposed(code: string, changes: Partial<Proposal> = {}, scheme = norfolk): Proposal {
  const category = scheme.categories.find((one) => one.code === code);
  return inventedProposal({
    scheme: scheme.id,
    category: code,
    meaning: category?.meaning ?? 'Insufficient evidence',
    group: category?.group ?? null,
    concern: category?.concern ?? null,
    readings: [],
    ...changes,
  });
}
const row = (urn: string, proposal: Proposal) => ({
  school: inventedSchool({ urn, name: `School ${urn}` }),
  proposal: { ...proposal, urn },
});
const attainment = (points: number, period: string): Reading =>
  inventedReading({
    indicator: 'attainment',
    title: 'Attainment',
    shown: `${60 - 10 * points}%`,
    points,
    maximum: 3,
    period,
  });

test('a school with another category moved, towards more concern or less; the same one stayed', () => {
  const comparison = compareRuns(
    { scheme: norfolk, rows: [row('1', proposed('E2')), row('2', proposed('A4')), row('3', proposed('B3'))] },
    { scheme: norfolk, rows: [row('1', proposed('A4')), row('2', proposed('B3')), row('3', proposed('B3'))] },
  );
  assert.deepEqual(
    comparison.movers.map(({ school, from, to, direction }) => [school.urn, from, to, direction]),
    [
      ['1', 'E2', 'A4', 'more concern'],
      ['2', 'A4', 'B3', 'less concern'],
    ],
  );
  assert.equal(comparison.stayed, 1);
});

test('the order of the letters is not the order of concern: from D2 to E2 is less concern', () => {
  const { movers } = compareRuns(
    { scheme: norfolk, rows: [row('1', proposed('D2'))] },
    { scheme: norfolk, rows: [row('1', proposed('E2'))] },
  );
  assert.equal(movers[0]?.direction, 'less concern');
});

test('new results say why: what they were and are, with their points, and that they are newer', () => {
  const then = proposed('E2', { readings: [attainment(0, '2021/22 to 2023/24')] });
  const now = proposed('B3', { readings: [attainment(2, '2022/23 to 2024/25')] });
  const [mover] = compareRuns(
    { scheme: norfolk, rows: [row('1', then)] },
    { scheme: norfolk, rows: [row('1', now)] },
  ).movers;
  assert.deepEqual(
    mover?.why.map(({ kind }) => kind),
    ['results', 'rule'],
  );
  assert.equal(
    mover.why[0]?.words,
    'Attainment: 40% (2 points), from newer evidence of 2022/23 to 2024/25; it was 60% (0 points).',
  );
});

test('a first inspection, and results no longer there, are told as such', () => {
  const inspection = inventedReading({ state: 'read', points: 2, shown: 'requires improvement' });
  const none = inventedReading({ state: 'no evidence', points: 0, shown: 'not yet inspected' });
  const then = proposed('E2', { readings: [none, attainment(1, '2018/19')] });
  const now = proposed('B3', {
    readings: [inspection, { ...attainment(0, ''), state: 'no evidence', period: null }],
  });
  const [mover] = compareRuns(
    { scheme: norfolk, rows: [row('1', then)] },
    { scheme: norfolk, rows: [row('1', now)] },
  ).movers;
  const words = mover?.why.map((one) => one.words) ?? [];
  assert.equal(words[0], 'Last inspection: requires improvement (2 points); there was no evidence before.');
  assert.equal(words[1], 'Attainment: no evidence now; it was 50% (1 point).');
});

test('where no points changed, time alone did it, and the facts that are new are told', () => {
  const decided = (because: string) => ({ rule: 'r', words: 'A row.', because: [because] });
  const [mover] = compareRuns(
    { scheme: norfolk, rows: [row('1', proposed('D2', { decidedBy: decided('Opened in May.') }))] },
    { scheme: norfolk, rows: [row('1', proposed('E2', { decidedBy: decided('No longer in transition.') }))] },
  ).movers;
  assert.equal(mover?.why[0]?.kind, 'time');
  assert.match(mover.why[0].words, /No longer in transition\./);
});

test('by another scheme a school that is told as much concern is only called otherwise', () => {
  const comparison = compareRuns(
    { scheme: norfolk, rows: [row('1', proposed('A4')), row('2', proposed('E2'))] },
    { scheme: bands, rows: [row('1', proposed('4', {}, bands)), row('2', proposed('2', {}, bands))] },
  );
  assert.equal(comparison.renamed, 1);
  const [mover] = comparison.movers;
  assert.deepEqual([mover?.school.urn, mover?.direction], ['2', 'more concern']);
  assert.equal(
    mover?.why[0]?.words,
    'Another scheme: Four bands, universal to intensive instead of Norfolk 2013.',
  );
});

test('nobody is lost between two runs, and the counts of the matrix add up to the schools in both', () => {
  const codes = [...norfolk.categories.map(({ code }) => code), 'insufficient evidence'];
  const side = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6'), fc.constantFrom(...codes));
  fc.assert(
    fc.property(side, side, (before, after) => {
      const rows = (given: Record<string, string>) =>
        Object.entries(given).map(([urn, code]) => row(urn, proposed(code)));
      const comparison = compareRuns(
        { scheme: norfolk, rows: rows(before) },
        { scheme: norfolk, rows: rows(after) },
      );
      const { movers, renamed, stayed, arrived, gone, inBoth, matrix } = comparison;
      assert.equal(movers.length + renamed + stayed, inBoth);
      assert.equal(inBoth + arrived.length, Object.keys(after).length);
      assert.equal(inBoth + gone.length, Object.keys(before).length);
      assert.equal(
        matrix.reduce((sum, { schools }) => sum + schools, 0),
        inBoth,
      );
      assert.ok(movers.every(({ why }) => why.length >= 2));
    }),
    { numRuns: 60 },
  );
});
