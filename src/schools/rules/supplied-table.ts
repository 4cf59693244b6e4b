import type { SuppliedTable } from './check-supplied.ts';

/** One record of a file, before it is known which of them is the header. */
export interface FileRecord {
  readonly row: number;
  readonly fields: readonly string[];
  readonly fault: string | null;
}

/** Own files have a title or two above their header; nothing sensible has more. */
const rowsSearched = 25;

/**
 * Finds the header and the rows below it: the first row that is filled nearly as wide as the widest of the first rows.
 * Blank rows are no rows. `null` when there is no row that could be a header with a row under it.
 */
export function tableFrom(records: readonly FileRecord[]): SuppliedTable | null {
  const filled = records.filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  const widths = filled.slice(0, rowsSearched).map(({ fields }) => countFilled(fields));
  const widest = Math.max(0, ...widths);
  const at = widths.findIndex((width) => width >= 2 && width >= 0.6 * widest);
  const first = filled[at];
  if (first === undefined || at === filled.length - 1) return null;
  const header = namesOf(first.fields);
  const rows = filled.slice(at + 1).map(({ row, fields, fault }) => {
    const extra = fields.slice(header.length).some((field) => field.trim() !== '');
    const tooMany = `The row has more cells (${fields.length}) than the header has columns (${header.length}).`;
    return {
      row,
      cells: header.map((_, index) => fields[index] ?? ''),
      fault: fault ?? (extra ? tooMany : null),
    };
  });
  return { header, rows };
}

/** Every column has a name of its own: a column without one goes by its place, and a repeated one is numbered. */
function namesOf(fields: readonly string[]): readonly string[] {
  const last = fields.findLastIndex((field) => field.trim() !== '');
  const names: string[] = [];
  for (const [index, field] of fields.slice(0, last + 1).entries()) {
    const name = field.replaceAll(/\s+/g, ' ').trim() || `column ${index + 1}`;
    const taken = (one: string) => names.some((other) => other.toLowerCase() === one.toLowerCase());
    let unique = name;
    for (let number = 2; taken(unique); number += 1) unique = `${name} (${number})`;
    names.push(unique);
  }
  return names;
}

function countFilled(fields: readonly string[]): number {
  return fields.filter((field) => field.trim() !== '').length;
}
