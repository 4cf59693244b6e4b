import { accountNamed, demonstrationAccounts } from '#/people/records/accounts.ts';
import { whoActs } from '#/people/records/acting.ts';
import { ownRoles, type OwnRole } from '#/people/records/own-roles.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { beginSession } from './sessions.ts';

type Needed = Pick<Parts, 'records' | 'published'>;

/** An invented person as their own authority's records tell of them. */
export interface DemonstrationPerson {
  readonly signInName: string;
  readonly name: string;
  readonly roles: readonly (OwnRole & {
    /** Of the school it is held for; `null` where it is not held for a school. */
    readonly schoolName: string | null;
  })[];
}

export interface DemonstrationPeople {
  readonly authority: AuthorityInStore;
  readonly people: readonly DemonstrationPerson[];
}

/**
 * The people of each invented authority, whom anybody may sign in as. Everyone's name and roles are read as that person
 * reads their own, so the list tells nothing that one click would not.
 */
export async function readDemonstrationPeople(parts: Needed): Promise<readonly DemonstrationPeople[]> {
  const [records, store] = await Promise.all([parts.records(), parts.published()]);
  const accounts = await records.inInstallation([], demonstrationAccounts);
  const invented = (await store.authorities()).filter((one) => one.invented);
  const all = await Promise.all(
    invented.map(async (authority) => {
      const known = accounts.filter((account) => account.authority === authority.slug);
      if (known.length === 0 || !(await records.has(authority.slug))) return { authority, people: [] };
      const people = await Promise.all(
        known.map(({ id, signInName }) =>
          records.inAuthority(authority.slug, { id }, async (transaction) => ({
            signInName,
            name: (await whoActs(transaction)).name ?? '',
            roles: await ownRoles(transaction),
          })),
        ),
      );
      return { authority, people: await withSchools(parts, people.filter(canSignIn)) };
    }),
  );
  return all.filter(({ people }) => people.length > 0);
}

/** Whether there are invented people of this authority. */
export async function hasDemonstrationPeople(parts: Pick<Parts, 'records'>, slug: string): Promise<boolean> {
  const records = await parts.records();
  const accounts = await records.inInstallation([], demonstrationAccounts);
  return accounts.some(({ authority }) => authority === slug);
}

/** The invented authorities that have people to sign in as, by name. */
export async function authoritiesWithInventedPeople(parts: Needed): Promise<readonly string[]> {
  const [records, store] = await Promise.all([parts.records(), parts.published()]);
  const known = new Set(
    (await records.inInstallation([], demonstrationAccounts)).map(({ authority }) => authority),
  );
  const authorities = await store.authorities();
  return authorities.filter(({ slug, invented }) => invented && known.has(slug)).map(({ name }) => name);
}

/** Signs in as an invented person; as nobody else. Throws `KnownError('not-found')`. */
export async function signInForDemonstration(
  parts: Needed,
  signInName: string,
): ReturnType<typeof beginSession> {
  const named = await parts.records();
  const fit = /^\S+$/.test(signInName);
  const account = fit
    ? await named.inInstallation([], (transaction) => accountNamed(transaction, signInName))
    : null;
  if (account?.demonstration !== true) {
    throw new KnownError('not-found', 'There is no such invented person.', ['Choose one of the list.']);
  }
  return beginSession(parts, account.id, 'demonstration');
}

function canSignIn({ name, roles }: { name: string; roles: readonly OwnRole[] }): boolean {
  return name !== '' && roles.length > 0;
}

type WithoutSchools = Omit<DemonstrationPerson, 'roles'> & { readonly roles: readonly OwnRole[] };

async function withSchools(
  parts: Needed,
  people: readonly WithoutSchools[],
): Promise<readonly DemonstrationPerson[]> {
  const names = await schoolNames(
    parts,
    people.flatMap(({ roles }) => roles),
  );
  return people.map((person) => ({
    ...person,
    roles: person.roles.map((role) => ({ ...role, schoolName: names(role) })),
  }));
}

/** What the schools are called that roles are held for. */
export async function schoolNames(
  parts: Pick<Parts, 'published'>,
  roles: readonly OwnRole[],
): Promise<(role: OwnRole) => string | null> {
  const urns = [
    ...new Set(roles.filter(({ scopeKind }) => scopeKind === 'school').map(({ scopeName }) => scopeName)),
  ];
  const store = await parts.published();
  const asAt = (await store.authorities())
    .map(({ newestKnownOn }) => newestKnownOn)
    .toSorted()
    .at(-1);
  const schools =
    urns.length === 0 || asAt === undefined
      ? []
      : await store.evidence({ asAt, urns, includeClosed: true, withoutValues: true });
  const named = new Map(schools.map(({ school }) => [school.urn, school.name]));
  return ({ scopeKind, scopeName }) =>
    scopeKind === 'school' ? (named.get(scopeName) ?? `school ${scopeName}`) : null;
}
