import type { DuckDBConnection } from '@duckdb/node-api';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Recognised } from '#/published/recognise/recognise.ts';
import type { Examined } from './examine.ts';
import { loadStrictly } from './load-strictly.ts';
import { countRaw, rawSql, setCutOffAside, type Marked } from './raw-sql.ts';

/** What came of loading a file's rows into the temporary table `raw`; `row_problem` has what was wrong with them. */
export interface Loaded {
  /** Rows below the header, blank lines not counted. */
  readonly rows: number;
  /** Rows that could not be put into columns, with the reason; they are not in `raw`. */
  readonly setAside: ReadonlyMap<string, number>;
}

/**
 * DuckDB reads UTF-8; Windows-1252 is turned into it first, a piece at a time. Where some of the letters were UTF-8 all the
 * same (files put together by hand), `notes` says so.
 */
export async function asUtf8(
  path: string,
  examined: Examined,
  folder: string,
): Promise<{ readonly path: string; readonly notes: readonly string[] }> {
  if (examined.encoding === 'utf-8') return { path, notes: [] };
  const copy = join(folder, `${examined.sha256.slice(0, 12)}.utf-8.csv`);
  const found: { twiceEncoded: string | null } = { twiceEncoded: null };
  await pipeline(async function* () {
    const decoder = new TextDecoder('windows-1252');
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      found.twiceEncoded ??= twiceEncoded.exec(text)?.[0] ?? null;
      yield text;
    }
    yield decoder.decode();
  }, createWriteStream(copy));
  return {
    path: copy,
    notes:
      found.twiceEncoded === null
        ? []
        : [
            `Some of its letters are written in UTF-8 and some in Windows-1252, so some names look wrong (“${found.twiceEncoded}”).`,
          ],
  };
}

/** What accents and curly quotes in UTF-8 look like when they are read as Windows-1252. */
const twiceEncoded = /Ã[^\x00-\x7F]|â€[^\x00-\x7F]/;

/**
 * Loads the rows of a recognised file into the temporary table `raw` (`row_`, and `c5` for its sixth column). The fast
 * reader's rows are counted against a strict count of the file's records; if the two differ, or the fast reader gives
 * up, every record is read strictly instead and what cannot be read is set aside by row.
 *
 * @throws NoTable when the file has no end of a record for sixteen million characters.
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
  await connection.run(
    'create or replace temp table row_problem (row_ integer, what varchar, what_to_do varchar, severity varchar)',
  );
  const fast = await loadFast(connection, path, examined, recognised, columns, marked);
  if (fast === null) return loadStrictly(connection, path, recognised, columns, marked, folder);
  // A file that ends without the end of a line may have been cut off: its last row is short, and its last cell half.
  if (!examined.endsWithLine) {
    const width = recognised.header.length;
    await setCutOffAside(connection, `c${width - 1} is null`, width);
  }
  return { rows: fast, setAside: new Map() };
}

/** The number of rows when the fast reader and the count agree; `null` when they do not, or it gives up. */
async function loadFast(
  connection: DuckDBConnection,
  path: string,
  examined: Examined,
  recognised: Recognised,
  columns: readonly number[],
  marked: Marked,
): Promise<number | null> {
  const { headerRow, headerLines: skip, header } = recognised;
  const expected = examined.records - headerRow + recognised.blankTitles;
  if (!examined.simple || examined.blankLines !== recognised.blankTitles) return null;
  const rowNumber = `row_number() over () + ${headerRow}`;
  const names = header.map((_, index) => `c${index}`);
  try {
    await connection.run(rawSql({ path, skip, names, rowNumber }, columns, marked));
  } catch (error) {
    if (isReadingError(error)) return null;
    throw error;
  }
  return (await countRaw(connection)) === expected ? expected : null;
}

/** The fast reader says what it does not accept; anything else that goes wrong is not about the file. */
function isReadingError(error: unknown): boolean {
  return error instanceof Error && /CSV Error|Invalid Input|Invalid unicode/i.test(error.message);
}
