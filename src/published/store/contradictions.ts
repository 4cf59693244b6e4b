import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '#/published/facts/sql.ts';
import type { Problem } from '#/published/source.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { preferredSql } from './preferred-sql.ts';
import { readRows, text } from './read-rows.ts';

/** Measures, groups and years of which more than one file tells: only there can files be at odds. */
export const rivals = `
select * from value semi join (
  select measure, grp, year from series group by all having count(distinct source) > 1) using (measure, grp, year)`;

/**
 * Where two files of one release give one school different numbers, a row for each of the two: what it says, what the
 * other says, and whether it is the one used. Kept with the store, so that both files can tell it as a problem.
 */
export const contradictions = `
create or replace table contradiction as
with placed as (
  select source, row_, urn, year, measure, grp, number, known_on, status,
    missing, cohort, row_number() over (partition by urn, year, measure, grp, known_on, status order by ${preferredSql()}) as place
  from (${rivals}) where number is not null
)
select a.source, a.row_, a.urn, a.year, a.measure, a.grp, a.number, b.source as other, b.number as other_number, a.place = 1 as used
from placed a join placed b using (urn, year, measure, grp, known_on, status)
where (a.place = 1) <> (b.place = 1) and a.source <> b.source and abs(a.number - b.number) > 1e-9
order by a.source, a.row_, a.measure, a.grp, b.source`;

/** Most contradictions of one file that are told one by one. */
const toldOneByOne = 5000;

/** The contradictions of one file as problems, in the order of its rows. */
export async function readContradictions(
  connection: DuckDBConnection,
  sourceId: string,
): Promise<readonly Problem[]> {
  const rows = await readRows(
    connection,
    `select s.file_name, c.row_, c.urn, c.year, c.measure, c.grp, c.number::varchar, o.file_name, o.id, c.other_number::varchar, c.used
from contradiction c join source s on s.id = c.source join source o on o.id = c.other
where c.source = ${literal(sourceId)} order by c.row_, c.measure, c.grp, c.other limit ${toldOneByOne}`,
  );
  return rows.map((row) => {
    const group = text(row, 5) === 'all' ? '' : `, ${text(row, 5)}`;
    const used = row[10] === true ? 'this file’s number is used' : 'the other file’s number is used';
    return {
      file: text(row, 0),
      row: Number(row[1]),
      column: text(row, 4),
      what: `School ${text(row, 2)} has ${text(row, 6)} here and ${text(row, 9)} in “${text(row, 7)}” (${text(row, 8)}), which is of the same release (${schoolYearName(Number(row[3]))}${group}): ${used}.`,
      whatToDo: 'Find out which of the two is as published, and undo the import of the other.',
      severity: 'warning',
    };
  });
}
