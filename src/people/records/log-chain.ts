import type { RetentionKind } from '#/people/rules/retention.ts';

/** One log whose rows are linked to each other, so that a row that is changed, taken out or put in is found. */
export interface ChainedLog {
  /** What it is called in `log_link`. */
  readonly log: LogName;
  readonly table: string;
  /** Columns that a link vouches for, in this order: all of them. `number` names the row. */
  readonly columns: readonly string[];
  /** The column that says when. */
  readonly at: string;
  /** As what its rows are let go when they were kept long enough; `null`: never. */
  readonly letGoAs: RetentionKind | null;
}

export type LogName = 'reading' | 'changes' | 'retention' | 'official files';

const retention: ChainedLog = {
  log: 'retention',
  table: 'retention_act',
  columns: ['number', 'at', 'kind', 'let_go_before', 'rows_gone', 'months', 'salt'],
  at: 'at',
  letGoAs: null,
};

/** The logs of an authority. The order of their columns is part of every hash: it never changes. */
export const authorityLogs: readonly ChainedLog[] = [
  {
    log: 'reading',
    table: 'reading_log',
    columns: ['number', 'read_at', 'person', 'person_name', 'event', 'path', 'urn', 'salt'],
    at: 'read_at',
    letGoAs: 'reading log',
  },
  {
    log: 'changes',
    table: 'change_log',
    columns: [
      ...['number', 'at', 'person', 'person_name', 'act', 'about_kind', 'about_key', 'about_name', 'urn'],
      ...['from_words', 'to_words', 'why', 'made_in', 'salt'],
    ],
    at: 'at',
    letGoAs: 'change log',
  },
  retention,
];

/** The logs of the installation. */
export const installationLogs: readonly ChainedLog[] = [
  {
    log: 'official files',
    table: 'official_file_log',
    columns: [
      ...['number', 'at', 'person', 'person_name', 'act', 'title', 'file_name', 'sha256', 'why', 'salt'],
    ],
    at: 'at',
    letGoAs: null,
  },
  retention,
];

/** What the first link of a log names as the one before it. */
export const noLinkBefore = '0'.repeat(64);

const moments = new Set(['at', 'read_at', 'let_go_before']);

/** SQL of a column as the text that is hashed. A moment is in UTC, whatever the zone of the connection: `2026-09-01T08:30:00.123456Z`. */
export function columnAsText(column: string, row: string): string {
  return moments.has(column)
    ? `to_char(${row}.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `${row}.${column}::text`;
}
