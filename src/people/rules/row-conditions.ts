import type { Condition, Permission } from './decision-table.ts';
import { rolesWith } from './decision-table.ts';
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
