import { literal } from '#/published/facts/sql.ts';
import { registerColumns } from '#/published/facts/register-sql.ts';
import type { EvidenceQuery } from './published-store.ts';

const open = `('open', 'open, proposed to close')`;

/** Facts of a school's own row of the register, in the order in which `evidence.ts` reads them. */
export const factColumns = Object.values(registerColumns).filter(
  (column) => column !== 'authority' && column !== 'laestab',
);

/**
 * The schools as known on the date, in the temporary table `member`.
 *
 * A school is as its newest statement known by then says. Where no register of its authority was known yet, the earliest
 * one that has schools of their phase is used, and only schools opened by then count. A school that a later complete list of its authority leaves out is
 * closed. Each fact comes from the newest statement that speaks of it.
 */
export function membersSql(query: EvidenceQuery): string {
  const asAt = `${literal(query.asAt)}::date`;
  const wanted = [
    query.authority === undefined ? 'true' : `n.slug = ${literal(query.authority)}`,
    query.urns === undefined ? 'true' : `n.urn in (${query.urns.map(literal).join(', ') || 'null'})`,
    query.includeClosed === true ? 'true' : `n.status_then in ${open}`,
  ];
  const facts = factColumns.map(
    (column) =>
      `arg_max({'v': s.${column}}, (s.known_on, s.source)) filter (where not list_contains(s.silent_on, '${column}')).v as ${column}`,
  );
  return `
create or replace temp table member as
with first_known as (
  select slug, phase, min(known_on) as first_on from register group by slug, phase
), usable as (
  -- Known by then, or the earliest register of the authority's schools of that phase, of which nothing was known yet.
  select r.*, r.known_on <= ${asAt} as known
  from register r join first_known f using (slug, phase)
  where r.known_on <= ${asAt}
     or (f.first_on > ${asAt} and r.known_on = f.first_on and coalesce(r.opened_on <= ${asAt}, true))
), newest as (
  select *, case
      when closed_on <= ${asAt} then 'closed'
      when not known and status = 'closed' and closed_on > ${asAt} then 'open'
      else status end as status_stated
  from usable qualify row_number() over (partition by urn order by known desc, known_on desc, source desc, row_) = 1
), judged as (
  select n.*, case
      when n.status_stated in ${open} and n.known and exists (
        select 1 from listing l
        where l.slug = n.slug and l.phase = n.phase and l.complete and l.known_on > n.known_on and l.known_on <= ${asAt})
      then 'closed' else n.status_stated end as status_then
  from newest n
), chosen as (
  select n.urn, n.slug, n.authority, n.authority_code, n.phase, n.sector, n.status_then, n.known from judged n where ${wanted.join(' and ')}
)
select c.urn, any_value(c.authority) as authority, any_value(c.authority_code) as authority_code, any_value(c.phase) as phase,
  any_value(c.sector) as sector, any_value(c.status_then) as status,
  arg_max({'v': s.laestab}, (s.known_on, s.source)) filter (where not list_contains(s.silent_on, 'laestab')).v as laestab,
  ${facts.join(',\n  ')},
  list({'source': s.source, 'row': s.row_} order by s.known_on desc, s.source desc, s.row_) as sources
from chosen c join usable s on s.urn = c.urn and s.known = c.known
group by c.urn`;
}

export const schoolsSql = `
select urn, authority, authority_code, phase, sector, status, laestab, ${factColumns
  .map((column) => (column.endsWith('_on') ? `${column}::varchar` : column))
  .join(', ')}, to_json(sources)::varchar from member order by urn`;

/** Each school's own reference number and its predecessors', as far as known on the date. */
export function lineageSetSql(asAt: string): string {
  return `create or replace temp table line as
select m.urn, a.ancestor from member m join ancestor a on a.urn = m.urn and a.known_on <= ${literal(asAt)}::date
union select urn, urn from member`;
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
