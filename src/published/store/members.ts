import type { DuckDBConnection } from '@duckdb/node-api';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { membersSql } from './members-sql.ts';
import type { EvidenceQuery } from './published-store.ts';
import { readRows, text, textOrNull } from './read-rows.ts';

/** A school as known on a date: what it was then, before its other facts are read. */
export interface Member {
  readonly urn: Urn;
  readonly slug: string | null;
  readonly authority: string | null;
  readonly authorityCode: string | null;
  readonly phase: School['phase'];
  readonly sector: School['sector'];
  readonly status: School['status'];
  /** Its last open day, when it is closed and a file says so. */
  readonly closedOn: IsoDate | null;
  /** A register known by the date tells of it; otherwise only a later one does. */
  readonly known: boolean;
}

/** Every school of England as known on the date, in order of reference number. */
export async function readMembers(connection: DuckDBConnection, asAt: IsoDate): Promise<readonly Member[]> {
  const rows = await readRows(connection, membersSql(asAt));
  return rows.map((row) => ({
    urn: text(row, 0),
    slug: textOrNull(row, 1),
    authority: textOrNull(row, 2),
    authorityCode: textOrNull(row, 3),
    phase: text(row, 4) as School['phase'],
    sector: text(row, 5) as School['sector'],
    status: text(row, 6) as School['status'],
    closedOn: textOrNull(row, 7),
    known: row[8] === true,
  }));
}

/** Those a question is about. */
export function membersAsked(
  members: readonly Member[],
  query: Pick<EvidenceQuery, 'authority' | 'authorities' | 'urns' | 'includeClosed'>,
): readonly Member[] {
  const urns = query.urns === undefined ? null : new Set(query.urns);
  const slugs = query.authorities === undefined ? null : new Set<string | null>(query.authorities);
  return members.filter(
    ({ urn, slug, status }) =>
      (query.authority === undefined || slug === query.authority) &&
      (slugs === null || slugs.has(slug)) &&
      (urns === null || urns.has(urn)) &&
      (query.includeClosed === true || status === 'open' || status === 'open, proposed to close'),
  );
}
