import type { Column } from '#/published/layout.ts';

/** How the columns of one file are reached in SQL: `raw.c5` is the sixth column of the file. */
export interface Cells {
  /** The cell as printed, trimmed; `''` when blank, SQL null when the row ends before it or the file lacks the column. */
  readonly printed: (column: Column) => string;
  /** The cell's text, with blank and `NULL` as SQL null. */
  readonly text: (column: Column | null | undefined) => string;
  readonly date: (column: Column | null | undefined) => string;
  /** A number of pupils, places or years: never below nought. */
  readonly whole: (column: Column | null | undefined) => string;
  readonly has: (column: Column | null | undefined) => boolean;
}

/** A text as an SQL literal. */
export function literal(text: string | null): string {
  return text === null ? 'null' : `'${text.replaceAll("'", "''")}'`;
}

/** `case … end` that turns printed words (compared in lower case) into our own; SQL null for what is not listed. */
export function translate(expression: string, words: Readonly<Record<string, string>>): string {
  const cases = Object.entries(words).map(([from, to]) => `when ${literal(from)} then ${literal(to)}`);
  return cases.length === 0 ? 'null' : `case lower(${expression}) ${cases.join(' ')} end`;
}

/** A printed number, with or without a percent sign; SQL null for anything else, words for infinity included. */
export function numberOf(expression: string): string {
  const bare = `try_cast(rtrim(${expression}, '%') as double)`;
  return `case when isfinite(${bare}) then ${bare} end`;
}

export function cellsOf(find: (column: Column) => number | null, dateFormat: string): Cells {
  const printed = (column: Column) => {
    const position = find(column);
    return position === null ? 'null' : `c${position}`;
  };
  const text = (column: Column | null | undefined) => {
    const cell = column === null || column === undefined ? 'null' : printed(column);
    return cell === 'null' ? 'null::varchar' : `nullif(nullif(${cell}, ''), 'NULL')`;
  };
  return {
    printed,
    text,
    date: (column) => `try_strptime(${text(column)}, ${literal(dateFormat)})::date`,
    whole: (column) => {
      const number = `try_cast(${text(column)} as integer)`;
      return `case when ${number} >= 0 then ${number} end`;
    },
    has: (column) => column !== null && column !== undefined && find(column) !== null,
  };
}
