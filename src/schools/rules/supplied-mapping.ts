import type { SuppliedItem } from './supplied.ts';
import { itemNamed } from './supplied-items.ts';

/** How a file names its schools. A DfE number is the four digits of the school within its authority. */
export type SchoolKey = 'URN' | 'LAESTAB' | 'DfE number' | 'name';

export const schoolKeys: readonly SchoolKey[] = ['URN', 'LAESTAB', 'DfE number', 'name'];

/** What the columns of one own layout mean. Described once, remembered by its header. */
export interface SuppliedMapping {
  /** What the file is called here, for example `Governor vacancies`. */
  readonly title: string;
  readonly school: { readonly column: string; readonly by: SchoolKey };
  /** The column with the date each row is of; `null`: the date is stated for the whole file, each time. */
  readonly dateColumn: string | null;
  readonly items: readonly { readonly column: string; readonly item: SuppliedItem }[];
}

/** A column's name as it is compared: case, spaces and a byte order mark do not count. */
export function plainColumn(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Files with the same columns have the same key, in whatever order the columns stand. */
export function headerKey(header: readonly string[]): string {
  return JSON.stringify(header.map(plainColumn).toSorted());
}

/** Whether two descriptions say the same, in whatever order their items stand. */
export function sameMapping(a: SuppliedMapping, b: SuppliedMapping): boolean {
  const told = ({ title, school, dateColumn, items }: SuppliedMapping) =>
    JSON.stringify([
      title,
      plainColumn(school.column),
      school.by,
      dateColumn === null ? null : plainColumn(dateColumn),
      items.map(({ column, item }) => `${plainColumn(column)} ${item}`).toSorted(),
    ]);
  return told(a) === told(b);
}

/** Everything wrong with a mapping for a file with this header, in the order of the form; empty when it can be used. */
export function problemsOfMapping(mapping: SuppliedMapping, header: readonly string[]): readonly string[] {
  const known = new Set(header.map(plainColumn));
  const used = [mapping.school.column, ...(mapping.dateColumn === null ? [] : [mapping.dateColumn])];
  const columns = [...used, ...mapping.items.map(({ column }) => column)];
  const twice = repeated(columns.map(plainColumn));
  const itemsTwice = repeated(mapping.items.map(({ item }) => item));
  return [
    ...(mapping.title.trim() === '' ? ['Say what the file is called, for example: Governor vacancies.'] : []),
    ...(mapping.title.length > 100 ? ['The name of the file is longer than 100 characters.'] : []),
    ...columns
      .filter((column) => !known.has(plainColumn(column)))
      .map((column) => `The file has no column “${column}”.`),
    ...(mapping.items.length === 0 ? ['Say for at least one column what it tells of the schools.'] : []),
    ...twice.map((column) => `The column “${column}” is used twice.`),
    ...itemsTwice.map((item) => `${itemNamed(item).title} is given by two columns: choose one.`),
  ];
}

function repeated<Thing>(things: readonly Thing[]): readonly Thing[] {
  return [...new Set(things.filter((thing, index) => things.indexOf(thing) !== index))];
}

const keySpellings: Readonly<Record<string, SchoolKey>> = {
  urn: 'URN',
  'unique reference number': 'URN',
  laestab: 'LAESTAB',
  'la estab': 'LAESTAB',
  'dfe number': 'DfE number',
  'dfe no': 'DfE number',
  'dfe no.': 'DfE number',
  dfe: 'DfE number',
  'establishment number': 'DfE number',
  school: 'name',
  'school name': 'name',
  name: 'name',
};

/**
 * What the columns most likely mean, by their names alone, to begin with: only a name that says exactly that. `null`
 * where nothing tells which school a row is of.
 */
export function guessMapping(
  title: string,
  header: readonly string[],
  titles: readonly { readonly item: SuppliedItem; readonly title: string }[],
): SuppliedMapping | null {
  const keys = header.flatMap((column) => {
    const by = keySpellings[plainColumn(column)];
    return by === undefined ? [] : [{ column, by }];
  });
  const school = keys.toSorted((a, b) => schoolKeys.indexOf(a.by) - schoolKeys.indexOf(b.by))[0];
  if (school === undefined) return null;
  const named = (column: string) =>
    titles.find((one) => [one.item, one.title.toLowerCase()].includes(plainColumn(column)))?.item;
  const dateColumn = header.find((column) => ['date', 'as at', 'on', 'as on'].includes(plainColumn(column)));
  return {
    title,
    school,
    dateColumn: dateColumn ?? null,
    items: header.flatMap((column) => {
      const item = named(column);
      return item === undefined ? [] : [{ column, item }];
    }),
  };
}
