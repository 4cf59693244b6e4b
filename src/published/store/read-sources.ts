import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { literal } from '#/published/facts/sql.ts';
import type { Problem, Source } from '#/published/source.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';
import { numberOrNull, readRows, text, textOrNull } from './read-rows.ts';

const setAside = z.array(z.object({ reason: z.string(), rows: z.number() }));

/** Every file in the store, by publication, then as at, then name. */
export async function readSources(
  connection: DuckDBConnection,
): Promise<readonly { readonly source: Source; readonly stated: string }[]> {
  const rows = await readRows(
    connection,
    `select id, sha256, file_name, layout, title, publisher, licence, year, year_basis, status, as_at::varchar,
  known_on::varchar, known_on_basis, rows_read, rows_kept, set_aside,
  problems + (select count(*) from contradiction c where c.source = source.id)::integer, imported_at, invented, stated
from source order by layout, year nulls first, known_on, file_name, id`,
  );
  return rows.map((row) => ({
    source: {
      id: text(row, 0),
      sha256: text(row, 1),
      fileName: text(row, 2),
      layout: text(row, 3),
      title: text(row, 4),
      publisher: text(row, 5),
      licence: text(row, 6),
      year: numberOrNull(row, 7),
      yearBasis: textOrNull(row, 8),
      status: text(row, 9) as ReleaseStatus,
      asAt: textOrNull(row, 10),
      knownOn: text(row, 11),
      knownOnBasis: text(row, 12),
      rowsRead: Number(row[13]),
      rowsKept: Number(row[14]),
      setAside: setAside.parse(JSON.parse(text(row, 15))),
      problems: Number(row[16]),
      importedAt: text(row, 17),
      invented: row[18] === true,
    },
    stated: text(row, 19),
  }));
}

export async function readProblems(
  connection: DuckDBConnection,
  sourceId: string,
  table: 'problem' | 'new_problem' = 'problem',
): Promise<readonly Problem[]> {
  const rows = await readRows(
    connection,
    `select file, row_, column_, what, what_to_do, severity from ${table} where source = ${literal(sourceId)} order by number`,
  );
  return rows.map((row) => ({
    file: text(row, 0),
    row: numberOrNull(row, 1),
    column: textOrNull(row, 2),
    what: text(row, 3),
    whatToDo: text(row, 4),
    severity: row[5] === 'error' ? 'error' : 'warning',
  }));
}
