import { isShare, spellings, type MeasureFacts, type ResultFacts } from '#/published/layout.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';
import { literal, numberOf, type Cells } from './sql.ts';

/** Why a printed cell is no number, typed by the layout's list of codes. */
function missingSql(results: ResultFacts, printed: string): string {
  const cases = Object.entries(results.missing)
    .filter(([code]) => code !== 'absent')
    .map(([code, missing]) => `when ${literal(code)} then ${typed(missing)}`);
  const absent = results.missing['absent'] ?? 'not published';
  return `case when ${printed} is null then ${typed(absent)} else case upper(${printed}) ${cases.join(' ')} else ${typed('not published')} end end`;
}

function typed(missing: string): string {
  return `${literal(missing)}::missing_told`;
}

/** Pupils behind a number, as a column says or as a share of them tells. */
function cohortSql(cohort: MeasureFacts['cohort'][number], cells: Cells): readonly string[] {
  if (!isShare(cohort)) return cells.has(cohort) ? [cells.whole(cohort)] : [];
  if (!cells.has(cohort.pupils) || !cells.has(cohort.share)) return [];
  const share = numberOf(cells.printed(cohort.share));
  return [`round(100 * ${numberOf(cells.printed(cohort.pupils))} / nullif(${share}, 0))::integer`];
}

/**
 * Each measure the file has, cell by cell: rows of the file are turned on their side, several measures at once, which takes a third of
 * the time of one statement a measure. A blank cell of a group says nothing (it may have no pupils), and gives no value.
 */
function cellsOnTheirSide(
  measures: readonly MeasureFacts[],
  cells: Cells,
  code: string,
  level: string,
): string {
  const list = (of: (measure: MeasureFacts) => string) => `[${measures.map(of).join(', ')}]`;
  const cohort = ({ cohort: columns }: MeasureFacts) => {
    const there = columns.flatMap((each) => cohortSql(each, cells));
    return there.length === 0 ? 'null::integer' : `coalesce(${there.join(', ')})`;
  };
  const limits = (which: 0 | 1) =>
    measures.every(({ interval }) => interval === null)
      ? 'null::double'
      : `unnest(${list(({ interval }) =>
          interval === null ? 'null::double' : `${numberOf(cells.printed(interval[which]))}::double`,
        )})`;
  const described = measures.map(
    ({ measure, group, range }, index) =>
      `(${index + 1}, ${literal(measure)}::measure_told, ${literal(group)}::group_told, ${range[0]}::double, ${range[1]}::double)`,
  );
  return `(select told.*, about.measure, about.grp, about.least, about.most, ${numberOf('printed')} as read_
from (
  select row_, urn_, level_, code_, unnest(range(1, ${measures.length + 1})) as place,
    unnest(${list(({ column }) => `${cells.printed(column)}::varchar`)}) as printed, unnest(${list(cohort)}) as cohort,
    ${limits(0)} as low, ${limits(1)} as high
  from (select *, ${code} as code_ from raw where reason_ is null and ${level})
) told join (values ${described.join(', ')}) about(place, measure, grp, least, most) using (place)
where about.grp = 'all' or coalesce(told.printed, '') <> '')`;
}

/**
 * Measures read in one pass. All at once takes no less time, and would leave each measure scattered over the whole table: a
 * question about one measure across all England then reads everything.
 */
const measuresTogether = 8;

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
  if (told.length === 0) return [];
  const insert = (measures: readonly MeasureFacts[], table: string, own: string, level: string) => {
    const side = cellsOnTheirSide(measures, cells, cells.text(results.authorityCode), level);
    return `insert into ${table} by name
select ${literal(file.source)} as source, row_, ${own}, number, ${file.year} as year, measure, grp,
  case when number is null then ${missingSql(results, 'printed')} end as missing,
  case when number is null then coalesce(printed, '') end as code, cohort, low, high,
  ${literal(file.status)}::status_told as status, ${literal(file.knownOn)}::date as known_on
from (select *, case when read_ between least and most then read_ end as number from ${side})`;
  };
  const values = Array.from({ length: Math.ceil(told.length / measuresTogether) }, (_, part) =>
    insert(
      told.slice(part * measuresTogether, (part + 1) * measuresTogether),
      'new_value',
      'urn_ as urn',
      `level_ = 'school'`,
    ),
  );
  if (!file.withAggregates) return values;
  const whose = `level_ as level, case when level_ = 'authority' then code_ end as authority_code`;
  return [...values, insert(told, 'new_aggregate', whose, `level_ <> 'school'`)];
}

/** Cells kept as *not published* because they hold neither a number that can be nor a code that is known. */
export function strangeValuesSql(results: ResultFacts, source: string): readonly string[] {
  const codes = Object.keys(results.missing).filter((code) => code !== 'absent');
  const about = results.measures.map(
    ({ measure, group, column, range }) =>
      `(${[measure, group, spellings(column)[0] ?? '', `${range[0]} to ${range[1]}`].map(literal).join(', ')})`,
  );
  return ['new_value', 'new_aggregate'].map(
    (table) => `select row_, about.column_,
  '“' || code || '” is neither a number that can be (' || about.range_ || ') nor a code we know; kept as not published.' as what,
  'Compare with the publisher’s file.' as what_to_do, 'warning' as severity
from ${table} join (values ${about.join(', ')}) about(measure, grp, column_, range_) using (measure, grp)
where source = ${literal(source)} and number is null and upper(code) not in (${codes.map(literal).join(', ')})`,
  );
}
