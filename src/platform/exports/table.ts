/** A date in a table: kept apart from texts, so that a spreadsheet gets a date and not its letters. */
export interface ExportDate {
  /** ISO 8601, such as `2025-08-31`. */
  readonly date: string;
}

/** `null`: the row says nothing; the table's own word for that is written. */
export type ExportCell = string | number | ExportDate | null;

export interface ExportColumn<Row> {
  /** With its unit: `Attendance (%)`. */
  readonly heading: string;
  readonly value: (row: Row) => ExportCell;
  /** Decimals shown of numbers; the number itself is written in full. */
  readonly decimals?: number;
  /** Width in a workbook, in characters. */
  readonly width?: number;
}

/** Rows to be taken out of Middle Tier: the same table becomes CSV or a sheet of a workbook. */
export interface ExportTable<Row> {
  /** Name of the sheet. */
  readonly name: string;
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: readonly Row[];
  /** What stands in a cell that says nothing: a blank would be ambiguous. */
  readonly blank: string;
}

/** What a table must not travel without. */
export interface ExportNotes {
  readonly title: string;
  /** What it is, of how many, as at when, in confidence to whom; a sentence each. */
  readonly about: readonly string[];
  /** Which figures are left out or held back, and why; a sentence each. */
  readonly suppression: readonly string[];
  /** Every file the figures come from, as credited on the page. */
  readonly sources: readonly string[];
}
