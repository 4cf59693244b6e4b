import { applicationRole } from './application-role.ts';
import { quotedName } from './identifiers.ts';

/**
 * Who may do what to which rows. There is deliberately no word for changing or removing a row: what people decided and
 * did is added to, not overwritten.
 */
export interface Access {
  readonly may: 'read' | 'add';
  /** The application, for a person (the usual case), or the owner of the schema when it is prepared. */
  readonly by?: 'application' | 'owner';
  /** SQL condition on a row. For the application: in terms of `acting_person()` and `acting_role()`. */
  readonly when: string;
  /** The only columns a new row may name; the rest take their defaults, which nobody can forge. */
  readonly columns?: readonly string[];
}

/**
 * Statements that create a table together with its row policies and grants: there is no other way to create one
 * (`assertProtected` looks at the catalogue after every migration). Policies are forced on the owner too.
 */
export function table(name: string, columns: string, access: readonly Access[]): readonly string[] {
  const quoted = quotedName(name);
  return [
    `create table ${quoted} (${columns})`,
    `alter table ${quoted} enable row level security`,
    `alter table ${quoted} force row level security`,
    ...access.flatMap((one, index) => policy(quoted, one, index + 1)),
  ];
}

/**
 * One more access to a table, for a condition that asks a table which is created after it.
 *
 * @param number tells its policy from those the table was created with
 */
export function furtherAccess(name: string, access: Access, number: number): readonly string[] {
  return policy(quotedName(name), access, number);
}

function policy(quoted: string, { may, by, when, columns }: Access, number: number): readonly string[] {
  const role = by === 'owner' ? 'current_user' : quotedName(applicationRole);
  const condition =
    may === 'read' ? `for select to ${role} using (${when})` : `for insert to ${role} with check (${when})`;
  const create = `create policy ${quotedName(`${may} ${number}`)} on ${quoted} ${condition}`;
  if (by === 'owner') return [create];
  const verb = may === 'read' ? 'select' : 'insert';
  const named = columns ? ` (${columns.map(quotedName).join(', ')})` : '';
  return [create, `grant ${verb}${named} on ${quoted} to ${role}`];
}
