import { randomUUID } from 'node:crypto';
import { addToAuthority, findOrAddAccount, type Account } from '#/people/records/accounts.ts';
import { signInNameOf } from '#/people/rules/sign-in-name.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';

export interface AccountWanted {
  /** Mail address, as typed: what they sign in with. */
  readonly email: string;
  /** Slug of the authority that knows them from now on. */
  readonly authority: string;
  /** Of an invented person, who signs in by one click. Says so only where there is no such account yet. */
  readonly demonstration: boolean;
}

/**
 * Finds the account with a mail address, or makes it, and notes that the authority knows it. Its identity is that of the
 * person in the authority's records. Safe to repeat, and two at once make one account.
 *
 * @throws KnownError `usage` where the address is none, or where an invented person would join an authority that exists
 */
export async function accountFor(
  parts: Pick<Parts, 'records' | 'published'>,
  { email, authority, demonstration }: AccountWanted,
): Promise<string> {
  const signInName = signInNameOf(email);
  if (signInName === null) {
    throw new KnownError('usage', `“${email}” is not a mail address.`, [
      'Give one such as a.smith@example.org.',
    ]);
  }
  const store = await parts.published();
  const invented = (await store.authorities()).some((one) => one.slug === authority && one.invented);
  if (demonstration && !invented) throw existsAlready(signInName, authority);
  const records = await parts.records();
  const wanted: Account = { id: randomUUID(), signInName, demonstration };
  const account = await records.inInstallation([wanted.id, signInName], (transaction) =>
    findOrAddAccount(transaction, wanted),
  );
  if (account.demonstration && !invented) throw existsAlready(signInName, authority);
  if (demonstration && !account.demonstration) {
    throw new KnownError('usage', `${signInName} is the address of somebody who exists.`, [
      'Give an invented person an address of their own.',
    ]);
  }
  await records.inInstallation([account.id], (transaction) =>
    addToAuthority(transaction, account.id, authority),
  );
  return account.id;
}

function existsAlready(signInName: string, authority: string): KnownError {
  return new KnownError(
    'usage',
    `${signInName} is an invented person, who cannot be somebody in ${authority}: anybody may sign in as an invented person.`,
    ['Give the person’s own mail address.'],
  );
}
