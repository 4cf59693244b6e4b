import { basename } from 'node:path';
import { cellsOf, literal } from '#/published/facts/sql.ts';
import { inspectionSql } from '#/published/facts/inspections-sql.ts';
import { linksSql } from '#/published/facts/links-sql.ts';
import { neighboursSql } from '#/published/facts/neighbours-sql.ts';
import { registerSql } from '#/published/facts/register-sql.ts';
import { resultsSql } from '#/published/facts/results-sql.ts';
import {
  countRepeatedSql,
  expectedReasons,
  markedRowsSql,
  setRepeatedAsideSql,
} from '#/published/facts/rows-sql.ts';
import { loadReference } from '#/law/reference.ts';
import { spellings, type Layout } from '#/published/layout.ts';
import { knownColumns } from '#/published/recognise/known-columns.ts';
import { count, plural } from '#/platform/web/words.ts';
import { plainName, recognise, type Recognised, type Unknown } from '#/published/recognise/recognise.ts';
import { asUtf8, loadRows } from '#/published/read/load-rows.ts';
import { openTable, type Table } from '#/published/read/open-table.ts';
import { NoTable } from '#/published/read/records.ts';
import type { Problem, Source } from '#/published/source.ts';
import { findYear, readYearEvidence } from '#/published/year/find-year.ts';
import { findKnownOn, type Known } from '#/published/year/find-known-on.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';
import { keepProblems, keepSource, leaveOutImpossible, noteReading } from './keep-source.ts';
import { readRows } from './read-rows.ts';
import { forgetStaged } from './schema.ts';
import type { Draft } from './write-store.ts';

/** What the person says of the files where the files do not. */
export interface Stated {
  readonly year?: SchoolYear;
  readonly asAt?: IsoDate;
  readonly status?: ReleaseStatus;
}

/** What became of one file. */
export type FileOutcome =
  | {
      readonly outcome: 'imported' | 'already imported';
      readonly source: Source;
      readonly problems: readonly Problem[];
    }
  | {
      readonly outcome: 'set aside';
      readonly what: string;
      readonly whatToDo: string;
      readonly nearest: Unknown['nearest'];
      /** What it was recognised as, when it was. */
      readonly layout: string | null;
    };

const setAside = (
  what: string,
  whatToDo: string,
  layout: string | null = null,
  nearest: Unknown['nearest'] = null,
): FileOutcome => ({ outcome: 'set aside', what, whatToDo, nearest, layout });

export interface ImportOne {
  readonly path: string;
  /** Name to remember it by, when not the path's own. */
  readonly fileName?: string;
  /** Path a person knows it by, when it was unpacked to another. */
  readonly shownAs?: string;
  readonly stated: Stated;
  readonly importedAt: string;
  /** Told once the file is known for what it is, while its rows are still to be read. */
  readonly onRecognised?: (sha256: string) => void;
  /** Sources the store has already, by SHA-256, with what was stated of them. */
  readonly already: ReadonlyMap<string, { readonly source: Source; readonly stated: string }>;
}

/** What was stated, as text: the same file with another statement is imported again. */
export function statedText(stated: Stated): string {
  return JSON.stringify({
    year: stated.year ?? null,
    asAt: stated.asAt ?? null,
    status: stated.status ?? null,
  });
}

/** Recognises, reads, checks and keeps one file in the draft of a store. The file goes in whole or not at all. */
export async function importOne(draft: Draft, request: ImportOne): Promise<FileOutcome> {
  const table = await openTable(request.path, draft.workFolder);
  if ('what' in table)
    return setAside(table.what, table.whatToDo, null, 'nearest' in table ? table.nearest : null);
  const { examined } = table;
  if (examined.notCsv !== null) return setAside(examined.notCsv.what, examined.notCsv.whatToDo);
  const before = request.already.get(examined.sha256);
  if (before?.stated === statedText(request.stated)) {
    return { outcome: 'already imported', source: before.source, problems: [] };
  }
  const recognised = recognise(examined.head);
  if ('what' in recognised) return setAside(recognised.what, recognised.whatToDo, null, recognised.nearest);
  if (recognised.header.length > mostColumns) {
    return setAside(
      `Its header has ${count(recognised.header.length)} columns; no official file has more than ${count(mostColumns)}.`,
      'Download it again from its publisher.',
      recognised.layout.id,
    );
  }
  request.onRecognised?.(examined.sha256);
  try {
    return await readAndKeep(draft, request, table, recognised);
  } catch (error) {
    if (!(error instanceof NoTable)) throw error;
    return setAside(error.message, 'Download it again from its publisher.', recognised.layout.id);
  }
}

/** The widest official file, of key stage 4, has about five hundred. */
const mostColumns = 5000;

/** Positions of all columns that a layout reads from this file. */
function columnsRead(layout: Layout, recognised: Recognised): readonly number[] {
  const positions = knownColumns(layout)
    .map((column) => recognised.find(column))
    .filter((position) => position !== null);
  for (const column of layout.neighbours?.others ?? []) {
    const position = recognised.find(column);
    if (position !== null && position + 1 < recognised.header.length) positions.push(position + 1);
  }
  return [...new Set(positions)].sort((a, b) => a - b);
}

async function readAndKeep(
  draft: Draft,
  request: ImportOne,
  table: Table,
  recognised: Recognised,
): Promise<FileOutcome> {
  const { connection } = draft;
  const { examined } = table;
  const { layout } = recognised;
  const cells = cellsOf(recognised.find, layout.dates);
  const columns = columnsRead(layout, recognised);
  const { path, notes } = await asUtf8(table.path, examined, draft.workFolder);
  const marked = (rows: string) => markedRowsSql(layout, cells, rows);
  const loaded = await loadRows(connection, path, examined, recognised, columns, marked, draft.workFolder);
  await noteReading(connection, [...table.notes, ...notes, ...doubled(layout, recognised)]);
  const repeated = await readRows(connection, countRepeatedSql(layout, cells));
  if (Number(repeated[0]?.[0]) > 0) await connection.run(setRepeatedAsideSql(layout, cells, columns));

  const counts = await countRows(draft);
  if (counts.kept === 0) {
    return setAside(
      `It is laid out as “${layout.title}” but no row of it could be kept.`,
      counts.reasons.length === 0
        ? 'It has a header and no rows. Download it again.'
        : `Set aside: ${counts.reasons.map((each) => `${plural(each.rows, 'row')}, ${each.reason}`).join('; ')}.`,
      layout.id,
    );
  }
  const { results } = layout;
  let year: { year: SchoolYear; basis: string } | null = null;
  if (results !== undefined) {
    const readings = await readYearEvidence(connection, results, cells, recognised.header);
    const found = findYear(results.year, readings, request.stated.year ?? null, loadReference());
    if (found.year === null) {
      return setAside(
        found.what,
        `${found.whatToDo}${hintOfName(request.shownAs ?? request.path)}`,
        layout.id,
      );
    }
    year = found;
  }
  const known = await findKnownOn(
    connection,
    recognised,
    cells,
    year?.year ?? null,
    request.stated,
    request.importedAt,
    loadReference().releaseDates,
    table.modifiedOn,
  );
  if ('what' in known) return setAside(known.what, known.whatToDo, layout.id);

  const id = examined.sha256.slice(0, 12);
  for (const statement of forgetStaged(literal(id))) await connection.run(statement);
  const statements: string[] = [];
  if (layout.register !== undefined) statements.push(registerSql(layout.register, cells, id, known.knownOn));
  for (const inspection of layout.inspections ?? [])
    statements.push(inspectionSql(inspection, cells, id, known.knownOn));
  if (layout.links !== undefined) statements.push(linksSql(layout.links, cells, id, known.knownOn));
  if (layout.neighbours !== undefined)
    statements.push(neighboursSql(layout.neighbours, cells, recognised.find, id, known.knownOn));
  if (results !== undefined && year !== null)
    statements.push(
      ...resultsSql(results, cells, {
        source: id,
        year: year.year,
        status: known.status,
        knownOn: known.knownOn,
        withAggregates: counts.aggregates,
      }),
    );
  for (const statement of statements) await connection.run(statement);
  for (const statement of leaveOutImpossible(id, request.importedAt.slice(0, 10)))
    await connection.run(statement);

  const fileName = request.fileName ?? basename(request.path);
  const problems = await keepProblems(draft, layout, cells, id, fileName);
  const source: Source = {
    id,
    sha256: examined.sha256,
    fileName,
    layout: layout.id,
    title: layout.title,
    publisher: layout.publisher,
    licence: layout.licence,
    year: year?.year ?? null,
    yearBasis: year?.basis ?? null,
    ...sourceDates(known),
    rowsRead: loaded.rows,
    rowsKept: counts.kept,
    setAside: [...counts.reasons, ...[...loaded.setAside].map(([reason, rows]) => ({ reason, rows }))],
    problems: problems.count,
    importedAt: request.importedAt,
    invented: counts.invented,
  };
  await keepSource(draft, source, statedText(request.stated));
  return { outcome: 'imported', source, problems: problems.first };
}

/** Columns that are read and stand in the header more than once: the first of each is the one read. */
function doubled(layout: Layout, recognised: Recognised): readonly string[] {
  // What neighbours are called and how near they are goes by place, not by name.
  if (layout.neighbours !== undefined) return [];
  const known = new Set(knownColumns(layout).flatMap(spellings).map(plainName));
  const seen = new Set<string>();
  const twice = recognised.header.filter((name) => {
    const plain = plainName(name);
    const again = seen.has(plain) && known.has(plain);
    seen.add(plain);
    return again;
  });
  return twice.length === 0
    ? []
    : [
        `The header has ${twice.map((name) => `“${name.trim()}”`).join(', ')} more than once; the first was read.`,
      ];
}

function sourceDates(known: Known): Pick<Source, 'status' | 'asAt' | 'knownOn' | 'knownOnBasis'> {
  return { status: known.status, asAt: known.asAt, knownOn: known.knownOn, knownOnBasis: known.basis };
}

/** The year a name or folder mentions is a hint for the person, never evidence: files are renamed and put elsewhere. */
function hintOfName(path: string): string {
  const match = /(20[12]\d)[-_](?:20)?([0-3]\d)/.exec(path);
  if (match?.[1] === undefined || match[2] === undefined || Number(match[2]) !== (Number(match[1]) + 1) % 100)
    return '';
  return ` Its name or folder mentions ${match[1]}/${match[2]}.`;
}

async function countRows(draft: Draft): Promise<{
  kept: number;
  reasons: readonly { reason: string; rows: number }[];
  invented: boolean;
  /** Are there rows of authorities or England among those kept? */
  aggregates: boolean;
}> {
  const answer = await draft.connection.runAndReadAll(
    `select reason_, count(*)::integer, coalesce(bool_and(urn_ like '9_____') filter (where urn_ is not null and level_ = 'school'), false), bool_or(level_ <> 'school') from raw group by 1 order by 2 desc, 1`,
  );
  const rows = answer.getRows();
  const keptRow = rows.find((row) => row[0] === null);
  return {
    kept: Number(keptRow?.[1] ?? 0),
    invented: keptRow?.[2] === true,
    aggregates: keptRow?.[3] === true,
    reasons: rows
      .filter((row) => row[0] !== null)
      .map((row) => ({ reason: String(row[0]), rows: Number(row[1]) })),
  };
}

/** Whether rows were set aside that should not have been: for the exit code of the command. */
export function hasErrors(source: Source): boolean {
  return source.setAside.some(({ reason }) => !expectedReasons.has(reason));
}
