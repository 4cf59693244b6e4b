import { tableAsCsv } from './csv.ts';
import type { ExportCell, ExportNotes, ExportTable } from './table.ts';
import { sheetOf, workbook } from './workbook.ts';

/** A table whose rows are already cells, so that tables of different things can stand in one list. */
export type CellTable = ExportTable<readonly ExportCell[]>;

/** What is taken out of a page: a name without its ending, the tables, and what they must not travel without. */
export interface Download {
  readonly name: string;
  /** The first is the whole of what the page lists; others in a workbook only count it up. */
  readonly tables: readonly [CellTable, ...CellTable[]];
  readonly notes: ExportNotes;
}

/** A table of things as a table of cells. */
export function cellsOf<Row>({ columns, rows, ...table }: ExportTable<Row>): CellTable {
  return {
    ...table,
    columns: columns.map((column, index) => ({ ...column, value: (cells) => cells[index] ?? null })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/**
 * The first table as CSV. Its notes and sources are at the end of each line: notes under a table break what reads it and
 * stay behind when lines are copied.
 */
export function downloadAsCsv({ tables: [first], notes }: Download): string {
  const words = [notes.title, ...notes.about, ...notes.suppression].join(' ');
  const credited = notes.sources.join('; ');
  return tableAsCsv({
    ...first,
    columns: [
      ...first.columns,
      { heading: 'Notes', value: () => words },
      { heading: 'Sources', value: () => (credited === '' ? 'no official file' : credited) },
    ],
  });
}

/** Every table as a sheet of a workbook, and the notes on the last. */
export function downloadAsWorkbook({
  tables,
  notes,
}: Download): Promise<{ readonly type: string; readonly body: Buffer }> {
  return workbook(tables.map(sheetOf), notes);
}
