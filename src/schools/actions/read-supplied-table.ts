import { readFile } from 'node:fs/promises';
import { KnownError } from '#/platform/errors.ts';
import { examine } from '#/published/read/examine.ts';
import { readRecords } from '#/published/read/records.ts';
import type { SuppliedTable } from '#/schools/rules/check-supplied.ts';
import { tableFrom } from '#/schools/rules/supplied-table.ts';

/** Lists of an authority's schools are small; what is larger is another file. */
export const largestSuppliedFile = 20_000_000;
const mostRows = 50_000;
const mostColumns = 200;

/**
 * Reads a file of an own layout, as strictly as an official one: encoding, quotation marks, what only looks like a table.
 *
 * @throws KnownError `file-unreadable` with what to do
 */
export async function readSuppliedTable(
  path: string,
): Promise<{ readonly table: SuppliedTable; readonly sha256: string }> {
  const examined = await examineReadable(path);
  if (examined.notCsv !== null) throw unreadable(examined.notCsv.what, examined.notCsv.whatToDo);
  if (examined.bytes > largestSuppliedFile) {
    throw unreadable(
      `The file is larger than ${largestSuppliedFile / 1e6} megabytes.`,
      'A list of an authority’s schools is far smaller: check that it is the file you meant.',
    );
  }
  const text = new TextDecoder(examined.encoding).decode(await readFile(path));
  const table = tableFrom([...readRecords(text)]);
  if (table === null)
    throw unreadable(noTable(text), 'Save the list as CSV with commas, with a header above its rows.');
  if (table.rows.length > mostRows || table.header.length > mostColumns) {
    throw unreadable(
      `The file has ${table.rows.length} rows and ${table.header.length} columns; at most ${mostRows} and ${mostColumns} can be read.`,
      'Give the sheet with one row a school.',
    );
  }
  return { table, sha256: examined.sha256 };
}

async function examineReadable(path: string): ReturnType<typeof examine> {
  try {
    return await examine(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['ENOENT', 'EACCES', 'EPERM', 'EISDIR'].includes(code)) throw error;
    throw new KnownError(
      'file-unreadable',
      `“${path}” cannot be read.`,
      ['Give a file that exists and that you may read.'],
      { cause: error },
    );
  }
}

function noTable(text: string): string {
  const separator = ['\t', ';', '|'].find((sign) => (text.split('\n', 1)[0]?.split(sign).length ?? 0) > 1);
  return separator === undefined
    ? 'The file has no header with rows under it.'
    : `The columns are separated by ${separator === '\t' ? 'tabs' : `“${separator}”`}, not by commas.`;
}

function unreadable(what: string, whatToDo: string): KnownError {
  return new KnownError('file-unreadable', what, [whatToDo]);
}
