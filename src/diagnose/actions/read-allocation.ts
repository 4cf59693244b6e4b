import { interestsSaid, profilesSaid } from '#/diagnose/records/advisers.ts';
import {
  interestsOn,
  profileOn,
  type AdviserProfile,
  type DeclaredInterest,
} from '#/diagnose/rules/allocation/adviser.ts';
import { caseloadOf } from '#/diagnose/rules/allocation/caseload.ts';
import { continuityOf } from '#/diagnose/rules/allocation/continuity.ts';
import { doubtsOf } from '#/diagnose/rules/allocation/fit.ts';
import { gapOf, type GivenTo } from '#/diagnose/rules/allocation/gaps.ts';
import { byNeed } from '#/diagnose/rules/allocation/need.ts';
import {
  challengers,
  wantedChallenger,
  type Challenger,
} from '#/diagnose/rules/allocation/wanted-challenger.ts';
import { inForceOn } from '#/law/dated.ts';
import type { AllocationSettings } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { withPeople, type PeopleContext } from '#/people/actions/people-context.ts';
import { spanOf, standingOn, type RoleHeld } from '#/people/rules/held-roles.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { AdviserRead, AllocationRead, HadBy, SchoolAllocated } from './allocation-read.ts';
import { standingsOfSchools, type StandingsKnown } from './standings-of-schools.ts';

export type AllocationParts = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** Who has which schools and who should: every open school of the authority, and everybody who could have one. */
export async function readAllocation(
  parts: AllocationParts,
  person: Person,
  authority: string,
): Promise<AllocationRead> {
  return withPeople(parts, person, { authority, permission: 'read the allocation' }, (context, transaction) =>
    allocationIn(parts, person, context, transaction),
  );
}

/** The same within the transaction that is to change it. */
export async function allocationIn(
  parts: AllocationParts,
  person: Person,
  context: PeopleContext,
  transaction: AuthorityTransaction,
): Promise<AllocationRead> {
  const { authority, today } = context;
  const settings = inForceOn('allocation', parts.reference().allocation, today);
  const standings = await standingsOfSchools(transaction, parts.reference(), authority.slug);
  const profiles = Map.groupBy(await profilesSaid(transaction), (one) => one.person);
  const interests = interestsOn(await interestsSaid(transaction), today);
  const profileOf = (id: string) => profileOn(profiles.get(id) ?? [], today);
  const had = hadBySchool(context);
  const open = context.schools.filter(
    ({ status }) => status === 'open' || status === 'open, proposed to close',
  );
  const schools = open
    .map((school) =>
      schoolAllocated({
        school,
        standings,
        had: had.get(school.urn) ?? [],
        today,
        settings,
        profileOf,
        interests,
      }),
    )
    .toSorted((one, two) => byNeed(inNeed(one), inNeed(two)));
  return {
    ...{ authority, today, settings, schools },
    run: standings.run,
    scheme: standings.scheme,
    advisers: advisersOf(context, schools, profileOf, interests),
    mayAllocate: mayFor(person, 'allocate officers', authority.slug),
    readsInterests: mayFor(person, 'read declared interests', authority.slug),
  };
}

interface SchoolToRead {
  readonly school: SchoolAllocated['school'];
  readonly standings: StandingsKnown;
  readonly had: readonly HadBy[];
  readonly today: IsoDate;
  readonly settings: AllocationSettings;
  readonly profileOf: (person: string) => AdviserProfile | null;
  readonly interests: readonly DeclaredInterest[];
}

function schoolAllocated(read: SchoolToRead): SchoolAllocated {
  const { school, standings, had, today, settings, profileOf, interests } = read;
  const known = standings.of.get(school.urn);
  const standing = known?.standing ?? null;
  const wanted = wantedChallenger(standing);
  const given = had
    .filter((one) => standingOn(one, today) === 'now')
    .map(({ person, name, role, from }): GivenTo => ({ person, name, role, since: from }));
  const { years, mostChanges } = settings.continuity;
  return {
    ...{ urn: school.urn, school, standing, wanted, given, had },
    concern: known?.concern ?? null,
    points: known?.points ?? 0,
    gap: gapOf(wanted, given),
    doubts: given.flatMap(({ person, name, role }) =>
      doubtsOf([{ ...school, wanted }], {
        ...{ name, role, has: 0 },
        profile: { phases: profileOf(person)?.phases ?? [], capacity: null },
        interests: interests.filter((one) => one.person === person),
      }).filter(({ kind }) => kind !== 'kind'),
    ),
    continuity: continuityOf(had, { since: addDays(today, -Math.round(years * 365.25)), today, mostChanges }),
  };
}

function inNeed({ school, standing, concern, points, gap, wanted }: SchoolAllocated) {
  return {
    ...{ name: school.name, concern, points },
    ofConcern: standing?.ofConcern ?? false,
    gap: gap?.gap ?? null,
    wanted: wanted.role,
  };
}

/** Who had, has or will have each school, in order of their first day. Who stands in for somebody is not counted besides. */
function hadBySchool({ people, roleNumbered, lists }: PeopleContext): ReadonlyMap<Urn, readonly HadBy[]> {
  const inFederation = Map.groupBy(lists.get('federation')?.entries ?? [], ({ name }) => name);
  const rows = people.flatMap(({ id, name, roles }) =>
    roles.filter(isChallenge).flatMap((held) => {
      const alone = held.scope.kind === 'school';
      const urns = alone
        ? [held.scope.name]
        : (inFederation.get(held.scope.name) ?? []).map(({ urn }) => urn);
      const { number, role, why } = held;
      return urns.map((urn) => ({
        urn,
        had: { number, person: id, name, role, why, alone, ...spanOf(held, roleNumbered) },
      }));
    }),
  );
  const sorted = rows.toSorted((a, b) => a.had.from.localeCompare(b.had.from));
  return new Map(
    [...Map.groupBy(sorted, ({ urn }) => urn)].map(([urn, some]) => [urn, some.map(({ had }) => had)]),
  );
}

function isChallenge(held: RoleHeld): held is RoleHeld & { readonly role: Challenger } {
  return held.onBehalfOf === null && (challengers as readonly string[]).includes(held.role);
}

function advisersOf(
  { people, roleNumbered, today }: PeopleContext,
  schools: readonly SchoolAllocated[],
  profileOf: (person: string) => AdviserProfile | null,
  interests: readonly DeclaredInterest[],
): readonly AdviserRead[] {
  return people.flatMap(({ id, name, roles }): readonly AdviserRead[] => {
    const now = roles
      .filter(isChallenge)
      .filter((held) => standingOn(spanOf(held, roleNumbered), today) === 'now')
      .map(({ role }) => role);
    if (now.length === 0) return [];
    const own = schools.filter(({ given }) => given.some(({ person }) => person === id));
    const profile = profileOf(id);
    return [
      {
        ...{ person: id, name, profile },
        roles: challengers.filter((role) => now.includes(role)),
        interests: interests.filter((one) => one.person === id),
        schools: own.map(({ urn }) => urn),
        caseload: caseloadOf(
          own.map(({ standing }) => ({ ofConcern: standing?.ofConcern ?? false })),
          profile,
        ),
      },
    ];
  });
}
