import { applicationRole } from './application-role.ts';
import { quotedName } from './identifiers.ts';

/**
 * Who may do what to which rows. There is deliberately no word for changing a row: what people decided and did is added
 * to, not overwritten. Only the owner removes, and only what a table's own condition lets go (what was kept long enough).
 */
export interface Access {
  readonly may: 'read' | 'add' | 'remove';
  /** The application, for a person (the usual case), or the owner of the schema: preparing it, and keeping house. */
  readonly by?: 'application' | 'owner';
  /** SQL condition on a row. For the application: in terms of who acts (`people/rules/row-conditions.ts`). */
  readonly when: string;
  /** The only columns a new row may name; the rest take their defaults, which nobody can forge. */
  readonly columns?: readonly string[];
  /**
   * Of what may be removed: the kind of record it is in the retention table, and SQL of how many months that is kept. What
   * is removed is then told in `retention_act`; left out, it was of use for a moment and nobody needs to know (`letGo`).
   */
  readonly letGo?: { readonly as: string; readonly months: string };
}

/** The access to one table, all of it: what is not here is refused. */
export interface TableAccess {
  readonly table: string;
  readonly access: readonly Access[];
  /** How a change to it is known afterwards. Every table of an authority says so. */
  readonly logged?: Logged;
}

/**
 * How a new row is known in the log of changes: by an entry about the record that `key` names, in SQL of the row `new`,
 * made in the same transaction and seen by who acts, or nothing of the transaction is kept (`prepareAccess`); with the row
 * of another table that it is a part of; or it is itself an entry of a log.
 */
export type Logged = { readonly as: string; readonly key: string } | { readonly with: string } | 'is a log';

/**
 * Statements that create a table with row-level security on, for its owner too. Whose rows it shows is declared beside it
 * (`TableAccess`) and brought into the database by `prepareAccess`; a table without any policy is refused
 * (`assertProtected`).
 *
 * @param access only in steps that were released when access was part of them
 */
export function table(name: string, columns: string, access: readonly Access[] = []): readonly string[] {
  const quoted = quotedName(name);
  return [
    `create table ${quoted} (${columns})`,
    `alter table ${quoted} enable row level security`,
    `alter table ${quoted} force row level security`,
    ...accessStatements(name, access),
  ];
}

/**
 * One more access to a table, in steps that were released when access was part of them.
 *
 * @param number tells its policy from those the table was created with
 */
export function furtherAccess(name: string, access: Access, number: number): readonly string[] {
  return policy(quotedName(name), access, number);
}

/** The policies and grants of a table. */
export function accessStatements(name: string, access: readonly Access[]): readonly string[] {
  return access.flatMap((one, index) => policy(quotedName(name), one, index + 1));
}

const commands = { read: 'select', add: 'insert', remove: 'delete' } as const;

function policy(quoted: string, { may, by, when, columns }: Access, number: number): readonly string[] {
  const role = by === 'owner' ? 'current_user' : quotedName(applicationRole);
  const verb = commands[may];
  const condition = `for ${verb} to ${role} ${may === 'add' ? 'with check' : 'using'} (${when})`;
  const create = `create policy ${quotedName(`${may} ${number}`)} on ${quoted} ${condition}`;
  if (by === 'owner') return [create];
  const named = columns ? ` (${columns.map(quotedName).join(', ')})` : '';
  return [create, `grant ${verb}${named} on ${quoted} to ${role}`];
}
