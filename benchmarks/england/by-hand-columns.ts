import { spellings, isShare, type Column, type Layout, type MeasureFacts } from '#/published/layout.ts';

/**
 * Lists of columns for the SQL written by hand: the same columns that the importers read, so that the two do the same
 * work. Only their names are taken over; how they are read, checked and put together is written anew.
 */

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const word = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The column of a file under the spelling it has there. */
export function inFile(header: readonly string[], column: Column | null | undefined): string | null {
  if (column === null || column === undefined) return null;
  const plain = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();
  const wanted = spellings(column).map(plain);
  return header.find((name) => wanted.includes(plain(name))) ?? null;
}

/** The cell's text, `null` where blank or `NULL`. */
export function textSql(header: readonly string[], column: Column | null | undefined): string {
  const name = inFile(header, column);
  return name === null ? 'null::varchar' : `nullif(nullif(trim(${quoted(name)}), ''), 'NULL')`;
}

export function numberSql(expression: string): string {
  return `try_cast(rtrim(${expression}, '%') as double)`;
}

export function dateSql(
  header: readonly string[],
  column: Column | null | undefined,
  format: string,
): string {
  return `try_strptime(${textSql(header, column)}, ${word(format)})::date`;
}

export function mapped(expression: string, words: Readonly<Record<string, string>>): string {
  const cases = Object.entries(words).map(([from, to]) => `when ${word(from)} then ${word(to)}`);
  return `case lower(${expression}) ${cases.join(' ')} end`;
}

/** Measures of a table that this file has. */
export function measuresIn(layout: Layout, header: readonly string[]): readonly MeasureFacts[] {
  return (layout.results?.measures ?? []).filter(({ column }) => inFile(header, column) !== null);
}

/** Pupils behind a number. */
export function cohortSql({ cohort }: MeasureFacts, header: readonly string[]): string {
  const there = cohort.flatMap((one) => {
    if (!isShare(one)) {
      const name = inFile(header, one);
      return name === null ? [] : [`try_cast(${quoted(name)} as integer)`];
    }
    const [pupils, share] = [inFile(header, one.pupils), inFile(header, one.share)];
    if (pupils === null || share === null) return [];
    return [`round(100 * ${numberSql(quoted(pupils))} / nullif(${numberSql(quoted(share))}, 0))::integer`];
  });
  return there.length === 0 ? 'null::integer' : `coalesce(${there.join(', ')})`;
}
