import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { ExportCell, ExportColumn, ExportNotes, ExportTable } from './table.ts';

/** What an xlsx file is served as. */
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A spreadsheet refuses longer texts, and says that the file is broken. */
const longestText = 32_767;

/** One sheet of a workbook, made by `sheetOf`. */
export interface Sheet {
  readonly sheet: string;
  readonly data: Cell[][];
  readonly columns: { width: number }[];
  readonly stickyRowsCount: number;
}

/** A table as a sheet, its headings held in sight. Texts stay texts and dates become dates; nothing is a formula. */
export function sheetOf<Row>(table: ExportTable<Row>): Sheet {
  const { name, columns, rows, blank } = table;
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: column.width ?? Math.max(10, column.heading.length + 2) })),
    data: [
      columns.map(({ heading }) => ({ ...textCell(heading), fontWeight: 'bold', wrap: true })),
      ...rows.map((row) => columns.map((column) => cellOf(column.value(row) ?? blank, column))),
    ],
  };
}

/**
 * A workbook of these sheets, and after them a sheet with the notes that the figures must not travel without.
 *
 * @returns the bytes of an xlsx file, and what they are served as.
 */
export async function workbook(
  sheets: readonly Sheet[],
  notes: ExportNotes,
): Promise<{ readonly type: string; readonly body: Buffer }> {
  const all = [...sheets, notesSheet(notes)];
  const names = sheetNames(all.map(({ sheet }) => sheet));
  const body = await writeXlsxFile(
    all.map((sheet, index) => ({ ...sheet, sheet: names[index] ?? sheet.sheet })),
  ).toBuffer();
  return { type, body };
}

function cellOf<Row>(cell: Exclude<ExportCell, null>, column: ExportColumn<Row>): Cell {
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return textCell(String(cell));
    const decimals = column.decimals ?? null;
    return {
      type: Number,
      value: cell,
      ...(decimals === null ? {} : { format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` }),
    };
  }
  const date = new Date(`${cell.date}T00:00:00Z`);
  if (Number.isNaN(date.valueOf())) return textCell(cell.date);
  return { type: Date, value: date, format: 'yyyy-mm-dd' };
}

/** Declared as text: whatever it begins with, a spreadsheet shows it and computes nothing. */
function textCell(text: string) {
  return { type: String, value: text.slice(0, longestText), format: '@' } as const;
}

function notesSheet(notes: ExportNotes): Sheet {
  const part = (heading: string, sentences: readonly string[]): Cell[][] =>
    sentences.length === 0
      ? []
      : [
          [],
          [{ ...textCell(heading), fontWeight: 'bold' }],
          ...sentences.map((each) => [{ ...textCell(each), wrap: true }]),
        ];
  return {
    sheet: 'Notes',
    stickyRowsCount: 0,
    columns: [{ width: 110 }],
    data: [
      [{ ...textCell(notes.title), fontWeight: 'bold' }],
      ...part('About these figures', notes.about),
      ...part('What is left out or held back', notes.suppression),
      ...part('Sources', notes.sources),
    ],
  };
}

/** Names that a spreadsheet accepts: 31 letters, without some signs, each once. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .replace(/[\][:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const base = plain === '' ? 'Sheet' : plain;
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : ` ${number}`;
      const tried = `${base.slice(0, 31 - ending.length).trim()}${ending}`;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}
