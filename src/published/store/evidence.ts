import type { DuckDBConnection } from '@duckdb/node-api';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Inspection, Judgement, OverallEffectiveness } from '#/schools/rules/inspection.ts';
import type { LineageLink } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { readRegistered } from './evidence-schools.ts';
import { inspectionsSql, linesSql, linksSql } from './evidence-sql.ts';
import { readValues, type Line, type Series } from './evidence-values.ts';
import { membersAsked, type Member } from './members.ts';
import type { EvidenceQuery } from './published-store.ts';
import { numberOrNull, readRows, text, textOrNull, type Row } from './read-rows.ts';

/** `1` to `4` become numbers; grades in words stay words. */
function gradeOf(printed: string): Judgement['grade'] {
  return (/^[1-4]$/.test(printed) ? Number(printed) : printed) as Judgement['grade'];
}

/** An inspection, as a school sees it whose own or whose predecessor's it was. */
function inspectionOf(row: Row): Omit<Inspection, 'ofThisSchool'> {
  const overall = textOrNull(row, 10);
  const judgements = JSON.parse(text(row, 12)) as { area: string; grade: string; gradedOn: string | null }[];
  return {
    number: text(row, 0),
    kind: text(row, 1) as Inspection['kind'],
    urnAtTime: text(row, 2),
    nameAtTime: textOrNull(row, 3),
    typeAtTime: textOrNull(row, 4),
    inspectionType: textOrNull(row, 5),
    startedOn: text(row, 6),
    publishedOn: textOrNull(row, 7),
    knownOn: text(row, 8),
    knownOnIsAssumed: row[9] === true,
    overall: overall === null ? null : (gradeOf(overall) as OverallEffectiveness),
    category: textOrNull(row, 11) as Inspection['category'],
    judgements: judgements.map(({ area, grade, gradedOn }) => ({ area, grade: gradeOf(grade), gradedOn })),
    outcome: textOrNull(row, 13),
    convertedToGraded: typeof row[14] === 'boolean' ? row[14] : null,
    source: { source: text(row, 15), row: Number(row[16]) },
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

async function readLines(
  connection: DuckDBConnection,
  asAt: string,
  members: readonly Member[],
): Promise<ReadonlyMap<Urn, readonly Line[]>> {
  const lines = new Map<Urn, Line[]>(members.map(({ urn }) => [urn, []]));
  const urns = members.map(({ urn }) => urn);
  for (const row of await readRows(connection, linesSql(asAt, urns)))
    lines.get(text(row, 0))?.push({ urn: text(row, 1), shelf: numberOrNull(row, 2), until: text(row, 3) });
  return lines;
}

/** What a question needs that is the same for every question to one generation of the store. */
export interface Kept {
  readonly members: readonly Member[];
  readonly series: readonly Series[];
}

/** Evidence for each school of the query, in order of URN: five questions to the store, however many the schools. */
export async function readEvidence(
  connection: DuckDBConnection,
  query: EvidenceQuery,
  kept: Kept,
): Promise<readonly Evidence[]> {
  const { asAt } = query;
  const members = membersAsked(kept.members, query);
  if (members.length === 0) return [];
  const urns = members.map(({ urn }) => urn);
  const registered = await readRegistered(connection, asAt, members);
  const links = Map.groupBy(await readRows(connection, linksSql(asAt, urns)), (row) => text(row, 0));
  const lines = await readLines(connection, asAt, members);
  const behind = [...new Set([...lines.values()].flatMap((line) => line.map(({ urn }) => urn)))];
  const inspections = Map.groupBy(
    (await readRows(connection, inspectionsSql(asAt, behind))).map(inspectionOf),
    ({ urnAtTime }) => urnAtTime,
  );
  const values =
    query.withoutValues === true ? null : await readValues(connection, query, lines, kept.series);
  return [...registered].map(([urn, { school, heads, listedByOfsted }]) => {
    const past = (lines.get(urn) ?? []).map((line) =>
      (inspections.get(line.urn) ?? []).filter(({ startedOn }) => startedOn < line.until),
    );
    const told = newestFirst(past).map((inspection) => ({
      ...inspection,
      ofThisSchool: inspection.urnAtTime === urn,
    }));
    return {
      asAt,
      school,
      lineage: (links.get(urn) ?? []).map(linkOf),
      inspections: told,
      inspectionsKnownFrom: listedByOfsted ? 'ofsted' : told.length > 0 ? 'other files' : 'nothing',
      heads,
      values: values?.get(urn) ?? [],
      // In the authority's own records, in confidence: added by those who may read them.
      supplied: [],
      similar: null,
    };
  });
}

/** Each list is in order; several have to be put together. */
function newestFirst<One extends Pick<Inspection, 'startedOn' | 'number'>>(
  lists: readonly (readonly One[])[],
): readonly One[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length < 2) return filled[0] ?? [];
  const before = (a: string, b: string): number => (a > b ? -1 : a < b ? 1 : 0);
  return filled.flat().sort((a, b) => before(a.startedOn, b.startedOn) || before(a.number, b.number));
}
