import { logChange } from '#/people/records/change-log.ts';
import { addRole, type PersonKnown } from '#/people/records/people.ts';
import { readRole, type RoleTyped } from '#/people/rules/giving-roles.ts';
import { problemsOfGiving } from '#/people/rules/people-plan.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { changeOfPerson, roleInWords, spanInWords, type Refused } from './change-words.ts';
import { withPeople, type PeopleContext, type PeopleParts } from './people-context.ts';

interface GivenTyped extends RoleTyped {
  readonly authority: string | undefined;
  /** Identity of whoever is given it. */
  readonly person: string;
}

/** Gives somebody the authority knows a role. Nobody gives one to themselves, or the same twice for the same days. */
export async function giveRole(
  parts: PeopleParts,
  person: Person,
  { authority, person: to, ...typed }: GivenTyped,
): Promise<{ readonly role: string } | Refused> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'manage people', changes: true },
    async (context, transaction) => {
      const receiver = personIn(context, to);
      const read = readRole(typed, context.known, context.today);
      if ('wrong' in read) return { problems: read.wrong };
      const { asked } = read;
      const problems = problemsOfGiving(asked, receiver, { ...context, giver: person.id });
      if (problems.length > 0) return { problems };
      const role = await addRole(transaction, receiver.id, asked, { byName: person.name, onBehalfOf: null });
      const words = `${roleInWords(asked, context)}, ${spanInWords(asked)}`;
      await logChange(
        transaction,
        changeOfPerson(receiver, asked, { act: 'gave a role', from: null, to: words, why: asked.why }),
      );
      return { role };
    },
  );
}

/** Somebody of the authority; throws `KnownError('not-found')` in the words of a page that is not there. */
export function personIn({ people }: Pick<PeopleContext, 'people'>, id: string): PersonKnown {
  const found = people.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new KnownError('not-found', 'The authority knows nobody of this kind.', [
    'Look for them in the list of people.',
  ]);
}
