import { ownRoles, type OwnRole } from '#/people/records/own-roles.ts';
import { heldIn, type Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { schoolNames } from './demonstration-people.ts';

type Needed = Pick<Parts, 'records' | 'published'>;

/** An authority in which a person holds a role today. */
export interface OwnAuthority {
  readonly slug: string;
  readonly name: string;
  /** Its schools are made up. */
  readonly invented: boolean;
  /** Its schools in the files imported, and the newest day they tell of; `null` while none tells of it. */
  readonly imported: { readonly schools: number; readonly newestKnownOn: IsoDate } | null;
}

/** The authorities in which a person holds a role today, in order of name, real ones first. */
export async function ownAuthorities(parts: Needed, person: Person): Promise<readonly OwnAuthority[]> {
  const [records, store] = await Promise.all([parts.records(), parts.published()]);
  const [kept, imported] = await Promise.all([records.authorities(), store.authorities()]);
  return kept
    .filter(({ slug }) => heldIn(person, slug).length > 0)
    .map(({ slug, name }) => {
      const found = imported.find((one) => one.slug === slug);
      return { slug, name: found?.name ?? name, invented: found?.invented ?? false, imported: found ?? null };
    })
    .toSorted((a, b) => Number(a.invented) - Number(b.invented) || a.name.localeCompare(b.name, 'en-GB'));
}

/** A role that a person holds today, with the school's name where it is held for one. */
export type OwnRoleNamed = OwnRole & { readonly schoolName: string | null };

/**
 * The authority that an address names, and what this person is there. Throws `KnownError('not-found')` where they are
 * nothing.
 */
export async function readOwnAuthority(
  parts: Needed,
  person: Person,
  slug: string,
): Promise<{ readonly authority: OwnAuthority; readonly roles: readonly OwnRoleNamed[] }> {
  const authority = (await ownAuthorities(parts, person)).find((one) => one.slug === slug);
  if (authority === undefined) {
    throw new KnownError('not-found', 'There is nothing at this address.', ['Begin at the first page.']);
  }
  const records = await parts.records();
  const roles = await records.inAuthority(slug, person, ownRoles);
  const nameOf = await schoolNames(parts, roles);
  return { authority, roles: roles.map((role) => ({ ...role, schoolName: nameOf(role) })) };
}
