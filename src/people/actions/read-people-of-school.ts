import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { PersonRead, RoleRead } from './people-read.ts';
import { readPeople } from './read-people.ts';
import type { PeopleParts } from './people-context.ts';

/** Who is there for one school: held for it, or for the federation or trust it belongs to. */
export interface PeopleOfSchoolRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly school: School;
  /** Those that stand or are to come first. */
  readonly held: readonly { readonly person: PersonRead; readonly role: RoleRead }[];
  /** `head` or `chair`, where nobody is known as such today. */
  readonly missing: readonly string[];
  readonly manages: boolean;
}

/** The people of one school, with those who were there before. */
export async function readPeopleOfSchool(
  parts: PeopleParts,
  person: Person,
  slug: string | undefined,
  urn: string,
): Promise<PeopleOfSchoolRead> {
  const { authority, people, schools, today, manages } = await readPeople(parts, person, slug);
  const school = schools.find((one) => one.urn === urn);
  if (school === undefined)
    throw new KnownError('not-found', `${authority.name} has no school with the number ${urn}.`, [
      'Check the number, or look for the school by its name.',
    ]);
  const held = people
    .flatMap((one) => one.roles.map((role) => ({ person: one, role })))
    .filter(({ role }) => isOf(role, school))
    .toSorted((a, b) => Number(a.role.standing === 'over') - Number(b.role.standing === 'over'));
  const holds = (role: RoleRead['role']) =>
    held.some((one) => one.role.role === role && one.role.standing === 'now');
  const missing = [...(holds('headteacher') ? [] : ['head']), ...(holds('chair') ? [] : ['chair'])];
  return { authority, today, school, held, missing, manages };
}

/** Whether a role is held for the school. */
export function isOf({ scope }: RoleRead, { urn, federation, trust }: School): boolean {
  if (scope.kind === 'school') return scope.name === urn;
  return (
    (scope.kind === 'federation' && federation === scope.name) ||
    (scope.kind === 'trust' && trust === scope.name)
  );
}
