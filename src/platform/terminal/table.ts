import { count } from '#/platform/web/words.ts';

/**
 * A table as lines of text: columns as wide as their widest cell, numbers to the right. A column is numeric when all
 * its cells are numbers, so that a year written as text stays text.
 *
 * @param room how many characters a line may have; a table that is wider is told row by row, a line to each cell.
 */
export function alignedTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  room = Number.POSITIVE_INFINITY,
): readonly string[] {
  const texts = rows.map((row) => headings.map((_, index) => shown(row[index] ?? '')));
  const columns = headings.map((heading, index) => ({
    numeric: rows.length > 0 && rows.every((row) => typeof row[index] === 'number'),
    width: Math.max(heading.length, ...texts.map((row) => row[index]?.length ?? 0)),
  }));
  const line = (cells: readonly string[]) =>
    columns
      .map(({ numeric, width }, index) => {
        const text = cells[index] ?? '';
        return numeric ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const lines = [line(headings), line(columns.map(({ width }) => '─'.repeat(width))), ...texts.map(line)];
  return lines.every(({ length }) => length <= room) ? lines : texts.flatMap((row) => stacked(headings, row));
}

/** One row of a table that is too wide: its first cell, and under it the others with their headings. */
function stacked(headings: readonly string[], [first = '', ...rest]: readonly string[]): readonly string[] {
  const others = rest.map((text, index) => [headings[index + 1] ?? '', text] as const);
  return [
    first,
    ...others.filter(([, text]) => text !== '').map(([heading, text]) => `  ${heading}: ${text}`),
  ];
}

function shown(cell: string | number): string {
  return typeof cell === 'number' && Number.isInteger(cell) ? count(cell) : String(cell);
}
