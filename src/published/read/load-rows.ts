import type { DuckDBConnection } from '@duckdb/node-api';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Recognised } from '#/published/recognise/recognise.ts';
import { literal } from '#/published/facts/sql.ts';
import type { Problem } from '#/published/source.ts';
import type { Examined } from './examine.ts';
import { readRecords } from './records.ts';

/** What came of loading a file's rows into the temporary table `raw`. */
export interface Loaded {
  /** Rows below the header, blank lines not counted. */
  readonly rows: number;
  /** Rows that could not be put into columns, with the reason; they are not in `raw`. */
  readonly setAside: ReadonlyMap<string, number>;
  readonly problems: readonly Omit<Problem, 'file'>[];
}

const tooMany = 'more cells than the header has columns';

/** DuckDB reads UTF-8; Windows-1252 is turned into it first, a piece at a time. */
export async function asUtf8(path: string, examined: Examined, folder: string): Promise<string> {
  if (examined.encoding === 'utf-8') return path;
  const copy = join(folder, `${examined.sha256.slice(0, 12)}.utf-8.csv`);
  await pipeline(decoded(path), createWriteStream(copy));
  return copy;
}

async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('windows-1252');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

interface Reading {
  readonly path: string;
  readonly skip: number;
  readonly width: number;
  readonly rowNumber: string;
}

/** Wraps the select that reads the rows in one that marks them. */
type Marked = (rows: string) => string;

function readCsv(reading: Reading, columns: readonly number[], marked: Marked): string {
  const names = Array.from({ length: reading.width }, (_, index) => `'c${index}': 'VARCHAR'`);
  const wanted = columns.map((index) => `trim(c${index}) as c${index}`);
  // `nullstr` is a character no file holds: a blank cell stays '' and only a row that ends early gives SQL nulls.
  return `create or replace temp table raw as ${marked(`
select ${[`(${reading.rowNumber})::integer as row_`, ...wanted].join(', ')}
from read_csv(${literal(reading.path)}, header = false, auto_detect = false, skip = ${reading.skip},
  columns = {${names.join(', ')}}, delim = ',', quote = '"', escape = '"', nullstr = '\u0001',
  null_padding = true, parallel = false, max_line_size = 16000000, strict_mode = true)`)}`;
}

async function countRaw(connection: DuckDBConnection): Promise<number> {
  const result = await connection.runAndReadAll('select count(*)::integer from raw');
  return Number(result.getRows()[0]?.[0]);
}

/**
 * Loads the rows of a recognised file into the temporary table `raw` (`row_`, and `c5` for its sixth column). The fast
 * reader's rows are counted against a strict count of the file's records; if the two differ, or the fast reader gives
 * up, every record is read strictly instead and what cannot be read is set aside by row.
 */
export async function loadRows(
  connection: DuckDBConnection,
  path: string,
  examined: Examined,
  recognised: Recognised,
  columns: readonly number[],
  marked: Marked,
  folder: string,
): Promise<Loaded> {
  const titleRows = recognised.headerRow;
  const expected = examined.records - titleRows + recognised.blankTitles;
  if (examined.simple && examined.blankLines === recognised.blankTitles) {
    try {
      const rowNumber = `row_number() over () + ${titleRows}`;
      await connection.run(
        readCsv(
          { path, skip: recognised.headerLines, width: recognised.header.length, rowNumber },
          columns,
          marked,
        ),
      );
      if ((await countRaw(connection)) === expected)
        return { rows: expected, setAside: new Map(), problems: [] };
    } catch (error) {
      if (!isReadingError(error)) throw error;
    }
  }
  return loadStrictly(connection, path, recognised, columns, marked, folder);
}

/** The fast reader says what it does not accept; anything else that goes wrong is not about the file. */
function isReadingError(error: unknown): boolean {
  return error instanceof Error && /CSV Error|Invalid Input|Invalid unicode/i.test(error.message);
}

async function loadStrictly(
  connection: DuckDBConnection,
  path: string,
  recognised: Recognised,
  columns: readonly number[],
  marked: Marked,
  folder: string,
): Promise<Loaded> {
  const width = recognised.header.length;
  const problems: Omit<Problem, 'file'>[] = [];
  const setAside = new Map<string, number>();
  const lines: string[] = [];
  let rows = 0;
  for (const record of readRecords(await readFile(path, 'utf8'))) {
    if (record.row <= recognised.headerRow) continue;
    if (record.fields.length === 1 && record.fields[0]?.trim() === '') continue;
    rows += 1;
    const extra = record.fields.slice(width).some((field) => field.trim() !== '');
    if (record.fault !== null || extra) {
      problems.push({
        row: record.row,
        column: null,
        what: [record.fault, extra ? `The row has ${tooMany} (${record.fields.length}, not ${width}).` : null]
          .filter((each) => each !== null)
          .join(' '),
        whatToDo: 'Compare the row with the publisher’s file; if it is the same there, tell the publisher.',
        severity: extra ? 'error' : 'warning',
      });
    }
    if (extra) {
      setAside.set(tooMany, (setAside.get(tooMany) ?? 0) + 1);
      continue;
    }
    const cells = record.fields.slice(0, width).map((field) => `"${field.replaceAll('"', '""')}"`);
    lines.push([`"${record.row}"`, ...cells].join(','));
  }
  const copy = join(folder, 'strict.csv');
  await writeFile(copy, lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  const names = Array.from(
    { length: width + 1 },
    (_, index) => `'${index === 0 ? 'row_' : `c${index - 1}`}': 'VARCHAR'`,
  );
  const wanted = columns.map((index) => `trim(c${index}) as c${index}`);
  await connection.run(
    `create or replace temp table raw as ${marked(`
select ${['row_::integer as row_', ...wanted].join(', ')}
from read_csv(${literal(copy)}, header = false, auto_detect = false, columns = {${names.join(', ')}}, delim = ',',
  quote = '"', escape = '"', nullstr = '\u0001', null_padding = true, parallel = false, max_line_size = 16000000)`)}`,
  );
  const loaded = await countRaw(connection);
  if (loaded !== lines.length) {
    throw new Error(`The strict copy has ${lines.length} rows, of which the database read ${loaded}.`);
  }
  return { rows, setAside, problems };
}
