import { decisionOn, permissions, type Condition, type Permission } from '#/people/rules/decision-table.ts';
import { spanOf, standingOn, type RoleHeld } from '#/people/rules/held-roles.ts';
import { scopeWords } from '#/people/rules/known-scopes.ts';
import type { Level } from '#/people/rules/levels.ts';
import { roleMeaning } from '#/people/rules/roles.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { grantsOf, reaches, type Grant, type StandingRole } from '#/people/rules/who-has-access.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { withPeople, type PeopleContext, type PeopleParts } from './people-context.ts';

/** One reason why somebody may do a thing: by which role, given by whom, since when and why. */
export interface AccessRead {
  readonly person: { readonly id: string; readonly name: string };
  readonly permission: Permission;
  readonly level: Level | null;
  readonly condition: Condition;
  /** The role by its name. */
  readonly by: string;
  /** What it is held for: `Sedge Primary School`, `the whole authority`. */
  readonly of: string;
  readonly since: IsoDate;
  readonly until: IsoDate | null;
  readonly why: string;
  readonly givenBy: string;
  /** ISO 8601, UTC. */
  readonly givenAt: string;
  /** Whom they stand in for. */
  readonly standsInFor: string | null;
  /** For which schools, by URN; `all` of the authority's. */
  readonly schools: 'all' | readonly string[];
}

/** Who has access to what on a day, and why. */
export interface AccessOfAuthority {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly grants: readonly AccessRead[];
  /** Open schools, by name. */
  readonly schools: readonly { readonly urn: string; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly permissions: readonly {
    readonly permission: Permission;
    readonly means: string;
    readonly level: Level | null;
  }[];
}

/**
 * Who has access to what and why, as at today: out of the decision table and the rows that the row policies are made of, and
 * of nothing else.
 */
export async function readAccess(
  parts: PeopleParts,
  person: Person,
  slug: string | undefined,
): Promise<AccessOfAuthority> {
  return withPeople(parts, person, { authority: slug, permission: 'read who has access' }, (context) => {
    const { authority, today, people, schools } = context;
    return Promise.resolve({
      authority,
      today,
      grants: grantsOf(standingRoles(context)).map((grant) => accessOf(grant, context)),
      schools: schools
        .filter(({ status }) => status !== 'closed')
        .map(({ urn, name }) => ({ urn, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      people: people.map(({ id, name }) => ({ id, name })),
      permissions: permissions.map((permission) => {
        const { means, level } = decisionOn(permission);
        return { permission, means, level };
      }),
    });
  });
}

/** Those of the grants that reach a school; told apart where they do only while it causes concern. */
export function accessToSchool(
  grants: readonly AccessRead[],
  urn: string,
): readonly (AccessRead & { readonly ifOfConcern: boolean })[] {
  return grants.flatMap((grant) => {
    const reached = reaches(grant, urn);
    return reached === false ? [] : [{ ...grant, ifOfConcern: reached === 'if of concern' }];
  });
}

function standingRoles({ people, roleNumbered, today, lists }: PeopleContext): readonly StandingRole[] {
  const schoolsOf = ({ scope }: RoleHeld): StandingRole['schools'] => {
    if (scope.kind === 'authority') return 'all';
    if (scope.kind === 'school') return [scope.name];
    const entries = lists.get(scope.kind)?.entries ?? [];
    return entries.filter(({ name }) => name === scope.name).map(({ urn }) => urn);
  };
  return people
    .flatMap(({ roles }) => roles)
    .filter((held) => standingOn(spanOf(held, roleNumbered), today) === 'now')
    .map((held) => ({ held, schools: schoolsOf(held) }));
}

function accessOf({ held, ...grant }: Grant, context: PeopleContext): AccessRead {
  const { people, roleNumbered } = context;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? 'somebody';
  const span = spanOf(held, roleNumbered);
  const original = held.onBehalfOf === null ? undefined : roleNumbered(held.onBehalfOf);
  return {
    ...grant,
    person: { id: held.person, name: nameOf(held.person) },
    by: roleMeaning(held.role).name,
    of: scopeWords(held.scope, context.nameOfSchool),
    since: span.from,
    until: span.last,
    why: held.why,
    givenBy: held.given.byName,
    givenAt: held.given.at,
    standsInFor: original === undefined ? null : nameOf(original.person),
  };
}
