import { logChange } from '#/people/records/change-log.ts';
import { callPerson } from '#/people/records/people.ts';
import type { FieldWrong } from '#/people/rules/giving-roles.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { signInNameOf } from '#/people/rules/sign-in-name.ts';
import { changeOfPerson, type Refused } from './change-words.ts';
import { personIn } from './give-role.ts';
import { withPeople, type PeopleParts } from './people-context.ts';

/** Calls somebody something else from now on, or has their mail go elsewhere. What they sign in with stays as it is. */
export async function renamePerson(
  parts: PeopleParts,
  person: Person,
  typed: {
    readonly authority: string | undefined;
    readonly person: string;
    readonly name: string;
    readonly email: string;
  },
): Promise<{ readonly changed: boolean } | Refused> {
  return withPeople(
    parts,
    person,
    { authority: typed.authority, permission: 'manage people', changes: true },
    async (context, transaction) => {
      const known = personIn(context, typed.person);
      const name = typed.name.trim().replaceAll(/\s+/g, ' ');
      const email = signInNameOf(typed.email);
      const problems: FieldWrong[] = [];
      if (name === '') problems.push({ field: 'name', text: 'Say what they are called.' });
      if (name.length > 200)
        problems.push({ field: 'name', text: 'The name is longer than 200 characters.' });
      if (typed.email.trim() !== '' && email === null)
        problems.push({ field: 'email', text: `“${typed.email.trim()}” is no mail address.` });
      const other = context.people.find(
        ({ id, emailsEver }) => id !== known.id && email !== null && emailsEver.includes(email),
      );
      if (other !== undefined)
        problems.push({ field: 'email', text: `This is an address of ${other.name}: give another.` });
      if (problems.length > 0) return { problems };
      if (name === known.name && email === known.email) return { changed: false };
      await callPerson(transaction, { person: known.id, name, email, saidByName: person.name });
      const words = (called: string, address: string | null) =>
        address === null ? called : `${called}, ${address}`;
      await logChange(
        transaction,
        changeOfPerson({ id: known.id, name }, null, {
          act: 'renamed a person',
          from: words(known.name, known.email),
          to: words(name, email),
          why: null,
        }),
      );
      return { changed: true };
    },
  );
}
