import { mayFor, mayForSchool, type Permission, type Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** The first thing every action does. Throws `KnownError('not-permitted')`; the row policies decide again, row by row. */
export function permit(person: Person, permission: Permission, authority: string): void {
  if (mayFor(person, permission, authority)) return;
  throw new KnownError('not-permitted', `${person.name} may not do that: ${permission} (${authority}).`, [
    'Ask the officer in charge of school improvement at the authority.',
  ]);
}

/**
 * The same for one school. Another's school is answered as one that does not exist: `KnownError('not-found')`, in the words
 * for an address that nothing has.
 */
export function permitForSchool(person: Person, permission: Permission, authority: string, urn: Urn): void {
  permit(person, permission, authority);
  if (mayForSchool(person, permission, authority, urn) !== true) throw nothingThere();
}

/** What is hidden and what is not there are told in the same words. */
export function nothingThere(): KnownError {
  return new KnownError('not-found', 'There is nothing at this address.', [
    'Check the address, or begin at the first page.',
  ]);
}
