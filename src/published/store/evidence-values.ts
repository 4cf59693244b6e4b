import type { DuckDBConnection } from '@duckdb/node-api';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { MeasureValue, Missing, ReleaseStatus } from '#/schools/rules/value.ts';
import { seriesSql, valuesSql } from './evidence-sql.ts';
import type { EvidenceQuery } from './published-store.ts';
import { readRows, text, visitRows, type Cells } from './read-rows.ts';

/** What the values of one measure in one file have in common. The numbers run in the order of year, measure, group, file. */
export type Series = Pick<MeasureValue, 'year' | 'measure' | 'group' | 'status' | 'knownOn'> & {
  readonly id: number;
  readonly file: string;
};

export async function readSeries(connection: DuckDBConnection): Promise<readonly Series[]> {
  const rows = await readRows(connection, seriesSql);
  return rows.map((row) => ({
    id: Number(row[0]),
    year: Number(row[1]),
    measure: text(row, 2) as MeasureValue['measure'],
    group: text(row, 3) as MeasureValue['group'],
    status: text(row, 4) as MeasureValue['status'],
    knownOn: text(row, 5),
    file: text(row, 6),
  }));
}

/** One reference number behind a school's evidence: its own, or a predecessor's. */
export interface Line {
  readonly urn: Urn;
  /** `null`: nothing was ever measured under it. */
  readonly shelf: number | null;
  /** What happened there from this day on is no longer this school's past: it had parted from it. */
  readonly until: IsoDate;
}

/** A value on its shelf: the school's number is known from the shelf. */
interface Shelved {
  readonly series: Series;
  readonly value: MeasureValue['value'];
  readonly cohort: number | null;
  readonly interval: MeasureValue['interval'];
  readonly row: number;
}

/** Columns of `valuesSql`. */
function shelvedOf(series: Series, cells: readonly Cells[], index: number): Shelved {
  const [, , number, cohort, low, high, row, missing, code] = cells;
  const numeric = (cell: Cells | undefined) => (cell?.getItem(index) ?? null) as number | null;
  const words = (cell: Cells | undefined) => (cell?.getItem(index) ?? null) as string | null;
  const told = numeric(number);
  const [from, to] = [numeric(low), numeric(high)];
  return {
    series,
    value:
      told === null
        ? { missing: (words(missing) ?? 'not published') as Missing, code: words(code) ?? '' }
        : { number: told },
    cohort: numeric(cohort),
    interval: from === null || to === null ? null : [from, to],
    row: numeric(row) ?? 0,
  };
}

const firmness: Readonly<Record<ReleaseStatus, number>> = {
  final: 0,
  revised: 1,
  'not stated': 2,
  provisional: 3,
};

const sameThing = (a: Series, b: Series): boolean =>
  a.year === b.year && a.measure === b.measure && a.group === b.group;

/** Which reason for having no number says most: a file cut down by others leaves suppressed cells blank. */
const saysMost: readonly Missing[] = ['suppressed', 'not applicable'];

const silence = ({ value }: Shelved): number =>
  'number' in value
    ? -1
    : saysMost.includes(value.missing)
      ? saysMost.indexOf(value.missing)
      : saysMost.length;

/** Of two values of one thing the one to prefer, as `preferredSql` prefers them. */
function firstOf(a: Shelved, b: Shelved): Shelved {
  if (a.series.knownOn !== b.series.knownOn) return a.series.knownOn > b.series.knownOn ? a : b;
  const firmer = firmness[a.series.status] - firmness[b.series.status];
  if (firmer !== 0) return firmer < 0 ? a : b;
  const [aTold, bTold] = ['number' in a.value, 'number' in b.value];
  if (aTold !== bTold) return aTold ? a : b;
  if (silence(a) !== silence(b)) return silence(a) < silence(b) ? a : b;
  if ((a.cohort === null) !== (b.cohort === null)) return b.cohort === null ? a : b;
  return a.series.id < b.series.id || (a.series.id === b.series.id && a.row <= b.row) ? a : b;
}

/** Values by shelf, each thing once, in the order of year, measure and group. */
async function readShelves(
  connection: DuckDBConnection,
  shelvesAsked: readonly number[],
  asked: readonly Series[],
): Promise<ReadonlyMap<number, readonly Shelved[]>> {
  const byId = new Map(asked.map((series) => [series.id, series]));
  const wanted = new Set(shelvesAsked);
  const shelves = new Map<number, Shelved[]>();
  await visitRows(connection, valuesSql(shelvesAsked, [...byId.keys()]), (cells, index) => {
    const number = cells[0]?.getItem(index) as number;
    const series = byId.get(cells[1]?.getItem(index) as number);
    if (series === undefined || !wanted.has(number)) return;
    const told = shelvedOf(series, cells, index);
    const shelf = shelves.get(number);
    const before = shelf?.at(-1);
    if (shelf === undefined) shelves.set(number, [told]);
    else if (before !== undefined && sameThing(before.series, series))
      shelf[shelf.length - 1] = firstOf(before, told);
    else shelf.push(told);
  });
  return shelves;
}

function valueOf(urn: Urn, { series, value, cohort, interval, row }: Shelved): MeasureValue {
  return {
    urn,
    year: series.year,
    measure: series.measure,
    group: series.group,
    value,
    cohort,
    interval,
    status: series.status,
    knownOn: series.knownOn,
    source: { source: series.file, row },
  };
}

/** Values by school, its predecessors' among them: in the order of year, measure, group, then reference number. */
export async function readValues(
  connection: DuckDBConnection,
  query: EvidenceQuery,
  lines: ReadonlyMap<Urn, readonly Line[]>,
  series: readonly Series[],
): Promise<ReadonlyMap<Urn, readonly MeasureValue[]>> {
  const asked = series.filter(
    ({ knownOn, group }) =>
      knownOn <= query.asAt && (query.groups === undefined || query.groups.includes(group)),
  );
  const wanted = new Set([...lines.values()].flat().flatMap(({ shelf }) => shelf ?? []));
  const shelves = await readShelves(connection, [...wanted], asked);
  const values = new Map<Urn, readonly MeasureValue[]>();
  for (const [urn, line] of lines) {
    const told = line.flatMap((one) =>
      (one.shelf === null ? [] : (shelves.get(one.shelf) ?? []))
        // The school year ends with July.
        .filter(({ series: { year } }) => `${year}-07-31` < one.until)
        .map((shelved) => ({ shelved, urn: one.urn })),
    );
    // Of one number they stand in order; several have to be put together.
    if (line.length > 1) told.sort((a, b) => inOrder(a.shelved.series, b.shelved.series));
    values.set(
      urn,
      told.map((one) => valueOf(one.urn, one.shelved)),
    );
  }
  return values;
}

/** Stable, so that what is equal stays in the order of reference numbers. */
function inOrder(a: Series, b: Series): number {
  return sameThing(a, b) ? 0 : a.id - b.id;
}
