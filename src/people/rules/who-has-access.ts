import { conditionFor, decisionOn, permissions, type Condition, type Permission } from './decision-table.ts';
import type { RoleHeld } from './held-roles.ts';
import type { Level } from './levels.ts';

/** A role that stands today, with the schools it reaches: those it is held for, or `all` of the authority. */
export interface StandingRole {
  readonly held: RoleHeld;
  readonly schools: 'all' | readonly string[];
}

/** That somebody may do a thing, by one of their roles. */
export interface Grant {
  readonly permission: Permission;
  readonly level: Level | null;
  readonly condition: Condition;
  readonly held: RoleHeld;
  /** For which schools; for all of the authority where the condition is `all`. */
  readonly schools: 'all' | readonly string[];
}

/** Everything the roles that stand today let people do, role by role, in the order of the decision table. */
export function grantsOf(standing: readonly StandingRole[]): readonly Grant[] {
  return permissions.flatMap((permission) =>
    standing.flatMap(({ held, schools }): Grant[] => {
      const condition = conditionFor(held.role, permission);
      if (condition === null) return [];
      const { level } = decisionOn(permission);
      const own = schools === 'all' ? [] : schools;
      return [{ permission, level, condition, held, schools: condition === 'all' ? 'all' : own }];
    }),
  );
}

/**
 * Whether a grant reaches a school.
 *
 * @returns `if of concern` where it does only while the newest analysis has the school in the group that causes concern
 */
export function reaches(
  { condition, schools }: Pick<Grant, 'condition' | 'schools'>,
  urn: string,
): boolean | 'if of concern' {
  if (schools === 'all') return true;
  if (!schools.includes(urn)) return false;
  return condition === 'own schools of concern' ? 'if of concern' : true;
}
