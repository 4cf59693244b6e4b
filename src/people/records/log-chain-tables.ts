import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';
import {
  authorityLogs,
  columnAsText,
  installationLogs,
  noLinkBefore,
  type ChainedLog,
  type LogName,
} from './log-chain.ts';

/** The chain of each log: a link for every row, made by the database when the row is added, and kept for good. */
interface LogLink {
  log: LogName;
  /** From 1, without gaps. */
  position: string;
  /** The row it vouches for. */
  number: string;
  /** When the row says it was made; it stays when the row is let go. */
  at: Date;
  row_hash: string;
  /** Hash of the link before. */
  previous: string;
  hash: string;
}

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    log_link: LogLink;
  }
  interface InstallationTables {
    log_link: LogLink;
  }
}

const hashOf = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

const fields = (texts: readonly string[]): string => texts.map((text) => `log_field(${text})`).join(' || ');

/**
 * Links what a statement added, in order of number, behind whatever was linked last. It looks with its owner’s eyes, so
 * that the application can neither forge a link nor has to see the rows of others; a search path of its own keeps
 * temporary tables from standing in for the real ones. From its first link to the end of its transaction others who add to
 * the same log wait.
 */
function linkFunction({ log, table: name, columns, at }: ChainedLog): readonly string[] {
  const rowHash = hashOf(fields(columns.map((column) => columnAsText(column, 'a'))));
  const hash = hashOf(
    fields([
      `'${log}'`,
      'place::text',
      'one.number::text',
      columnAsText('at', 'one'),
      'one.row_hash',
      'last',
    ]),
  );
  return [
    `create function link_${name}(rows_added refcursor) returns void language plpgsql as $$
       declare
         one record;
         place bigint;
         last text;
         made text;
       begin
         perform pg_advisory_xact_lock(hashtext('log_link ${log} ' || current_schema()));
         select l.position, l.hash into place, last from log_link l where l.log = '${log}' order by l.position desc limit 1;
         place := coalesce(place, 0);
         last := coalesce(last, '${noLinkBefore}');
         loop
           fetch rows_added into one;
           exit when not found;
           place := place + 1;
           made := ${hash};
           insert into log_link (log, position, number, at, row_hash, previous, hash)
             values ('${log}', place, one.number, one.at, one.row_hash, last, made);
           last := made;
         end loop;
         close rows_added;
       end $$`,
    `create function link_added_to_${name}() returns trigger language plpgsql security definer set search_path from current as $$
       declare
         added_rows refcursor;
       begin
         open added_rows for select a.number, a.${at} as at, ${rowHash} as row_hash from added a order by a.number;
         perform link_${name}(added_rows);
         return null;
       end $$`,
    // What was there before there was a chain is vouched for from here on.
    `do $$
       declare
         added_rows refcursor;
       begin
         open added_rows for select a.number, a.${at} as at, ${rowHash} as row_hash from ${name} a order by a.number;
         perform link_${name}(added_rows);
       end $$`,
    `create trigger linked after insert on ${name} referencing new table as added
       for each statement execute function link_added_to_${name}()`,
  ];
}

/** The chain of these logs, of which every table is there already. */
function chainOf(logs: readonly ChainedLog[]): readonly string[] {
  const tables = [...logs.map(({ table: name }) => name), 'log_link'];
  return [
    ...table(
      'log_link',
      `log text not null, position bigint not null check (position > 0), number bigint not null, at timestamptz not null,
       row_hash text not null check (row_hash ~ '^[0-9a-f]{64}$'), previous text not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'),
       primary key (log, position), unique (log, number), unique (log, previous)`,
    ),
    // Each text with its length in bytes before it: no two rows read the same. `-` is for nothing.
    `create function log_field(value text) returns text language sql immutable
       begin atomic; select coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-'); end`,
    `select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true)`,
    // The owner is subject to the policies too, and there are none yet.
    ...tables.map((name) => `alter table ${name} no force row level security`),
    ...logs.flatMap(linkFunction),
    ...tables.map((name) => `alter table ${name} force row level security`),
    `select set_config('search_path', quote_ident(current_schema()), true)`,
  ];
}

export const logChainMigrations: readonly Migration[] = [
  {
    id: 'people-7-log-chain',
    statements: [
      `alter table reading_log add column salt uuid not null default gen_random_uuid()`,
      ...chainOf(authorityLogs),
    ],
  },
];

export const installationLogChainMigrations: readonly Migration[] = [
  { id: 'people-7-log-chain', statements: chainOf(installationLogs) },
];
