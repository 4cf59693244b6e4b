import type pg from 'pg';
import type { Permission } from '#/people/rules/decision-table.ts';
import { mayFor, reachOf, type Person } from '#/people/rules/permissions.ts';
import { schools } from './everybody.fixture.ts';

export type Row = Readonly<Record<string, string | number | null | undefined>>;

/** What a row of a table says about who may read it, and what may be added by whom. */
export interface RowsOfTable {
  /** Rows to put there, each by its class in words; columns that are left out and must be filled are filled with anything. */
  readonly rows: Readonly<Record<string, Row>>;
  /** Whether somebody reads a row, by the decision table: asked of every row that is there. */
  readonly read: (person: Person, row: Row, everything: Everything) => boolean;
  /** Rows somebody tries to add, in their own name or in another's, and whether they may. */
  readonly add: Readonly<Record<string, Tried>>;
}

export interface Tried {
  readonly row: (person: Person) => Row;
  readonly may: (person: Person) => boolean;
}

/** Rows of every table, as they are. */
export type Everything = (table: string) => readonly Row[];

export const authority = 'fenshire';

export const knownToday = (person: Person): boolean => person.roles.length > 0;

/** Reads or does a thing whatever the school. */
export const all = (person: Person, permission: Permission): boolean =>
  reachOf(person, permission, authority).all;

/** Reads or does a thing at some school at least. */
export const any = (person: Person, ...permissions: readonly Permission[]): boolean =>
  permissions.some((permission) => mayFor(person, permission, authority));

/**
 * Reads or does a thing to this school.
 *
 * @param ofConcern whether the row is one of a school of concern; `undefined`: its table has no such condition
 */
export function toSchool(person: Person, permission: Permission, urn: unknown, ofConcern?: boolean): boolean {
  const { all: every, schools: own, ifOfConcern } = reachOf(person, permission, authority);
  return every || own.has(String(urn)) || (ofConcern === true && ifOfConcern.has(String(urn)));
}

/** A row of each class of school. */
export function ofEachSchool(row: (urn: string, index: number) => Row): Readonly<Record<string, Row>> {
  return Object.fromEntries(
    Object.entries(schools).map(([kind, urn], index) => [`of a school: ${kind}`, row(urn, index)]),
  );
}

const ofConcern: readonly unknown[] = [schools['own of concern'], schools['other of concern']];

/** Rows of a run, one a school, read as a category is: which schools cause concern is asked of rows the reader may read, too. */
const readAsACategory: RowsOfTable['read'] = (person, { urn }) =>
  toSchool(
    person,
    'read categories',
    urn,
    ofConcern.includes(urn) && toSchool(person, 'read concerns', urn, true),
  );

/** One school a row, in a whole run of four: added by whoever makes such runs. */
export function rowsOfRun(permission: Permission): RowsOfTable {
  const inRun = { run: 1, run_schools: 4 };
  return {
    rows: ofEachSchool((urn, at) => ({ ...inRun, position: at + 1, urn })),
    read: readAsACategory,
    add: forEachSchool(
      (urn) => ({ ...inRun, position: 1, urn }),
      (person) => all(person, permission),
    ),
  };
}

/** The same row tried for each class of school. */
export function forEachSchool(
  row: (urn: string, person: Person) => Row,
  may: (person: Person, urn: string) => boolean,
): Readonly<Record<string, Tried>> {
  return Object.fromEntries(
    Object.entries(schools).map(([kind, urn]) => [
      `of a school: ${kind}`,
      { row: (person: Person) => row(urn, person), may: (person: Person) => may(person, urn) },
    ]),
  );
}

/** Tried in one's own name, where a permission decides, and in another's, which nobody may. */
export function inNameOf(
  column: string,
  row: Row,
  may: (person: Person) => boolean,
): Readonly<Record<string, Tried>> {
  return {
    'in their own name': { row: ({ name }) => ({ ...row, [column]: name }), may },
    'in another’s name': { row: () => ({ ...row, [column]: 'Somebody else' }), may: () => false },
  };
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** It has to be filled, and nothing fills it by itself. */
  readonly needed: boolean;
}

/** The columns of every table of a schema. */
export async function columnsOf(
  owner: pg.Client,
  schema: string,
): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await owner.query<Column & { table: string }>(
    `select table_name as table, column_name as name, data_type as type,
            is_nullable = 'NO' and column_default is null and is_identity = 'NO' as needed
       from information_schema.columns where table_schema = $1 order by ordinal_position`,
    [schema],
  );
  return Map.groupBy(rows, ({ table }) => table);
}

const anything: Readonly<Record<string, string | number>> = {
  text: 'x',
  integer: 1,
  bigint: 1,
  boolean: 'false',
  date: '2019-01-01',
  json: '{}',
  'timestamp with time zone': '2019-01-01T00:00:00Z',
  uuid: '00000000-0000-4000-8000-000000000000',
};

/** An insert of the row, with anything where a column has to be filled. Values are the tests' own. */
export function insertOf(table: string, columns: readonly Column[], row: Row): string {
  const filled = {
    ...Object.fromEntries(
      columns.filter(({ needed }) => needed).map(({ name, type }) => [name, anything[type] ?? null]),
    ),
    ...row,
  };
  const values = Object.values(filled).map((value) =>
    value === null || value === undefined ? 'null' : `'${String(value).replaceAll("'", "''")}'`,
  );
  const identity = 'number' in row ? 'overriding system value ' : '';
  return `insert into ${table} (${Object.keys(filled).join(', ')}) ${identity}values (${values.join(', ')})`;
}

/** Puts the rows there as they are, past every policy, key and log: a world to look at. */
export async function putRows(
  owner: pg.Client,
  schema: string,
  tables: Readonly<Record<string, Pick<RowsOfTable, 'rows'>>>,
): Promise<void> {
  const columns = await columnsOf(owner, schema);
  await owner.query(`set session_replication_role = replica; set middletier.person = 'test'`);
  for (const [table, { rows }] of Object.entries(tables)) {
    for (const row of Object.values(rows))
      await owner.query(insertOf(`${schema}.${table}`, columns.get(table) ?? [], row));
  }
  await owner.query('reset session_replication_role; reset middletier.person');
}
