import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { literal } from '#/published/facts/sql.ts';
import type { PooledResult } from '#/schools/rules/results-of-schools.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Group, MeasureId, Missing, ReleaseStatus } from '#/schools/rules/value.ts';
import { latestValuesSql, ofKindSql, placesSql, type ValuesAsked } from './latest-values-sql.ts';
import { readRows, text, textOrNull } from './read-rows.ts';

export interface PooledQuery extends ValuesAsked {
  /** Schools of every phase when left out. */
  readonly phase?: Phase;
  /** Only this authority's schools; every authority of the files imported when left out. */
  readonly authority?: string;
  /** The authority's schools are told district by district, all others authority by authority. */
  readonly districtsOf?: string;
  /** Invented schools instead of real ones. The two are never counted together. */
  readonly invented?: boolean;
}

const texts = z.array(z.string());
const reasons: readonly Missing[] = ['suppressed', 'not published', 'not applicable', 'not yet known'];

/** Results of all schools added together by authority, in the order of authority, district, measure, group and year. */
export async function readPooled(
  connection: DuckDBConnection,
  query: PooledQuery,
): Promise<readonly PooledResult[]> {
  const { asAt, phase, authority, districtsOf, invented = false } = query;
  const counted = 'v.number is not null and v.cohort > 0';
  const district =
    districtsOf === undefined
      ? 'null::varchar'
      : `case when p.slug = ${literal(districtsOf)} then p.district end`;
  const rows = await readRows(
    connection,
    `with ${latestValuesSql(query)}, ${placesSql(asAt)}, joined as (
  select v.*, p.slug, p.region, p.phase, ${district} as district
  from known v left join place p using (urn)
  where ${ofKindSql(invented, phase)}${authority === undefined ? '' : ` and p.slug = ${literal(authority)}`}
)
select slug, any_value(region), district, year, measure, grp,
  coalesce(sum(cohort) filter (where ${counted}), 0)::double,
  coalesce(sum(number * cohort) filter (where ${counted}), 0)::double,
  coalesce(sum(round(number * cohort / 100)) filter (where ${counted}), 0)::double,
  count(*) filter (where ${counted})::integer,
  count(*) filter (where number is not null and coalesce(cohort, 0) <= 0)::integer,
  ${reasons.map((reason) => `count(*) filter (where number is null and missing = ${literal(reason)})::integer`).join(', ')},
  to_json(list_sort(list(distinct status) filter (where number is not null)))::varchar,
  to_json(list_sort(list(distinct source) filter (where number is not null)))::varchar,
  to_json(list_sort(list(distinct phase) filter (where phase is not null)))::varchar
from joined v group by slug, district, year, measure, grp
order by slug nulls last, district nulls last, measure, grp, year`,
  );
  return rows.map((row) => ({
    authority: textOrNull(row, 0),
    region: textOrNull(row, 1),
    district: textOrNull(row, 2),
    year: Number(row[3]),
    measure: text(row, 4) as MeasureId,
    group: text(row, 5) as Group,
    phases: listOf(textOrNull(row, 17)) as readonly Phase[],
    pupils: Number(row[6]),
    weighted: Number(row[7]),
    reached: Number(row[8]),
    schools: Number(row[9]),
    withoutCohort: Number(row[10]),
    missing: Object.fromEntries(reasons.map((reason, index) => [reason, Number(row[11 + index])])) as Record<
      Missing,
      number
    >,
    statuses: listOf(textOrNull(row, 15)) as readonly ReleaseStatus[],
    sources: listOf(textOrNull(row, 16)),
  }));
}

function listOf(json: string | null): readonly string[] {
  return json === null ? [] : (texts.nullable().parse(JSON.parse(json)) ?? []);
}
