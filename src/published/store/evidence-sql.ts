import { literal } from '#/published/facts/sql.ts';
import { layouts } from '#/published/layouts.ts';
import { factColumns } from './members-sql.ts';

/** Layouts that list a school whether or not it was inspected. */
const listsOfOfsted = layouts
  .filter(({ register, inspections }) => register !== undefined && inspections !== undefined)
  .map(({ id }) => literal(id));

export function schoolsSql(asAt: string): string {
  return `
select urn, authority, authority_code, phase, sector, status, laestab, ${factColumns
    .map((column) => (column.endsWith('_on') ? `${column}::varchar` : column))
    .join(', ')}, to_json(sources)::varchar, known_later, exists (
    select 1 from register r join source s on s.id = r.source
    where r.urn = m.urn and r.known_on <= ${literal(asAt)}::date and s.layout in (${listsOfOfsted.join(', ')}))
from member m order by urn`;
}

/** Each school's own reference number and its predecessors', as far as known on the date. */
export function lineageSetSql(asAt: string): string {
  return `create or replace temp table line as
select m.urn, a.ancestor from member m join ancestor a on a.urn = m.urn and a.known_on <= ${literal(asAt)}::date
union select urn, urn from member`;
}

/** Heads in the order in which registers named them. A title alone that changes makes no other head. */
export function headsSql(asAt: string): string {
  const plain = String.raw`lower(regexp_replace(head, '^(mr|mrs|miss|ms|mx|dr|prof|professor|sir|dame|rev|reverend|canon|father|sister)\.? ', '', 'i'))`;
  return `
select urn, head, known_on::varchar, source, row_ from (
  select r.*, lag(${plain}) over (partition by urn order by known_on, source, row_) is distinct from ${plain} as another
  from register r
  where head is not null and known_on <= ${literal(asAt)}::date and urn in (select urn from member))
where another order by urn, known_on, source, row_`;
}

export function linksSql(asAt: string): string {
  return `
select m.urn, l.relation, l.other, l.name, l.type, l.established_on::varchar, l.source, l.row_
from member m join lineage_step l on l.urn = m.urn
where coalesce(l.known_on <= ${literal(asAt)}::date, true)
order by m.urn, l.relation, l.established_on desc nulls last, l.other`;
}

export function inspectionsSql(asAt: string): string {
  return `
select line.urn, i.number, i.kind, i.urn_at_time, i.name_at_time, i.type_at_time, i.inspection_type,
  i.started_on::varchar, i.published_on::varchar, i.known_on::varchar, i.known_on_is_assumed, i.overall, i.category,
  i.judgements, i.outcome, i.converted, i.source, i.row_
from line join inspection i on i.urn_at_time = line.ancestor
where i.known_on <= ${literal(asAt)}::date
order by line.urn, i.started_on desc, i.number desc`;
}

/** One value a school, year, measure and group: the newest release known, then the firmest, then the file's identity. */
export function valuesSql(asAt: string): string {
  return `
with told as (
  select v.*, c.urn is not null as contested
  from value v left join contested c on c.urn = v.urn and c.year = v.year
  where v.known_on <= ${literal(asAt)}::date and v.urn in (select ancestor from line)
), chosen as (
  select * from told where contested
  qualify row_number() over (partition by urn, year, measure, grp order by known_on desc,
    case status when 'final' then 0 when 'revised' then 1 when 'not stated' then 2 else 3 end,
    number is null, source, row_) = 1
), known as (
  select * from told where not contested union all select * from chosen
)
select line.urn::integer, v.urn::integer, s.id, v.number, v.missing, v.code, v.cohort, v.low, v.high, v.row_
from line join known v on v.urn = line.ancestor
join series s on s.source = v.source and s.measure = v.measure and s.grp = v.grp
order by line.urn, v.year, v.measure, v.grp, v.urn`;
}

export const seriesSql = 'select id, year, measure, grp, status, known_on::varchar, source from series';
