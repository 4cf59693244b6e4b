import { logChanges } from '#/people/records/change-log.ts';
import { addRole } from '#/people/records/people.ts';
import { problemsOfDelegating, readDelegation } from '#/people/rules/delegating.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { changeOfPerson, roleInWords, spanInWords, type Refused } from './change-words.ts';
import { personIn } from './give-role.ts';
import { withPeople, type PeopleParts } from './people-context.ts';

interface DelegationTyped {
  readonly authority: string | undefined;
  /** Number of the role that somebody else is to stand in for. */
  readonly role: string;
  /** Identity of the colleague. */
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly why: string;
}

/**
 * Lets a colleague stand in for a role of one's own, from a day to a day. It ends by itself with the last day, or with the
 * role that is stood in for.
 */
export async function delegateRole(
  parts: PeopleParts,
  person: Person,
  typed: DelegationTyped,
): Promise<{ readonly role: string } | Refused> {
  return withPeople(
    parts,
    person,
    { authority: typed.authority, permission: 'delegate a role', changes: true },
    async (context, transaction) => {
      const own = personIn(context, person.id);
      const held = own.roles.find(({ number }) => number === typed.role);
      const colleague = context.people.find(({ id }) => id === typed.to);
      const read = readDelegation(typed, context.today);
      const problems = [
        ...problemsOfDelegating(
          { held, colleague, own: person.id, span: 'span' in read ? read.span : null },
          context,
        ),
        ...('wrong' in read ? read.wrong : []),
      ];
      if (held === undefined || colleague === undefined || problems.length > 0 || 'wrong' in read) {
        if (problems.length > 0) return { problems };
        throw new KnownError('not-found', 'There is no such role.');
      }
      const asked = { role: held.role, scope: held.scope, ...read.span, why: read.why };
      const role = await addRole(transaction, colleague.id, asked, {
        byName: person.name,
        onBehalfOf: held.number,
      });
      const words = `${roleInWords(held, context)}, ${spanInWords(read.span)}`;
      await logChanges(transaction, [
        changeOfPerson(colleague, held, {
          act: 'delegated a role',
          from: null,
          to: `${words}, standing in for ${own.name}`,
          why: read.why,
        }),
        changeOfPerson(own, held, {
          act: 'delegated a role',
          from: null,
          to: `${words}: ${colleague.name} stands in`,
          why: read.why,
        }),
      ]);
      return { role };
    },
  );
}
