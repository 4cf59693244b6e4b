import type { DuckDBConnection } from '@duckdb/node-api';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { literal } from '#/published/facts/sql.ts';
import type { Recognised } from '#/published/recognise/recognise.ts';
import type { Problem } from '#/published/source.ts';
import type { Loaded } from './load-rows.ts';
import { countRaw, rawSql, setCutOffAside, type Marked } from './raw-sql.ts';
import { readRecordsFrom, type CsvRecord } from './records.ts';

const tooMany = 'more cells than the header has columns';

type RowProblem = Pick<Problem, 'row' | 'what' | 'whatToDo' | 'severity'>;

/** What a strict reading has found so far, beside the rows it has passed on. */
interface Reading {
  rows: number;
  passedOn: number;
  setAside: number;
  cutOff: boolean;
  problems: RowProblem[];
}

/** Reads every record by the letter of the format and passes on, as a copy that no reader can misunderstand, what has a place. */
export async function loadStrictly(
  connection: DuckDBConnection,
  path: string,
  recognised: Recognised,
  columns: readonly number[],
  marked: Marked,
  folder: string,
): Promise<Loaded> {
  const reading: Reading = { rows: 0, passedOn: 0, setAside: 0, cutOff: false, problems: [] };
  const copy = join(folder, 'strict.csv');
  const keepProblems = async () => {
    const found = reading.problems.splice(0);
    if (found.length > 0) await connection.run(insertProblems(found));
  };
  async function* lines() {
    const text = createReadStream(path, {
      encoding: 'utf8',
      highWaterMark: 1 << 20,
    }) as AsyncIterable<string>;
    for await (const record of readRecordsFrom(text)) {
      const line = lineOf(record, recognised, reading);
      if (reading.problems.length >= 500) await keepProblems();
      if (line !== null) yield line;
    }
  }
  await pipeline(lines, createWriteStream(copy));
  await keepProblems();
  const names = ['row_', ...recognised.header.map((_, index) => `c${index}`)];
  await connection.run(rawSql({ path: copy, skip: 0, names, rowNumber: 'row_' }, columns, marked));
  const loaded = await countRaw(connection);
  if (loaded !== reading.passedOn) {
    throw new Error(`The strict copy has ${reading.passedOn} rows, of which the database read ${loaded}.`);
  }
  if (reading.cutOff) await setCutOffAside(connection, 'true', recognised.header.length);
  return {
    rows: reading.rows,
    setAside: new Map(reading.setAside === 0 ? [] : [[tooMany, reading.setAside]]),
  };
}

/** The record as a line of the copy; `null` for titles, header, blank lines and rows with more cells than columns. */
function lineOf(record: CsvRecord, recognised: Recognised, reading: Reading): string | null {
  if (record.row <= recognised.headerRow || record.blank) return null;
  const width = recognised.header.length;
  const { fields, fault } = record;
  reading.rows += 1;
  const extra = fields.slice(width).some((field) => field.trim() !== '');
  if (fault !== null || extra) {
    reading.problems.push({
      row: record.row,
      what: [fault, extra ? `The row has ${tooMany} (${fields.length}, not ${width}).` : null]
        .filter((each) => each !== null)
        .join(' '),
      whatToDo: 'Compare the row with the publisher’s file; if it is the same there, tell the publisher.',
      severity: extra ? 'error' : 'warning',
    });
  }
  if (extra) {
    reading.setAside += 1;
    return null;
  }
  reading.passedOn += 1;
  reading.cutOff = record.last && (fields.length < width || fault !== null);
  // One kind of line end only: the database takes the first it meets, in a cell or not, for that of the file.
  const cells = fields
    .slice(0, width)
    .map((field) => `"${field.replace(/\r\n?/g, '\n').replaceAll('"', '""')}"`);
  return `${[`"${record.row}"`, ...cells].join(',')}\n`;
}

function insertProblems(problems: readonly RowProblem[]): string {
  const rows = problems.map(
    ({ row, what, whatToDo, severity }) =>
      `(${row ?? 'null'}, ${[what, whatToDo, severity].map(literal).join(', ')})`,
  );
  return `insert into row_problem values ${rows.join(', ')}`;
}
