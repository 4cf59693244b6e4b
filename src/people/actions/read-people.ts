import type { Parts } from '#/parts.ts';
import { lastSignedIn } from '#/people/records/signed-in.ts';
import { canBeDelegated, isColleague } from '#/people/rules/delegating.ts';
import { scopeText } from '#/people/rules/known-scopes.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { roleMeaning, rolesToGive, type Role, type ScopeKind } from '#/people/rules/roles.ts';
import { KnownError } from '#/platform/errors.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import { personIn } from './give-role.ts';
import { withPeople, type PeopleContext, type PeopleParts } from './people-context.ts';
import { readPersonKnown, type PersonRead } from './people-read.ts';

/** Everybody an authority knows. */
export interface PeopleRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** In order of name. */
  readonly people: readonly PersonRead[];
  /** In order of URN: open and closed. */
  readonly schools: readonly School[];
  /** Whether the reader may invite people, give roles and end them. */
  readonly manages: boolean;
  /** Whether the reader is told who has signed in. */
  readonly tellsSignIn: boolean;
}

/** One person, with what the reader may do about them. */
export interface PersonPageRead extends PeopleRead {
  readonly person: PersonRead;
  /** It is the reader. */
  readonly self: boolean;
  /** Roles of the reader that somebody can stand in for; empty on another's page. */
  readonly toDelegate: readonly { readonly number: string; readonly words: string }[];
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** Everybody the authority knows, with their roles as at today. */
export async function readPeople(
  parts: PeopleParts,
  person: Person,
  slug: string | undefined,
): Promise<PeopleRead> {
  const asked = { authority: slug, permission: 'read the directory' } as const;
  const context = await withPeople(parts, person, asked, (read) => Promise.resolve(read));
  return readOf(context, person, await signedInOf(parts, person, context));
}

/** One person; throws `KnownError('not-found')` where the authority knows nobody of this identity. */
export async function readPerson(
  parts: PeopleParts,
  person: Person,
  slug: string | undefined,
  id: string,
): Promise<PersonPageRead> {
  const asked = { authority: slug, permission: 'read the directory' } as const;
  const context = await withPeople(parts, person, asked, (read) => Promise.resolve(read));
  const known = personIn(context, id);
  const read = readOf(context, person, await signedInOf(parts, person, context));
  const found = read.people.find((one) => one.id === id);
  if (found === undefined) throw new Error('Somebody known who is not read');
  const self = id === person.id;
  const { today, roleNumbered } = context;
  const toDelegate =
    self && mayFor(person, 'delegate a role', context.authority.slug)
      ? known.roles.filter((held) => canBeDelegated(held, today, roleNumbered)).map(({ number }) => number)
      : [];
  return {
    ...read,
    person: found,
    self,
    toDelegate: found.roles.filter(({ number }) => toDelegate.includes(number)),
    colleagues: context.people
      .filter((one) => one.id !== id && isColleague(one.roles, today, roleNumbered))
      .map(({ id: other, name }) => ({ id: other, name })),
  };
}

/** What a role can be given for, as choices of a form. */
export interface ScopeChoices {
  readonly kind: ScopeKind;
  readonly heading: string;
  /** `value` as `scopeText` writes it. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** Every role that can be given, and everything one can be given for. */
export interface GivingChoices {
  readonly authority: AuthorityInStore;
  readonly roles: readonly { readonly role: Role; readonly name: string; readonly meaning: string }[];
  readonly scopes: readonly ScopeChoices[];
}

/** What there is to choose from where a role is given. */
export async function readGivingChoices(
  parts: PeopleParts,
  person: Person,
  slug: string | undefined,
): Promise<GivingChoices> {
  const asked = { authority: slug, permission: 'manage people' } as const;
  return withPeople(parts, person, asked, (context) => {
    const { authority, known, schools } = context;
    const open = schools
      .filter(({ status }) => status !== 'closed')
      .map(({ urn, name }) => ({
        value: scopeText({ kind: 'school', name: urn }),
        text: `${name} (${urn})`,
      }))
      .toSorted((a, b) => a.text.localeCompare(b.text));
    const named = (kind: keyof typeof known.lists, heading: string): ScopeChoices => ({
      kind,
      heading,
      choices: known.lists[kind].map((name) => ({ value: scopeText({ kind, name }), text: name })),
    });
    return Promise.resolve({
      authority,
      roles: rolesToGive.map((role) => ({
        role,
        name: roleMeaning(role).name,
        meaning: roleMeaning(role).meaning,
      })),
      scopes: [
        { kind: 'school', heading: 'Schools', choices: open } as const,
        named('federation', 'Federations'),
        named('trust', 'Trusts'),
        named('diocese', 'Dioceses'),
        named('division', 'Electoral divisions'),
      ].filter(({ choices }) => choices.length > 0),
    });
  });
}

function readOf(context: PeopleContext, person: Person, signedIn: ReadonlyMap<string, string>): PeopleRead {
  return {
    authority: context.authority,
    today: context.today,
    people: context.people.map((one) => readPersonKnown(one, context, signedIn)),
    schools: context.schools,
    manages: mayFor(person, 'manage people', context.authority.slug),
    tellsSignIn: tellsSignIn(person, context),
  };
}

/** When a colleague was at work is not everybody's business: it is told to whoever sees to access. */
function tellsSignIn(person: Person, { authority }: PeopleContext): boolean {
  return (
    mayFor(person, 'manage people', authority.slug) || mayFor(person, 'read who has access', authority.slug)
  );
}

async function signedInOf(
  parts: Pick<Parts, 'records'>,
  person: Person,
  context: PeopleContext,
): Promise<ReadonlyMap<string, string>> {
  if (!tellsSignIn(person, context)) return new Map();
  const { people } = context;
  const accounts = people.map(({ id }) => id).filter((id) => !/\s/.test(id));
  const records = await parts.records();
  const found = new Map<string, string>();
  for (let at = 0; at < accounts.length; at += presentedAtOnce) {
    const some = accounts.slice(at, at + presentedAtOnce);
    const answer = await records.inInstallation(some, (transaction) => lastSignedIn(transaction, some));
    for (const [account, last] of answer) found.set(account, last);
  }
  return found;
}

/** A literal of a setting has at most 10,000 characters, and an identity 36. */
const presentedAtOnce = 200;

/** Whom somebody means by a mail address. Throws `KnownError('not-found')` where nobody known has it. */
export async function personMeant(
  parts: PeopleParts,
  person: Person,
  slug: string | undefined,
  address: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const asked = { authority: slug, permission: 'read the directory' } as const;
  return withPeople(parts, person, asked, ({ people, authority }) => {
    const wanted = address.trim().toLowerCase();
    const found = people.find(({ emailsEver }) => emailsEver.includes(wanted));
    if (found !== undefined) return Promise.resolve({ id: found.id, name: found.name });
    throw new KnownError('not-found', `${authority.name} knows nobody with the address ${address}.`, [
      'See who is known: npx middletier people',
    ]);
  });
}
