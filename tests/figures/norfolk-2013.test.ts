import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { PrintedPercentage, RecomputedPercentage } from '#/statistics/percentages.ts';
import { recomputePercentages } from '#/statistics/percentages.ts';

/**
 * Norfolk's own tables of 2013: how many schools were in each category (September) and how Ofsted had graded them (July),
 * recomputed from the counts printed. What was printed wrong stays known as wrong.
 */
const scheme = loadReference().schemes.find(({ id }) => id === 'norfolk-2013');
assert.ok(scheme?.published);
const { published } = scheme;

/** Phase, label, count and printed percentage; the total of a phase comes from the rows that do not overlap. */
type Row = readonly [phase: string, label: string, schools: number, printed: number];

function recomputed(rows: readonly Row[], overlapping: readonly string[]): readonly RecomputedPercentage[] {
  const total = (phase: string): number =>
    rows
      .filter(([of, label]) => of === phase && !overlapping.includes(label))
      .reduce((sum, [, , schools]) => sum + schools, 0);
  return recomputePercentages(
    rows.map(([phase, label, numerator, printed]): PrintedPercentage => ({
      label: `${phase}, ${label}`,
      numerator,
      denominator: total(phase),
      printed,
    })),
  );
}

const problems = (rows: readonly RecomputedPercentage[]): readonly string[] =>
  rows.flatMap(({ problem }) => problem ?? []);

const categoryProblems = ['primary, D1-3: printed 9%, but 9 of 361 is 2.5%'];
const profileProblems = [
  'primary, good: printed 52%, but 191 of 362 is 52.8% (cut off, not rounded)',
  'primary, good or better: printed 64%, but 228 of 362 is 63.0%',
  'primary, satisfactory/requires improvement: printed 32%, but 119 of 362 is 32.9% (cut off, not rounded)',
];

const ownCategories = published.categories.map(({ phase, code, schools, printedPercentage }): Row => [
  phase,
  code,
  schools,
  printedPercentage,
]);
const ownProfile = published.profile.map(({ phase, outcome, schools, printedPercentage }): Row => [
  phase,
  outcome,
  schools,
  printedPercentage,
]);

test('the categories of September 2013 add to 361 primary and 51 secondary schools, and one percentage is wrong', () => {
  const rows = recomputed(ownCategories, []);
  assert.deepEqual([...new Set(rows.map(({ denominator }) => denominator))], [361, 51]);
  assert.deepEqual(problems(rows), categoryProblems);
});

test('the profile of July 2013 adds to 362 primary and 51 secondary schools, one percentage is wrong and two are cut off', () => {
  const rows = recomputed(ownProfile, ['good or better']);
  assert.deepEqual([...new Set(rows.map(({ denominator }) => denominator))], [362, 51]);
  assert.deepEqual(problems(rows), profileProblems);
});

test('good or better is the sum of outstanding and good', () => {
  for (const phase of ['primary', 'secondary']) {
    const schools = (outcome: string): number =>
      published.profile.find((row) => row.phase === phase && row.outcome === outcome)?.schools ?? NaN;
    assert.equal(schools('outstanding') + schools('good'), schools('good or better'), phase);
  }
});

const shared = process.env['MIDDLETIER_SHARED'] ?? join(import.meta.dirname, '../../../shared');
const folder = join(shared, 'reference/norfolk-2013');
const skip = existsSync(folder) ? false : `the shared reference files are not at ${folder}`;

/** Rows of a small CSV file as records; quoted cells may hold commas. */
function readCsv(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readFileSync(join(folder, name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      ),
    );
  return rows.map((cells) => Object.fromEntries(head.map((name_, index) => [name_, cells[index] ?? ''])));
}

test('the reference data hold the same counts as the tables copied from the document', { skip }, () => {
  const categories = readCsv('categories.csv')
    .filter(({ code }) => code !== 'TOTAL')
    .map((row): Row => [
      row['phase'] ?? '',
      row['code'] ?? '',
      Number(row['schools n']),
      Number(row['percentage as printed']),
    ]);
  const profile = readCsv('ofsted_profile.csv').map((row): Row => [
    row['phase'] ?? '',
    row['grade'] ?? '',
    Number(row['n']),
    Number(row['pct printed']),
  ]);
  assert.deepEqual(categories, ownCategories);
  assert.deepEqual(profile, ownProfile);
  assert.deepEqual(problems(recomputed(categories, [])), categoryProblems);
  assert.deepEqual(problems(recomputed(profile, ['good or better'])), profileProblems);
});
