import { rowsIn, type GivenRows } from '#/papers/rules/check-content.ts';
import { columnValues, differencesBetween, plainValues, rowName } from '#/papers/rules/differences.ts';
import type { Side } from '#/papers/rules/process.ts';
import type { Awaited } from '#/papers/rules/standing.ts';
import type { Content, PlainField, RowsField, Template } from '#/papers/rules/template.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

/** A field as it is read: a value, or rows. */
export type FieldTold =
  | { readonly id: string; readonly label: string; readonly kind: 'value'; readonly lines: readonly string[] }
  | {
      readonly id: string;
      readonly label: string;
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly {
        readonly name: string | null;
        readonly cells: readonly (readonly string[])[];
      }[];
    };

export interface SectionTold {
  readonly heading: string;
  readonly fields: readonly FieldTold[];
}

/** What a paper says, section by section in words, for a page or a document. A value without lines is not filled. */
export function tellContent(template: Template, content: Content, given: GivenRows): readonly SectionTold[] {
  return template.sections.map(({ heading, fields }) => ({
    heading,
    fields: fields.map((field) =>
      'columns' in field
        ? rowsTold(field, content, given)
        : {
            id: field.id,
            label: field.label,
            kind: 'value',
            lines: linesOf(field.type, plainValues(content[field.id])),
          },
    ),
  }));
}

function rowsTold(field: RowsField, content: Content, given: GivenRows): FieldTold {
  const names = given.get(field.id);
  const rows = rowsIn(content[field.id]);
  const named = names === undefined ? null : new Map(names.map(({ key, name }) => [key, name]));
  const order = new Map(names?.map(({ key }, index) => [key, index]));
  const sorted = rows.toSorted(
    (a, b) => (order.get(a.key) ?? rows.length) - (order.get(b.key) ?? rows.length),
  );
  return {
    id: field.id,
    label: field.label,
    kind: 'rows',
    columns: field.columns.map(({ label }) => label),
    rows: sorted.map((row) => ({
      name: named === null ? null : (named.get(row.key) ?? `No longer there: ${rowName(field.columns, row)}`),
      cells: field.columns.map((column) => linesOf(column.type, columnValues(column, row))),
    })),
  };
}

/** Values in words: days as `1 July 2026`, texts by their lines. */
function linesOf(type: PlainField['type'], values: readonly string[]): readonly string[] {
  if (type === 'day') return values.map((one) => dateInWords(one));
  if (type === 'words') return values.flatMap((one) => one.split('\n').filter((line) => line.trim() !== ''));
  return values;
}

/** What two versions say differently, in words. */
export function tellDifferences(template: Template, was: Content, is: Content, given: GivenRows) {
  return differencesBetween(template, was, is, given).map(({ label, row, type, was: before, is: now }) => ({
    label: row === null ? label : `${row}: ${label}`,
    was: linesOf(type, before),
    is: linesOf(type, now),
  }));
}

/** Who a side is, to whoever reads. */
export const sideNames: Readonly<Record<Side, string>> = { authority: 'the authority', school: 'the school' };

/** What is waited for, by whom and by when: `Waits for the school to answer by 1 July 2026, 3 days late`. */
export function awaitedInWords({ what, by, dueOn, daysLate }: Awaited): string {
  const until = dueOn === null ? '' : ` by ${dateInWords(dueOn)}`;
  const late = daysLate === 0 ? '' : `, ${plural(daysLate, 'day')} late`;
  return `Waits for ${sideNames[by]} to ${what}${until}${late}`;
}

/** A kept day as people write it; anything else that was typed as it was typed. */
export function readableDay(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateInWords(text) : text;
}
