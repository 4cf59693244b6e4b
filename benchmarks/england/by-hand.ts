import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { recognise } from '#/published/recognise/recognise.ts';
import {
  inspectionsByHand,
  linksByHand,
  registerByHand,
  valuesByHand,
  type HandFile,
} from './by-hand-tables.ts';
import { pointsByHand } from './by-hand-points.ts';

/** The day on which everything in the files is known. */
export const asAt = '2026-04-30';

/** DuckDB reads UTF-8 and Latin-1; the register's and Ofsted's files are in Windows-1252, so they are written anew first. */
function asUtf8(path: string, copies: string): string {
  const bytes = readFileSync(path);
  if (isUtf8(bytes)) return path;
  const copy = join(copies, basename(path));
  writeFileSync(copy, new TextDecoder('windows-1252').decode(bytes));
  return copy;
}

function filesIn(folder: string, copies: string): readonly HandFile[] {
  return readdirSync(folder).map((name) => {
    const path = join(folder, name);
    const recognised = recognise(headOf(path));
    if ('what' in recognised) throw new Error(`${name}: ${recognised.what}`);
    const year = /20\d\d-(\d\d)\.csv$/.exec(name)?.[1];
    return {
      path: recognised.layout.results === undefined ? asUtf8(path, copies) : path,
      layout: recognised.layout,
      header: recognised.header,
      year: 2000 + Number(year ?? 0),
    };
  });
}

function headOf(path: string): string {
  const buffer = Buffer.alloc(256 * 1024);
  const file = openSync(path, 'r');
  const read = readSync(file, buffer);
  closeSync(file);
  return new TextDecoder().decode(buffer.subarray(0, read));
}

/**
 * The same work as an import and an analysis of all England, as one would write it for once in DuckDB's SQL: official CSV
 * files to typed tables, one row an inspection, each school's predecessors, what was known on a day, results pooled and
 * shrunk, points and a band. What it leaves out is in `benchmarks/README.md`.
 */
export async function analyseByHand(folder: string, work: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(join(work, 'by-hand.duckdb'))).connect();
  const files = filesIn(folder, work);
  const run = (sql: string) => connection.run(sql);
  const registers = files.filter(({ layout }) => layout.register !== undefined);
  const knownOn = (file: HandFile): string => (file.layout.inspections === undefined ? asAt : '2025-08-31');
  await run(
    `create table register as ${registers.map((file) => registerByHand(file, knownOn(file))).join('\nunion all by name\n')}`,
  );
  const inspected = files.filter(({ layout }) => layout.inspections !== undefined);
  await run(
    `create table inspection_told as ${inspected.map((file) => inspectionsByHand(file, knownOn(file))).join('\nunion all by name\n')}`,
  );
  const links = files.filter(({ layout }) => layout.links !== undefined);
  await run(
    `create table link as ${links.map((file) => linksByHand(file, asAt)).join('\nunion all by name\n')}`,
  );
  await run(`create table told (source integer, year integer, known_on date, level varchar, urn varchar, code varchar, measure varchar,
    grp varchar, number double, cohort integer, low double, high double, missing varchar)`);
  for (const [source, file] of files.filter(({ layout }) => layout.results !== undefined).entries())
    await run(`insert into told by name ${valuesByHand(file, source, `${file.year}-12-31`)}`);
  for (const statement of [...historyByHand, ...opinionByHand()]) await run(statement);
  await run('checkpoint');
  return connection;
}

/** One row an inspection; every school with all its predecessors; one value a school, year, measure and group. */
const historyByHand: readonly string[] = [
  `create table inspection as select * from inspection_told
qualify row_number() over (partition by coalesce(number, urn_at_time || started_on) order by kind = 'ungraded', slot <> 'current', told_on desc) = 1`,
  `create table ancestor as
with recursive step as (
  select urn, other, established_on as known_on from link where type like 'Predecessor%'
  union select other, urn, coalesce(established_on, told_on) from link where type like 'Successor%'
  union select told_of, urn_at_time, null::date from inspection_told where told_of <> urn_at_time
), walk(urn, ancestor, depth) as (
  select urn, urn, 0 from (select urn from register union select told_of from inspection_told union select urn from told where level = 'school')
  union select walk.urn, step.other, walk.depth + 1 from walk join step on step.urn = walk.ancestor
  where walk.depth < 8 and coalesce(step.known_on <= date '${asAt}', true)
)
select distinct urn, ancestor from walk`,
  `create table member as select * from register where known_on <= date '${asAt}'
qualify row_number() over (partition by urn order by known_on desc) = 1`,
  `create table value as
with several as (
  select urn, year from told where level = 'school' group by all having count(distinct source) > 1
)
select t.* from told t anti join several using (urn, year) where level = 'school'
union all
select t.* from told t semi join several using (urn, year) where level = 'school'
qualify row_number() over (partition by urn, year, measure, grp order by known_on desc, number is null, source) = 1`,
];

/** What each school has had of inspections, its points, and a band. */
function opinionByHand(): readonly string[] {
  return [
    `create table latest as
select a.urn, i.* exclude (told_of), row_number() over (partition by a.urn order by i.started_on desc, i.number desc) as place
from member m join ancestor a using (urn) join inspection i on i.urn_at_time = a.ancestor
where m.status like 'open%' and coalesce(i.published_on, i.started_on + 38) <= date '${asAt}'`,
    ...pointsByHand(asAt),
    `create table category as
select m.urn, m.slug, i.standing, coalesce(r.attainment, 0) + coalesce(r.progress, 0) + coalesce(t.trend, 0) as results,
  results + coalesce(i.points, 0) as points,
  case when i.urn is null and r.attainment is null and r.progress is null then 'insufficient'
    when i.standing = 'serious' or results >= 7 or i.standing = 'below' and results >= 4 then 'red'
    when i.standing in ('below', 'partly below') or results >= 3 then 'amber' else 'green' end as band
from member m left join inspection_points i using (urn) left join result_points r using (urn) left join trend_points t using (urn)
where m.status like 'open%'`,
  ];
}
