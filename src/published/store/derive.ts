import type { DuckDBConnection } from '@duckdb/node-api';
import { openMembersSql, replacements } from './members-sql.ts';
import { contradictions } from './contradictions.ts';

/** Days from the start of an inspection to the day its report could be read, where no file says: the usual lag. */
export const assumedLagDays = 38;

/** Longest chain of predecessors followed: conversions, mergers and moves between trusts since 2005 stay far below. */
const longestLineage = 8;

/**
 * Each inspection once. Of several copies the one from a file where it is the current one wins, then the one from the
 * newest file. A converted ungraded inspection carries the number of the graded one it became: one inspection, told twice.
 */
const inspections = `
create or replace table inspection as
with told as (
  select rowid as told, number, kind, slot, urn_at_time, started_on, told_on, converted, source, row_ from inspection_told
), numbered as (
  select told, coalesce(bool_or(converted) over (partition by number), converted) as converted,
    row_number() over (partition by number order by
      case kind when 'ungraded' then 1 else 0 end, case slot when 'current' then 0 else 1 end,
      told_on desc, source, row_, urn_at_time) as place
  from told where number is not null
), listed as (
  -- A list without numbers adds what no numbered inspection of the same school and day tells.
  select told, converted,
    row_number() over (partition by urn_at_time, started_on order by told_on desc, source, row_) as place
  from told l where number is null and not exists (
    select 1 from told n where n.number is not null and n.kind <> 'ungraded'
      and n.urn_at_time = l.urn_at_time and n.started_on = l.started_on)
), chosen as (
  select * from numbered where place = 1 union all select * from listed where place = 1
)
select coalesce(t.number, 'listed:' || t.urn_at_time || ':' || t.started_on) as number, t.kind, t.urn_at_time,
  t.name_at_time, t.type_at_time, t.inspection_type, t.started_on, t.published_on,
  coalesce(t.published_on, t.started_on + ${assumedLagDays}) as known_on, t.published_on is null as known_on_is_assumed,
  t.overall, t.category, t.judgements, t.outcome, c.converted, t.source, t.row_
from chosen c join inspection_told t on t.rowid = c.told`;

/** School years of which more than one file tells: only there does a value have to be chosen when it is read. */
const contested = `
create or replace table contested as
select urn, year from value group by urn, year having count(distinct source) > 1`;

/**
 * What all values of one measure in one file share, under a number: read once instead of with every value. The numbers
 * run in the order in which evidence lists values.
 */
const series = `
create or replace table series as
select (row_number() over (order by any_value(year), measure, grp, source))::integer as id, source, measure, grp,
  any_value(year) as year, any_value(status) as status, any_value(known_on) as known_on
from value group by source, measure, grp`;

/** One step back in a school's history, with the day from which it could be known and the file that says so. */
const steps = `
create or replace table lineage_step as
with told as (
  select urn, other, name, type, established_on, source, row_, told_on, 1 as rank,
    case when type like 'Predecessor%' then 'predecessor'
         when type like 'Successor%' then 'successor' end as relation
  from link
  union all
  select distinct on (told_of, urn_at_time) told_of, urn_at_time, coalesce(name_at_time, urn_at_time),
    'URN at time of inspection', null::date, source, row_, told_on, 2, 'predecessor'
  from inspection_told where told_of <> urn_at_time
  order by told_of, urn_at_time, told_on, source, row_
)
select urn, other, relation, name, type, established_on, source, row_,
  -- A predecessor is known with the school itself; a successor from the day of the link, or of the file when that is blank.
  case when relation = 'predecessor' then established_on else coalesce(established_on, told_on) end as known_on
from told where relation is not null and urn <> other
qualify row_number() over (partition by urn, other, relation order by rank, established_on nulls last, type, source, row_) = 1
order by urn`;

/**
 * Every school with itself and all its predecessors, however far back, and the day from which that could be known. A
 * school that parted from another, which may go on, shares its past only up to the day of the split (`until`).
 */
const ancestors = `
create or replace table ancestor as
with recursive step as (
  select urn, other, coalesce(known_on, '1900-01-01'::date) as known_on,
    coalesce(case when type ilike '%split%' then established_on end, '9999-12-31'::date) as until
  from lineage_step where relation = 'predecessor'
  union
  select other, urn, coalesce(known_on, '1900-01-01'::date),
    coalesce(case when type ilike '%split%' then established_on end, '9999-12-31'::date)
  from lineage_step where relation = 'successor'
), walk(urn, ancestor, known_on, until, depth) as (
  select urn, urn, '1900-01-01'::date, '9999-12-31'::date, 0
  from (select urn from register union select told_of from inspection_told union select urn from value union select urn from step)
  union
  select walk.urn, step.other, greatest(walk.known_on, step.known_on), least(walk.until, step.until), walk.depth + 1
  from walk join step on step.urn = walk.ancestor
  where walk.depth < ${longestLineage} and step.other <> walk.urn
)
select urn, ancestor, min(known_on) as known_on, max(until) as until from walk group by urn, ancestor order by urn`;

/**
 * How many open schools of each phase each register listed for each authority, and whether that was all of them: a list
 * with fewer than half of what an earlier one had cannot close the schools it leaves out.
 */
const listings = `
create or replace table listing as
with counted as (
  select r.slug, r.phase, r.source, r.known_on, count(*) filter (where r.status in ('open', 'open, proposed to close')) as open_schools
  from register r group by all
), every_phase as (
  select source_of.slug, phases.phase, source_of.source, source_of.known_on, coalesce(c.open_schools, 0) as open_schools
  from (select distinct slug, source, known_on from counted) source_of
  cross join (select distinct phase from counted) phases
  left join counted c on c.slug = source_of.slug and c.phase = phases.phase and c.source = source_of.source
)
select slug, phase, source, known_on, open_schools::integer as open_schools,
  open_schools * 2 >= coalesce(max(open_schools) over (partition by slug, phase order by known_on
    rows between unbounded preceding and 1 preceding), 0) and open_schools > 0 as complete
from every_phase`;

const authorities = `
create or replace table authority as
with newest as (
  select * from register qualify row_number() over (partition by urn order by known_on desc, source desc, row_) = 1
), inspected as (
  select urn_at_time as urn, max(known_on) as known_on from inspection group by all
), measured as (
  select urn, max(known_on) as known_on from value group by all
)
select n.slug, arg_max(n.authority, (n.known_on, n.source)) as name, bool_and(n.urn like '9_____') as invented,
  -- greatest() passes over what is null.
  max(greatest(n.known_on, inspected.known_on, measured.known_on)) as newest_known_on,
  count(member.urn)::integer as schools
from newest n left join inspected using (urn) left join measured using (urn)
  left join member using (urn)
group by n.slug`;

/**
 * A shelf number for every reference number there is, so that those of one authority stand side by side. A number in no
 * register (a school closed before the first one imported) stands with the school that came of it.
 */
const shelves = `
create or replace table shelf as
with everyone as (
  select distinct ancestor as urn from ancestor
), listed as (
  select urn, arg_max(slug, (known_on, source)) as slug from register group by urn
), led_to as (
  select a.ancestor as urn, min(l.slug) as slug from ancestor a join listed l on l.urn = a.urn group by a.ancestor
)
select urn, (row_number() over (order by coalesce(l.slug, led_to.slug) nulls last, urn))::integer as shelf
from everyone left join led_to using (urn) left join listed l using (urn)`;

/**
 * Values once more, narrow and in the order of shelves: what is asked most often (one school, one authority) lies in one
 * place, while `value` stays in the order of files and measures, for questions across all England.
 */
const shelved = `
create or replace table shelved_value as
select shelf.shelf, s.id as series, v.number, v.missing, v.code, v.cohort, v.low, v.high, v.row_
from value v join shelf on shelf.urn = v.urn
join series s on s.source = v.source and s.measure = v.measure and s.grp = v.grp
order by shelf.shelf, s.id`;

/** The tables that follow from all files together, in the order in which they are made. */
const fromFiles = [
  inspections,
  contested,
  series,
  contradictions,
  steps,
  ancestors,
  listings,
  replacements,
  shelves,
  shelved,
];

/** All that says what the derived tables look like: part of the store's form. */
export const derivations: readonly string[] = [...fromFiles, authorities];

/** Works out anew what follows from all files together. The order in which they came in makes no difference. */
export async function derive(connection: DuckDBConnection): Promise<void> {
  for (const statement of fromFiles) await connection.run(statement);
  // Counted by the rule that evidence is read by, so that the number beside an authority's name is the number of its rows.
  await connection.run(`create or replace temp table member as ${openMembersSql('9999-12-31')}`);
  await connection.run(authorities);
}
