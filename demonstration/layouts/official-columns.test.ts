import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readCsv } from '../files.fixture.ts';
import { columnsOf } from './csv.ts';
import { keyStage2Columns } from './key-stage-2-columns.ts';
import { keyStage4Columns } from './key-stage-4-columns.ts';

const shared = process.env['MIDDLETIER_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const here = existsSync(resolve(shared, 'data'));
const official = here
  ? {}
  : { skip: 'the official files are not here (../shared/data, or MIDDLETIER_SHARED)' };

/** Header of an official file, or the names in one of the publisher's lists of columns. */
function headerOf(path: string, encoding = 'windows-1252'): readonly string[] {
  const text = new TextDecoder(encoding).decode(readFileSync(resolve(shared, 'data', path)));
  return readCsv(text.slice(0, text.indexOf('\n')).trimEnd()).header;
}

function listed(path: string, encoding = 'windows-1252'): readonly string[] {
  const { header, rows } = readCsv(
    new TextDecoder(encoding).decode(readFileSync(resolve(shared, 'data', path))),
  );
  // The heading's name differs from list to list; it is always the second column.
  return rows.flatMap((row) => (row[header[1] ?? ''] ?? '').trim() || []);
}

test('the register’s columns are those of the official extract', official, () => {
  // The names of heads were taken out of the extract at hand.
  assert.deepEqual(
    columnsOf('gias-establishments').filter((column) => !column.startsWith('Head')),
    headerOf('gias/2022-04-20/edubasealldata_hampshire_surrey.csv'),
  );
  assert.equal(columnsOf('gias-establishments').length, 110);
});

test('Ofsted’s columns are those of August 2025 and of the file of report cards', official, () => {
  assert.deepEqual(
    columnsOf('ofsted-management-information-2025-08'),
    headerOf('ofsted/mi-2025-08-31/latest_inspections_half_of_authorities.csv'),
  );
  assert.deepEqual(
    columnsOf('ofsted-report-cards-2026'),
    headerOf('ofsted/report-cards-2026/latest_inspections_three_rows.csv'),
  );
});

test('columns of absence and of the census are those of the official tables', official, () => {
  for (const [layout, path] of [
    ['absence-2018-19', '2018-19/england_abs.csv'],
    ['census-2018-19', '2018-19/england_census.csv'],
    ['census-2024-25', '2024-25/england_census.csv'],
  ] as const)
    assert.deepEqual(columnsOf(layout), headerOf(`performance-tables/${path}`, 'utf-8'), layout);
});

test(
  'columns of key stages 2 and 4 are those of the official tables, and of the lists where there is no table',
  official,
  () => {
    for (const [year, name] of [
      [2017, '2016-17'],
      [2018, '2017-18'],
      [2019, '2018-19'],
    ] as const) {
      assert.deepEqual(
        keyStage2Columns(year),
        headerOf(`performance-tables/${name}/850_ks2final.csv`, 'utf-8'),
        name,
      );
    }
    assert.deepEqual(keyStage2Columns(2025), listed('performance-tables/2024-25/ks2_meta.csv'));
    for (const [year, name] of [
      [2017, '2016-17'],
      [2018, '2017-18'],
    ] as const) {
      assert.deepEqual(
        keyStage4Columns(year),
        headerOf(`performance-tables/${name}/850_ks4final.csv`, 'utf-8'),
        name,
      );
    }
    assert.deepEqual(
      keyStage4Columns(2019),
      listed('performance-tables/2018-19/2018_2019_ks4_final_meta.csv', 'utf-8'),
    );
  },
);

test('tables of other years repeat the two years with results before them, and no column twice', () => {
  for (const [year, ...earlier] of [
    [2022, '19', '18'],
    [2023, '22', '19'],
    [2024, '23', '22'],
    [2025, '24', '23'],
  ] as const) {
    for (const [columns, measure] of [
      [keyStage2Columns(year), 'PTRWM_EXP'],
      [keyStage4Columns(year), 'ATT8SCR'],
    ] as const) {
      assert.equal(new Set(columns).size, columns.length, `${year}`);
      const shown = columns.flatMap((column) => new RegExp(`^${measure}_(\\d\\d)$`).exec(column)?.[1] ?? []);
      assert.deepEqual(new Set(shown), new Set(earlier), `${year} ${measure}`);
    }
  }
  assert.equal(
    keyStage2Columns(2016).some((column) => column.endsWith('_16')),
    false,
  );
});
