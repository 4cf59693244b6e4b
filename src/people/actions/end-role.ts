import { logChange } from '#/people/records/change-log.ts';
import { addRoleEnd } from '#/people/records/people.ts';
import {
  leavesNoAdministrator,
  notADate,
  whyProblems,
  type FieldWrong,
} from '#/people/rules/giving-roles.ts';
import { spanOf, standingOn, type RoleHeld } from '#/people/rules/held-roles.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { changeOfPerson, roleInWords, spanInWords, type Refused } from './change-words.ts';
import { personIn } from './give-role.ts';
import { withPeople, type PeopleContext, type PeopleParts } from './people-context.ts';

interface EndTyped {
  readonly authority: string | undefined;
  /** Number of the role. */
  readonly role: string;
  /** Left blank: yesterday, so that it is over at once. */
  readonly lastDay: string;
  readonly why: string;
}

/**
 * Ends a role with a day. People managers end those of others; whoever lets somebody stand in for them takes that back, and
 * whoever stands in gives it back. The last administrator stays until there is another.
 */
export async function endRole(
  parts: PeopleParts,
  person: Person,
  typed: EndTyped,
): Promise<{ readonly person: string; readonly lastDay: IsoDate } | Refused> {
  return withPeople(
    parts,
    person,
    { authority: typed.authority, permission: 'read published data', changes: true },
    async (context, transaction) => {
      const held = context.roleNumbered(typed.role);
      if (held === undefined) throw noSuchRole();
      const holder = personIn(context, held.person);
      permitEnding(person, context, held);
      const read = readEnd(typed, held, context);
      if ('problems' in read) return read;
      const { lastDay, why } = read;
      await addRoleEnd(transaction, { held: held.number, lastDay, why, saidByName: person.name });
      const words = roleInWords(held, context);
      const span = spanOf(held, context.roleNumbered);
      await logChange(
        transaction,
        changeOfPerson(holder, held, {
          act: 'ended a role',
          from: `${words}, ${spanInWords(span)}`,
          to: `${words}, with ${dateInWords(lastDay)} as its last day`,
          why,
        }),
      );
      return { person: holder.id, lastDay };
    },
  );
}

/** The last day and the reason, or all that is wrong with them. */
export function readEnd(
  { lastDay: dayTyped, why: whyTyped }: Pick<EndTyped, 'lastDay' | 'why'>,
  held: RoleHeld,
  context: Pick<PeopleContext, 'people' | 'today' | 'roleNumbered'>,
): { readonly lastDay: IsoDate; readonly why: string } | Refused {
  const { today } = context;
  const lastDay = dayTyped.trim() === '' ? addDays(today, -1) : readSuppliedDate(dayTyped);
  const span = spanOf(held, context.roleNumbered);
  const why = whyTyped.trim();
  const problems: FieldWrong[] = [];
  const wrong = (text: string) => problems.push({ field: 'to', text });
  if (standingOn(span, today) === 'over')
    wrong(`The role is over already, since ${dateInWords(addDays(span.last ?? today, 1))}.`);
  else if (lastDay === null) wrong(notADate(dayTyped));
  else if (lastDay < addDays(today, -1))
    wrong(
      'The last day is before yesterday: what they have seen since cannot be unseen. Give yesterday or later.',
    );
  else if (span.last !== null && lastDay >= span.last)
    wrong(`The role ends with ${dateInWords(span.last)} as it is: give an earlier day, or leave it.`);
  else if (
    leavesNoAdministrator(
      held,
      addDays(lastDay, 1),
      context.people.flatMap(({ roles }) => roles),
    )
  )
    wrong('There would be no administrator from then on: give somebody else that role first.');
  problems.push(...whyProblems(why));
  return problems.length > 0 || lastDay === null ? { problems } : { lastDay, why };
}

function permitEnding(person: Person, { authority, roleNumbered }: PeopleContext, held: RoleHeld): void {
  const ofAnother = held.person !== person.id && mayFor(person, 'manage people', authority.slug);
  const standsIn = held.onBehalfOf === null ? undefined : roleNumbered(held.onBehalfOf);
  const ofTheirs = standsIn !== undefined && [held.person, standsIn.person].includes(person.id);
  if (ofAnother || ofTheirs) return;
  throw new KnownError('not-permitted', `${person.name} may not end this role.`, [
    held.person === person.id
      ? 'Nobody ends a role of their own: ask another administrator.'
      : 'Ask an administrator of the authority.',
  ]);
}

function noSuchRole(): KnownError {
  return new KnownError('not-found', 'There is no such role.', [
    'Look for the person in the list of people.',
  ]);
}
