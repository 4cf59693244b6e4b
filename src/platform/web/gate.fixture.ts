import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { makeFormToken } from './form-token.ts';
import type { Gate, Visit } from './gate.ts';

/** What a browser sends of a session that holds. */
export const cookieOfSession = `middletier-session=${'a'.repeat(43)}`;

/** What a page shown in that session has in one of its forms. */
export function tokenOfForm(): string {
  return makeFormToken('a'.repeat(43), Date.now());
}

/**
 * A gate at which everybody with a session is this person: for tests of what comes before and after it.
 *
 * @param met what came by, in order
 */
export function gateOf(
  person: Person,
  { permitted = true, met = () => undefined }: { permitted?: boolean; met?: (visit: Visit) => unknown } = {},
): Gate {
  return {
    signedIn: (token) =>
      Promise.resolve(
        cookieOfSession.endsWith(token)
          ? {
              account: person.id,
              beganAt: new Date(),
              authorities: [...new Set(person.roles.map((one) => one.authority))],
            }
          : null,
      ),
    admit: async (visit) => {
      if (!permitted)
        throw new KnownError('not-permitted', `${person.name} may not open this page.`, ['Ask.']);
      await met(visit);
      return { person, seen: visit.event === null ? null : 'seen' };
    },
    look: () => Promise.resolve('seen'),
  };
}
