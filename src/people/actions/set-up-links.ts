import { randomBytes } from 'node:crypto';
import { accountWithId } from '#/people/records/accounts.ts';
import { addCredential } from '#/people/records/credentials.ts';
import { endEverySession } from '#/people/records/sessions.ts';
import { accountOfLink, addSetUpLink, linkHolds, useUpLink } from '#/people/records/set-up-links.ts';
import type { SessionBegun } from '#/people/rules/sessions.ts';
import type { Parts } from '#/parts.ts';
import type { InstallationTransaction } from '#/platform/database/tables.ts';
import { KnownError } from '#/platform/errors.ts';
import { problemsOfChoice, type ChosenPassword, type PasswordProblem } from './choose-password.ts';
import { hashOf } from './hash-of.ts';
import { hashOfPassword } from './password-hash.ts';
import { beginSession } from './sessions.ts';

type Needed = Pick<Parts, 'records'>;

/** A link that lets somebody set a password, once. */
export interface SetUpLink {
  /** Path of the page: whoever knows it can set the password, so it is told to the person and to nobody else. */
  readonly path: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

const daysToUse = 7;
/** 32 bytes, base64url. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/**
 * Makes a link for an account to set its password with: the first or, where it was forgotten, another. Links made before
 * are worth nothing from now on. Throws `KnownError('usage')` for an invented person, who needs none.
 */
export async function makeSetUpLink(parts: Needed, account: string): Promise<SetUpLink> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = hashOf(token);
  const records = await parts.records();
  const until = await records.inInstallation([tokenHash, account], async (transaction) => {
    await assertNotInvented(transaction, account);
    return addSetUpLink(transaction, { tokenHash, account, days: daysToUse });
  });
  return { path: `/set-up/${token}`, until: until.toISOString() };
}

/** An invented person has no password. Throws `KnownError('usage')`. */
export async function assertNotInvented(
  transaction: InstallationTransaction,
  account: string,
): Promise<void> {
  const found = await accountWithId(transaction, account);
  if (found?.demonstration !== true) return;
  throw new KnownError('usage', `${found.signInName} is an invented person and needs no password.`, [
    'Sign in as them at /demonstration/sign-in.',
  ]);
}

/** Whose link it is. Throws `KnownError('not-found')`, in the same words whatever the reason. */
export async function readSetUpLink(parts: Needed, token: string): Promise<{ readonly signInName: string }> {
  const { signInName } = await holderOf(parts, token);
  return { signInName };
}

/**
 * Sets the password and signs in; every other session of the account is over. Opened twice at once, a link works once.
 *
 * @returns the session, or what is wrong with the password
 */
export async function useSetUpLink(
  parts: Needed,
  token: string,
  chosen: ChosenPassword,
): Promise<{ readonly session: SessionBegun } | { readonly problems: readonly PasswordProblem[] }> {
  const { account, signInName, tokenHash } = await holderOf(parts, token);
  const problems = problemsOfChoice(chosen, signInName);
  if (problems.length > 0) return { problems };
  const credential = await hashOfPassword(chosen.password);
  const records = await parts.records();
  try {
    await records.inInstallation([tokenHash, account], async (transaction) => {
      if (!(await linkHolds(transaction, tokenHash))) throw noLink();
      await addCredential(transaction, account, credential);
      await endEverySession(transaction, account, 'password set by a link');
      await useUpLink(transaction, tokenHash);
    });
  } catch (error) {
    throw isTaken(error) ? noLink() : error;
  }
  return { session: await beginSession(parts, account, 'password') };
}

interface Holder {
  readonly account: string;
  readonly signInName: string;
  readonly tokenHash: string;
}

async function holderOf(parts: Needed, token: string): Promise<Holder> {
  if (!tokenShape.test(token)) throw noLink();
  const tokenHash = hashOf(token);
  const records = await parts.records();
  const account = await records.inInstallation([tokenHash], (transaction) =>
    accountOfLink(transaction, tokenHash),
  );
  if (account === null) throw noLink();
  return records.inInstallation([tokenHash, account], async (transaction) => {
    const found = await accountWithId(transaction, account);
    if (found === null || !(await linkHolds(transaction, tokenHash))) throw noLink();
    return { account, signInName: found.signInName, tokenHash };
  });
}

/** The key of `set_up_link_used`: somebody was quicker with the same link. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

function noLink(): KnownError {
  return new KnownError(
    'not-found',
    'This link lets nobody set a password: it was used, it is older than seven days, a newer one was made, or it is not complete.',
    [
      'If you have set your password, sign in with it.',
      'Otherwise ask the administrator of your authority for a new link, and open the newest one you were given.',
    ],
  );
}
