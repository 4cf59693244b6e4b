import type { Parts } from '#/parts.ts';
import { dayOfRecords, lockPeople, peopleKnown, type PersonKnown } from '#/people/records/people.ts';
import { newestLists, type SchoolList } from '#/people/records/school-lists.ts';
import type { RoleHeld } from '#/people/rules/held-roles.ts';
import { listKinds, type KnownScopes, type ListKind } from '#/people/rules/known-scopes.ts';
import type { Permission, Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import { permit } from './permit.ts';
import { refreshSchoolLists } from './refresh-school-lists.ts';

export type PeopleParts = Pick<Parts, 'published' | 'records' | 'today'>;

/** What is known of an authority's people when one of them asks or changes something. */
export interface PeopleContext {
  readonly authority: AuthorityInStore;
  /** In London, as the database counts it. */
  readonly today: IsoDate;
  readonly people: readonly PersonKnown[];
  readonly roleNumbered: (number: string) => RoleHeld | undefined;
  /** Every school of the register, open and closed, in order of URN. */
  readonly schools: readonly School[];
  readonly nameOfSchool: (urn: string) => string | undefined;
  readonly lists: ReadonlyMap<ListKind, SchoolList>;
  /** All that a role can be held for. */
  readonly known: KnownScopes;
}

interface Asked {
  readonly authority: string | undefined;
  readonly permission: Permission;
  /** Something will be changed: one at a time, with the lists of schools as the register has them now. */
  readonly changes?: true;
}

/** Does the work in one transaction of the authority, with its people, schools and lists as the person may see them. */
export async function withPeople<Answer>(
  parts: PeopleParts,
  person: Person,
  asked: Asked,
  work: (context: PeopleContext, transaction: AuthorityTransaction) => Promise<Answer>,
): Promise<Answer> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  permit(person, asked.permission, authority.slug);
  const evidence = await store.evidence({
    asAt: parts.today(),
    authority: authority.slug,
    includeClosed: true,
    withoutValues: true,
  });
  const schools = evidence.map(({ school }) => school);
  const records = await parts.records();
  if (!(await records.has(authority.slug))) await records.prepareAuthority(authority.slug, authority.name);
  return records.inAuthority(authority.slug, person, async (transaction) => {
    if (asked.changes) {
      await lockPeople(transaction);
      if (asked.permission === 'manage people') await refreshSchoolLists(transaction, person, schools);
    }
    const people = await peopleKnown(transaction);
    const lists = await newestLists(transaction);
    const today = await dayOfRecords(transaction);
    return work(contextOf({ authority, today, people, schools, lists }), transaction);
  });
}

function contextOf(
  read: Pick<PeopleContext, 'authority' | 'today' | 'people' | 'schools' | 'lists'>,
): PeopleContext {
  const { people, schools, lists } = read;
  const roles = new Map(people.flatMap((one) => one.roles.map((held) => [held.number, held])));
  const names = new Map(schools.map(({ urn, name }) => [urn, name]));
  const namesIn = (kind: ListKind): readonly string[] => [
    ...new Set(lists.get(kind)?.entries.map(({ name }) => name)),
  ];
  const [federation, trust, diocese, division] = listKinds.map(namesIn);
  return {
    ...read,
    roleNumbered: (number) => roles.get(number),
    nameOfSchool: (urn) => names.get(urn),
    known: {
      schools,
      lists: {
        federation: federation ?? [],
        trust: trust ?? [],
        diocese: diocese ?? [],
        division: division ?? [],
      },
    },
  };
}
