import { sql, type Selectable } from 'kysely';
import type { AuthorityTables, AuthorityTransaction } from '#/platform/database/tables.ts';
import type { CheckedFile, SuppliedProblem } from '#/schools/rules/check-supplied.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { SuppliedMapping } from '#/schools/rules/supplied-mapping.ts';

/** A file that a service of the authority gave, and what became of its rows. */
export interface SuppliedFile {
  readonly number: string;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly givenBy: string;
  readonly knownOn: IsoDate;
  readonly statedOn: IsoDate | null;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly setAside: CheckedFile['setAside'];
  readonly problems: number;
  readonly values: number;
  /** ISO 8601, UTC. */
  readonly keptAt: string;
  readonly keptBy: string;
  /** `null`: it counts. */
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** A file about to be kept. */
export interface NewSuppliedFile {
  readonly layout: string;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly givenBy: string;
  readonly knownOn: IsoDate;
  readonly statedOn: IsoDate | null;
  readonly checked: CheckedFile;
  readonly keptByName: string;
}

/** Rows that fit in one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 2000;

/** One file of an authority at a time, to the end of the transaction: two at once would both find it new. */
export async function lockSupplied(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('supplied ' || current_schema()))`.execute(transaction);
}

/** What the columns of files with this header mean, as described last; `null` when nobody described them. */
export async function layoutOf(
  transaction: AuthorityTransaction,
  headerKey: string,
): Promise<{ readonly number: string; readonly mapping: SuppliedMapping } | null> {
  const row = await transaction
    .selectFrom('supplied_layout')
    .select(['number', 'mapping'])
    .where('header_key', '=', headerKey)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Remembers what the columns mean, and gives it its number. */
export async function addLayout(
  transaction: AuthorityTransaction,
  headerKey: string,
  mapping: SuppliedMapping,
  keptByName: string,
): Promise<string> {
  const { number } = await transaction
    .insertInto('supplied_layout')
    .values({ header_key: headerKey, mapping: JSON.stringify(mapping), kept_by_name: keptByName })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** Keeps a file with all its values and problems, and gives it its number. The person and the time are the database's. */
export async function addSuppliedFile(
  transaction: AuthorityTransaction,
  file: NewSuppliedFile,
): Promise<string> {
  const { checked } = file;
  const { number } = await transaction
    .insertInto('supplied_file')
    .values({
      layout: file.layout,
      title: file.title,
      file_name: file.fileName,
      sha256: file.sha256,
      given_by: file.givenBy,
      known_on: file.knownOn,
      stated_on: file.statedOn,
      rows_read: checked.rowsRead,
      rows_kept: checked.rowsKept,
      set_aside: JSON.stringify(checked.setAside),
      problems: checked.problems.length,
      values_kept: checked.values.length,
      kept_by_name: file.keptByName,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  const values = checked.values.map((value, index) => ({
    file: number,
    file_values: checked.values.length,
    position: index + 1,
    urn: value.urn,
    item: value.item,
    number: typeof value.value === 'number' ? value.value : null,
    words: typeof value.value === 'string' ? value.value : null,
    on_date: value.on,
    row: value.row,
  }));
  const problems = checked.problems.map((problem, index) => ({
    file: number,
    position: index + 1,
    row: problem.row,
    column_name: problem.column,
    what: problem.what,
    what_to_do: problem.whatToDo,
    severity: problem.severity,
  }));
  for (const part of parts(values)) await transaction.insertInto('supplied_value').values(part).execute();
  for (const part of parts(problems)) await transaction.insertInto('supplied_problem').values(part).execute();
  return number;
}

function* parts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce);
}

/** Every file this person may know of, newest first: by the day it was had, then by when it was kept. */
export async function suppliedFiles(transaction: AuthorityTransaction): Promise<readonly SuppliedFile[]> {
  const rows = await transaction
    .selectFrom('supplied_file as f')
    .leftJoin('supplied_undo as u', 'u.file', 'f.number')
    .selectAll('f')
    .select(['u.reason', 'u.undone_at', 'u.undone_by_name'])
    .orderBy('f.known_on', 'desc')
    .orderBy('f.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...fileOf(row), undone: undoneOf(row) }));
}

/** Everything that was wrong with a file when it was kept, in order of row. For officers. */
export async function problemsOf(
  transaction: AuthorityTransaction,
  file: string,
): Promise<readonly SuppliedProblem[]> {
  const rows = await transaction
    .selectFrom('supplied_problem')
    .selectAll()
    .where('file', '=', file)
    .orderBy('position')
    .execute();
  return rows.map(({ row, column_name: column, what, what_to_do: whatToDo, severity }) => ({
    row,
    column,
    what,
    whatToDo,
    severity,
  }));
}

/** From now on the file counts in no analysis; it stays, with the reason. */
export async function addUndo(
  transaction: AuthorityTransaction,
  file: string,
  reason: string,
  undoneByName: string,
): Promise<void> {
  await transaction
    .insertInto('supplied_undo')
    .values({ file, reason, undone_by_name: undoneByName })
    .execute();
}

function fileOf(row: Selectable<AuthorityTables['supplied_file']>): Omit<SuppliedFile, 'undone'> {
  return {
    number: row.number,
    title: row.title,
    fileName: row.file_name,
    sha256: row.sha256,
    givenBy: row.given_by,
    knownOn: row.known_on,
    statedOn: row.stated_on,
    rowsRead: row.rows_read,
    rowsKept: row.rows_kept,
    setAside: row.set_aside,
    problems: row.problems,
    values: row.values_kept,
    keptAt: row.kept_at.toISOString(),
    keptBy: row.kept_by_name,
  };
}

function undoneOf(row: {
  readonly reason: string | null;
  readonly undone_at: Date | null;
  readonly undone_by_name: string | null;
}): SuppliedFile['undone'] {
  if (row.undone_at === null) return null;
  return { at: row.undone_at.toISOString(), by: row.undone_by_name ?? '', reason: row.reason ?? '' };
}
