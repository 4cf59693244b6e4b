import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNamed, readDemonstration, type ReadFile } from './files.fixture.ts';

const files = readDemonstration();
const august = fileNamed(files, 'latest_inspections_2025-08-31.csv');
const spring = fileNamed(files, 'latest_inspections_2026-04-30.csv');
const listed = fileNamed(files, 'graded_inspections.csv');

const isoFrom = (slashes: string | undefined): string => (slashes ?? '').split('/').toReversed().join('');
const grades = new Map([
  ['1', 'Outstanding'],
  ['2', 'Good'],
  ['3', 'Requires Improvement'],
  ['4', 'Inadequate'],
]);

test('every graded inspection with an overall grade is also in the compiled list, on the same day with the same grade', () => {
  const list = new Map(
    listed.rows.map((row) => [`${row['URN'] ?? ''} ${row['Inspection Date'] ?? ''}`, row['Rating']]),
  );
  let compared = 0;
  for (const row of august.rows) {
    for (const [urn, on, grade] of [
      ['URN at time of latest graded inspection', 'Inspection start date', 'Overall effectiveness'],
      [
        'URN at time of previous graded inspection',
        'Previous inspection start date',
        'Previous graded inspection overall effectiveness',
      ],
    ] as const) {
      const word = grades.get(row[grade] ?? '');
      if (word === undefined) continue;
      const date = isoFrom(row[on]);
      const expected = word === 'Requires Improvement' && date < '20120901' ? 'Satisfactory' : word;
      assert.equal(list.get(`${row[urn] ?? ''} ${date}`), expected, `${row['URN'] ?? ''} ${date}`);
      compared += 1;
    }
  }
  assert.ok(compared > 700, `${compared} compared`);
});

test('the file of report cards repeats the grades of August for schools not inspected since', () => {
  const before = new Map(august.rows.map((row) => [row['URN'], row]));
  let same = 0;
  for (const row of spring.rows) {
    const then = before.get(row['URN']);
    if (then === undefined || row['Inspection number of latest full inspection'] !== 'NULL') continue;
    if (
      row['Inspection number of latest OEIF graded inspection'] !==
      then['Inspection number of latest graded inspection']
    )
      continue;
    assert.equal(row['Latest OEIF overall effectiveness'], then['Overall effectiveness'], row['URN']);
    assert.equal(
      row['Latest ungraded inspection number'],
      then['Latest ungraded inspection number since last graded inspection'],
      row['URN'],
    );
    same += 1;
  }
  assert.ok(same > 380, `${same} the same`);
});

test('nothing is published before it was inspected, or after the file was made', () => {
  for (const [file, published, started, madeOn] of [
    [august, 'Publication date', 'Inspection start date', '20250831'],
    [august, 'Ungraded inspection publication date', 'Date of latest ungraded inspection', '20250831'],
    [spring, 'Publication date', 'Inspection start date', '20260430'],
  ] as const) {
    for (const row of file.rows.filter((each) => each[published] !== 'NULL')) {
      assert.ok(isoFrom(row[started]) < isoFrom(row[published]), row['URN']);
      assert.ok(isoFrom(row[published]) <= madeOn, row['URN']);
    }
  }
});

test('no inspection falls in the months of the pandemic, and none has an overall grade after September 2024', () => {
  for (const row of listed.rows) {
    const on = row['Inspection Date'] ?? '';
    assert.ok(on < '20200317' || on >= '20210901', on);
    assert.ok(on < '20240923', on);
  }
  for (const row of august.rows.filter((each) => isoFrom(each['Inspection start date']) >= '20240923')) {
    assert.ok(['Not judged', 'NULL'].includes(row['Overall effectiveness'] ?? ''), row['URN']);
  }
});

const schoolsIn = (file: ReadFile) =>
  file.rows.filter((row) => row['RECTYPE'] === '1' || row['RECTYPE'] === '2');
const number = (text: string | undefined): number | null =>
  /^-?[\d.]+%?$/.test(text ?? '') ? Number.parseFloat(text ?? '') : null;

const years = [
  ['2015-16', '16'],
  ['2016-17', '17'],
  ['2017-18', '18'],
  ['2018-19', '19'],
  ['2021-22', '22'],
  ['2022-23', '23'],
  ['2023-24', '24'],
  ['2024-25', '25'],
] as const;

test('the authority’s own row is what its schools’ rows add up to, suppressed pupils aside', () => {
  for (const [year] of years) {
    for (const [table, pupils, measures, own] of [
      ['ks2', 'TELIG', ['PTRWM_EXP', 'PTREAD_EXP', 'PTMAT_EXP', 'READPROG'], '3'],
      ['ks4', 'TPUP', ['ATT8SCR', 'PTL2BASICS_95', 'P8MEA'], '4'],
    ] as const) {
      const file = fileNamed(files, `899_${table}final_${year}.csv`);
      const authority = file.rows.find((row) => row['RECTYPE'] === own);
      const schools = schoolsIn(file).filter((row) => number(row[pupils]) !== null);
      assert.equal(
        schools.reduce((sum, row) => sum + (number(row[pupils]) ?? 0), 0),
        number(authority?.[pupils]),
        `${table} ${year} pupils`,
      );
      for (const measure of measures) {
        const printed = number(authority?.[measure]);
        const shown = schools.filter((row) => number(row[measure]) !== null);
        if (printed === null) {
          assert.equal(
            shown.length,
            0,
            `${table} ${year} ${measure}: schools have it, the authority has not`,
          );
          continue;
        }
        const weight = shown.reduce((sum, row) => sum + (number(row[pupils]) ?? 0), 0);
        const mean =
          shown.reduce((sum, row) => sum + (number(row[pupils]) ?? 0) * (number(row[measure]) ?? 0), 0) /
          weight;
        const rounding = measure.startsWith('PT') ? 0.8 : 0.16;
        assert.ok(
          Math.abs(mean - printed) < rounding,
          `${table} ${year} ${measure}: ${mean.toFixed(2)} for ${printed}`,
        );
      }
    }
  }
});

test('results of the year before are repeated as they were', () => {
  let compared = 0;
  for (const [index, [year]] of years.entries()) {
    const earlier = years[index - 1];
    if (earlier === undefined) continue;
    for (const [table, measure] of [
      ['ks2', 'PTRWM_EXP'],
      ['ks4', 'ATT8SCR'],
    ] as const) {
      const before: ReadonlyMap<string | undefined, string | undefined> = new Map(
        schoolsIn(fileNamed(files, `899_${table}final_${earlier[0]}.csv`)).map((row) => [
          row['URN'],
          row[measure],
        ]),
      );
      for (const row of schoolsIn(fileNamed(files, `899_${table}final_${year}.csv`))) {
        const then: string | undefined = before.get(row['URN'] ?? '');
        const repeated: string | undefined = row[`${measure}_${earlier[1]}`];
        if (then === undefined || then === '' || repeated === undefined || repeated === '') continue;
        assert.equal(repeated, then, `${table} ${year} ${row['URN'] ?? ''}`);
        compared += 1;
      }
    }
  }
  assert.ok(compared > 2000, `${compared} compared`);
});

test('cohorts of five or fewer are suppressed and larger ones are not', () => {
  for (const [year] of years) {
    for (const row of schoolsIn(fileNamed(files, `899_ks2final_${year}.csv`))) {
      const pupils = number(row['TELIG']);
      if (pupils === null || row['PTRWM_EXP'] === undefined) continue;
      assert.equal(row['PTRWM_EXP'] === 'SUPP', pupils <= 5, `${year} ${row['URN'] ?? ''}`);
    }
  }
});

test('there is no progress at key stage 2 in 2024 and 2025, and no Progress 8 in 2025', () => {
  const filled = (name: string, column: string): number =>
    schoolsIn(fileNamed(files, name)).filter((row) => number(row[column]) !== null).length;
  assert.ok(filled('899_ks2final_2022-23.csv', 'READPROG') > 200);
  assert.equal(filled('899_ks2final_2023-24.csv', 'READPROG'), 0);
  assert.equal(filled('899_ks2final_2024-25.csv', 'READPROG'), 0);
  assert.ok(filled('899_ks4final_2023-24.csv', 'P8MEA') > 40);
  assert.equal(filled('899_ks4final_2024-25.csv', 'P8MEA'), 0);
});

test('the tables use every code of the publisher that the importers have to understand', () => {
  for (const [table, codes] of [
    ['ks2', ['SUPP', 'NEW', 'LOWCOV', 'NA']],
    ['ks4', ['SUPP', 'NE', 'NP', 'NA']],
  ] as const) {
    const used = new Set(
      years.flatMap(([year]) =>
        fileNamed(files, `899_${table}final_${year}.csv`).rows.flatMap((row) => Object.values(row)),
      ),
    );
    for (const code of codes) assert.ok(used.has(code), `${table} ${code}`);
  }
});

test('rows of schools without children of that age stop early, as in the published tables', () => {
  let shortRows = 0;
  for (const [year] of years) {
    const file = fileNamed(files, `899_ks2final_${year}.csv`);
    const short = file.rows.filter((row) => Object.keys(row).length < file.header.length);
    for (const row of short) assert.equal(row['TELIG'], undefined, row['SCHNAME']);
    shortRows += short.length;
  }
  assert.ok(shortRows >= 5, `${shortRows} short rows`);
});
