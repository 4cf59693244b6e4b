import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '#/published/facts/sql.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { InspectionInHistory, ResultInHistory, SchoolHistory } from '#/schools/rules/history.ts';
import type { Judgement } from '#/schools/rules/inspection.ts';
import type { Phase, Sector } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import { followedSql, placesOfResultsSql, registeredSql, toldLastSql, ungradedSql } from './histories-sql.ts';
import type { Member } from './members.ts';
import { numberOrNull, readRows, text, textOrNull, visitRows, type Row } from './read-rows.ts';

export interface HistoriesQuery {
  /**
   * Schools open on the day, facts known by then: what a forecast is made from. Left out: every school that nothing took
   * the place of, with all there is: what models are fitted on.
   */
  readonly asAt?: IsoDate;
  /** Authority's slug; all of them when left out. */
  readonly authority?: string;
  /** Invented schools instead of real ones, where no authority is named; never both. */
  readonly invented?: boolean;
  readonly measures: readonly MeasureId[];
}

/** Every school asked about, in order of reference number. A school of which nothing is known but its name is there too. */
export async function readHistories(
  connection: DuckDBConnection,
  query: HistoriesQuery,
  members: readonly Member[],
): Promise<readonly SchoolHistory[]> {
  await connection.run('create or replace temp table wanted (urn varchar)');
  if (query.asAt === undefined) {
    await connection.run(`insert into wanted ${toldLastSql(query)}`);
  } else {
    const appender = await connection.createAppender('wanted', 'main', 'temp');
    for (const { urn } of members) {
      appender.appendVarchar(urn);
      appender.endRow();
    }
    appender.closeSync();
  }
  const inspections = await inspectionsOf(connection, query.asAt);
  const results = await resultsOf(connection, query);
  const ungraded = new Map(
    (await readRows(connection, ungradedSql(query.asAt))).map((row) => [text(row, 0), text(row, 1)] as const),
  );
  const followed =
    query.asAt === undefined
      ? new Map(
          (await readRows(connection, followedSql)).map((row) => [text(row, 0), textOrNull(row, 1)] as const),
        )
      : new Map<Urn, string | null>();
  const membersByUrn = new Map(members.map((member) => [member.urn, member]));
  const rows = await readRows(connection, registeredSql(query.asAt));
  return rows.map((row) => {
    const urn = text(row, 0);
    return {
      ...registered(row, membersByUrn.get(urn)),
      inspections: inspections.get(urn) ?? [],
      ungradedOn: ungraded.get(urn) ?? null,
      results: results.get(urn) ?? [],
      followedUntil: followed.get(urn) ?? null,
    };
  });
}

function registered(
  row: Row,
  member: Member | undefined,
): Omit<SchoolHistory, 'inspections' | 'ungradedOn' | 'results' | 'followedUntil'> {
  return {
    urn: text(row, 0),
    name: text(row, 1),
    authority: member?.slug ?? text(row, 2),
    region: textOrNull(row, 3),
    phase: member?.phase ?? (text(row, 4) as Phase),
    sector: member?.sector ?? (text(row, 5) as Sector),
    type: textOrNull(row, 6) ?? '',
    district: textOrNull(row, 7),
    openedOn: textOrNull(row, 8),
    closedOn: member === undefined ? textOrNull(row, 9) : member.closedOn,
    pupils: numberOrNull(row, 10),
    idaciQuintile: numberOrNull(row, 11),
    joined: row[12] === true,
    formerly: text(row, 13)
      .split(' ')
      .filter((urn) => urn !== ''),
  };
}

const untilKnown = (column: string, asAt: IsoDate | undefined): string =>
  asAt === undefined ? 'true' : `${column} <= ${literal(asAt)}::date`;

async function inspectionsOf(
  connection: DuckDBConnection,
  asAt: IsoDate | undefined,
): Promise<ReadonlyMap<Urn, readonly InspectionInHistory[]>> {
  const found = new Map<Urn, InspectionInHistory[]>();
  await visitRows(
    connection,
    `select w.urn, i.kind, i.urn_at_time, i.started_on::varchar, i.known_on::varchar, i.overall, i.category,
  case when i.overall in ('1', '2', '3', '4') then null else i.judgements end
from wanted w join ancestor a using (urn) join inspection i on i.urn_at_time = a.ancestor and i.started_on <= a.until
where i.kind <> 'ungraded' and ${untilKnown('a.known_on', asAt)} and ${untilKnown('i.known_on', asAt)}
order by w.urn, i.known_on, i.started_on, i.number`,
    (cells, index) => {
      const row = cells.map((cell) => cell.getItem(index));
      const judgements = textOrNull(row, 7);
      const overall = textOrNull(row, 5);
      const inspection: InspectionInHistory = {
        kind: text(row, 1) as InspectionInHistory['kind'],
        urnAtTime: text(row, 2),
        startedOn: text(row, 3),
        knownOn: text(row, 4),
        overall: overall === null || overall === 'not judged' ? overall : (Number(overall) as 1 | 2 | 3 | 4),
        category: textOrNull(row, 6) as InspectionInHistory['category'],
        judgements: judgements === null ? [] : (JSON.parse(judgements) as readonly Judgement[]),
      };
      const own = found.get(text(row, 0));
      if (own === undefined) found.set(text(row, 0), [inspection]);
      else own.push(inspection);
    },
  );
  return found;
}

async function resultsOf(
  connection: DuckDBConnection,
  query: HistoriesQuery,
): Promise<ReadonlyMap<Urn, readonly ResultInHistory[]>> {
  const found = new Map<Urn, ResultInHistory[]>();
  if (query.measures.length === 0) return found;
  await visitRows(connection, placesOfResultsSql(query), (cells, index) => {
    const row = cells.map((cell) => cell.getItem(index));
    const result: ResultInHistory = {
      measure: text(row, 1) as MeasureId,
      year: Number(row[2]),
      knownOn: text(row, 3),
      place: Number(row[4]),
      cohort: numberOrNull(row, 5),
    };
    const own = found.get(text(row, 0));
    if (own === undefined) found.set(text(row, 0), [result]);
    else own.push(result);
  });
  return found;
}
