import { randomUUID } from 'node:crypto';
import { addToAuthority, findOrAddAccount, type Account } from '#/people/records/accounts.ts';
import { endEverySession } from '#/people/records/sessions.ts';
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
  /** Whoever runs Middle Tier asks, and answers for it that it is the same person as in another authority. */
  readonly byOperator?: boolean;
}

/**
 * Finds the account with a mail address, or makes it, and notes that the authority knows it. Its identity is that of the
 * person in the authority's records. Safe to repeat, and two at once make one account.
 *
 * Whoever manages people somewhere makes accounts and the links to set their passwords with. So that nobody prepares an
 * account that another authority then trusts, one that is known elsewhere joins only when whoever runs Middle Tier says so,
 * and what it was signed in with before is worth nothing from then on. In an invented authority, where anybody may be
 * administrator, only addresses that are nobody's become accounts.
 *
 * @throws KnownError `usage` where the address is none, where an invented person would join an authority that exists, or
 *   where the account may not join
 */
export async function accountFor(
  parts: Pick<Parts, 'records' | 'published'>,
  { email, authority, demonstration, byOperator = false }: AccountWanted,
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
  if (invented && !byOperator && !nobodysAddress.test(signInName)) throw somebodysAddress(signInName);
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
  await records.inInstallation([account.id], async (transaction) => {
    const before = await addToAuthority(transaction, account.id, authority, (others) => {
      if (others.length > 0 && !byOperator) throw knownElsewhere(signInName);
    });
    if (before.length > 0 && !before.includes(authority))
      await endEverySession(transaction, account.id, 'another authority invited them');
  });
  return account.id;
}

/** Names that are kept for examples and tests (RFC 2606), so that no mail ever reaches anybody by them. */
const nobodysAddress = /[@.](?:example|test|invalid|example\.(?:com|net|org))$/;

function somebodysAddress(signInName: string): KnownError {
  return new KnownError(
    'usage',
    `${signInName} may be somebody’s own address, and the authority is invented: anybody may be its administrator.`,
    ['Give an address that is nobody’s: one that ends with .example.'],
  );
}

function knownElsewhere(signInName: string): KnownError {
  return new KnownError(
    'usage',
    `${signInName} works with another authority too, so only whoever runs Middle Tier makes them known here.`,
    ['Ask whoever runs Middle Tier to invite them: npx middletier people invite, then people link.'],
  );
}

function existsAlready(signInName: string, authority: string): KnownError {
  return new KnownError(
    'usage',
    `${signInName} is an invented person, who cannot be somebody in ${authority}: anybody may sign in as an invented person.`,
    ['Give the person’s own mail address.'],
  );
}
