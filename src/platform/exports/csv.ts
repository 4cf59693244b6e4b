import { stringify } from 'csv-stringify/sync';
import { safeText } from './safe-text.ts';
import type { ExportCell, ExportTable } from './table.ts';

/**
 * A table as CSV: one line of headings, one line a row, dates as 2025-08-31, every line as long as the first. The mark
 * at the start tells Excel that the letters are UTF-8. No cell of text begins in a way that a spreadsheet would compute.
 */
export function tableAsCsv<Row>(table: ExportTable<Row>): string {
  const lines = [
    table.columns.map(({ heading }) => safeText(heading)),
    ...table.rows.map((row) => table.columns.map(({ value }) => written(value(row) ?? table.blank))),
  ];
  return `\uFEFF${stringify(lines, { record_delimiter: '\r\n' })}`;
}

/** A number stays a number, also below nought: only text can be taken for a formula. */
function written(cell: Exclude<ExportCell, null>): string {
  if (typeof cell === 'number') return String(cell);
  return safeText(typeof cell === 'string' ? cell : cell.date);
}
