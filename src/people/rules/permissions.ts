import type { Urn } from '#/schools/rules/urn.ts';
import { conditionFor, type Condition, type Permission } from './decision-table.ts';
import type { Role } from './roles.ts';

export type { Permission } from './decision-table.ts';
export type { Role } from './roles.ts';

/** A person as the rules see one, with what they hold today. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleToday[];
}

/** A role that a person holds today. */
export interface RoleToday {
  readonly role: Role;
  /**
   * Slug of the authority it is held in. `every` only for whoever types commands on this computer, who acts for whichever
   * authority's files were imported on it; what they may see there is still decided by each authority's own records.
   */
  readonly authority: string;
  /** The schools it is held for; `all` where it is held for the authority. */
  readonly schools: 'all' | readonly Urn[];
}

/** For which schools of an authority a person may do a thing. */
export interface Reach {
  readonly all: boolean;
  readonly schools: ReadonlySet<Urn>;
  /** Only those of them that cause concern: which do is for the records to say. */
  readonly ifOfConcern: ReadonlySet<Urn>;
}

/** Whether a person may do a thing at all, somewhere. Which rows it reaches is decided again by the row policies. */
export function may(person: Person, permission: Permission): boolean {
  return person.roles.some(({ role }) => conditionFor(role, permission) !== null);
}

/** Whether a person may do a thing in this authority at all. */
export function mayFor(person: Person, permission: Permission, authority: string): boolean {
  return heldIn(person, authority).some(({ role }) => conditionFor(role, permission) !== null);
}

/** Whether a person may do a thing to this school; to a school of concern only, `if of concern`. */
export function mayForSchool(
  person: Person,
  permission: Permission,
  authority: string,
  urn: Urn,
): boolean | 'if of concern' {
  const { all, schools, ifOfConcern } = reachOf(person, permission, authority);
  if (all || schools.has(urn)) return true;
  return ifOfConcern.has(urn) ? 'if of concern' : false;
}

/** For which schools of an authority a person may do a thing: what the row policies let through, said beforehand. */
export function reachOf(person: Person, permission: Permission, authority: string): Reach {
  const held = heldIn(person, authority);
  const on = (condition: Condition): readonly RoleToday[] =>
    held.filter(({ role }) => conditionFor(role, permission) === condition);
  const schoolsOf = (some: readonly RoleToday[]): Set<Urn> =>
    new Set(some.flatMap(({ schools }) => (schools === 'all' ? [] : schools)));
  return {
    all: on('all').length > 0,
    schools: schoolsOf(on('own schools')),
    ifOfConcern: schoolsOf(on('own schools of concern')),
  };
}

/** Whether a person holds one of these roles in the authority today. */
export function holds(person: Person, authority: string, ...some: readonly Role[]): boolean {
  return heldIn(person, authority).some(({ role }) => some.includes(role));
}

/** What a person holds in an authority. */
export function heldIn(person: Person, authority: string): readonly RoleToday[] {
  return person.roles.filter((one) => one.authority === 'every' || one.authority === authority);
}

/**
 * Whoever types commands on the computer Middle Tier runs on. Each authority's records know this person because preparing
 * them adds the row (`people/records/people-tables.ts`); nobody signs in as them.
 */
export const operator: Person = {
  id: 'officer-at-this-computer',
  name: 'The officer at this computer',
  roles: [{ role: 'operator', authority: 'every', schools: 'all' }],
};
