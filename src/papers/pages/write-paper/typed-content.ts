import type { Content, Field, Row, RowsField, Template } from '#/papers/rules/template.ts';
import type { Form } from '#/platform/web/form.ts';

/** What a field is called in the form. */
export function fieldName(field: string): string {
  return `f.${field}`;
}

/** The fields that say which rows a field of rows has, in their order. */
export function rowsName(field: string): string {
  return `rows.${field}`;
}

/** What was typed, as it was typed: also rows in which nothing stands yet. What is of no field is kept, so that it is refused. */
export function readTyped(template: Template, { fields }: Form): Content {
  const known = new Set<string>();
  const values = (name: string): readonly string[] => {
    known.add(name);
    return fields[name] ?? [];
  };
  const typed = template.sections
    .flatMap((section) => section.fields)
    .flatMap((field) => {
      const value = readField(field, values);
      return value.length === 0 ? [] : [[field.id, value] as const];
    });
  const strange = Object.keys(fields).filter((name) => name.startsWith('f.') && !known.has(name));
  return Object.fromEntries([...typed, ...strange.map((name) => [name, fields[name] ?? []] as const)]);
}

type Values = (name: string) => readonly string[];

function readField(field: Field, values: Values): Content[string] {
  if ('columns' in field) return readRows(field, values);
  const said = values(fieldName(field.id));
  return field.type === 'choices' ? said : (said[0] ?? '');
}

function readRows({ id, columns }: RowsField, values: Values): readonly Row[] {
  return [...new Set(values(rowsName(id)))].map((key) => ({
    ...Object.fromEntries(
      columns.flatMap((column) => {
        const said = values(fieldName(`${id}.${key}.${column.id}`)).join('\n');
        return said === '' ? [] : [[column.id, said] as const];
      }),
    ),
    key,
  }));
}

/** The same with an empty row more in a field. */
export function withRow(typed: Content, field: string, key: string): Content {
  return { ...typed, [field]: [...rowsOf(typed, field), { key }] };
}

/** The same without a row. */
export function withoutRow(typed: Content, field: string, key: string): Content {
  return { ...typed, [field]: rowsOf(typed, field).filter((row) => row.key !== key) };
}

/** The rows that were typed into a field. */
export function rowsOf(typed: Content, field: string): readonly Row[] {
  const value = typed[field];
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : [];
}
