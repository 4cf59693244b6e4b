import { may, type Person } from '#/people/rules/permissions.ts';
import type { SignedIn } from './gate.ts';
import type { Reader } from './shell.ts';

/** Whoever reads a page, as the shell around it has to know them. */
export function readerFrom(person: Person, { authorities }: Pick<SignedIn, 'authorities'>): Reader {
  const { id, name, roles } = person;
  return { id, name, roles, authorities, may: (one) => may(person, one) };
}
