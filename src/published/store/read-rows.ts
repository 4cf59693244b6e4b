import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

/** A row as the queries of this folder return it: texts, numbers, truth values and nulls, nothing else. */
export type Row = readonly DuckDBValue[];

export async function readRows(connection: DuckDBConnection, sql: string): Promise<readonly Row[]> {
  return (await connection.runAndReadAll(sql)).getRows();
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
