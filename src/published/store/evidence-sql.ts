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

/** Each school's own reference number and its predecessors', as far as known on the date, with their shelves. */
export function lineageSetSql(asAt: string): string {
  return `create or replace temp table line as
with told as (
  select m.urn, a.ancestor from member m join ancestor a on a.urn = m.urn and a.known_on <= ${literal(asAt)}::date
  union select urn, urn from member
)
select told.urn, told.ancestor, shelf.shelf from told left join shelf on shelf.urn = told.ancestor`;
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

/** Values of all releases as they stand on the shelves; which of several is meant is decided as they are read. */
export function valuesSql(series: readonly number[]): string {
  return `
select shelf, series, number, cohort, low, high, row_, missing, code from shelved_value
where shelf in (select shelf from line) and series in (${series.join(', ') || 'null'})
order by shelf, series, row_`;
}

export const linesSql =
  'select urn, ancestor, shelf from line where shelf is not null order by urn, ancestor';

export const seriesSql =
  'select id, year, measure, grp, status, known_on::varchar, source from series order by id';
