import { interestsSaid } from '#/diagnose/records/advisers.ts';
import { interestsOn } from '#/diagnose/rules/allocation/adviser.ts';
import { doubtsOf, type Doubt } from '#/diagnose/rules/allocation/fit.ts';
import { changeOfPerson, roleInWords, spanInWords } from '#/people/actions/change-words.ts';
import { withPeople, type PeopleContext } from '#/people/actions/people-context.ts';
import { personIn } from '#/people/actions/give-role.ts';
import { tellByMail } from '#/people/actions/tell-by-mail.ts';
import { logChanges, type Change } from '#/people/records/change-log.ts';
import { addRole, addRoleEnd } from '#/people/records/people.ts';
import { overlap } from '#/people/rules/held-roles.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { AllocationRead, HadBy, SchoolAllocated } from './allocation-read.ts';
import { readGiving, type GivingRead, type GivingTyped } from './giving-typed.ts';
import { allocationIn, type AllocationParts } from './read-allocation.ts';

/** Something wrong with a form: the field, and what to do. */
export interface AllocationProblem {
  readonly field: string;
  readonly text: string;
}

/** In which authority, and where somebody reads of their schools, for the mail that tells them. */
export interface Where {
  readonly authority: string;
  readonly pageOf: (person: string) => string;
}

/** Given; or everything that is wrong, with what speaks against it. */
export type Allocated =
  | {
      readonly kind: 'done';
      readonly person: string;
      readonly schools: readonly Urn[];
      /** Who had one of them until then, to hand it over. */
      readonly left: readonly string[];
    }
  | {
      readonly kind: 'problems';
      readonly problems: readonly AllocationProblem[];
      readonly doubts: readonly Doubt[];
    };

/**
 * Gives an officer or partner schools from a day on, and ends with the day before what others had them for: all of it or
 * nothing. What speaks against it (a phase they do not know, too many schools) is asked a reason for, an interest of theirs in
 * a school is refused. The roles are given and ended by the rules, the policies and the log of the people’s room.
 */
export async function allocate(
  parts: AllocationParts,
  person: Person,
  { authority, pageOf, ...typed }: GivingTyped & Where,
): Promise<Allocated> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'allocate officers', changes: true },
    async (context, transaction) => {
      const read = await allocationIn(parts, person, context, transaction);
      const found = readGiving(typed, read, person);
      if ('problems' in found) return { kind: 'problems', problems: found.problems, doubts: [] };
      const { giving } = found;
      const interests = interestsOn(await interestsSaid(transaction, giving.to.person), giving.from);
      const doubts = doubtsOfGiving(giving, read, interests);
      const problems = [
        ...problemsOfGiving(giving, person),
        ...doubts
          .filter(({ weight }) => weight === 'refused')
          .map(({ text }) => ({ field: 'schools', text })),
        ...reasonMissing(doubts, giving),
      ];
      if (problems.length > 0) return { kind: 'problems', problems, doubts };
      const changes = await write(transaction, context, person, giving, doubts);
      const left = [...new Set(giving.leaving.map((one) => one.person))];
      for (const one of [giving.to.person, ...left]) await tellOfSchools(transaction, pageOf, one);
      await logChanges(transaction, changes);
      return {
        kind: 'done',
        person: giving.to.person,
        schools: giving.schools.map(({ urn }) => urn),
        left,
      };
    },
  );
}

function doubtsOfGiving(
  { to, role, schools }: GivingRead,
  read: AllocationRead,
  interests: readonly { readonly urn: Urn; readonly what: string }[],
): readonly Doubt[] {
  const has = to.schools.filter((urn) => schools.every((one) => one.urn !== urn)).length;
  return doubtsOf(
    schools.map(({ school, wanted }) => ({ ...school, wanted })),
    { name: to.name, role, profile: to.profile, interests: read.readsInterests ? interests : [], has },
  );
}

/** Roles that cannot be given or ended here. */
function problemsOfGiving(giving: GivingRead, person: Person): readonly AllocationProblem[] {
  const { to, role, schools, from, leaving } = giving;
  const twice = schools.filter(({ had }) =>
    had.some((one) => one.person === to.person && one.role === role && overlap(one, { from, last: null })),
  );
  return [
    ...twice.map(({ school }) => ({
      field: 'schools',
      text: `${to.name} has ${school.name} already. Leave it out.`,
    })),
    ...leaving
      .filter(({ had }) => !had.alone)
      .map(({ school, had }) => ({
        field: 'replaces',
        text: `${had.name} has ${school.school.name} with its federation: ask whoever manages people to end that.`,
      })),
    ...leaving
      .filter(({ had }) => had.person === person.id)
      .map(({ school }) => ({
        field: 'replaces',
        text: `You have ${school.school.name} yourself, and nobody ends a role of their own: ask a colleague to do it.`,
      })),
  ];
}

function reasonMissing(doubts: readonly Doubt[], { despite }: GivingRead): readonly AllocationProblem[] {
  const asked = doubts.filter(({ weight }) => weight === 'needs a reason');
  if (asked.length === 0 || despite !== '') return [];
  return [
    {
      field: 'despite',
      text: `${asked.map(({ text }) => text).join(' ')} Say why you give it all the same, or choose otherwise.`,
    },
  ];
}

async function write(
  transaction: AuthorityTransaction,
  context: PeopleContext,
  person: Person,
  giving: GivingRead,
  doubts: readonly Doubt[],
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  const lastDay = addDays(giving.from, -1);
  for (const { school, had } of giving.leaving)
    changes.push(await endHad(transaction, context, person, { school, had, lastDay, why: giving.why }));
  const to = personIn(context, giving.to.person);
  const despite =
    doubts.length === 0 || giving.despite === ''
      ? ''
      : ` In spite of what speaks against it: ${giving.despite}`;
  for (const { urn } of giving.schools) {
    const asked = {
      role: giving.role,
      scope: { kind: 'school', name: urn } as const,
      ...{ from: giving.from, last: null, why: `${giving.why}${despite}` },
    };
    await addRole(transaction, to.id, asked, { byName: person.name, onBehalfOf: null });
    const words = `${roleInWords(asked, context)}, ${spanInWords(asked)}`;
    changes.push(changeOfPerson(to, asked, { act: 'gave a role', from: null, to: words, why: asked.why }));
  }
  return changes;
}

/** Tells somebody that their schools have changed: not which, and not how. */
export async function tellOfSchools(
  transaction: AuthorityTransaction,
  pageOf: Where['pageOf'],
  person: string,
): Promise<void> {
  await tellByMail(transaction, { people: [person], occasion: 'allocation changed', href: pageOf(person) });
}

/** Ends what somebody has a school for, and tells the change. */
export async function endHad(
  transaction: AuthorityTransaction,
  context: PeopleContext,
  person: Person,
  ending: {
    readonly school: Pick<SchoolAllocated, 'urn'>;
    readonly had: HadBy;
    readonly lastDay: IsoDate;
    readonly why: string;
  },
): Promise<Change> {
  const { school, had, lastDay, why } = ending;
  await addRoleEnd(transaction, { held: had.number, lastDay, why, saidByName: person.name });
  const held = { role: had.role, scope: { kind: 'school', name: school.urn } as const };
  const words = roleInWords(held, context);
  return changeOfPerson(personIn(context, had.person), held, {
    act: 'ended a role',
    from: `${words}, ${spanInWords(had)}`,
    to: `${words}, ${spanInWords({ from: had.from, last: lastDay })}`,
    why,
  });
}
