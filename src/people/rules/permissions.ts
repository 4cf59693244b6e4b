import type { Urn } from '#/schools/rules/school.ts';

/** A person as the rules see one. `authority` is the slug of the body they act for. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly authority: string | null;
  /** The schools a head or chair belongs to. */
  readonly schools: readonly Urn[];
}

export type Role = 'officer' | 'head' | 'chair' | 'administrator';

/** What a page or an action asks for before it does anything. */
export type Permission =
  'read published data' | 'read any category' | 'read own category' | 'run an analysis' | 'import files';

const allowed: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: ['read published data', 'import files'],
  officer: [
    'read published data',
    'read any category',
    'read own category',
    'run an analysis',
    'import files',
  ],
  head: ['read published data', 'read own category'],
  chair: ['read published data', 'read own category'],
};

/** Whether a role may do a thing at all. Which rows it may do it to is decided again by the database's own policies. */
export function may(person: Person, permission: Permission): boolean {
  return allowed[person.role].includes(permission);
}
