import type { DuckDBConnection } from '@duckdb/node-api';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { SimilarMean } from '#/schools/rules/similar.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import { latestValuesSql } from './latest-values-sql.ts';
import { text, readRows } from './read-rows.ts';

export interface MeansQuery {
  readonly asAt: IsoDate;
  /** The schools whose results are taken together for each school. */
  readonly of: ReadonlyMap<Urn, readonly Urn[]>;
  readonly measures: readonly MeasureId[];
}

/** The means of one school's others, and the files they rest on. */
export interface Means {
  readonly means: readonly SimilarMean[];
  readonly sources: readonly string[];
}

/**
 * What sets of schools reached together, each pupil counting the same, in every year known on the date: results of all
 * pupils, with their cohorts. A school whose others have no results is not in the answer.
 */
export async function readMeans(
  connection: DuckDBConnection,
  { asAt, of, measures }: MeansQuery,
): Promise<ReadonlyMap<Urn, Means>> {
  await connection.run('create or replace temp table beside (own varchar, other varchar)');
  const appender = await connection.createAppender('beside', 'main', 'temp');
  for (const [own, others] of of) {
    for (const other of others) {
      appender.appendVarchar(own);
      appender.appendVarchar(other);
      appender.endRow();
    }
  }
  appender.closeSync();
  const rows = await readRows(
    connection,
    `with ${latestValuesSql({ asAt, measures, groups: ['all'] })}
select b.own, v.measure, v.year, sum(v.number * v.cohort) / sum(v.cohort), count(*)::integer, sum(v.cohort)::double,
  array_to_string(list_sort(list(distinct v.source)), ' ')
from beside b join known v on v.urn = b.other
where v.number is not null and v.cohort > 0
group by b.own, v.measure, v.year order by b.own, v.measure, v.year`,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => text(row, 0))].map(([own, ofOwn]) => [
      own,
      {
        means: ofOwn.map((row) => ({
          measure: text(row, 1) as MeasureId,
          group: 'all' as const,
          year: Number(row[2]),
          number: Number(row[3]),
          schools: Number(row[4]),
          pupils: Number(row[5]),
        })),
        sources: [...new Set(ofOwn.flatMap((row) => text(row, 6).split(' ')))].toSorted(),
      },
    ]),
  );
}
