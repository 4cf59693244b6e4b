import type { Condition, Permission } from './decision-table.ts';
import { rolesWith } from './decision-table.ts';
import type { Level } from './levels.ts';
import type { Role } from './roles.ts';

/** What a row of a table says of the school it is about, as SQL. */
export interface RowOfSchool {
  /** Column or expression with the school's number. */
  readonly urn: string;
  /** Condition that holds of a school of concern; left out, nobody reads the row on that condition. */
  readonly ofConcern?: string;
}

/**
 * The condition of a row policy, out of the decision table: whether who acts may do the thing to this row. Each part asks
 * `acting_holds` or `acting_schools` once for a statement and not once for a row.
 */
export function rowsFor(permission: Permission, row?: RowOfSchool): string {
  const parts = [holdsOne(rolesWith(permission, 'all'))];
  if (row !== undefined) {
    parts.push(ofOwnSchools(row.urn, rolesWith(permission, 'own schools')));
    if (row.ofConcern !== undefined) {
      const own = ofOwnSchools(row.urn, rolesWith(permission, 'own schools of concern'));
      parts.push(own === null ? null : `(${own} and ${row.ofConcern})`);
    }
  }
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? 'false' : `(${said.join(' or ')})`;
}

/** Whether who acts may do the thing to any row at all: for what stands above the rows, such as the run they belong to. */
export function rowsForAnyWith(...some: readonly Permission[]): string {
  const conditions: readonly Condition[] = ['all', 'own schools', 'own schools of concern'];
  const roles = some.flatMap((permission) => conditions.flatMap((on) => rolesWith(permission, on)));
  return holdsOne([...new Set(roles)]) ?? 'false';
}

/** Whether who acts is known to the authority and holds any role in it today. */
export const anybodyKnown = `(select acting_holds_any())`;

/**
 * Whether a new row is written in the name of who acts.
 *
 * @param prefix of its columns: `kept` for `kept_by` and `kept_by_name`
 */
export function inOwnName(prefix: string): string {
  return `${prefix}_by = (select acting_person()) and ${prefix}_by_name = (select acting_name())`;
}

function holdsOne(roles: readonly Role[]): string | null {
  return roles.length === 0 ? null : `(select acting_holds(${arrayOf(roles)}))`;
}

function ofOwnSchools(urn: string, roles: readonly Role[]): string | null {
  return roles.length === 0 ? null : `${urn} in (select acting_schools(${arrayOf(roles)}))`;
}

/** Roles are of this program's own list: letters and spaces. */
export function arrayOf(roles: readonly Role[]): string {
  return `array[${roles.map((role) => `'${role}'`).join(', ')}]`;
}

/** What a row that has a level of its own says of itself. */
export interface RowWithLevel extends RowOfSchool {
  /** Column with the level, one of `levels.ts`. */
  readonly level: string;
  /** Column with the person who wrote the row. */
  readonly writer: string;
  /** Condition that whoever acts is one of the people named. */
  readonly isNamed: string;
  /** Which permission reads the table at a level, where it is not the usual one. */
  readonly reads?: Readonly<Partial<Record<ReadLevel, Permission>>>;
}

type ReadLevel = Exclude<Level, 'named people'>;

const usuallyReads: Readonly<Record<ReadLevel, Permission>> = {
  public: 'read published data',
  members: 'read concerns',
  'school and authority': 'read the correspondence',
  authority: 'read officers’ notes',
};

/**
 * The condition of a row policy for rows of which each has a level: at every level whoever holds its permission for the
 * row's school. What only named people may know is read by them and by who wrote it, and by both only as long as they
 * could read what school and authority know of that school: a head who has left is still named, and reads nothing.
 */
export function rowsByLevel(row: RowWithLevel): string {
  const reads = { ...usuallyReads, ...row.reads };
  const ofLevels = Object.entries(reads).map(
    ([level, permission]) => `(${row.level} = '${level}' and ${rowsFor(permission, row)})`,
  );
  const own = `${row.writer} = (select acting_person())`;
  const near = rowsFor(reads['school and authority'], row);
  const named = `(${row.level} = 'named people' and ${near} and (${own} or ${row.isNamed}))`;
  return `(${[...ofLevels, named].join(' or ')})`;
}
