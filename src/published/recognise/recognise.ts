import { spellings, type Column, type Layout } from '#/published/layout.ts';
import { layouts } from '#/published/layouts.ts';
import { readRecords, type CsvRecord } from '#/published/read/records.ts';
import { companions } from './companions.ts';
import { knownColumns } from './known-columns.ts';

/** A file whose layout is known, and where its rows begin. */
export interface Recognised {
  readonly layout: Layout;
  /** Row of the header, counting from 1. */
  readonly headerRow: number;
  /** Lines up to and including the header: not the same when a title holds a line break. */
  readonly headerLines: number;
  /** Blank lines among the titles. */
  readonly blankTitles: number;
  readonly header: readonly string[];
  /** What stands above the header, as one text. */
  readonly titles: string;
  /** Position of a column in the file, whatever its spelling, order or case; `null` when it is not there. */
  readonly find: (column: Column) => number | null;
}

/** A file that is none of the layouts: the nearest one, and where they differ. */
export interface Unknown {
  readonly what: string;
  readonly whatToDo: string;
  readonly nearest: {
    readonly layout: string;
    readonly title: string;
    readonly missing: readonly string[];
    readonly unexpected: readonly string[];
  } | null;
}

/** Titles above a header have been one to four lines; nothing official has more than this. */
const rowsSearched = 25;

/** A column's name as it is compared: case, spaces (single, double, unbreakable) and a byte order mark do not count. */
export function plainName(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function finder(header: readonly string[]): (column: Column) => number | null {
  const positions = new Map<string, number>();
  header.forEach((name, position) => {
    const plain = plainName(name);
    if (!positions.has(plain)) positions.set(plain, position);
  });
  return (column) => {
    for (const spelling of spellings(column)) {
      const position = positions.get(plainName(spelling));
      if (position !== undefined) return position;
    }
    return null;
  };
}

function fits(layout: Layout, find: (column: Column) => number | null): boolean {
  const there = (column: Column) => find(column) !== null;
  return layout.signature.every(there) && (layout.anyOf.length === 0 || layout.anyOf.some(there));
}

/** Recognises a file by the columns in its head. */
export function recognise(head: string): Recognised | Unknown {
  const rows: CsvRecord[] = [];
  for (const record of readRecords(head)) {
    rows.push(record);
    if (rows.length === rowsSearched) break;
  }
  for (const [index, record] of rows.entries()) {
    const find = finder(record.fields);
    // The longest signature says most; two layouts that both fit differ in it.
    const layout = layouts
      .filter((each) => fits(each, find))
      .sort((a, b) => b.signature.length - a.signature.length)[0];
    if (layout === undefined) continue;
    return {
      layout,
      headerRow: record.row,
      headerLines: record.endLine,
      blankTitles: rows.slice(0, index).filter(({ blank }) => blank).length,
      header: record.fields,
      titles: rows
        .slice(0, index)
        .map((title) => title.fields.join(' ').trim())
        .filter((title) => title !== '')
        .join('\n'),
      find,
    };
  }
  return describeUnknown(rows.map((record) => record.fields));
}

function describeUnknown(rows: readonly (readonly string[])[]): Unknown {
  const finders = rows.map(finder);
  const companion = companions.find((each) =>
    finders.some((find) => each.columns.every((column) => find(column) !== null)),
  );
  if (companion !== undefined) return { ...companion, nearest: null };
  const separator = ['\t', ';', '|'].find(
    (sign) => (rows[0]?.length ?? 0) === 1 && (rows[0]?.[0]?.split(sign).length ?? 0) > 3,
  );
  if (separator !== undefined) {
    return {
      what: `The columns are separated by ${separator === '\t' ? 'tabs' : `“${separator}”`}, not by commas.`,
      whatToDo: 'Save the file as CSV with commas and import that.',
      nearest: null,
    };
  }
  const nearest = nearestLayout(rows);
  if (nearest === null) {
    return {
      what: 'Its columns are like those of no official file this version reads.',
      whatToDo:
        'Check that it is the file you meant: “Where official files are published” lists what can be read. A list of your own services is not imported but supplied, under “Supplied files”.',
      nearest: null,
    };
  }
  return {
    what: `It is nearest to “${nearest.title}”, but lacks: ${nearest.missing.join(', ')}.`,
    whatToDo: 'Import the file as its publisher issued it, with its own column names.',
    nearest,
  };
}

function nearestLayout(rows: readonly (readonly string[])[]): Unknown['nearest'] {
  let best: { share: number; nearest: NonNullable<Unknown['nearest']> } | null = null;
  for (const header of rows) {
    const find = finder(header);
    for (const layout of layouts) {
      const anyOf = layout.anyOf.length === 0 || layout.anyOf.some((column) => find(column) !== null);
      const missing = layout.signature
        .filter((column) => find(column) === null)
        .map((column) => spellings(column)[0] ?? '');
      if (!anyOf) missing.push(layout.anyOf.map((column) => spellings(column)[0]).join(' or '));
      const needed = layout.signature.length + (layout.anyOf.length > 0 ? 1 : 0);
      const share = (needed - missing.length) / needed;
      // Less than half of the columns in common is no likeness, only a shared word.
      if (share < 0.5 || share <= (best?.share ?? 0)) continue;
      const known = new Set(knownColumns(layout).flatMap(spellings).map(plainName));
      const unexpected = header.filter((name) => name.trim() !== '' && !known.has(plainName(name)));
      best = { share, nearest: { layout: layout.id, title: layout.title, missing, unexpected } };
    }
  }
  return best?.nearest ?? null;
}
