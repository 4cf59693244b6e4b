import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '#/published/facts/sql.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';

import type { PlacedResult, WithoutNumber } from '#/schools/rules/results-of-schools.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Group, MeasureId, Missing, ReleaseStatus } from '#/schools/rules/value.ts';
import { latestValuesSql, ofKindSql, placesSql } from './latest-values-sql.ts';
import { numberOrNull, readRows, text, textOrNull } from './read-rows.ts';

export interface DistributionQuery {
  readonly asAt: string;
  readonly measure: MeasureId;
  readonly group: Group;
  readonly year: SchoolYear;
  /** Schools of every phase when left out. */
  readonly phase?: Phase;
  /** Invented schools instead of real ones. The two are never counted together. */
  readonly invented?: boolean;
}

/** Every school of the files imported with a number for the measure, latest release known, lowest first. */
export async function readDistribution(
  connection: DuckDBConnection,
  query: DistributionQuery,
): Promise<readonly PlacedResult[]> {
  const { asAt, measure, group, year, phase, invented = false } = query;
  const asked = { asAt, measures: [measure], groups: [group], years: [year] };
  const rows = await readRows(
    connection,
    `with ${latestValuesSql(asked)}, ${placesSql(asAt)}
select v.urn, p.name, p.slug, p.district, p.phase, v.number, v.cohort, v.low, v.high, v.status, v.source
from known v left join place p using (urn)
where v.number is not null and ${ofKindSql(invented, phase)}
order by v.number, v.urn`,
  );
  return rows.map((row) => {
    const low = numberOrNull(row, 7);
    const high = numberOrNull(row, 8);
    return {
      urn: text(row, 0),
      name: textOrNull(row, 1) ?? text(row, 0),
      authority: textOrNull(row, 2),
      district: textOrNull(row, 3),
      phase: textOrNull(row, 4) as Phase | null,
      number: Number(row[5]),
      cohort: numberOrNull(row, 6),
      interval: low === null || high === null ? null : [low, high],
      status: text(row, 9) as ReleaseStatus,
      source: text(row, 10),
    };
  });
}

/** The schools of one authority that the files tell of without a number, each with why, in order of name. */
export async function readWithoutNumber(
  connection: DuckDBConnection,
  query: DistributionQuery & { readonly authority: string },
): Promise<readonly WithoutNumber[]> {
  const { asAt, measure, group, year, phase, authority, invented = false } = query;
  const asked = { asAt, measures: [measure], groups: [group], years: [year] };
  const rows = await readRows(
    connection,
    `with ${latestValuesSql(asked)}, ${placesSql(asAt)}
select v.urn, p.name, p.district, p.phase, v.source, v.missing, v.code
from known v join place p using (urn)
where v.number is null and p.slug = ${literal(authority)} and ${ofKindSql(invented, phase)}
order by p.name, v.urn`,
  );
  return rows.map((row) => ({
    urn: text(row, 0),
    name: textOrNull(row, 1) ?? text(row, 0),
    district: textOrNull(row, 2),
    phase: textOrNull(row, 3) as Phase | null,
    source: text(row, 4),
    missing: text(row, 5) as Missing,
    code: textOrNull(row, 6) ?? '',
  }));
}
