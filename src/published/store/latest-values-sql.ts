import { literal } from '#/published/facts/sql.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Group, MeasureId } from '#/schools/rules/value.ts';
import { preferredSql } from './preferred-sql.ts';

/** Which values are asked for; what is left out is not narrowed. */
export interface ValuesAsked {
  readonly asAt: IsoDate;
  readonly measures: readonly MeasureId[];
  readonly groups: readonly Group[];
  readonly years?: readonly SchoolYear[];
}

/**
 * One value a school, year, measure and group, in `known`: the newest release known on the date, then the firmest
 * (`preferredSql`). Only where several files tell of a school and year does one have to be chosen.
 */
export function latestValuesSql({ asAt, measures, groups, years }: ValuesAsked): string {
  const one = (column: string, wanted: readonly (string | number)[]) =>
    `v.${column} in (${wanted.map((each) => (typeof each === 'number' ? String(each) : literal(each))).join(', ') || 'null'})`;
  const wanted = [
    `v.known_on <= ${literal(asAt)}::date`,
    one('measure', measures),
    one('grp', groups),
    ...(years === undefined ? [] : [one('year', years)]),
  ];
  return `told as (
  select v.*, c.urn is not null as contested
  from value v left join contested c on c.urn = v.urn and c.year = v.year
  where ${wanted.join(' and ')}
), known as (
  select * from told where not contested
  union all
  select * from told where contested
  qualify row_number() over (partition by urn, year, measure, grp order by ${preferredSql()}) = 1
)`;
}

/**
 * Where each reference number that has results belongs, in `place`: as the statement of the register nearest to the date
 * says. A number that no register lists (a school closed before the first one imported) stands where the school stands
 * that took its place. Invented schools and real ones are never counted together: `invented` tells them apart.
 */
export function placesSql(asAt: IsoDate): string {
  const nearest = `(known_on <= ${literal(asAt)}::date, -abs(known_on - ${literal(asAt)}::date), source)`;
  const fact = (column: string) => `arg_max(${column}, ${nearest}) as ${column}`;
  const facts = ['slug', 'region', 'district', 'phase', 'name'];
  return `listed as (
  select urn, ${facts.map(fact).join(', ')} from register group by urn
), place as (
  select * from listed
  union all
  select a.ancestor as urn, ${facts.map((column) => `arg_max(l.${column}, l.urn) as ${column}`).join(', ')}
  from ancestor a join listed l on l.urn = a.urn
  where a.known_on <= ${literal(asAt)}::date and a.ancestor not in (select urn from listed)
  group by a.ancestor
)`;
}

/** Only schools of this phase, and real or invented ones. */
export function ofKindSql(invented: boolean, phase?: Phase): string {
  const kind = `${invented ? '' : 'not '}(length(v.urn) = 6 and v.urn like '9%')`;
  return phase === undefined ? kind : `${kind} and p.phase = ${literal(phase)}`;
}
