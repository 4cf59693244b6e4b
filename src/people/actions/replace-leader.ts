import { logChanges, type Change } from '#/people/records/change-log.ts';
import { addPerson, addRole, addRoleEnd, callPerson } from '#/people/records/people.ts';
import { readRole, type FieldWrong, type RoleAsked } from '#/people/rules/giving-roles.ts';
import { sameScope, spanOf, standingOn, type RoleHeld } from '#/people/rules/held-roles.ts';
import { planPeople } from '#/people/rules/people-plan.ts';
import { holds, type Person } from '#/people/rules/permissions.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { accountFor } from './accounts.ts';
import { changeOfPerson, roleInWords, spanInWords, type Refused } from './change-words.ts';
import { personIn } from './give-role.ts';
import { withPeople, type PeopleContext, type PeopleParts } from './people-context.ts';

interface LeaderTyped {
  readonly authority: string | undefined;
  readonly urn: string;
  /** `headteacher` or `chair`. */
  readonly role: string;
  readonly name: string;
  readonly email: string;
  /** The new one's first day: the last of whoever leaves is the day before. */
  readonly from: string;
  readonly why: string;
}

/**
 * A school has a new head or chair: the role of whoever held it ends the day before, and the new one's begins, in one
 * transaction. Whoever left sees nothing from then on; the new one sees the history.
 */
export async function replaceLeader(
  parts: PeopleParts,
  person: Person,
  typed: LeaderTyped,
): Promise<{ readonly person: string; readonly left: readonly string[] } | Refused> {
  const asked = { authority: typed.authority, permission: 'manage people', changes: true } as const;
  const checked = await withPeople(parts, person, asked, (context) =>
    Promise.resolve({ plan: planOf(typed, person, context), slug: context.authority.slug }),
  );
  if ('problems' in checked.plan) return checked.plan;
  const account =
    checked.plan.known ??
    (await accountFor(parts, {
      email: typed.email,
      authority: checked.slug,
      demonstration: false,
      byOperator: holds(person, checked.slug, 'operator'),
    }));
  return withPeople(parts, person, asked, async (context, transaction) => {
    // Again, because somebody else may have changed people in between.
    const plan = planOf(typed, person, context);
    if ('problems' in plan) return plan;
    const changes: Change[] = [];
    const lastDay = addDays(plan.asked.from, -1);
    for (const held of plan.leaving) {
      const { why } = plan.asked;
      await addRoleEnd(transaction, { held: held.number, lastDay, why, saidByName: person.name });
      const words = roleInWords(held, context);
      changes.push(
        changeOfPerson(personIn(context, held.person), held, {
          act: 'ended a role',
          from: `${words}, ${spanInWords(spanOf(held, context.roleNumbered))}`,
          to: `${words}, with ${dateInWords(lastDay)} as its last day`,
          why,
        }),
      );
    }
    const to = { id: account, name: plan.name };
    if (plan.known === null) {
      await addPerson(transaction, account);
      await callPerson(transaction, {
        person: account,
        name: plan.name,
        email: plan.email,
        saidByName: person.name,
      });
      changes.push(
        changeOfPerson(to, null, {
          act: 'invited a person',
          from: null,
          to: `${plan.name}, ${plan.email}`,
          why: plan.asked.why,
        }),
      );
    }
    await addRole(transaction, account, plan.asked, { byName: person.name, onBehalfOf: null });
    changes.push(
      changeOfPerson(to, plan.asked, {
        act: 'gave a role',
        from: null,
        to: `${roleInWords(plan.asked, context)}, ${spanInWords(plan.asked)}`,
        why: plan.asked.why,
      }),
    );
    await logChanges(transaction, changes);
    return { person: account, left: plan.leaving.map((held) => held.person) };
  });
}

interface LeaderPlan {
  readonly asked: RoleAsked;
  readonly name: string;
  readonly email: string;
  /** Identity of the new one, where the authority knows them already. */
  readonly known: string | null;
  readonly leaving: readonly RoleHeld[];
}

function planOf(typed: LeaderTyped, person: Person, context: PeopleContext): LeaderPlan | Refused {
  const row = { ...typed, row: null, for: `school: ${typed.urn}`, to: '' };
  const { people, problems: found } = planPeople([row], { ...context, giver: person.id });
  const read = readRole(row, context.known, context.today);
  const problems: FieldWrong[] = found.map(({ field, text }) => ({ field, text }));
  if (!['headteacher', 'chair'].includes(typed.role) && typed.role !== '')
    problems.push({ field: 'role', text: 'Choose the head or the chair.' });
  const [planned] = people;
  if (planned !== undefined && planned.left.length > 0)
    problems.push({ field: 'email', text: `${planned.name} holds this role at the school already.` });
  if (!('asked' in read) || planned === undefined || problems.length > 0) return { problems };
  const { asked } = read;
  const leaving = leadersOf(context, asked).filter(({ person: holder }) => holder !== planned.person);
  if (asked.from < context.today)
    return { problems: [{ field: 'from', text: 'The first day is in the past: give today or later.' }] };
  if (leaving.some((held) => held.person === person.id))
    return {
      problems: [{ field: 'role', text: 'Nobody ends a role of their own: ask another administrator.' }],
    };
  return {
    asked,
    name: planned.name,
    email: planned.email,
    known: planned.person,
    leaving,
  };
}

/** Who holds the role at the school on the new one's first day or later. */
function leadersOf({ people, roleNumbered }: PeopleContext, asked: RoleAsked): readonly RoleHeld[] {
  return people
    .flatMap(({ roles }) => roles)
    .filter(
      (held) =>
        held.role === asked.role &&
        sameScope(held.scope, asked.scope) &&
        standingOn(spanOf(held, roleNumbered), asked.from) === 'now',
    );
}
