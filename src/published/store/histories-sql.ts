import { literal } from '#/published/facts/sql.ts';
import { layouts } from '#/published/layouts.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { HistoriesQuery } from './histories.ts';
import { preferredSql } from './preferred-sql.ts';

/** Fewer schools than this do not show how schools differ. */
const fewestForSpread = 100;
/** With so many schools in a file their mean is England's. */
const enoughForMean = 500;

const invented = (column: string): string => `(length(${column}) = 6 and ${column} like '9%')`;

/**
 * Every school a file tells an inspection of, or lists, that no other took the place of: one row for each lineage, under
 * its last reference number.
 */
export function toldLastSql(query: HistoriesQuery): string {
  const kind =
    query.authority === undefined
      ? `${query.invented === true ? '' : 'not '}${invented('told.urn')}`
      : 'true';
  const place =
    query.authority === undefined
      ? 'true'
      : `told.urn in (select urn from register where slug = ${literal(query.authority)})`;
  return `select distinct told.urn
from (select told_of as urn from inspection_told union select urn from register) told
where ${kind} and ${place} and told.urn in (select urn from register)
  and not exists (select 1 from replacement r join register g on g.urn = r.new where r.old = told.urn)`;
}

/** What the registers say of each school wanted: of facts told more than once, as known nearest to the day. */
export function registeredSql(asAt: IsoDate | undefined): string {
  const nearest =
    asAt === undefined
      ? '(g.known_on, g.source)'
      : `(g.known_on <= ${literal(asAt)}::date, -abs(g.known_on - ${literal(asAt)}::date), g.source)`;
  const fact = (column: string): string =>
    `arg_max(g.${column}, ${nearest}) filter (where g.${column} is not null)`;
  return `with joined as (
  select distinct urn from lineage_step
  where relation = 'predecessor' and (type ilike '%merged%' or type ilike '%amalgam%')
)
select w.urn, coalesce(${fact('name')}, w.urn), ${fact('slug')}, ${fact('region')}, ${fact('phase')}, ${fact('sector')},
  ${fact('type')}, ${fact('district')}, min(g.opened_on)::varchar, max(g.closed_on)::varchar,
  ${fact('pupils')}, ${fact('idaci_quintile')}, w.urn in (select urn from joined),
  coalesce((select string_agg(a.ancestor, ' ' order by a.ancestor) from ancestor a
    where a.urn = w.urn and a.ancestor <> w.urn), '')
from wanted w join (${statementsSql(asAt)}) g using (urn) group by w.urn order by w.urn`;
}

/** Of a school that a register knew of by the day, later ones change nothing. */
function statementsSql(asAt: IsoDate | undefined): string {
  if (asAt === undefined) return 'select * from register';
  const day = `${literal(asAt)}::date`;
  return `select * from register qualify known_on <= ${day} or min(known_on) over (partition by urn) > ${day}`;
}

/** When the latest ungraded inspection known of each school wanted started. */
export function ungradedSql(asAt: IsoDate | undefined): string {
  const known = asAt === undefined ? 'true' : `i.known_on <= ${literal(asAt)}::date`;
  return `select w.urn, max(i.started_on)::varchar
from wanted w join ancestor a using (urn) join inspection i on i.urn_at_time = a.ancestor and i.started_on <= a.until
where i.kind = 'ungraded' and ${known} group by w.urn`;
}

/** Layouts that tell of every inspection up to the day they are of. */
const listsOfInspections = layouts
  .filter(({ inspections }) => inspections !== undefined)
  .map(({ id }) => literal(id));

/**
 * The last day on which a file would have told of an inspection of each school wanted: the newest inspection such a file
 * has of anybody, where it has one of the school or lists it.
 */
export const followedSql = `with reach as (
  select s.id, max(t.started_on) as until from source s join inspection_told t on t.source = s.id
  where s.layout in (${listsOfInspections.join(', ')}) group by s.id
), told as (
  select told_of as urn, source from inspection_told union select urn, source from register
)
select w.urn, max(r.until)::varchar
from wanted w join ancestor a using (urn) join told t on t.urn = a.ancestor join reach r on r.id = t.source
group by w.urn`;

/**
 * Results of all pupils as places among the schools of the same release: standard deviations from the mean of the schools
 * in the file or, where the file has too few for that to be England's, from England's figure in it.
 */
export function placesOfResultsSql({ asAt, measures }: HistoriesQuery): string {
  const knownBy = (column: string): string =>
    asAt === undefined ? 'true' : `${column} <= ${literal(asAt)}::date`;
  const known = knownBy('v.known_on');
  const wanted = measures.map(literal).join(', ');
  return `with england as (
  select measure, year, arg_max(number, known_on) as mean from aggregate
  where level = 'england' and grp = 'all' and number is not null and ${knownBy('known_on')} group by all
), spread as (
  select v.source, v.measure, v.year, ${invented('v.urn')} as invented, avg(v.number) as mean,
    stddev_samp(v.number) as sd, count(*) as schools
  from value v
  where v.measure in (${wanted}) and v.grp = 'all' and v.number is not null and ${known}
  group by all having count(*) >= ${fewestForSpread}
), told as (
  select w.urn, v.measure, v.year, v.known_on, v.number, v.cohort, v.source, v.status, v.missing, v.row_,
    ${invented('v.urn')} as invented
  from wanted w join ancestor a using (urn) join value v on v.urn = a.ancestor
  where v.measure in (${wanted}) and v.grp = 'all' and v.number is not null and ${known}
    and ${knownBy('a.known_on')}
), placed as (
  select t.*, (t.number - case when s.schools >= ${enoughForMean} then s.mean else e.mean end) / nullif(s.sd, 0) as place
  from told t
  join spread s on s.source = t.source and s.measure = t.measure and s.year = t.year and s.invented = t.invented
  left join england e on e.measure = t.measure::varchar and e.year = t.year
)
select urn, measure::varchar, year, known_on::varchar, place, cohort from placed where place is not null
qualify row_number() over (partition by urn, measure, year order by ${preferredSql()}) = 1
order by urn, measure, year`;
}
