import { spellings, type MeasureFacts, type ResultFacts } from '#/published/layout.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';
import { literal, numberOf, type Cells } from './sql.ts';

/** Why a printed cell is no number, typed by the layout's list of codes. */
function missingSql(results: ResultFacts, printed: string): string {
  const cases = Object.entries(results.missing)
    .filter(([code]) => code !== 'absent')
    .map(([code, missing]) => `when ${literal(code)} then ${literal(missing)}`);
  const absent = results.missing['absent'] ?? 'not published';
  return `case when ${printed} is null then ${literal(absent)} else case upper(${printed}) ${cases.join(' ')} else 'not published' end end`;
}

/** The number of a cell, when it is one and in the range of its measure. */
function believedSql(measure: MeasureFacts, printed: string): string {
  const number = numberOf(printed);
  return `case when ${number} between ${measure.range[0]} and ${measure.range[1]} then ${number} end`;
}

/** Values of all measures the file has, for schools (`value`) and, where it has such rows, for authorities and England. */
export function resultsSql(
  results: ResultFacts,
  cells: Cells,
  file: {
    readonly source: string;
    readonly year: number;
    readonly status: ReleaseStatus;
    readonly knownOn: string;
    readonly withAggregates: boolean;
  },
): readonly string[] {
  const told = results.measures.filter((measure) => cells.has(measure.column));
  const columns = (
    measure: MeasureFacts,
  ) => `number, ${file.year} as year, ${literal(measure.measure)} as measure,
  ${literal(measure.group)} as grp, case when number is null then ${missingSql(results, 'printed')} end as missing,
  case when number is null then coalesce(printed, '') end as code, cohort, low, high,
  ${literal(file.status)} as status, ${literal(file.knownOn)}::date as known_on`;
  const read = (measure: MeasureFacts, level: string) => {
    const printed = cells.printed(measure.column);
    const cohorts = measure.cohort.filter((column) => cells.has(column)).map((column) => cells.whole(column));
    const [low, high] = (measure.interval ?? []).map((column) => numberOf(cells.printed(column)));
    return `(select row_, urn_, level_, ${cells.text(results.authorityCode)} as code_, ${printed} as printed,
  ${believedSql(measure, printed)} as number, ${cohorts.length === 0 ? 'null::integer' : `coalesce(${cohorts.join(', ')})`} as cohort,
  ${low ?? 'null'}::double as low, ${high ?? 'null'}::double as high
from raw where reason_ is null and ${level})`;
  };
  const source = literal(file.source);
  const values = told.map(
    (measure) => `insert into new_value by name
select ${source} as source, row_, urn_ as urn, ${columns(measure)} from ${read(measure, `level_ = 'school'`)}`,
  );
  if (!file.withAggregates) return values;
  const aggregates = told.map(
    (measure) => `insert into new_aggregate by name
select ${source} as source, row_, level_ as level, case when level_ = 'authority' then code_ end as authority_code,
  ${columns(measure)} from ${read(measure, `level_ <> 'school'`)}`,
  );
  return [...values, ...aggregates];
}

/** Cells kept as *not published* because they hold neither a number that can be nor a code that is known. */
export function strangeValuesSql(results: ResultFacts, source: string): readonly string[] {
  const codes = Object.keys(results.missing).filter((code) => code !== 'absent');
  const names = results.measures.map(
    (measure) => `when ${literal(measure.measure)} then ${literal(spellings(measure.column)[0] ?? '')}`,
  );
  const ranges = results.measures.map(
    (measure) =>
      `when ${literal(measure.measure)} then ${literal(`${measure.range[0]} to ${measure.range[1]}`)}`,
  );
  return ['new_value', 'new_aggregate'].map(
    (table) => `select row_, case measure ${names.join(' ')} end as column_,
  '“' || code || '” is neither a number that can be (' || case measure ${ranges.join(' ')} end || ') nor a code we know; kept as not published.' as what,
  'Compare with the publisher’s file.' as what_to_do, 'warning' as severity
from ${table} where source = ${literal(source)} and number is null and upper(code) not in (${codes.map(literal).join(', ')})`,
  );
}
