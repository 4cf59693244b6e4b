import type { Urn } from '#/schools/rules/urn.ts';

/** A person as the rules see one. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /**
   * Slug of the body they act for. `null` only for the person at this computer, who acts for whichever authority's
   * files were imported on it; what they may see there is still decided by each authority's own records.
   */
  readonly authority: string | null;
  /** The schools a head or chair belongs to. */
  readonly schools: readonly Urn[];
}

export type Role = 'officer' | 'head' | 'chair' | 'administrator' | 'information officer';

/** What a page or an action asks for before it does anything. */
export type Permission =
  | 'read published data'
  | 'read any category'
  | 'read own category'
  | 'run an analysis'
  | 'adopt a scheme'
  | 'import files'
  | 'read supplied files'
  | 'supply files'
  | 'read the reading log';

const allowed: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: ['read published data', 'import files'],
  officer: [
    'read published data',
    'read any category',
    'read own category',
    'run an analysis',
    'adopt a scheme',
    'import files',
    'read supplied files',
    'supply files',
  ],
  head: ['read published data', 'read own category'],
  chair: ['read published data', 'read own category'],
  'information officer': ['read published data', 'read the reading log'],
};

/** Whether a role may do a thing at all. Which rows it may do it to is decided again by the database's own policies. */
export function may(person: Person, permission: Permission): boolean {
  return allowed[person.role].includes(permission);
}

/** Whether a person may do a thing for this authority: their role allows it, and it is the authority they act for. */
export function mayFor(person: Person, permission: Permission, authority: string): boolean {
  return may(person, permission) && (person.authority === null || person.authority === authority);
}

/**
 * Who asks until there is sign-in: whoever can start Middle Tier on this computer, as an officer of the authority. Each
 * authority's records know this person because preparing them adds the row (`people/records/people-tables.ts`).
 */
export const officerAtThisComputer: Person = {
  id: 'officer-at-this-computer',
  name: 'The officer at this computer',
  role: 'officer',
  authority: null,
  schools: [],
};
