import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import type { Form } from '#/platform/web/form.ts';
import { supplyStepAddress } from '#/platform/web/addresses.ts';
import type { DraftRead } from '#/schools/actions/supplied-drafts.ts';
import type { ItemTitle, Mapping, SchoolKeyChoice } from '#/schools/actions/supplied-choices.ts';

/** What a person said of the columns: one choice each, as the form sends it. */
export interface ColumnsTyped {
  readonly title: string;
  readonly statedOn: string;
  /** `''` (not used), `school:URN`, `date` or an item, by place of the column. */
  readonly choices: readonly string[];
}

export interface Choices {
  readonly keys: readonly SchoolKeyChoice[];
  readonly items: readonly ItemTitle[];
}

const schoolPrefix = 'school:';
const date = 'date';

export function columnsTyped(form: Form, columns: number): ColumnsTyped {
  return {
    title: typed(form, 'title'),
    statedOn: typed(form, 'stated-on'),
    choices: Array.from({ length: columns }, (_, index) => typed(form, `column-${index + 1}`)),
  };
}

/** The form as it is first seen: filled in with what is known of the columns. */
export function columnsKnown({ table, mapping, statedOn, fileName }: DraftRead): ColumnsTyped {
  const choice = (column: string) => {
    if (mapping === null) return '';
    if (mapping.school.column === column) return schoolPrefix + mapping.school.by;
    if (mapping.dateColumn === column) return date;
    return mapping.items.find((one) => one.column === column)?.item ?? '';
  };
  const title = mapping?.title ?? fileName.replace(/\.[^.]*$/, '');
  return { title, statedOn, choices: table.header.map(choice) };
}

/** What the columns mean, or everything that is wrong with what was said, in the order of the form. */
export function readColumns(
  said: ColumnsTyped,
  header: readonly string[],
  choices: Choices,
): { readonly mapping: Mapping } | { readonly problems: readonly FieldProblem[] } {
  const chosen = header.map((column, index) => ({ column, index, choice: said.choices[index] ?? '' }));
  const schools = chosen.filter(({ choice }) => choice.startsWith(schoolPrefix));
  const dates = chosen.filter(({ choice }) => choice === date);
  const items = chosen.flatMap(({ column, index, choice }) => {
    const item = choices.items.find((one) => one.item === choice)?.item;
    return item === undefined ? [] : [{ column, index, item }];
  });
  const twice = items.filter(({ item }, at) => items.findIndex((other) => other.item === item) !== at);
  const [school] = schools;
  const by = choices.keys.find((key) => school?.choice === schoolPrefix + key);
  const problems: FieldProblem[] = [
    ...(said.title === '' ? [{ field: 'title', text: 'Say what the file is called.' }] : []),
    ...(said.title.length > 100 ? [{ field: 'title', text: 'The name is longer than 100 characters.' }] : []),
    ...(dates.length === 0 && said.statedOn === ''
      ? [{ field: 'stated-on', text: 'Say the day the file is of, or which column has it.' }]
      : []),
    ...(by === undefined ? [{ field: 'column-1', text: 'Say which column tells the school.' }] : []),
    ...(items.length === 0
      ? [{ field: 'column-1', text: 'Say for at least one column what it tells of the schools.' }]
      : []),
    ...schools.slice(1).map(({ index, column }) => ({
      field: `column-${index + 1}`,
      text: `“${column}” is a second column that tells the school: choose one.`,
    })),
    ...dates.slice(1).map(({ index, column }) => ({
      field: `column-${index + 1}`,
      text: `“${column}” is a second column with the date: choose one.`,
    })),
    ...twice.map(({ index, column }) => ({
      field: `column-${index + 1}`,
      text: `“${column}” tells what another column tells already: choose one.`,
    })),
  ];
  if (problems.length > 0 || school === undefined || by === undefined) return { problems };
  return {
    mapping: {
      title: said.title,
      school: { column: school.column, by },
      dateColumn: dates[0]?.column ?? null,
      items: items.map(({ column, item }) => ({ column, item })),
    },
  };
}

const rowsShown = 4;

/** Every column with its first cells and what it may be. */
export function columnsView(
  { authority, id, fileName, table }: DraftRead,
  said: ColumnsTyped,
  choices: Choices,
  problems: readonly FieldProblem[],
) {
  const problem = (field: string) => problems.find((one) => one.field === field)?.text ?? null;
  const options = [
    { value: '', text: 'Not used' },
    ...choices.keys.map((key) => ({ value: schoolPrefix + key, text: `The school, by its ${key}` })),
    { value: date, text: 'The date the row is of' },
    ...choices.items.map(({ item, title }) => ({ value: item, text: title })),
  ];
  return {
    fileName,
    rows: table.rows.length,
    action: supplyStepAddress(authority.slug, id, 'columns'),
    discard: supplyStepAddress(authority.slug, id, 'discard'),
    title: { value: said.title, problem: problem('title') },
    statedOn: { value: said.statedOn, problem: problem('stated-on') },
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    columns: table.header.map((name, index) => ({
      id: `column-${index + 1}`,
      name,
      cells: table.rows
        .slice(0, rowsShown)
        .map(({ cells }) => cells[index]?.slice(0, 60) ?? '')
        .map((cell) => (cell.trim() === '' ? '(blank)' : cell)),
      problem: problem(`column-${index + 1}`),
      selectItems: options.map((option) => ({
        ...option,
        selected: option.value === (said.choices[index] ?? ''),
      })),
    })),
    meanings: choices.items.map(({ title, meaning }) => ({ title, meaning })),
  };
}
