import { choicesOfRow, rowsIn, type GivenRows } from './check-content.ts';
import {
  fieldsOf,
  type Content,
  type PlainField,
  type Row,
  type RowsField,
  type Template,
} from './template.ts';

/** One field that says something else in two versions; empty where it says nothing. */
export interface Difference {
  readonly label: string;
  /** What the row is called, in a field of rows. */
  readonly row: string | null;
  readonly type: PlainField['type'];
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** What two versions say differently, field by field in the order of the template, rows told apart by their keys. */
export function differencesBetween(
  template: Template,
  was: Content,
  is: Content,
  given: GivenRows = new Map(),
): readonly Difference[] {
  return fieldsOf(template).flatMap((field) => {
    if ('columns' in field) {
      const names = new Map(given.get(field.id)?.map(({ key, name }) => [key, name]));
      return ofRows(field, rowsIn(was[field.id]), rowsIn(is[field.id]), names);
    }
    return ofField(field, plainValues(was[field.id]), plainValues(is[field.id]));
  });
}

function ofField(
  { label, type }: PlainField,
  was: readonly string[],
  is: readonly string[],
  row: string | null = null,
): readonly Difference[] {
  const same = was.length === is.length && was.every((one, index) => one === is[index]);
  return same ? [] : [{ label, row, type, was, is }];
}

function ofRows(
  { columns }: RowsField,
  was: readonly Row[],
  is: readonly Row[],
  names: ReadonlyMap<string, string>,
): readonly Difference[] {
  const before = new Map(was.map((row) => [row.key, row]));
  const after = new Map(is.map((row) => [row.key, row]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    const name = names.get(key) ?? rowName(columns, other ?? one);
    return columns.flatMap((column) =>
      ofField(column, columnValues(column, one), columnValues(column, other), name),
    );
  });
}

/** A row is called by the first thing that stands in it. */
export function rowName(columns: readonly PlainField[], row: Row | undefined): string {
  const said = columns.map(({ id }) => row?.[id] ?? '').find((text) => text !== '') ?? 'an empty row';
  const [line = ''] = said.split('\n');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** What stands in a column of a row. */
export function columnValues({ id, type }: PlainField, row: Row | undefined): readonly string[] {
  return plainValues(choicesOfRow(type, row?.[id]));
}

/** What stands in a field that is no rows, as a list. */
export function plainValues(value: Content[string] | undefined): readonly string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value.filter((one) => typeof one === 'string');
}
