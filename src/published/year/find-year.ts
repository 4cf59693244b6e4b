import type { DuckDBConnection } from '@duckdb/node-api';
import { numberOf, type Cells } from '#/published/facts/sql.ts';
import type { Reference } from '#/law/reference.ts';
import type { Column, ResultFacts, YearEvidence } from '#/published/layout.ts';
import { plainName } from '#/published/recognise/recognise.ts';
import { schoolYearName, type SchoolYear } from '#/schools/rules/dates.ts';
import type { MeasureId } from '#/schools/rules/value.ts';

/** The school year of a file of results, with what gave it away; or why it cannot be told. */
export type FoundYear =
  | { readonly year: SchoolYear; readonly basis: string }
  | { readonly year: null; readonly what: string; readonly whatToDo: string };

/** England's figures as published, to hold a file against. */
type Published = Pick<Reference, 'nationalFigures' | 'phaseFigures'>;

/** What the rows of a file say about its year: worked out by the database, weighed by `findYear`. */
export interface YearReadings {
  /** Columns of the file's header. */
  readonly header: readonly string[];
  /** For each column of a sign that asks: does it hold numbers, and does it hold anything at all? */
  readonly filled: ReadonlyMap<string, { readonly numbers: boolean; readonly anything: boolean }>;
  /** England's own row in the file. */
  readonly englandRow: readonly (number | null)[] | null;
  /** Mean of the schools weighted by pupils, with the number of schools behind it. */
  readonly mean: readonly (number | null)[] | null;
  readonly schoolsInMean: number;
  /** England's rows by kind of school, in the order of the layout's comparison. */
  readonly kinds: readonly (number | null)[];
}

function nameOf(column: Column): string {
  return typeof column === 'string' ? column : column[0];
}

/** Asks the loaded rows what they say about their year. */
export async function readYearEvidence(
  connection: DuckDBConnection,
  results: ResultFacts,
  cells: Cells,
  header: readonly string[],
): Promise<YearReadings> {
  const { signs, england } = results.year;
  const columnOf = (id: MeasureId) => {
    const told = results.measures.find(({ measure }) => measure === id);
    if (told === undefined) throw new Error(`The layout reads no column for ${id}.`);
    return told.column;
  };
  const columns = (england?.measures ?? []).map(columnOf);
  const asked = signs
    .filter((sign) => sign.when !== 'there' && cells.has(sign.column))
    .map((sign) => sign.column);
  const number = (column: Column) => numberOf(cells.printed(column));
  const own = columns.map((column) =>
    cells.has(column) && england !== null
      ? `max(${number(column)}) filter (where level_ = '${england.level}')`
      : 'null',
  );
  const kinds = (results.year.kinds?.compared ?? []).map(([id, kind]) => {
    const column = columnOf(id);
    const { shareOf } = results.year.kinds ?? {};
    const share = shareOf === undefined ? '' : ` * 100 / nullif(${number(shareOf)}, 0)`;
    return cells.has(column)
      ? `max(${number(column)}${share}) filter (where level_ = 'England, ${kind}')`
      : 'null';
  });
  const weighted = england !== null && cells.has(england.weight);
  const weight = weighted ? number(england.weight) : 'null';
  const school = `level_ = 'school' and reason_ is null`;
  const means = columns.map((column) =>
    cells.has(column) && weighted
      ? `sum(${number(column)} * ${weight}) filter (where ${school}) / nullif(sum(${weight}) filter (where ${school} and ${number(column)} is not null), 0)`
      : 'null',
  );
  const first = columns[0];
  const schools =
    first !== undefined && cells.has(first) ? `count(${number(first)}) filter (where ${school})` : '0';
  const fills = asked.flatMap((column) => [
    `coalesce(bool_or(${number(column)} is not null), false)`,
    `coalesce(bool_or(coalesce(${cells.printed(column)}, '') <> ''), false)`,
  ]);
  const answer = await connection.runAndReadAll(
    `select ${[...own.map((each) => `(${each})::double`), ...means.map((each) => `(${each})::double`), `(${schools})::integer`, ...fills, ...kinds.map((each) => `(${each})::double`)].join(', ')} from raw`,
  );
  const row = answer.getRows()[0] ?? [];
  const numbers = (from: number, count = columns.length) =>
    row.slice(from, from + count).map((each) => (typeof each === 'number' ? each : null));
  const width = columns.length;
  const filled = new Map(
    asked.map((column, index) => [
      nameOf(column),
      { numbers: row[2 * width + 1 + 2 * index] === true, anything: row[2 * width + 2 + 2 * index] === true },
    ]),
  );
  const englandRow = numbers(0);
  const mean = numbers(width);
  return {
    header,
    filled,
    englandRow: englandRow.every((each) => each === null) ? null : englandRow,
    mean: mean.every((each) => each === null) ? null : mean,
    schoolsInMean: Number(row[2 * width]),
    kinds: numbers(2 * width + 1 + 2 * asked.length, kinds.length),
  };
}

/** The newest year among suffixes such as `READPROG_17`; the tables are of the first published year after it. */
function yearAfterSuffixes(evidence: YearEvidence, header: readonly string[]): SchoolYear | null {
  const bases = new Set(evidence.suffixed.map(plainName));
  const found = header.flatMap((name) => {
    const match = /^(.*)_(\d\d)$/.exec(plainName(name));
    return match?.[1] !== undefined && bases.has(match[1]) ? [2000 + Number(match[2])] : [];
  });
  if (found.length === 0) return null;
  const newest = Math.max(...found);
  return evidence.years.find((year) => year > newest) ?? null;
}

/** The one year whose published figures agree with those read: all near enough, and clearly nearer than any other year's. */
function yearOfFigures(
  figures: readonly (number | null)[],
  publishedOf: (index: number, year: SchoolYear) => number | null,
  tolerance: number,
  possible: readonly SchoolYear[],
): SchoolYear | null {
  const distances = possible
    .flatMap((year) => {
      const gaps = figures.flatMap((read, index) => {
        const number = publishedOf(index, year);
        return number === null || read === null ? [] : [Math.abs(number - read)];
      });
      // Of a year of which too little is known, nothing can be said.
      if (gaps.length < 3) return [];
      const near = gaps.every((gap) => gap <= tolerance);
      return [{ year, near, distance: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length }];
    })
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = distances;
  if (best?.near !== true) return null;
  return second === undefined || best.distance < second.distance / 2 ? best.year : null;
}

/** The year of England's own figures: in rows by kind of school, in one row, or as the mean of all schools. */
function yearOfEngland(
  { england, kinds }: YearEvidence,
  readings: YearReadings,
  possible: readonly SchoolYear[],
  published: Published,
): SchoolYear | null {
  let found: SchoolYear | null = null;
  if (kinds !== undefined) {
    const ofKind = (index: number, year: SchoolYear) => {
      const [measure, phase] = kinds.compared[index] ?? [];
      const same = published.phaseFigures.find(
        (one) => one.measure === measure && one.phase === phase && one.year === year,
      );
      return same?.number ?? null;
    };
    found = yearOfFigures(readings.kinds, ofKind, kinds.tolerance, possible);
  }
  if (england === null) return found;
  const ofEngland = (index: number, year: SchoolYear) =>
    published.nationalFigures.find((one) => one.measure === england.measures[index] && one.year === year)
      ?.number ?? null;
  const wholeEngland = england.schoolsForMean !== null && readings.schoolsInMean >= england.schoolsForMean;
  if (found === null && readings.englandRow !== null)
    found = yearOfFigures(readings.englandRow, ofEngland, england.rowTolerance, possible);
  if (found === null && wholeEngland && readings.mean !== null)
    found = yearOfFigures(readings.mean, ofEngland, england.meanTolerance, possible);
  return found;
}

const inWords = (years: readonly SchoolYear[]) => years.map(schoolYearName).join(', ');

/** Which school year a table of results is of. A year that is stated is held against the content, and never the other way. */
export function findYear(
  evidence: YearEvidence,
  readings: YearReadings,
  stated: SchoolYear | null,
  published: Published,
): FoundYear {
  const there = new Set(readings.header.map(plainName));
  const after = yearAfterSuffixes(evidence, readings.header);
  let possible = after === null ? evidence.years : [after];
  for (const sign of evidence.signs) {
    const filled = readings.filled.get(nameOf(sign.column));
    const names = typeof sign.column === 'string' ? [sign.column] : sign.column;
    const holds =
      sign.when === 'there'
        ? names.some((name) => there.has(plainName(name)))
        : sign.when === 'filled'
          ? filled?.numbers === true
          : filled?.anything === false;
    if (holds) possible = possible.filter((year) => sign.years.includes(year));
  }
  if (possible.length === 0) {
    return {
      year: null,
      what: 'Its columns belong to different years.',
      whatToDo: 'Import the file as its publisher issued it.',
    };
  }
  let found: SchoolYear | null = possible.length === 1 ? (possible[0] ?? null) : null;
  let basis = 'columns';
  if (found === null) {
    found = yearOfEngland(evidence, readings, possible, published);
    basis = 'agrees with England’s published figures';
  }
  if (stated !== null) {
    const agrees = found === null ? possible.includes(stated) : found === stated;
    if (agrees)
      return found === null ? { year: stated, basis: 'stated by the person' } : { year: found, basis };
    return {
      year: null,
      what: `The year stated, ${schoolYearName(stated)}, contradicts the file: its content is of ${found === null ? `one of ${inWords(possible)}` : schoolYearName(found)}.`,
      whatToDo: 'Check which file this is, and leave `--year` out or state the right year.',
    };
  }
  if (found !== null) return { year: found, basis };
  return {
    year: null,
    what: `Nothing in it says which school year it is of; it could be ${inWords(possible)}.`,
    whatToDo: 'Say which with `--year`, for example `--year 2018/19`.',
  };
}
