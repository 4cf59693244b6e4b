import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '#/published/facts/sql.ts';

/** Wraps the select that reads the rows in one that marks them. */
export type Marked = (rows: string) => string;

/** How a file is read into columns. */
interface Reading {
  readonly path: string;
  /** Lines above the rows. */
  readonly skip: number;
  /** Columns of the file in order: `c0`, `c1` and so on, and `row_` where the file numbers its rows. */
  readonly names: readonly string[];
  /** What the number of a row is made of. */
  readonly rowNumber: string;
}

/**
 * The statement that makes the temporary table `raw`: `row_`, and the columns asked for by position; the last column of
 * the file is always among them, because it tells whether a row ends early.
 */
export function rawSql(reading: Reading, columns: readonly number[], marked: Marked): string {
  const { path, skip, names, rowNumber } = reading;
  const types = names.map((name) => `'${name}': 'VARCHAR'`);
  const last = names.filter((name) => name !== 'row_').length - 1;
  const wanted = [...new Set([...columns, last])].map((index) => `trim(c${index}) as c${index}`);
  // `nullstr` is a character no file holds: a blank cell stays '' and only a row that ends early gives SQL nulls.
  return `create or replace temp table raw as ${marked(`
select ${[`(${rowNumber})::integer as row_`, ...wanted].join(', ')}
from read_csv(${literal(path)}, header = false, auto_detect = false, skip = ${skip},
  columns = {${types.join(', ')}}, delim = ',', quote = '"', escape = '"', nullstr = '\u0001',
  null_padding = true, parallel = false, max_line_size = 16000000, strict_mode = true)`)}`;
}

export async function countRaw(connection: DuckDBConnection): Promise<number> {
  const result = await connection.runAndReadAll('select count(*)::integer from raw');
  return Number(result.getRows()[0]?.[0]);
}

/**
 * Sets the last row aside when it is cut off: half a number is worse than none. A row of England or of an authority that is
 * short is as it was issued where another such row is short too: original tables leave out the blank cells at their ends.
 */
export async function setCutOffAside(
  connection: DuckDBConnection,
  cutOff: string,
  width: number,
): Promise<void> {
  await connection.run(
    `update raw set reason_ = 'the file ends in the middle of this row'
where row_ = (select max(row_) from raw) and ${cutOff} and not (level_ <> 'school'
  and (select count(*) from raw where level_ <> 'school' and c${width - 1} is null) > 1)`,
  );
}
