import type { Content, Field, PlainField, Row, RowsField } from '#/papers/rules/template.ts';
import type { GivenRows } from '#/papers/rules/check-content.ts';
import { readableDay } from '#/papers/actions/tell-paper.ts';
import { fieldName, rowsName, rowsOf } from './typed-content.ts';

/** What the fields of a form are drawn of. */
export interface Drawing {
  readonly typed: Content;
  readonly given: GivenRows;
  readonly problemOf: (field: string) => string | null;
  readonly newKey: () => string;
}

/** How many choices stand as radio buttons; more are a list to choose from. */
const mostRadios = 7;

export function fieldView(field: Field, drawing: Drawing) {
  if ('columns' in field) return rowsView(field, drawing);
  const value = drawing.typed[field.id];
  const said = typeof value === 'string' ? [value] : (value ?? []).filter((one) => typeof one === 'string');
  return plainView(field, field.id, said, drawing, mostRadios);
}

function plainView(
  field: PlainField,
  name: string,
  said: readonly string[],
  { problemOf }: Pick<Drawing, 'problemOf'>,
  most: number,
) {
  const id = fieldName(name);
  const choices = (field.choices ?? []).map((text, index) => ({
    id: index === 0 ? id : `${id}-${String(index + 1)}`,
    text,
    checked: said.includes(text),
  }));
  return {
    as: widgetOf(field, choices.length <= most),
    id,
    label: field.label,
    hint: hintOf(field),
    value: field.type === 'day' ? readableDay(said[0] ?? '') : (said[0] ?? ''),
    choices,
    problem: problemOf(name),
  };
}

function widgetOf({ type }: PlainField, few: boolean) {
  if (type === 'words') return 'words';
  if (type === 'choice') return few ? 'radios' : 'select';
  if (type === 'choices') return 'ticks';
  return type === 'line' ? 'line' : 'short';
}

function hintOf({ hint, type, required }: PlainField): string {
  const form = type === 'day' ? 'Such as 1 July 2026' : type === 'time' ? 'Such as 14:30' : '';
  const needed = required === true ? '' : 'You may leave it empty';
  return [hint ?? '', form, needed]
    .filter((one) => one !== '')
    .map((one) => (/[.?!]$/.test(one) ? one : `${one}.`))
    .join(' ');
}

function rowsView(field: RowsField, drawing: Drawing) {
  const { typed, given, problemOf, newKey } = drawing;
  const rows = shownRows(rowsOf(typed, field.id), given.get(field.id), newKey);
  return {
    as: 'rows' as const,
    id: fieldName(field.id),
    keys: rowsName(field.id),
    label: field.label,
    hint: field.hint ?? '',
    problem: problemOf(field.id),
    mayAdd: field.of === undefined,
    add: field.id,
    one: oneOf(field),
    rows: rows.map(({ row, name }, index) => ({
      key: row.key,
      legend: name ?? `${oneOf(field)} ${String(index + 1)}`,
      remove: name === null ? `${field.id}.${row.key}` : null,
      cells: field.columns.map((column) =>
        plainView(
          column,
          `${field.id}.${row.key}.${column.id}`,
          column.type === 'choices' ? (row[column.id] ?? '').split('\n') : [row[column.id] ?? ''],
          drawing,
          5,
        ),
      ),
    })),
  };
}

function oneOf({ type, label }: RowsField): string {
  return type === 'actions' ? 'Action' : label;
}

/** Given rows in their order, those that are not given any more after them; of others at least one to fill in. */
function shownRows(
  rows: readonly Row[],
  given: GivenRows extends ReadonlyMap<string, infer Rows> ? Rows | undefined : never,
  newKey: () => string,
): readonly { readonly row: Row; readonly name: string | null }[] {
  if (given === undefined) {
    return (rows.length === 0 ? [{ key: newKey() }] : rows).map((row) => ({ row, name: null }));
  }
  const known = new Set(given.map(({ key }) => key));
  return [
    ...given.map(({ key, name }) => ({ row: rows.find((row) => row.key === key) ?? { key }, name })),
    ...rows.filter(({ key }) => !known.has(key)).map((row) => ({ row, name: 'No longer there' })),
  ];
}
