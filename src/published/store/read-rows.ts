import type { DuckDBConnection, DuckDBValue, DuckDBVector } from '@duckdb/node-api';

/** A row as the queries of this folder return it: texts, numbers, truth values and nulls, nothing else. */
export type Row = readonly DuckDBValue[];

export async function readRows(connection: DuckDBConnection, sql: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  await visitRows(connection, sql, (cells, index) => {
    rows.push(cells.map((cell) => cell.getItem(index)));
  });
  return rows;
}

/** One column of a part of an answer. */
export type Cells = Pick<DuckDBVector, 'getItem'>;

/** Calls `visit` for each row, in order, with the columns it stands in: no row is made that is not wanted. */
export async function visitRows(
  connection: DuckDBConnection,
  sql: string,
  visit: (cells: readonly Cells[], index: number) => void,
): Promise<void> {
  const answer = await connection.stream(sql);
  for (;;) {
    const part = await answer.fetchChunk();
    if (part === null || part.rowCount === 0) return;
    const cells = Array.from({ length: part.columnCount }, (_, column) => part.getColumnVector(column));
    for (let index = 0; index < part.rowCount; index += 1) visit(cells, index);
  }
}

export function text(row: Row, index: number): string {
  return String(row[index]);
}

export function textOrNull(row: Row, index: number): string | null {
  const value = row[index];
  return typeof value === 'string' ? value : null;
}

export function numberOrNull(row: Row, index: number): number | null {
  const value = row[index];
  return typeof value === 'number' ? value : null;
}
