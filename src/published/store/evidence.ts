import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Inspection, Judgement, OverallEffectiveness } from '#/schools/rules/inspection.ts';
import type { HeadKnown, LineageLink, School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { MeasureValue } from '#/schools/rules/value.ts';
import { headsSql, inspectionsSql, lineageSetSql, linksSql, schoolsSql } from './evidence-sql.ts';
import { readValues } from './evidence-values.ts';
import { factColumns, membersSql } from './members-sql.ts';
import type { EvidenceQuery } from './published-store.ts';
import { numberOrNull, readRows, text, textOrNull, type Row } from './read-rows.ts';

const sourceRefs = z.array(z.object({ source: z.string(), row: z.number() }));

function schoolOf(row: Row): School {
  const fact = (column: string) => 7 + factColumns.indexOf(column as (typeof factColumns)[number]);
  const words = (column: string) => textOrNull(row, fact(column));
  const number = (column: string) => numberOrNull(row, fact(column));
  return {
    urn: text(row, 0),
    name: words('name') ?? text(row, 0),
    laestab: textOrNull(row, 6),
    authorityCode: textOrNull(row, 2),
    authority: textOrNull(row, 1) ?? 'not stated',
    region: words('region'),
    district: words('district'),
    constituency: words('constituency'),
    postcode: words('postcode'),
    town: words('town'),
    ward: words('ward'),
    easting: number('easting'),
    northing: number('northing'),
    phase: text(row, 3) as School['phase'],
    type: words('type') ?? 'not stated',
    gender: words('gender'),
    sector: text(row, 4) as School['sector'],
    status: text(row, 5) as School['status'],
    openedOn: words('opened_on'),
    closedOn: words('closed_on'),
    lowestAge: number('lowest_age'),
    highestAge: number('highest_age'),
    pupils: number('pupils'),
    capacity: number('capacity'),
    trust: words('trust'),
    sponsor: words('sponsor'),
    federation: words('federation'),
    religiousCharacter: words('religious_character'),
    diocese: words('diocese'),
    idaciQuintile: number('idaci_quintile'),
    head: words('head'),
    category: words('category') as School['category'],
    registerKnownLater: row[8 + factColumns.length] === true,
    sources: sourceRefs.parse(JSON.parse(text(row, 7 + factColumns.length))),
  };
}

/** `1` to `4` become numbers; grades in words stay words. */
function gradeOf(printed: string): Judgement['grade'] {
  return (/^[1-4]$/.test(printed) ? Number(printed) : printed) as Judgement['grade'];
}

function inspectionOf(row: Row): Inspection {
  const overall = textOrNull(row, 11);
  const judgements = JSON.parse(text(row, 13)) as { area: string; grade: string; gradedOn: string | null }[];
  return {
    number: text(row, 1),
    kind: text(row, 2) as Inspection['kind'],
    urnAtTime: text(row, 3),
    nameAtTime: textOrNull(row, 4),
    typeAtTime: textOrNull(row, 5),
    ofThisSchool: row[0] === row[3],
    inspectionType: textOrNull(row, 6),
    startedOn: text(row, 7),
    publishedOn: textOrNull(row, 8),
    knownOn: text(row, 9),
    knownOnIsAssumed: row[10] === true,
    overall: overall === null ? null : (gradeOf(overall) as OverallEffectiveness),
    category: textOrNull(row, 12) as Inspection['category'],
    judgements: judgements.map(({ area, grade, gradedOn }) => ({ area, grade: gradeOf(grade), gradedOn })),
    outcome: textOrNull(row, 14),
    convertedToGraded: typeof row[15] === 'boolean' ? row[15] : null,
    source: { source: text(row, 16), row: Number(row[17]) },
  };
}

function linkOf(row: Row): LineageLink {
  return {
    relation: text(row, 1) as LineageLink['relation'],
    urn: text(row, 2),
    name: text(row, 3),
    linkType: text(row, 4),
    establishedOn: textOrNull(row, 5),
    source: { source: text(row, 6), row: Number(row[7]) },
  };
}

function headOf(row: Row): HeadKnown {
  return {
    name: text(row, 1),
    firstKnownOn: text(row, 2),
    source: { source: text(row, 3), row: Number(row[4]) },
  };
}

function bySchool<T>(rows: readonly Row[], make: (row: Row) => T): ReadonlyMap<Urn, readonly T[]> {
  const found = new Map<Urn, T[]>();
  for (const row of rows) {
    const urn = text(row, 0);
    const list = found.get(urn);
    if (list === undefined) found.set(urn, [make(row)]);
    else list.push(make(row));
  }
  return found;
}

/** Evidence for each school of the query, in order of URN: five questions to the store, however many the schools. */
export async function readEvidence(
  connection: DuckDBConnection,
  query: EvidenceQuery,
): Promise<readonly Evidence[]> {
  await connection.run(membersSql(query));
  await connection.run(lineageSetSql(query.asAt));
  const schools = await readRows(connection, schoolsSql(query.asAt));
  const lineage = bySchool(await readRows(connection, linksSql(query.asAt)), linkOf);
  const heads = bySchool(await readRows(connection, headsSql(query.asAt)), headOf);
  const inspections = bySchool(await readRows(connection, inspectionsSql(query.asAt)), inspectionOf);
  const values =
    query.withoutValues === true
      ? new Map<Urn, readonly MeasureValue[]>()
      : await readValues(connection, query);
  return schools.map((row) => {
    const school = schoolOf(row);
    const told = inspections.get(school.urn) ?? [];
    return {
      asAt: query.asAt,
      school,
      lineage: lineage.get(school.urn) ?? [],
      inspections: told,
      inspectionsKnownFrom:
        row[9 + factColumns.length] === true ? 'ofsted' : told.length > 0 ? 'other files' : 'nothing',
      heads: heads.get(school.urn) ?? [],
      values: values.get(school.urn) ?? [],
      // In the authority's own records, in confidence: added by those who may read them.
      supplied: [],
      similar: null,
    };
  });
}
