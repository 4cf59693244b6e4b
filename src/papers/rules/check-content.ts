import type { IsoDate } from '#/schools/rules/dates.ts';
import { checkPlain } from './check-value.ts';
import { fieldsOf, type Content, type Field, type Row, type RowsField, type Template } from './template.ts';

/** Something wrong with what was typed: the field (`field`, or `field.row.column` in rows), and what to do about it. */
export interface ContentProblem {
  readonly field: string;
  readonly text: string;
}

/** The field of the day a paper is about, which stands above those of its template. */
export const aboutOnField = 'about-on';

export interface ContentAsked {
  readonly today: IsoDate;
  /** Rows that are given, by the field: the areas of a set, the objectives of a plan. */
  readonly given: GivenRows;
  /** Everything the template requires has to be there. */
  readonly whole: boolean;
}

/** Rows of fields that have their rows given, with what each is called. */
export type GivenRows = ReadonlyMap<string, readonly { readonly key: string; readonly name: string }[]>;

const mostRows = 60;
const keyForm = /^[a-z0-9-]{1,64}$/;

/**
 * What a paper can be kept with, days as ISO dates and what is empty left out; or everything that is wrong with what was
 * typed, in the order of the fields. A field the template does not have is refused: nothing that was typed goes nowhere.
 */
export function checkContent(
  template: Template,
  typed: Content,
  asked: ContentAsked,
): { readonly content: Content } | { readonly problems: readonly ContentProblem[] } {
  const fields = fieldsOf(template);
  const checked = fields.map((field) => ({ field, ...checkField(field, typed, asked) }));
  const known = new Set(fields.map(({ id }) => id));
  const problems = [
    ...checked.flatMap((one) => one.problems),
    ...Object.keys(typed)
      .filter((id) => !known.has(id))
      .map((id) => ({ field: id, text: `The form has no field “${id}”. Open the form again.` })),
  ];
  if (problems.length > 0) return { problems };
  return {
    content: Object.fromEntries(
      checked.flatMap(({ field, value }) => (value === undefined ? [] : [[field.id, value] as const])),
    ),
  };
}

interface Checked {
  readonly value: Content[string] | undefined;
  readonly problems: readonly ContentProblem[];
}

function checkField(field: Field, typed: Content, asked: ContentAsked): Checked {
  const value = typed[field.id];
  if ('columns' in field) return checkRows(field, rowsIn(value), asked);
  return checkPlain(field, field.id, isRows(value) ? undefined : value, asked);
}

function checkRows(field: RowsField, rows: readonly Row[], asked: ContentAsked): Checked {
  const given = asked.given.get(field.id);
  const areas = field.of !== undefined && 'areas' in field.of;
  const strange = rows.some(
    ({ key }) => !keyForm.test(key) || (areas && given?.some((one) => one.key === key) !== true),
  );
  const twice = new Set(rows.map(({ key }) => key)).size < rows.length;
  if (strange || twice || rows.length > mostRows) {
    const text =
      strange || twice ? 'The rows cannot be told apart. Open the form again.' : tooMany(rows.length);
    return { value: undefined, problems: [{ field: field.id, text }] };
  }
  const filled = rows.filter((row) => field.columns.some(({ id }) => (row[id] ?? '').trim() !== ''));
  // Of rows that are given each has to be filled; of others those that were begun.
  const asWhole = given === undefined ? filled : withGiven(filled, given);
  const names = new Map(given?.map(({ key, name }) => [key, name]));
  const checked = (asked.whole ? asWhole : filled).map((row) => checkRow(field, row, asked));
  // Several rows may lack the same: each says which it is.
  const problems = checked.flatMap((one, index) =>
    one.problems.map(({ field: name, text }) => ({
      field: name,
      text: `${names.get(one.key) ?? `${field.label} ${String(index + 1)}`}: ${text}`,
    })),
  );
  const nothing = asked.whole && field.required === true && filled.length === 0;
  if (nothing && problems.length === 0) {
    return {
      value: undefined,
      problems: [{ field: field.id, text: `${field.label}: fill in at least one.` }],
    };
  }
  const kept = checked.flatMap(({ row }) => (row === null ? [] : [row]));
  return { value: kept.length === 0 ? undefined : kept, problems };
}

/** The rows typed, and an empty one for each that is given and was not: it is then said what is missing in it. */
function withGiven(rows: readonly Row[], given: readonly { readonly key: string }[]): readonly Row[] {
  const typed = new Map(rows.map((row) => [row.key, row]));
  const known = new Set(given.map(({ key }) => key));
  return [...given.map(({ key }) => typed.get(key) ?? { key }), ...rows.filter(({ key }) => !known.has(key))];
}

function checkRow(
  field: RowsField,
  row: Row,
  asked: ContentAsked,
): { readonly key: string; readonly row: Row | null; readonly problems: readonly ContentProblem[] } {
  const columns = field.columns.map((column) => ({
    id: column.id,
    ...checkPlain(
      column,
      rowFieldName(field.id, row.key, column.id),
      choicesOfRow(column.type, row[column.id]),
      asked,
    ),
  }));
  const known = new Set(['key', ...field.columns.map(({ id }) => id)]);
  const strange = Object.keys(row)
    .filter((id) => !known.has(id))
    .map((id) => ({ field: field.id, text: `The form has no column “${id}”. Open the form again.` }));
  const values = columns.flatMap(({ id, value }) => {
    if (value === undefined) return [];
    return [[id, typeof value === 'string' ? value : value.join('\n')] as const];
  });
  return {
    key: row.key,
    row: values.length === 0 ? null : { ...Object.fromEntries(values), key: row.key },
    problems: [...columns.flatMap((one) => one.problems), ...strange],
  };
}

/** Several choices in one column of a row are kept as lines of one text. */
export function choicesOfRow(
  type: string,
  value: string | undefined,
): string | readonly string[] | undefined {
  return type === 'choices' && value !== undefined ? value.split('\n').filter((one) => one !== '') : value;
}

/** What a column of a row is called in a form and in problems. */
export function rowFieldName(field: string, key: string, column: string): string {
  return `${field}.${key}.${column}`;
}

/** The rows typed into a field; none where it has none. */
export function rowsIn(value: Content[string] | undefined): readonly Row[] {
  return isRows(value) ? value : [];
}

function isRows(value: Content[string] | undefined): value is readonly Row[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object');
}

function tooMany(count: number): string {
  return `There are ${String(count)} rows. Keep at most ${String(mostRows)}.`;
}
