/**
 * A table as lines of text: columns as wide as their widest cell, numbers to the right. A column is numeric when all
 * its cells are numbers, so that a year written as text stays text.
 */
export function alignedTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] {
  const columns = headings.map((heading, index) => {
    const cells = rows.map((row) => row[index] ?? '');
    const numeric = cells.length > 0 && cells.every((cell) => typeof cell === 'number');
    const width = Math.max(heading.length, ...cells.map((cell) => String(cell).length));
    return { numeric, width };
  });
  const line = (cells: readonly (string | number)[]) =>
    columns
      .map(({ numeric, width }, index) => {
        const text = String(cells[index] ?? '');
        return numeric ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [line(headings), line(columns.map(({ width }) => '─'.repeat(width))), ...rows.map(line)];
}
