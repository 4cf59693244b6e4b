import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requiresImprovementFrom } from '#/schools/rules/inspection-words.ts';
import { findInForce } from './dated.ts';
import { checkReference, loadReference, readReference } from './reference.ts';

/** The real reference data with one thing changed. */
function changed(file: string, change: (entries: Record<string, unknown>[]) => void): () => void {
  const content = structuredClone(readReference());
  const { entries } = content.files[file] as { entries: Record<string, unknown>[] };
  change(entries);
  return () => checkReference(content);
}

const frameworks = 'inspection-frameworks.json';

test('the reference data can be relied on', () => {
  const reference = loadReference();
  assert.ok(reference.frameworks.length >= 8 && reference.schemes.length >= 1);
  assert.equal(loadReference(), reference, 'it is read once');
});

test('a table with a gap fails, and says between which days', () => {
  const gap = changed(frameworks, (entries) => {
    entries.splice(2, 1);
  });
  assert.throws(gap, /nothing is in force between 2011-12-31 and 2012-09-01/);
});

test('a table with an overlap fails', () => {
  const overlap = changed(frameworks, (entries) => Object.assign(entries[0] ?? {}, { to: '2009-09-30' }));
  assert.throws(overlap, /entries from 2005-09-01 and 2009-09-01 overlap/);
});

test('a fact without a source, or a source of a word, fails', () => {
  for (const source of [undefined, '', 'DfE']) {
    const unsourced = changed('national-figures.json', (entries) =>
      Object.assign(entries[0] ?? {}, { source }),
    );
    assert.throws(unsourced, /national-figures\.json › entries › 0 › source/);
  }
});

test('a figure said twice fails, and so does one of no known measure', () => {
  const twice = changed('national-figures.json', (entries) => entries.push({ ...entries[0] }));
  assert.throws(twice, /is there twice/);
  const unknown = changed('national-figures.json', (entries) =>
    Object.assign(entries[0] ?? {}, { measure: 'ks3-levels' }),
  );
  assert.throws(unknown, /ks3-levels .* is of no measure/);
});

test('everything wrong is told at once', () => {
  const content = structuredClone(readReference());
  for (const file of [frameworks, 'measures.json']) {
    const { entries } = content.files[file] as { entries: Record<string, unknown>[] };
    Object.assign(entries[0] ?? {}, { source: '' });
  }
  assert.throws(
    () => checkReference(content),
    ({ message }: Error) => message.includes(frameworks) && message.includes('measures.json'),
  );
});

test('a scheme whose last row does not hold for every school fails', () => {
  const content = structuredClone(readReference());
  const [scheme] = content.schemes as { rules: unknown[] }[];
  scheme?.rules.pop();
  assert.throws(() => checkReference(content), /the last row must hold for every school/);
});

test('grade 3 changes its word on the day the frameworks change it', () => {
  const words = (day: string): string | undefined =>
    findInForce(loadReference().frameworks, day)?.grades.find(({ grade }) => grade === 3)?.words;
  assert.equal(words('2012-08-31'), 'satisfactory');
  assert.equal(words(requiresImprovementFrom), 'requires improvement');
});

test('the wordings of the rule for stuck schools change when the way of grading changes', () => {
  const { stuckRule, frameworks: list } = loadReference();
  for (const { version, from } of stuckRule) {
    const framework = findInForce(list, from);
    const expected =
      framework?.kind === 'report card'
        ? 'report card'
        : framework?.overall === true
          ? 'overall grade'
          : 'no overall grade';
    assert.equal(version, expected, from);
  }
});

test('every measure held against England has England’s figure for each year of its spans that has tests', () => {
  const { measures, nationalFigures } = loadReference();
  for (const id of ['ks2-rwm-expected', 'ks4-attainment-8']) {
    const measure = measures.find((candidate) => candidate.id === id);
    const years = (measure?.spans ?? []).flatMap(({ from, to }) =>
      Array.from({ length: (to ?? 2025) - from + 1 }, (_, index) => from + index),
    );
    const known = nationalFigures.filter((figure) => figure.measure === id && figure.number !== null);
    assert.deepEqual(
      years.filter((year) => !known.some((figure) => figure.year === year)),
      [],
    );
  }
});
