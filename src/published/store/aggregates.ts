import type { DuckDBConnection } from '@duckdb/node-api';
import { loadLocalAuthorities } from '#/law/local-authorities.ts';
import { literal } from '#/published/facts/sql.ts';
import type { AggregateLevel, AggregateValue } from '#/schools/rules/aggregate.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Group, MeasureId, Missing, ReleaseStatus } from '#/schools/rules/value.ts';
import { preferredSql } from './preferred-sql.ts';
import { numberOrNull, readRows, text, textOrNull } from './read-rows.ts';
import { slugOf } from './write-store.ts';

/** Which figures are asked for; what is left out is not narrowed. England's are always among them. */
export interface AggregatesQuery {
  readonly asAt: IsoDate;
  readonly measures?: readonly MeasureId[];
  readonly groups?: readonly Group[];
  /** Slugs of authorities. */
  readonly authorities?: readonly string[];
}

/** The slug behind each code: as the registers say, and for authorities of which none is here as the reference data does. */
async function slugsByCode(connection: DuckDBConnection): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows(
    connection,
    'select authority_code, arg_max(slug, (known_on, source)) from register where authority_code is not null group by 1',
  );
  return new Map([
    ...loadLocalAuthorities().map(({ code, name }) => [code, slugOf(name)] as const),
    ...rows.map((row) => [text(row, 0), text(row, 1)] as const),
  ]);
}

function aggregatesSql({ asAt, measures, groups }: AggregatesQuery, codes: readonly string[] | null): string {
  const oneOf = (column: string, wanted: readonly string[] | undefined) =>
    wanted === undefined ? [] : [`${column} in (${wanted.map(literal).join(', ') || 'null'})`];
  const conditions = [
    `known_on <= ${literal(asAt)}::date`,
    ...oneOf('measure', measures),
    ...oneOf('grp', groups),
    ...(codes === null
      ? []
      : [`(level <> 'authority' or authority_code in (${codes.map(literal).join(', ') || 'null'}))`]),
  ];
  return `select level, authority_code, year, measure, grp, number, missing, code, cohort, low, high, status,
  known_on::varchar, source, row_
from aggregate where ${conditions.join(' and ')}
qualify row_number() over (partition by level, authority_code, year, measure, grp order by ${preferredSql()}) = 1
order by level, authority_code nulls last, measure, grp, year`;
}

/**
 * Figures of authorities and of England, each once: the latest release known on the date. A release split into files by
 * authority repeats England's rows in each; they count once.
 */
export async function readAggregates(
  connection: DuckDBConnection,
  query: AggregatesQuery,
): Promise<readonly AggregateValue[]> {
  const slugs = await slugsByCode(connection);
  const wanted = query.authorities;
  const codes =
    wanted === undefined ? null : [...slugs].flatMap(([code, slug]) => (wanted.includes(slug) ? [code] : []));
  const rows = await readRows(connection, aggregatesSql(query, codes));
  return rows.map((row) => {
    const number = numberOrNull(row, 5);
    const [low, high] = [numberOrNull(row, 9), numberOrNull(row, 10)];
    return {
      level: text(row, 0) as AggregateLevel,
      authority: slugs.get(textOrNull(row, 1) ?? '') ?? null,
      year: Number(row[2]),
      measure: text(row, 3) as MeasureId,
      group: text(row, 4) as Group,
      value:
        number === null ? { missing: text(row, 6) as Missing, code: textOrNull(row, 7) ?? '' } : { number },
      cohort: numberOrNull(row, 8),
      interval: low === null || high === null ? null : [low, high],
      status: text(row, 11) as ReleaseStatus,
      knownOn: text(row, 12),
      source: { source: text(row, 13), row: Number(row[14]) },
    };
  });
}
