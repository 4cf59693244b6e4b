import { readFile } from 'node:fs/promises';
import { KnownError } from '#/platform/errors.ts';
import { examine } from '#/published/read/examine.ts';
import { readRecords } from '#/published/read/records.ts';
import type { SuppliedTable } from '#/schools/rules/check-supplied.ts';
import { tableFrom } from '#/schools/rules/supplied-table.ts';

/** A list as CSV: its text, or a file on this computer. */
export type ListGiven = { readonly text: string } | { readonly file: string };

/** About three thousand people: a list of everybody an authority works with is far smaller. */
export const largestList = 300_000;

/** A column of a list, by its heading and others under which people keep the same. */
export interface ColumnOfList<Field extends string> {
  readonly field: Field;
  readonly heading: string;
  readonly meaning: string;
  readonly needed: boolean;
  /** In small letters. */
  readonly also: readonly string[];
}

/** A row of a list, with its cells by field; a column that is not there gives ''. */
export interface RowOfList<Field extends string> {
  /** As a spreadsheet counts: the header included, from 1. */
  readonly row: number;
  readonly cells: Readonly<Record<Field, string>>;
  /** What is wrong with the row as a row of CSV. */
  readonly fault: string | null;
}

/**
 * Reads a list: its columns in any order, others passed over.
 *
 * @throws KnownError `file-unreadable`, `file-unknown` where it is no list of this kind
 */
export async function readList<Field extends string>(
  list: ListGiven,
  columns: readonly ColumnOfList<Field>[],
): Promise<readonly RowOfList<Field>[]> {
  const text = 'text' in list ? list.text : await textOf(list.file);
  if (text.length > largestList) throw tooLarge();
  const table = tableFrom([...readRecords(text)]);
  if (table === null) {
    throw new KnownError('file-unreadable', 'The file has no header with rows under it.', [
      'Save the list as CSV with commas, with a header above its rows.',
    ]);
  }
  return rowsOf(table, columns);
}

function rowsOf<Field extends string>(
  table: SuppliedTable,
  columns: readonly ColumnOfList<Field>[],
): readonly RowOfList<Field>[] {
  const places = columns.map((column) => ({ ...column, at: placeOf(column, table.header) }));
  const missing = places.filter(({ needed, at }) => needed && at === -1);
  if (missing.length > 0) {
    throw new KnownError(
      'file-unknown',
      `The list lacks the column ${missing.map(({ heading }) => `“${heading}”`).join(' and ')}.`,
      [
        `It has: ${table.header.join(', ')}.`,
        `A list has the columns: ${columns.map(({ heading }) => heading).join(', ')}.`,
      ],
    );
  }
  return table.rows.map(({ row, cells, fault }) => ({
    row,
    cells: Object.fromEntries(places.map(({ field, at }) => [field, cells[at] ?? ''])) as Record<
      Field,
      string
    >,
    fault,
  }));
}

function placeOf({ heading, also }: ColumnOfList<string>, header: readonly string[]): number {
  const plain = header.map((name) => name.trim().toLowerCase());
  const own = plain.indexOf(heading.toLowerCase());
  return own === -1 ? plain.findIndex((name) => also.includes(name)) : own;
}

async function textOf(file: string): Promise<string> {
  const examined = await examine(file).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['ENOENT', 'EACCES', 'EPERM', 'EISDIR'].includes(code)) throw error;
    throw new KnownError('file-unreadable', `“${file}” cannot be read.`, [
      'Give a file that exists and that you may read.',
    ]);
  });
  if (examined.notCsv !== null)
    throw new KnownError('file-unreadable', examined.notCsv.what, [examined.notCsv.whatToDo]);
  if (examined.bytes > largestList) throw tooLarge();
  return new TextDecoder(examined.encoding).decode(await readFile(file));
}

function tooLarge(): KnownError {
  return new KnownError('file-unreadable', `The list is larger than ${largestList / 1000} kilobytes.`, [
    'Give it in parts: what was taken in before is left as it is.',
  ]);
}
