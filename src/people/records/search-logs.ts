import { sql, type RawBuilder } from 'kysely';
import type { KindOfRecord } from '#/people/rules/record-kinds.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Change } from './change-log.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** What is looked for in a log; what is left open is `null` or empty. */
export interface LogAsked {
  /** Part of the name of who did it. */
  readonly person: string;
  /** One of these schools. */
  readonly urns: readonly string[] | null;
  /** Of changes: what they are about. */
  readonly kind: KindOfRecord | null;
  /** Anywhere in the entry. */
  readonly words: string;
  /** First and last day, as a clock in London showed them. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** An entry of the log of changes. */
export interface ChangeEntry extends Change {
  readonly number: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly person: string;
  readonly personName: string;
}

/** An entry of the log of readings. */
export interface ReadingEntry {
  readonly number: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly person: string;
  readonly personName: string;
  readonly event: string;
  readonly path: string;
  readonly urn: string | null;
}

/** Some of the entries that were found, newest first, and how many there are. */
export interface Found<Entry> {
  readonly entries: readonly Entry[];
  readonly total: number;
}

interface Part {
  readonly offset: number;
  readonly limit: number;
}

/** Entries of the log of changes that the reader may see and that match. */
export async function findChanges(
  transaction: AuthorityTransaction,
  asked: LogAsked,
  part: Part,
): Promise<Found<ChangeEntry>> {
  const where = matching(asked, 'at', ['act', 'about_name', 'from_words', 'to_words', 'why']);
  const kind = asked.kind === null ? sql`true` : sql`about_kind = ${asked.kind}`;
  const { entries, total } = await find(
    transaction,
    sql`change_log where ${where} and ${kind}`,
    changeColumns,
    part,
  );
  return { entries: entries.map(changeOf), total };
}

/** Entries of the log of readings that the reader may see and that match. */
export async function findReadings(
  transaction: AuthorityTransaction,
  asked: LogAsked,
  part: Part,
): Promise<Found<ReadingEntry>> {
  const where = matching(asked, 'read_at', ['event', 'path']);
  const { entries, total } = await find(transaction, sql`reading_log where ${where}`, readingColumns, part);
  return { entries: entries.map(readingOf), total };
}

/** Everything that one person read, newest first. */
export async function readingsOf(
  transaction: AuthorityTransaction,
  person: string,
): Promise<readonly ReadingEntry[]> {
  const { rows } = await sql<ReadingRow>`
    select ${readingColumns} from reading_log where person = ${person} order by number desc`.execute(
    transaction,
  );
  return rows.map(readingOf);
}

/** Everything that one person changed, and that was changed about them, newest first. */
export async function changesOf(
  transaction: AuthorityTransaction,
  person: string,
): Promise<readonly ChangeEntry[]> {
  const { rows } = await sql<ChangeRow>`
    select ${changeColumns} from change_log
     where person = ${person} or (about_kind = 'person' and about_key = ${person}) order by number desc`.execute(
    transaction,
  );
  return rows.map(changeOf);
}

/** Records whose history is wanted: of one kind, all of them or those with these keys. */
export interface AboutRecords {
  readonly kind: KindOfRecord;
  readonly keys?: readonly string[];
}

/** What was changed about some records, newest first, as far as the reader may see it: at most so many entries. */
export async function historyOf(
  transaction: AuthorityTransaction,
  about: readonly AboutRecords[],
  most: number,
): Promise<readonly ChangeEntry[]> {
  const parts = about.map(({ kind, keys }) =>
    keys === undefined
      ? sql`about_kind = ${kind}`
      : sql`(about_kind = ${kind} and about_key = any(${keys}::text[]))`,
  );
  const { rows } = await sql<ChangeRow>`
    select ${changeColumns} from change_log where ${sql.join(parts, sql` or `)}
     order by number desc limit ${most}`.execute(transaction);
  return rows.map(changeOf);
}

interface ChangeRow extends Omit<ChangeEntry, 'at' | 'about'> {
  readonly at: Date;
  readonly kind: KindOfRecord;
  readonly key: string;
}

interface ReadingRow extends Omit<ReadingEntry, 'at'> {
  readonly at: Date;
}

const changeColumns = sql<ChangeRow>`number, at, person, person_name as "personName", act, about_kind as kind, about_key as key,
  about_name as "aboutName", urn, from_words as "from", to_words as "to", why`;

const readingColumns = sql<ReadingRow>`number, read_at as at, person, person_name as "personName", event, path, urn`;

function changeOf({ at, kind, key, ...row }: ChangeRow): ChangeEntry {
  return { ...row, at: at.toISOString(), about: { kind, key } };
}

function readingOf({ at, ...row }: ReadingRow): ReadingEntry {
  return { ...row, at: at.toISOString() };
}

async function find<Row>(
  transaction: AuthorityTransaction,
  from: RawBuilder<unknown>,
  columns: RawBuilder<Row>,
  { offset, limit }: Part,
): Promise<Found<Row>> {
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::integer as total from ${from}`.execute(transaction);
  const { rows } = await sql<Row>`
    select ${columns} from ${from} order by number desc limit ${limit} offset ${offset}`.execute(transaction);
  return { entries: rows, total: counted[0]?.total ?? 0 };
}

/** SQL of what is asked of both logs. Days begin when they begin in London. */
function matching(asked: LogAsked, at: string, texts: readonly string[]): RawBuilder<unknown> {
  const { person, urns, words, from, to } = asked;
  const moment = sql.ref(at);
  const parts = [
    person === '' ? null : sql`person_name ilike ${partOf(person)}`,
    urns === null ? null : sql`urn = any(${urns}::text[])`,
    words === ''
      ? null
      : sql`concat_ws(' ', ${sql.join(texts.map((text) => sql.ref(text)))}) ilike ${partOf(words)}`,
    from === null ? null : sql`${moment} >= (${from}::date)::timestamp at time zone 'Europe/London'`,
    to === null ? null : sql`${moment} < (${to}::date + 1)::timestamp at time zone 'Europe/London'`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** Anything with this in it, taken as it was typed. */
function partOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
