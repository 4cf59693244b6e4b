import type { Reference } from '#/law/reference.ts';
import { areasInForce } from '#/law/templates.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { rowsIn, type GivenRows } from './check-content.ts';
import { rowName } from './differences.ts';
import { fieldsOf, type Content, type RowsField, type Template } from './template.ts';

interface Known {
  readonly areas: Reference['areas'];
  /** The day the paper was opened: it keeps the areas of that day. */
  readonly on: IsoDate;
  /** What it is part of, as it reads now. */
  readonly partOf: { readonly template: Template; readonly content: Content } | null;
}

/** The rows that a template gives: the areas of a set, or what stands in a field of the paper this is part of. */
export function givenRows(template: Template, known: Known): GivenRows {
  return new Map(
    fieldsOf(template).flatMap((field) =>
      'columns' in field && field.of !== undefined ? [[field.id, rowsGiven(field.of, known)] as const] : [],
    ),
  );
}

function rowsGiven(
  of: NonNullable<RowsField['of']>,
  { areas, on, partOf }: Known,
): readonly { readonly key: string; readonly name: string }[] {
  if ('areas' in of) {
    return areasInForce(areas, of.areas, on)?.areas.map(({ id, name }) => ({ key: id, name })) ?? [];
  }
  if (partOf === null) return [];
  const field = fieldsOf(partOf.template).find(({ id }) => id === of.field);
  const columns = field !== undefined && 'columns' in field ? field.columns : [];
  return rowsIn(partOf.content[of.field]).map((row) => ({ key: row.key, name: rowName(columns, row) }));
}
