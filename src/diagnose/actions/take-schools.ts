import { withPeople } from '#/people/actions/people-context.ts';
import { logChanges, type Change } from '#/people/records/change-log.ts';
import { notADate, whyProblems } from '#/people/rules/giving-roles.ts';
import { standingOn } from '#/people/rules/held-roles.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { endHad, tellOfSchools, type AllocationProblem, type Where } from './allocate.ts';
import type { HadBy, SchoolAllocated } from './allocation-read.ts';
import { allocationIn, type AllocationParts } from './read-allocation.ts';

/** From whom schools are taken, as it was typed. */
export interface TakingTyped {
  /** Identity of whoever has them. */
  readonly from: string;
  readonly schools: readonly string[];
  /** Left blank: yesterday, so that it is over at once. */
  readonly lastDay: string;
  readonly why: string;
}

export type Taken =
  | { readonly kind: 'done'; readonly schools: readonly Urn[] }
  | { readonly kind: 'problems'; readonly problems: readonly AllocationProblem[] };

/** Takes schools from somebody with a last day, without giving them to another: each is a gap from then on. All or none. */
export async function takeSchools(
  parts: AllocationParts,
  person: Person,
  { authority, pageOf, ...typed }: TakingTyped & Where,
): Promise<Taken> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'allocate officers', changes: true },
    async (context, transaction) => {
      const { schools, today } = await allocationIn(parts, person, context, transaction);
      const problems: AllocationProblem[] = [];
      const wrong = (field: string, text: string) => problems.push({ field, text });
      const ending = rolesOf(schools, typed, today);
      if (typed.from === person.id)
        wrong('schools', 'Nobody ends a role of their own: ask a colleague to do it.');
      if (typed.schools.length === 0) wrong('schools', 'Choose a school, or several.');
      else if (new Set(ending.map(({ school }) => school.urn)).size < new Set(typed.schools).size)
        wrong('schools', 'They do not have one of the schools any more: choose again.');
      for (const { school, had } of ending.filter((one) => !one.had.alone))
        wrong(
          'schools',
          `${had.name} has ${school.school.name} with its federation: ask whoever manages people to end that.`,
        );
      const lastDay = typed.lastDay === '' ? addDays(today, -1) : readSuppliedDate(typed.lastDay);
      if (lastDay === null) wrong('last-day', notADate(typed.lastDay));
      else if (lastDay < addDays(today, -1))
        wrong(
          'last-day',
          'The last day is before yesterday: what they have seen since cannot be unseen. Give yesterday or later.',
        );
      for (const { text } of whyProblems(typed.why)) wrong('why', text);
      if (lastDay === null || problems.length > 0) return { kind: 'problems', problems };
      const changes: Change[] = [];
      for (const one of ending)
        changes.push(await endHad(transaction, context, person, { ...one, lastDay, why: typed.why }));
      await tellOfSchools(transaction, pageOf, typed.from);
      await logChanges(transaction, changes);
      return { kind: 'done', schools: [...new Set(ending.map(({ school }) => school.urn))] };
    },
  );
}

/** What they have the chosen schools for, now or from a day to come, in whichever role. */
function rolesOf(
  schools: readonly SchoolAllocated[],
  { from, schools: chosen }: TakingTyped,
  today: string,
): readonly { readonly school: SchoolAllocated; readonly had: HadBy }[] {
  return schools
    .filter(({ urn }) => chosen.includes(urn))
    .flatMap((school) =>
      school.had
        .filter((had) => had.person === from && standingOn(had, today) !== 'over')
        .map((had) => ({ school, had })),
    );
}
