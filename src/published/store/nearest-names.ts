/** How far a name may be from what was typed, in letters changed, missing, added or swapped, for each letter typed. */
const tolerance = 0.4;

/**
 * The names most like what was typed, nearest first, at most three: for a misspelling (`Norflok`), or the beginning of a
 * longer name (`Bath`). Empty when nothing is near.
 */
export function nearestNames(typed: string, names: readonly string[]): readonly string[] {
  const wanted = simplified(typed);
  if (wanted === '') return [];
  return names
    .map((name) => ({ name, far: farness(wanted, simplified(name)) }))
    .filter(({ far }) => far <= tolerance)
    .toSorted((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Lower case, letters and digits only. */
export function simplified(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]/g, '');
}

function farness(wanted: string, name: string): number {
  if (wanted.length >= 3 && name.startsWith(wanted)) return 0.1;
  return editsBetween(wanted, name) / wanted.length;
}

/** Letters changed, missing, added, or two neighbours swapped (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
