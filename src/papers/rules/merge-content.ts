import { rowsIn } from './check-content.ts';
import { fieldsOf, type Content, type Row, type RowsField, type Template } from './template.ts';

/**
 * What two people made of the same version, put together: what only one of them changed is as they changed it, and where both
 * did, it is as the one typed who saves last. Nothing that was typed is gone; what the other wrote stays in its version.
 */
export function mergeContent(template: Template, base: Content, newest: Content, typed: Content): Content {
  return Object.fromEntries(
    fieldsOf(template).flatMap((field) => {
      const value =
        'columns' in field
          ? mergeRows(field, rowsIn(base[field.id]), rowsIn(newest[field.id]), rowsIn(typed[field.id]))
          : chosen(base[field.id], newest[field.id], typed[field.id]);
      return value === undefined || value.length === 0 ? [] : [[field.id, value] as const];
    }),
  );
}

function chosen<Value>(base: Value, newest: Value, typed: Value): Value {
  return JSON.stringify(typed) === JSON.stringify(base) ? newest : typed;
}

function mergeRows(
  { columns }: RowsField,
  base: readonly Row[],
  newest: readonly Row[],
  typed: readonly Row[],
): readonly Row[] {
  const find = (rows: readonly Row[], key: string): Row | undefined => rows.find((row) => row.key === key);
  const keys = [...new Set([...typed, ...newest].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const [was, theirs, ours] = [find(base, key), find(newest, key), find(typed, key)];
    // A row that one of them took away stays away unless the other changed it.
    if (ours === undefined) return theirs === undefined || isSameRow(was, theirs) ? [] : [theirs];
    if (theirs === undefined) return was !== undefined && isSameRow(was, ours) ? [] : [ours];
    const values = columns.flatMap(({ id }) => {
      const value = chosen(was?.[id], theirs[id], ours[id]);
      return value === undefined ? [] : [[id, value] as const];
    });
    return [{ ...Object.fromEntries(values), key }];
  });
}

function isSameRow(one: Row | undefined, other: Row): boolean {
  if (one === undefined) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''));
}
