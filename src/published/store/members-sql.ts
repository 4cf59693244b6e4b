import { literal } from '#/published/facts/sql.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

const open = `('open', 'open, proposed to close')`;

/**
 * Which school took another's place, by the links or because it has the same number in its authority. A school that
 * split may go on beside what came of it, so splits are left out.
 */
export const replacements = `
create or replace table replacement as
with dated as (
  select urn,
    arg_max(laestab, known_on) as laestab, arg_max(sector, known_on) as sector,
    arg_max(opened_on, known_on) as opened_on, arg_max(closed_on, known_on) as closed_on,
    max(known_on) filter (where status in ${open}) as last_told_open_on
  from register group by urn
), pair(old, new, same_number) as (
  select other, urn, false from lineage_step where relation = 'predecessor' and type not ilike '%split%'
  union all
  select urn, other, false from lineage_step where relation = 'successor' and type not ilike '%split%'
  union all
  select o.urn, n.urn, true from dated n join dated o on o.laestab = n.laestab and o.urn <> n.urn
    and (coalesce(o.opened_on, '1900-01-01') < n.opened_on
      or n.opened_on is null and n.closed_on is null and o.closed_on is not null)
)
select p.old, p.new, bool_or(p.same_number) or any_value(n.sector) in ('academy', 'free school') as new_school,
  any_value(n.opened_on) as new_opened_on, any_value(o.closed_on) as old_closed_on,
  any_value(o.last_told_open_on) as old_last_told_open_on
from pair p join dated o on o.urn = p.old join dated n on n.urn = p.new
group by p.old, p.new`;

/**
 * The schools as known on the date: what each was then, and which statement of a register says so.
 *
 * A register is a file of one day, but a school opens and closes on days that anyone could know of then. So a school
 * is as the newest statement known by the date says, and what a later register dates before it is taken as known. Of a
 * school about which no register known by then said anything, the earliest later one is believed: it was there when it
 * had opened, or no opening is stated, and not closed. `known` is false for it, for its other facts are of a later day.
 *
 * The day a school closes is its last open day. A school that a later complete list of its authority leaves out is
 * closed, and so is one that was last told to be open before the day its successor opened. A successor that no register
 * knew of yet does not count beside the school whose place it took while that one is open.
 */
export function membersSql(date: IsoDate): string {
  const asAt = `${literal(date)}::date`;
  return `
with told as (
  select urn, slug, authority, authority_code, phase, sector, status, opened_on, closed_on, source, row_, known_on,
    known_on <= ${asAt} as known
  from register
), later as (
  select urn, arg_min(opened_on, known_on) as opened_on, arg_min(closed_on, known_on) as closed_on
  from told where not known group by urn
), nearest as (
  select t.*, l.opened_on as opened_later, l.closed_on as closed_later,
    coalesce(t.closed_on, l.closed_on) as closed_then
  from told t left join later l using (urn)
  where t.known or coalesce(l.opened_on <= ${asAt}, true)
  qualify row_number() over (partition by urn order by t.known desc, abs(t.known_on - ${asAt}), source desc, row_) = 1
), judged as (
  select n.*, case
      when n.closed_on < ${asAt} then 'closed'
      when n.status = 'closed' then case when n.closed_on is null then 'closed' else 'open' end
      when not n.known then case when n.status in ${open} then 'open' else n.status end
      when n.status = 'proposed to open' and n.opened_later <= ${asAt}
        then case when n.closed_later < ${asAt} then 'closed' else 'open' end
      when n.status not in ${open} then n.status
      when n.closed_later < ${asAt} then 'closed'
      when n.closed_then is not null then n.status
      when exists (
        select 1 from listing l
        where l.slug = n.slug and l.phase = n.phase and l.complete and l.known_on > n.known_on and l.known_on <= ${asAt})
      then 'closed'
      when exists (
        select 1 from replacement r
        where r.old = n.urn and r.new_opened_on <= ${asAt} and r.old_last_told_open_on < r.new_opened_on)
      then 'closed' else n.status end as status_then
  from nearest n
)
select j.urn, j.slug, j.authority, j.authority_code, j.phase, j.sector, j.status_then as status,
  case when j.status_then = 'closed' then j.closed_then end::varchar as closed_then, j.known
from judged j
where j.known or not exists (
  select 1 from replacement r join judged o on o.urn = r.old
  where r.new = j.urn and o.status_then in ${open} and case
    -- A few days in which both are told to be open are one school changing its number.
    when r.new_opened_on is not null then r.old_closed_on between r.new_opened_on and r.new_opened_on + 31
    else r.new_school end)
order by j.urn`;
}

/** Those of `membersSql` that were open on the date. */
export function openMembersSql(date: IsoDate): string {
  return `select * from (${membersSql(date)}) where status in ${open}`;
}
