import { literal } from '#/published/facts/sql.ts';
import { layouts } from '#/published/layouts.ts';

/** Values sorted, so that they are in the order of their words. */
function oneOf(name: string, words: readonly string[]): string {
  return `create type ${name} as enum (${[...new Set(words)].toSorted().map(literal).join(', ')});`;
}

const told = layouts.flatMap(({ results }) => results?.measures ?? []);

/**
 * Words of which there are few and which stand in every value: kept as numbers, which takes a third less time to write
 * and to pack. They compare, sort and read as the words they are.
 */
export const types = [
  oneOf(
    'measure_told',
    told.map(({ measure }) => measure),
  ),
  oneOf(
    'group_told',
    told.map(({ group }) => group),
  ),
  oneOf('missing_told', ['suppressed', 'not published', 'not applicable', 'not yet known']),
  oneOf('status_told', ['final', 'revised', 'provisional', 'not stated']),
].join('\n');

/**
 * The published store: what each file said, row by row, and a few tables worked out from all of them after every
 * import (`derive.ts`). Nothing is overwritten: which of several statements wins is decided when they are read.
 */
export const schema = `
create table source (
  id varchar not null, sha256 varchar not null, file_name varchar not null, layout varchar not null,
  title varchar not null, publisher varchar not null, licence varchar not null, year integer, year_basis varchar,
  status varchar not null, as_at date, known_on date not null, known_on_basis varchar not null,
  rows_read integer not null, rows_kept integer not null, set_aside varchar not null, problems integer not null,
  imported_at varchar not null, invented boolean not null, stated varchar not null);
create table problem (
  source varchar not null, number integer not null, file varchar not null, row_ integer, column_ varchar,
  what varchar not null, what_to_do varchar not null, severity varchar not null);
create table register (
  source varchar not null, row_ integer not null, known_on date not null, urn varchar not null,
  name varchar, laestab varchar, authority_code varchar, authority varchar, slug varchar, region varchar,
  district varchar, constituency varchar, postcode varchar, town varchar, ward varchar, easting integer,
  northing integer, phase varchar not null, type varchar, gender varchar,
  sector varchar not null, status varchar not null, opened_on date, closed_on date, lowest_age integer,
  highest_age integer, pupils integer, capacity integer, trust varchar, sponsor varchar, federation varchar,
  religious_character varchar, diocese varchar, idaci_quintile integer, head varchar, category varchar,
  silent_on varchar[] not null);
create table inspection_told (
  source varchar not null, row_ integer not null, told_on date not null, told_of varchar not null, slot varchar not null,
  number varchar, kind varchar not null, urn_at_time varchar not null, name_at_time varchar, type_at_time varchar,
  inspection_type varchar, started_on date not null, published_on date, overall varchar, category varchar,
  judgements varchar not null, outcome varchar, converted boolean);
create table link (
  source varchar not null, row_ integer not null, urn varchar not null, other varchar not null, name varchar not null,
  type varchar not null, established_on date, told_on date not null);
create table value (
  source varchar not null, row_ integer not null, urn varchar not null, year integer not null, measure measure_told not null,
  grp group_told not null, number double, missing missing_told, code varchar, cohort integer, low double, high double,
  status status_told not null, known_on date not null);
create table aggregate (
  source varchar not null, row_ integer not null, level varchar not null, authority_code varchar, year integer not null,
  measure varchar not null, grp varchar not null, number double, missing varchar, code varchar, cohort integer,
  low double, high double, status varchar not null, known_on date not null);
create table neighbour (
  source varchar not null, row_ integer not null, authority_code varchar not null, place integer not null,
  other_code varchar not null, closeness varchar, known_on date not null);
create table contradiction (
  source varchar, row_ integer, urn varchar, year integer, measure varchar, grp varchar, number double,
  other varchar, other_number double, used boolean);
`;

/** Tables with rows of a single source, and the source itself. */
const tables = [
  'problem',
  'register',
  'inspection_told',
  'link',
  'value',
  'aggregate',
  'neighbour',
  'source',
] as const;

/**
 * Facts of the files of one import wait in tables beside the store's (`new_value` beside `value`) until all files are
 * read: tables of the draft, not temporary ones, so that they are packed and lie on the disk rather than in memory.
 */
export const stagingTables: readonly string[] = [
  schema.replaceAll('create table ', 'create table new_'),
  'drop table new_contradiction',
];

/** Takes what a file has put into the waiting tables out again. */
export function forgetStaged(sourceLiteral: string): readonly string[] {
  return tables.map(
    (table) => `delete from new_${table} where ${table === 'source' ? 'id' : 'source'} = ${sourceLiteral}`,
  );
}

/** Takes everything a file has said out of the store. */
export function forgetSource(sourceLiteral: string): readonly string[] {
  return tables.map(
    (table) => `delete from ${table} where ${table === 'source' ? 'id' : 'source'} = ${sourceLiteral}`,
  );
}

/**
 * Moves what waits into the store, in one transaction. A source that was there already is replaced. Into a store with
 * nothing in it yet what waits need not be moved: it takes the place of the empty tables.
 */
export function keepStaged(fresh: boolean): readonly string[] {
  return ['begin', ...tables.flatMap(fresh ? takePlace : moveInto), 'commit'];
}

function takePlace(table: (typeof tables)[number]): readonly string[] {
  return [`drop table ${table}`, `alter table new_${table} rename to ${table}`];
}

function moveInto(table: (typeof tables)[number]): readonly string[] {
  const column = table === 'source' ? 'id' : 'source';
  return [
    `delete from ${table} where ${column} in (select id from new_source)`,
    `insert into ${table} by name from new_${table}`,
    // `source` is the last of the tables: until then the others ask it which sources are new.
    `drop table new_${table}`,
  ];
}
