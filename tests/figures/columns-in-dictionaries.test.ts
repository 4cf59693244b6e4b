import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { keyStage2 } from '#/published/key-stage-2/layout.ts';
import { keyStage4 } from '#/published/key-stage-4/layout.ts';
import { isShare, spellings, type Column, type ResultFacts } from '#/published/layout.ts';
import { readRecords } from '#/published/read/records.ts';
import { plainName } from '#/published/recognise/recognise.ts';
import { needsSharedData, sharedData } from './published.fixture.ts';

/** Names in one of the publisher's lists of columns, as they are compared. */
function dictionary(path: string): ReadonlySet<string> {
  const text = readFileSync(join(sharedData ?? '', 'performance-tables', path), 'latin1');
  return new Set([...readRecords(text)].map(({ fields }) => plainName(fields[1] ?? '')));
}

/** Columns that a layout takes values from and that a year's dictionary does not have. */
function absent(results: ResultFacts | undefined, names: ReadonlySet<string>): readonly string[] {
  const columns = (results?.measures ?? []).flatMap(({ column, cohort, interval }) => [
    column,
    ...cohort.flatMap((each): readonly Column[] => (isShare(each) ? [each.pupils, each.share] : [each])),
    ...(interval ?? []),
  ]);
  const without = columns.filter((column) => !spellings(column).some((name) => names.has(plainName(name))));
  return [...new Set(without.map((column) => spellings(column)[0] ?? ''))];
}

for (const year of ['2016-17', '2017-18', '2018-19', '2024-25']) {
  test(`every column read from key stage 2 tables is in the dictionary of ${year}`, needsSharedData, () => {
    const names = dictionary(`${year}/ks2_meta.csv`);
    assert.ok(names.size > 280, `${names.size} names`);
    assert.deepEqual(absent(keyStage2.results, names), []);
  });
}

// A* to C was of 2015/16; the average points of the English Baccalaureate came in 2017/18.
const averagePoints = ['', '_FSM6CLA1A', '_NFSM6CLA1A', '_GIRLS', '_BOYS', '_EAL', '_LO', '_AV', '_HI'].map(
  (ending) => `EBACCAPS${ending}`,
);
for (const [year, file, without] of [
  ['2016-17', '2016-2017_ks4_final_meta.csv', ['PTL2BASICS_LL_PTQ_EE', ...averagePoints]],
  ['2017-18', '2017-2018_ks4_final_meta.csv', ['PTL2BASICS_LL_PTQ_EE']],
  ['2018-19', '2018_2019_ks4_final_meta.csv', ['PTL2BASICS_LL_PTQ_EE']],
] as const) {
  test(
    `every column read from key stage 4 tables is in the dictionary of ${year}, but those of other years`,
    needsSharedData,
    () => {
      assert.deepEqual(absent(keyStage4.results, dictionary(`${year}/${file}`)), without);
    },
  );
}
