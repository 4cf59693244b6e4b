import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { importFiles } from '#/published/actions/import-files.ts';
import { readPointer, storeFolder } from '#/published/store/generations.ts';
import { silent } from '#/published/store/import.fixture.ts';
import { needsSharedData, sharedData } from './published.fixture.ts';

/** Files of every source, several of them of one year or telling of the same schools. */
const files = [
  'gias/2022-04-20/edubasealldata_hampshire_surrey.csv',
  'gias/2025-09/links_edubasealldata.csv',
  'ofsted/graded-inspections-2005-2020/ratings_half_of_authorities.csv',
  'ofsted/mi-2025-08-31/latest_inspections_half_of_authorities.csv',
  'ofsted/report-cards-2026/latest_inspections_three_rows.csv',
  'performance-tables/2015-16/england_ks2final_reduced.csv',
  'performance-tables/2016-17/850_ks2final.csv',
  'performance-tables/2016-17/850_ks4final.csv',
  'performance-tables/2016-17/england_ks2final_reduced.csv',
  'performance-tables/2017-18/850_ks2final.csv',
  'performance-tables/2017-18/england_spine.csv',
  'performance-tables/2018-19/850_ks2final.csv',
  'performance-tables/2018-19/england_abs.csv',
  'performance-tables/2018-19/england_ks4provisional.csv',
  'performance-tables/2024-25/england_census.csv',
];

/** Every table of the store with its rows and a sum of them that no order changes. */
async function contentOf(dataFolder: string): Promise<readonly (readonly unknown[])[]> {
  const folder = storeFolder(dataFolder);
  const instance = await DuckDBInstance.create(join(folder, readPointer(folder)?.generation ?? ''), {
    access_mode: 'READ_ONLY',
  });
  try {
    const connection = await instance.connect();
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
    const tables = await rows('select table_name from duckdb_tables() order by 1');
    const content: (readonly unknown[])[] = [];
    for (const [table] of tables) {
      const [row] = await rows(`select count(*), sum(hash(t)) from ${String(table)} t`);
      content.push([String(table), ...(row ?? []).map(String)]);
    }
    return content;
  } finally {
    instance.closeSync();
  }
}

/** The files, imported in so many steps in the order given. */
async function storeOf(order: readonly string[], steps: number): Promise<readonly (readonly unknown[])[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'middletier-order-'));
  try {
    const size = Math.ceil(order.length / steps);
    for (let from = 0; from < order.length; from += size) {
      const { files: told } = await importFiles({
        dataFolder,
        paths: order.slice(from, from + size).map((file) => join(sharedData ?? '', file)),
        now: () => '2026-11-20T12:00:00.000Z',
        terminal: silent,
      });
      for (const file of told) assert.ok(file.outcome === 'imported', JSON.stringify(file));
    }
    return await contentOf(dataFolder);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

test(
  'the official files come to the same store in every order, row by row in every table',
  needsSharedData,
  async () => {
    const expected = await storeOf(files, 1);
    assert.ok(expected.length > 12, `${expected.length} tables`);
    const rows = new Map(expected.map(([table, count]) => [table, Number(count)]));
    for (const table of ['register', 'inspection', 'link', 'value', 'aggregate', 'lineage_step'])
      assert.ok((rows.get(table) ?? 0) > 1000, table);
    assert.deepEqual(await storeOf(files.toReversed(), 2), expected);
  },
);
