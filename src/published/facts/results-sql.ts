import type { MeasureFacts, ResultFacts } from '#/published/layout.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';
import { literal, numberOf, type Cells } from './sql.ts';

/** Why a printed cell is no number, typed by the layout's list of codes. */
export function missingSql(results: ResultFacts, printed: string): string {
  const cases = Object.entries(results.missing)
    .filter(([code]) => code !== 'absent')
    .map(([code, missing]) => `when ${literal(code)} then ${literal(missing)}`);
  const absent = results.missing['absent'] ?? 'not published';
  return `case when ${printed} is null then ${literal(absent)} else case upper(${printed}) ${cases.join(' ')} else 'not published' end end`;
}

/** The number of a cell, when it is one and in the range of its measure. */
export function believedSql(measure: MeasureFacts, printed: string): string {
  const number = numberOf(printed);
  return `case when ${number} between ${measure.range[0]} and ${measure.range[1]} then ${number} end`;
}

/** Values of all measures the file has, for schools (`value`) and for authorities and England (`aggregate`). */
export function resultsSql(
  results: ResultFacts,
  cells: Cells,
  source: string,
  year: number,
  status: ReleaseStatus,
  knownOn: string,
): readonly string[] {
  const code = cells.text(results.authorityCode);
  return results.measures
    .filter((measure) => cells.has(measure.column))
    .flatMap((measure) => {
      const printed = cells.printed(measure.column);
      const number = believedSql(measure, printed);
      const missing = `case when ${number} is null then ${missingSql(results, printed)} end`;
      const cohorts = measure.cohort
        .filter((column) => cells.has(column))
        .map((column) => cells.whole(column));
      const [low, high] = measure.interval ?? [null, null];
      const bounds = [low, high].map((column) =>
        column !== null && cells.has(column) ? numberOf(cells.printed(column)) : 'null::double',
      );
      const columns = `${year} as year, ${literal(measure.measure)} as measure, ${literal(measure.group)} as grp,
  ${number} as number, ${missing} as missing, case when ${number} is null then coalesce(${printed}, '') end as code,
  ${cohorts.length === 0 ? 'null::integer' : `coalesce(${cohorts.join(', ')})`} as cohort,
  ${bounds[0] ?? 'null'} as low, ${bounds[1] ?? 'null'} as high,
  ${literal(status)} as status, ${literal(knownOn)}::date as known_on`;
      return [
        `insert into new_value by name select ${literal(source)} as source, row_, urn_ as urn, ${columns} from raw where reason_ is null and level_ = 'school'`,
        `insert into new_aggregate by name select ${literal(source)} as source, row_, level_ as level,
  case when level_ = 'authority' then ${code} end as authority_code, ${columns} from raw where reason_ is null and level_ <> 'school'`,
      ];
    });
}
