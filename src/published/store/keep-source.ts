import type { DuckDBConnection } from '@duckdb/node-api';
import { problemSelects } from '#/published/facts/problems-sql.ts';
import { literal, type Cells } from '#/published/facts/sql.ts';
import type { Layout } from '#/published/layout.ts';
import type { Problem, Source } from '#/published/source.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readProblems } from './read-sources.ts';
import type { Draft } from './write-store.ts';

/** Most problems of one file that are kept in full; the count is always of all. */
const problemsKept = 5000;

/** Adds what is to be known of how a file was read to the problems of its rows. */
export async function noteReading(connection: DuckDBConnection, notes: readonly string[]): Promise<void> {
  for (const note of notes) {
    await connection.run(
      `insert into row_problem values (null, ${literal(note)}, 'Compare it with the publisher’s file.', 'warning')`,
    );
  }
}

/** Ofsted was founded in September 1992: what is dated before was no inspection of its own. */
const firstInspection = '1992-09-01';

/**
 * Leaves out, and tells, what cannot have happened: inspections after the day of the import or before there were any.
 * A publication still to come is left out too: the day is then assumed, like that of an inspection without one.
 */
export function leaveOutImpossible(sourceId: string, importedOn: IsoDate): readonly string[] {
  const source = `source = ${literal(sourceId)}`;
  const impossible = `${source} and (started_on > ${literal(importedOn)}::date or started_on < ${literal(firstInspection)}::date)`;
  const toCome = `${source} and published_on > ${literal(importedOn)}::date`;
  const look = literal('Look the inspection up on Ofsted’s pages.');
  return [
    `insert into row_problem select row_, 'An inspection is dated ' || strftime(started_on, '%d/%m/%Y') || ', which cannot be; it was left out.', ${look}, 'warning' from new_inspection_told where ${impossible}`,
    `delete from new_inspection_told where ${impossible}`,
    `insert into row_problem select row_, 'A report was published on ' || strftime(published_on, '%d/%m/%Y') || ', a day to come; the day was left out.', ${look}, 'warning' from new_inspection_told where ${toCome}`,
    `update new_inspection_told set published_on = null where ${toCome}`,
  ];
}

/** Writes down everything that is wrong with a file; the first problems are returned, to be told at once. */
export async function keepProblems(
  draft: Draft,
  layout: Layout,
  cells: Cells,
  id: string,
  fileName: string,
): Promise<{ count: number; first: readonly Problem[] }> {
  const { connection } = draft;
  const strict = 'select row_, null, what, what_to_do, severity from row_problem';
  await connection.run(
    `create or replace temp table found as ${[...problemSelects(layout, cells, id), strict].join('\nunion all\n')}`,
  );
  const answer = await connection.runAndReadAll('select count(*)::integer from found');
  await connection.run(`insert into new_problem by name
select ${literal(id)} as source, (row_number() over (order by row_ nulls first, column_, what))::integer as number,
  ${literal(fileName)} as file, row_, column_, what, what_to_do, severity
from found order by row_ nulls first, column_, what limit ${problemsKept}`);
  const first = await readProblems(connection, id, 'new_problem');
  return { count: Number(answer.getRows()[0]?.[0]), first };
}

/** Writes down what a file is and what became of its rows. */
export async function keepSource(draft: Draft, source: Source, stated: string): Promise<void> {
  const values = [
    source.id,
    source.sha256,
    source.fileName,
    source.layout,
    source.title,
    source.publisher,
    source.licence,
    source.year,
    source.yearBasis,
    source.status,
    source.asAt,
    source.knownOn,
    source.knownOnBasis,
    source.rowsRead,
    source.rowsKept,
    JSON.stringify(source.setAside),
    source.problems,
    source.importedAt,
    source.invented,
    stated,
  ].map((value) => (typeof value === 'string' ? literal(value) : String(value)));
  await draft.connection.run(`insert into new_source values (${values.join(', ')})`);
}
