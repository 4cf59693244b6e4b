/** Counts of nothing or more, of which some sums are known. A sum is of counts by their places, each at most once. */
export interface KnownSum {
  readonly of: readonly number[];
  readonly is: number;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * How small and how large a sum of counts can be when other sums of them are known: what somebody can work out who has
 * nothing but those. By the simplex method (Dantzig, Linear Programming and Extensions, 1963), with Bland's rule once
 * there have been many steps, so that it ends (Mathematics of Operations Research 2, 1977).
 *
 * @param counts how many there are
 * @throws Error when no counts have these sums
 */
export function whatSumsTell(counts: number, known: readonly KnownSum[]): (sum: readonly number[]) => Bounds {
  const tableau = solved(counts, known);
  return (sum) => {
    const wanted = new Float64Array(counts);
    for (const place of sum) wanted[place] = 1;
    return { least: -best(tableau, wanted, -1), most: best(tableau, wanted, 1) };
  };
}

/** Rows of coefficients with the right-hand side last, and which count each row is solved for. */
interface Tableau {
  readonly counts: number;
  rows: Float64Array[];
  solvedFor: number[];
}

/** Below this a coefficient is a rounding error: all numbers that go in are whole. */
const nothing = 1e-9;

/** Some counts that have the known sums, as a tableau solved for as many counts as there are independent sums. */
function solved(counts: number, known: readonly KnownSum[]): Tableau {
  const width = counts + known.length + 1;
  const rows = known.map(({ of, is }, index) => {
    const row = new Float64Array(width);
    for (const place of of) row[place] = 1;
    row[counts + index] = 1;
    row[width - 1] = is;
    return row;
  });
  const started: Tableau = { counts: width - 1, rows, solvedFor: known.map((_, index) => counts + index) };
  const missing = new Float64Array(width - 1).fill(-1, counts);
  if (best(started, missing, 1) < -1e-6) throw new Error('No counts have these sums');
  const kept = started.rows.flatMap((row, index): [Float64Array, number][] => {
    const held = started.solvedFor[index] ?? 0;
    if (held < counts) return [[row, held]];
    const place = row.findIndex((value, at) => at < counts && Math.abs(value) > nothing);
    // A row of nothing says what the others say already.
    if (place < 0) return [];
    turn(started, index, place);
    return [[started.rows[index] ?? row, place]];
  });
  return {
    counts,
    rows: kept.map(([row]) => Float64Array.from([...row.subarray(0, counts), row[width - 1] ?? 0])),
    solvedFor: kept.map(([, place]) => place),
  };
}

/** The largest value of the wanted sum, times the sign. The tableau is left solved for it. */
function best(tableau: Tableau, wanted: Float64Array, sign: 1 | -1): number {
  const last = tableau.counts;
  const gain = new Float64Array(last + 1);
  for (let place = 0; place < last; place += 1) gain[place] = sign * (wanted[place] ?? 0);
  tableau.rows.forEach((row, index) => {
    const weight = sign * (wanted[tableau.solvedFor[index] ?? 0] ?? 0);
    if (weight === 0) return;
    for (let place = 0; place <= last; place += 1)
      gain[place] = (gain[place] ?? 0) - weight * (row[place] ?? 0);
  });
  for (let steps = 0; ; steps += 1) {
    const place = entering(gain, last, steps > 50 * tableau.rows.length);
    if (place < 0) return -(gain[last] ?? 0);
    const leaving = rowThatLimits(tableau, place);
    if (leaving < 0) throw new Error('A sum without a limit');
    turn(tableau, leaving, place);
    take(gain, tableau.rows[leaving], place);
  }
}

function entering(gain: Float64Array, last: number, first: boolean): number {
  let chosen = -1;
  for (let place = 0; place < last; place += 1) {
    const value = gain[place] ?? 0;
    if (value <= nothing) continue;
    if (first) return place;
    if (chosen < 0 || value > (gain[chosen] ?? 0)) chosen = place;
  }
  return chosen;
}

/** Of several the one solved for the first count, as Bland's rule wants it. */
function rowThatLimits({ rows, solvedFor, counts }: Tableau, place: number): number {
  let chosen = -1;
  let limit = Infinity;
  rows.forEach((row, index) => {
    const coefficient = row[place] ?? 0;
    if (coefficient <= nothing) return;
    const here = (row[counts] ?? 0) / coefficient;
    const before = solvedFor[chosen] ?? Infinity;
    if (here < limit - nothing || (here <= limit + nothing && (solvedFor[index] ?? 0) < before)) {
      chosen = index;
      limit = Math.min(limit, here);
    }
  });
  return chosen;
}

function turn(tableau: Tableau, index: number, place: number): void {
  const row = tableau.rows[index];
  if (row === undefined) return;
  const by = row[place] ?? 1;
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) / by;
  tableau.rows.forEach((other, at) => {
    if (at !== index) take(other, row, place);
  });
  tableau.solvedFor[index] = place;
}

/** Takes as much of a row from another as leaves nothing at a place. */
function take(from: Float64Array, row: Float64Array | undefined, place: number): void {
  const times = from[place] ?? 0;
  if (row === undefined || Math.abs(times) < 1e-12) return;
  for (let at = 0; at < from.length; at += 1) from[at] = (from[at] ?? 0) - times * (row[at] ?? 0);
  from[place] = 0;
}
