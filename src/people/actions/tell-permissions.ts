import {
  decisionOn,
  permissions,
  rolesWith,
  type Condition,
  type Permission,
} from '#/people/rules/decision-table.ts';
import { levels, type Level } from '#/people/rules/levels.ts';
import { roleMeaning, roleNames, type Role } from '#/people/rules/roles.ts';
import { KnownError } from '#/platform/errors.ts';
import { roleNamed } from '#/people/rules/giving-roles.ts';

/** The decision table as it is read: what may be done, by whom, for which schools. */
export interface DecisionRead {
  readonly permission: Permission;
  readonly means: string;
  readonly level: Level | null;
  /** The level in words. */
  readonly levelMeans: string | null;
  readonly roles: readonly { readonly role: Role; readonly name: string; readonly condition: Condition }[];
}

const conditions = ['all', 'own schools', 'own schools of concern'] as const;

/** A condition in words, as it follows the name of a role. */
export const conditionWords = {
  all: 'for all schools',
  'own schools': 'for their own schools',
  'own schools of concern': 'for those of their schools that cause concern',
} as const satisfies Record<Condition, string>;

/** Every decision, or those that let one role do something, in the order of the table. */
export function readDecisions(role: Role | null = null): readonly DecisionRead[] {
  return permissions
    .map((permission) => {
      const { means, level } = decisionOn(permission);
      const roles = conditions.flatMap((condition) =>
        rolesWith(permission, condition).map((one) => ({
          role: one,
          name: roleMeaning(one).name,
          condition,
        })),
      );
      return { permission, means, level, levelMeans: level === null ? null : levels[level], roles };
    })
    .filter(({ roles }) => role === null || roles.some((one) => one.role === role))
    .map((decision) =>
      role === null ? decision : { ...decision, roles: decision.roles.filter((one) => one.role === role) },
    );
}

/** A role somebody asks about; the operator's too. Throws `KnownError('usage')` with the roles there are. */
export function roleAsked(text: string): Role {
  const role = roleNamed(text) ?? roleNames.find((one) => one === text.trim().toLowerCase());
  if (role !== undefined) return role;
  throw new KnownError('usage', `“${text}” is no role.`, [
    `The roles are: ${roleNames.map((one) => roleMeaning(one).name).join(', ')}.`,
  ]);
}

/** Every role with what it is. */
export function readRoles() {
  return roleNames.map((role) => {
    const { name, meaning, of, scopes } = roleMeaning(role);
    return { role, name, meaning, of, scopes };
  });
}

/** Every level with what it means, widest first. */
export function readLevels() {
  return Object.entries(levels).map(([level, means]) => ({ level, means }));
}
