import { accountWithId } from '#/people/records/accounts.ts';
import { addCredential, credentialOf } from '#/people/records/credentials.ts';
import { withoutDailySummary } from '#/people/records/mail.ts';
import { linksMade, type LinkMade } from '#/people/records/links-made.ts';
import { ownRoles } from '#/people/records/own-roles.ts';
import { whoActs } from '#/people/records/acting.ts';
import { endEverySession, sessionsOf, type SessionOfAccount } from '#/people/records/sessions.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { SessionBegun } from '#/people/rules/sessions.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import { problemsOfChoice, type ChosenPassword, type PasswordProblem } from './choose-password.ts';
import { schoolNames, type DemonstrationPerson } from './demonstration-people.ts';
import { hashOf } from './hash-of.ts';
import { hashOfPassword } from './password-hash.ts';
import { beginSession } from './sessions.ts';
import { tryPassword } from './try-password.ts';

type Needed = Pick<Parts, 'records' | 'published'>;

/** Somebody signed in, in the session they ask from. */
export interface Asking {
  readonly account: string;
  readonly token: string;
  /** Slugs of the authorities that know them. */
  readonly authorities: readonly string[];
}

/** Who somebody is here, what they may do and why, and where they are signed in. */
export interface OwnAccount {
  readonly person: Person;
  readonly signInName: string;
  readonly demonstration: boolean;
  readonly hasPassword: boolean;
  /** Whether they are told by mail on working days how much is late or due. */
  readonly dailyMail: boolean;
  readonly authorities: readonly {
    readonly name: string;
    readonly roles: DemonstrationPerson['roles'];
    /** With which their password could be set, the newest first. */
    readonly links: readonly LinkMade[];
  }[];
  /** Those that hold, the newest first. */
  readonly sessions: readonly (SessionOfAccount & { readonly thisOne: boolean })[];
}

/** Reads one's own account: nobody else's can be asked for. */
export async function readOwnAccount(parts: Needed, asking: Asking): Promise<OwnAccount> {
  const { account, token, authorities } = asking;
  const records = await parts.records();
  const hash = hashOf(token);
  const kept = await records.inInstallation([hash, account], async (transaction) => ({
    found: await accountWithId(transaction, account),
    credential: await credentialOf(transaction, account),
    sessions: await sessionsOf(transaction, account),
  }));
  const { found, credential, sessions } = kept;
  if (found === null) throw new Error('A session of no account');
  const some = new Map((await records.authorities()).map(({ slug, name }) => [slug, name]));
  const held = await Promise.all(
    authorities
      .filter((slug) => some.has(slug))
      .map(async (slug) => ({
        slug,
        ...(await records.inAuthority(slug, { id: account }, async (transaction) => ({
          acting: await whoActs(transaction),
          roles: await ownRoles(transaction),
          links: await linksMade(transaction),
          daily: !(await withoutDailySummary(transaction)).has(account),
        }))),
      })),
  );
  const schoolName = await schoolNames(
    parts,
    held.flatMap(({ roles }) => roles),
  );
  return {
    person: {
      id: account,
      name: held.map(({ acting }) => acting.name).find((name) => name !== null) ?? found.signInName,
      roles: held.flatMap(({ slug, acting }) => acting.roles.map((role) => ({ ...role, authority: slug }))),
    },
    signInName: found.signInName,
    demonstration: found.demonstration,
    hasPassword: credential !== null,
    dailyMail: held.some(({ daily }) => daily),
    authorities: held.map(({ slug, roles, links }) => ({
      name: some.get(slug) ?? slug,
      links,
      roles: roles.map((role) => ({ ...role, schoolName: schoolName(role) })),
    })),
    sessions: sessions.map((session) => ({ ...session, thisOne: session.tokenHash === hash })),
  };
}

/**
 * Changes the password of whoever asks, who types the one they have. Every other session is over, and this one goes on as a
 * new one.
 *
 * @returns the session, or what is wrong with what was typed
 */
export async function changePassword(
  parts: Pick<Parts, 'records'>,
  { account, token }: Asking,
  typed: ChosenPassword & { readonly current: string; readonly from: string },
): Promise<{ readonly session: SessionBegun } | { readonly problems: readonly PasswordProblem[] }> {
  const records = await parts.records();
  const hash = hashOf(token);
  const found = await records.inInstallation([hash, account], async (transaction) => {
    const one = await accountWithId(transaction, account);
    return one === null || (await credentialOf(transaction, account)) === null ? null : one;
  });
  if (found === null) {
    throw new KnownError('not-permitted', 'You have no password here to change.', [
      'Ask the administrator of your authority for a link to set one.',
    ]);
  }
  const { signInName } = found;
  const recognised = await tryPassword(parts, {
    name: signInName,
    password: typed.current,
    from: typed.from,
  });
  const current: readonly PasswordProblem[] =
    recognised === null
      ? [
          {
            field: 'current',
            text: 'This is not your password. After several mistakes even the right one is refused for some minutes.',
          },
        ]
      : [];
  const problems = [...current, ...problemsOfChoice(typed, signInName)];
  if (problems.length > 0) return { problems };
  const credential = await hashOfPassword(typed.password);
  await records.inInstallation([hash, account], async (transaction) => {
    await addCredential(transaction, account, credential);
    await endEverySession(transaction, account, 'changed the password');
  });
  return { session: await beginSession(parts, account, 'password') };
}
