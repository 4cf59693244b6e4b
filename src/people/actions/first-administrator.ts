import { dayOfRecords, peopleKnown, type PersonKnown } from '#/people/records/people.ts';
import { spanOf, standingOn } from '#/people/rules/held-roles.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { signInNameOf } from '#/people/rules/sign-in-name.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Refused } from './change-words.ts';
import { invitePerson } from './invite-person.ts';
import { offerSetUpLink } from './offer-set-up-link.ts';
import { withPeople, type PeopleContext } from './people-context.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'today' | 'site'>;

/** The link with which an administrator sets a password. */
export interface AdministratorLink {
  readonly authority: string;
  readonly name: string;
  readonly email: string;
  /** They were an administrator already, and had their password or their link before. */
  readonly again: boolean;
  /** Whole address: told to the person and to nobody else. */
  readonly link: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/**
 * Makes the first administrator of an authority, who invites everybody else, or a new link for one there is. Prepares the
 * authority's records where it has none.
 *
 * @returns the link, or what is wrong with what was typed
 * @throws KnownError `usage` where somebody else administers already, with who
 */
export async function makeAdministrator(
  parts: Needed,
  person: Person,
  typed: { readonly authority: string | undefined; readonly name: string; readonly email: string },
): Promise<AdministratorLink | Refused> {
  const asked = { authority: typed.authority, permission: 'manage people' } as const;
  const { authority, administrators } = await withPeople(parts, person, asked, (context) =>
    Promise.resolve({ authority: context.authority, administrators: administratorsIn(context) }),
  );
  const wanted = signInNameOf(typed.email);
  const found = administrators.find(({ emailsEver }) => wanted !== null && emailsEver.includes(wanted));
  if (found === undefined && administrators.length > 0) throw administered(authority.name, administrators);
  const invited =
    found === undefined
      ? await invitePerson(parts, person, {
          ...typed,
          authority: authority.slug,
          role: 'administrator',
          for: '',
          from: '',
          to: '',
          why: 'The first administrator of the authority',
        })
      : { person: found.id, name: found.name };
  if ('problems' in invited) return invited;
  const { path, until } = await offerSetUpLink(parts, person, {
    authority: authority.slug,
    person: invited.person,
  });
  return {
    authority: authority.name,
    name: invited.name,
    email: wanted ?? typed.email,
    again: found !== undefined,
    link: `${parts.site.address}${path}`,
    until,
  };
}

/**
 * What whoever starts the site is told about administrators: nothing, or the command, where there are real schools and
 * nobody to invite anybody.
 */
export async function linesOnAdministrators(
  parts: Pick<Parts, 'published' | 'records' | 'person'>,
): Promise<readonly string[]> {
  const [store, records, person] = await Promise.all([parts.published(), parts.records(), parts.person()]);
  const real = (await store.authorities()).filter(({ invented }) => !invented);
  const [first] = real;
  if (first === undefined) return [];
  const some = new Set((await records.authorities()).map(({ slug }) => slug));
  for (const { slug } of real.filter((one) => some.has(one.slug))) {
    const { people, today } = await records.inAuthority(slug, person, async (transaction) => ({
      people: await peopleKnown(transaction),
      today: await dayOfRecords(transaction),
    }));
    const roles = new Map(people.flatMap((one) => one.roles.map((held) => [held.number, held])));
    if (administratorsIn({ people, today, roleNumbered: (number) => roles.get(number) }).length > 0)
      return [];
  }
  const name = real.length === 1 ? first.name : 'NAME';
  return [
    `Nobody can sign in to a real authority yet. Make its administrator: npx middletier administrator --authority "${name}" --name "FIRST LAST" --email ADDRESS`,
  ];
}

function administratorsIn({
  people,
  today,
  roleNumbered,
}: Pick<PeopleContext, 'people' | 'today' | 'roleNumbered'>): readonly PersonKnown[] {
  return people.filter(({ roles }) =>
    roles.some(
      (held) => held.role === 'administrator' && standingOn(spanOf(held, roleNumbered), today) === 'now',
    ),
  );
}

function administered(authority: string, administrators: readonly PersonKnown[]): KnownError {
  const [first] = administrators;
  const who = administrators.map(({ name, email }) => (email === null ? name : `${name} (${email})`));
  return new KnownError('usage', `${authority} has an administrator: ${who.join(', ')}.`, [
    'Others are invited by an administrator, on the page People.',
    `Where an administrator cannot sign in, make a new link with their own address: --email ${first?.email ?? 'ADDRESS'}`,
  ]);
}
