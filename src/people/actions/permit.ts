import { mayFor, type Permission, type Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';

/** The first thing every action does. Throws `KnownError('not-permitted')`; the row policies decide again, row by row. */
export function permit(person: Person, permission: Permission, authority: string): void {
  if (mayFor(person, permission, authority)) return;
  throw new KnownError('not-permitted', `${person.name} may not do that: ${permission} (${authority}).`, [
    'Ask the officer in charge of school improvement at the authority.',
  ]);
}
