import { daysBetween, type IsoDate } from './dates.ts';
import { readSuppliedDate, readSuppliedValue } from './read-supplied-value.ts';
import type { SuppliedItem } from './supplied.ts';
import { itemNamed, type Item } from './supplied-items.ts';
import { plainColumn, type SuppliedMapping } from './supplied-mapping.ts';
import { findSchool, type KnownSchools } from './supplied-school.ts';
import type { Urn } from './urn.ts';

/** A file of an own layout, as it was read: every row below its header that is not blank. */
export interface SuppliedTable {
  readonly header: readonly string[];
  readonly rows: readonly SuppliedRow[];
}

export interface SuppliedRow {
  /** As a spreadsheet counts: titles and header included, from 1. */
  readonly row: number;
  /** As many as the header has columns. */
  readonly cells: readonly string[];
  /** Why the row cannot be used, as the reading of the file found. */
  readonly fault: string | null;
}

/** One value of a file that may be kept. */
export interface CheckedValue {
  readonly urn: Urn;
  readonly item: SuppliedItem;
  readonly value: number | string;
  readonly on: IsoDate;
  readonly row: number;
}

/** One thing wrong with a file. `error`: the row or the value is set aside; `warning`: kept, but look at it. */
export interface SuppliedProblem {
  readonly row: number;
  readonly column: string | null;
  readonly what: string;
  readonly whatToDo: string;
  readonly severity: 'error' | 'warning';
}

/** What a file would bring if it were kept. Rows in = rows kept + rows set aside, each with a reason. */
export interface CheckedFile {
  readonly values: readonly CheckedValue[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[];
  readonly problems: readonly SuppliedProblem[];
}

export interface CheckRequest {
  readonly mapping: SuppliedMapping;
  readonly schools: KnownSchools;
  /** The day the whole file is of, where it has no column with dates. */
  readonly statedOn: IsoDate | null;
  /** The day the authority had it. */
  readonly knownOn: IsoDate;
}

type Reason =
  | 'the row could not be read'
  | 'the school is not one of this authority'
  | 'no school could be told'
  | 'the row has no date'
  | 'every value in it was set aside'
  | 'no value is given';

interface ReadRow {
  readonly values: readonly CheckedValue[];
  readonly reason: Reason | null;
  readonly problems: readonly SuppliedProblem[];
}

/** Checks a file of an own layout as strictly as an official one: nothing is guessed, and no row is lost. */
export function checkSupplied(table: SuppliedTable, request: CheckRequest): CheckedFile {
  const read = table.rows.map((row) => readRow(table, row, request));
  const all = read.flatMap(({ values }) => values);
  const repeats = problemsOfRepeats(all);
  const outcomes = read.map((one) => withoutRefused(one, repeats.refused));
  const reasons = outcomes.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  return {
    values: outcomes.flatMap(({ values }) => values),
    rowsRead: table.rows.length,
    rowsKept: table.rows.length - reasons.length,
    setAside: [...Map.groupBy(reasons, (reason) => reason)].map(([reason, same]) => ({
      reason,
      rows: same.length,
    })),
    problems: [...read.flatMap(({ problems }) => problems), ...repeats.problems].toSorted(
      (a, b) => a.row - b.row,
    ),
  };
}

function withoutRefused(
  one: ReadRow,
  refused: ReadonlySet<CheckedValue>,
): Pick<ReadRow, 'values' | 'reason'> {
  const values = one.values.filter((value) => !refused.has(value));
  const emptied = one.reason === null && values.length === 0;
  return { values, reason: emptied ? 'every value in it was set aside' : one.reason };
}

function readRow(table: SuppliedTable, row: SuppliedRow, request: CheckRequest): ReadRow {
  const { mapping } = request;
  const cell = (column: string) =>
    row.cells[table.header.findIndex((name) => plainColumn(name) === plainColumn(column))] ?? '';
  const error = (reason: Reason, column: string | null, what: string, whatToDo: string): ReadRow => ({
    values: [],
    reason,
    problems: [{ row: row.row, column, what, whatToDo, severity: 'error' }],
  });
  if (row.fault !== null) {
    return error(
      'the row could not be read',
      null,
      row.fault,
      'Mend the row in the file, and give it again.',
    );
  }
  const { column, by } = mapping.school;
  const school = findSchool(request.schools, by, cell(column));
  if (!('urn' in school)) return error(school.reason, column, school.what, school.whatToDo);
  const on = dateOf(request, cell);
  if (on === null) {
    return error(
      'the row has no date',
      mapping.dateColumn,
      `“${cell(mapping.dateColumn ?? '')}” is not a date.`,
      'Write the date as 31/08/2025 or 2025-08-31.',
    );
  }
  const read = readValues(row.row, school.urn, on, request, cell);
  const closed = read.values.length === 0 ? null : problemOfClosed(row.row, school.urn, request);
  return closed === null ? read : { ...read, problems: [...read.problems, closed] };
}

/** What is told of a school that has closed is kept, for it was true of its day, and is most often meant of another. */
function problemOfClosed(row: number, urn: Urn, { schools, mapping }: CheckRequest): SuppliedProblem | null {
  const school = schools.own.find((one) => one.urn === urn);
  if (school === undefined || school.open) return null;
  return {
    row,
    column: mapping.school.column,
    what: `${school.name} (${urn}) has closed: no analysis of today counts what is told of it.`,
    whatToDo:
      'If the row is about the school that followed it, put that school’s number in the file, and give it again.',
    severity: 'warning',
  };
}

function dateOf({ mapping, statedOn }: CheckRequest, cell: (column: string) => string): IsoDate | null {
  return mapping.dateColumn === null ? statedOn : readSuppliedDate(cell(mapping.dateColumn));
}

function readValues(
  row: number,
  urn: Urn,
  on: IsoDate,
  { mapping, knownOn }: CheckRequest,
  cell: (column: string) => string,
): ReadRow {
  const problems: SuppliedProblem[] = [];
  const values: CheckedValue[] = [];
  for (const { column, item: name } of mapping.items) {
    const item = itemNamed(name);
    const read = readSuppliedValue(item, cell(column));
    const wrong = 'wrong' in read ? read.wrong : 'value' in read ? problemOfDate(item, on, knownOn) : null;
    if (wrong !== null) {
      const whatToDo = 'Correct it in the file, and give it again; this value is left out.';
      problems.push({ row, column, what: wrong, whatToDo, severity: 'error' });
    } else if ('value' in read) {
      values.push({ urn, item: name, value: read.value, on, row });
    }
  }
  const kept = values.filter((value) => {
    const whole = itemNamed(value.item).partOf;
    const of = values.find(({ item }) => item === whole);
    if (whole === null || of === undefined || value.value <= of.value) return true;
    problems.push({
      row,
      column: mapping.items.find(({ item }) => item === value.item)?.column ?? null,
      what: `${value.value} is more than the ${itemNamed(whole).title.toLowerCase()}, ${of.value}.`,
      whatToDo: 'Correct it in the file, and give it again; this value is left out.',
      severity: 'error',
    });
    return false;
  });
  if (kept.length > 0) return { values: kept, reason: null, problems };
  return {
    values: [],
    reason: problems.length > 0 ? 'every value in it was set aside' : 'no value is given',
    problems,
  };
}

/** What is told on a day is of that day or before, except forecasts; and a date in another century is a slip. */
function problemOfDate(item: Item, on: IsoDate, knownOn: IsoDate): string | null {
  const days = daysBetween(on, knownOn);
  if (days < 0 && !item.ahead) return `It is of ${on}, which is after the day the file was had, ${knownOn}.`;
  if (days < -15 * 366) return `It is of ${on}, more than 15 years ahead.`;
  return days > 40 * 366 ? `It is of ${on}, more than 40 years ago.` : null;
}

/** A school that is told of twice: the same is kept once; of two that differ nobody can say which is right. */
function problemsOfRepeats(values: readonly CheckedValue[]): {
  readonly refused: ReadonlySet<CheckedValue>;
  readonly problems: readonly SuppliedProblem[];
} {
  const refused = new Set<CheckedValue>();
  const problems: SuppliedProblem[] = [];
  for (const same of Map.groupBy(values, ({ urn, item, on }) => `${urn} ${item} ${on}`).values()) {
    if (same.length < 2) continue;
    const differ = new Set(same.map(({ value }) => value)).size > 1;
    const rows = same.map(({ row }) => row).join(', ');
    for (const [index, value] of same.entries()) {
      if (!differ && index === 0) continue;
      refused.add(value);
      problems.push({
        row: value.row,
        column: null,
        what: `${itemNamed(value.item).title} of the school ${value.urn} is given more than once, in rows ${rows}${differ ? ', and not the same' : ''}.`,
        whatToDo: differ
          ? 'Leave the right one in the file, and give it again; none of them is kept.'
          : 'It is kept once.',
        severity: differ ? 'error' : 'warning',
      });
    }
  }
  return { refused, problems };
}
