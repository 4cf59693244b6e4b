import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';

/** What Norfolk printed in 2013 of its own future, and what can be read from it without any other file. */
const printed = loadReference().printedForecasts.find(({ authority }) => authority === 'norfolk');
assert.ok(printed);
const { figures, note, start } = printed;

const line = (phase: string): readonly number[] =>
  figures.filter((one) => one.phase === phase).map(({ prediction }) => prediction);

/** Points by which the prediction is above the target of the day; below 0 it is under it. */
const beyondTarget = (phase: string): readonly (readonly [string, number])[] =>
  figures.flatMap(({ phase: of, on, prediction, target }) =>
    of === phase && target !== null ? [[on, prediction - target] as const] : [],
  );

test('Norfolk predicted that all schools would be good by July 2016, and aimed at 95%', () => {
  assert.deepEqual(line('primary'), [67, 69, 78, 84, 90, 90, 100]);
  assert.deepEqual(line('secondary'), [60, 63, 73, 78, 82, 90, 100]);
  assert.match(note ?? '', /95%/);
});

test('the prediction is below the target in July 2014, by 1 and 2 points, and above it from July 2015', () => {
  assert.deepEqual(beyondTarget('primary'), [
    ['2014-07-31', -1],
    ['2015-07-31', 5],
    ['2016-07-31', 5],
  ]);
  assert.deepEqual(beyondTarget('secondary'), [
    ['2014-07-31', -2],
    ['2015-07-31', 10],
    ['2016-07-31', 5],
  ]);
});

test('no date is predicted lower than the one before', () => {
  for (const phase of ['primary', 'secondary'])
    assert.deepEqual(
      line(phase),
      line(phase).toSorted((a, b) => a - b),
    );
});

test('the prediction starts from the schools that Norfolk counted by inspections to July 2013', () => {
  const profile = loadReference().schemes.find(({ id }) => id === 'norfolk-2013')?.published?.profile ?? [];
  for (const { phase, good, schools } of start) {
    const counts = profile.filter((row) => row.phase === phase && row.outcome !== 'good or better');
    const counted = (outcomes: readonly string[]): number =>
      counts
        .filter(({ outcome }) => outcomes.length === 0 || outcomes.includes(outcome))
        .reduce((sum, row) => sum + row.schools, 0);
    assert.equal(counted(['outstanding', 'good']), good, phase);
    assert.equal(counted([]), schools, phase);
    assert.ok((line(phase)[0] ?? 0) > (100 * good) / schools, phase);
  }
});

const shared = process.env['MIDDLETIER_SHARED'] ?? join(import.meta.dirname, '../../../shared');
const file = join(shared, 'reference/norfolk-2013/trajectory.csv');
const skip = existsSync(file) ? false : `the shared reference files are not at ${file}`;

test('the reference data hold the same figures as the table copied from the document', { skip }, () => {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(',').slice(0, 4));
  const number = (text: string | undefined): number | null =>
    text === undefined || text === '' ? null : Number(text);
  assert.deepEqual(
    rows.map(([phase, on, prediction, target]) => ({
      phase,
      on,
      prediction: number(prediction),
      target: number(target),
    })),
    figures,
  );
});
