import { randomUUID } from 'node:crypto';
import { accountNamed } from '#/people/records/accounts.ts';
import { credentialOf } from '#/people/records/credentials.ts';
import { addAttempt, attemptsBefore, noteSuccess } from '#/people/records/sign-in-attempts.ts';
import { countedSeconds, isLookedAt, placeOf } from '#/people/rules/attempts.ts';
import { signInNameOf } from '#/people/rules/sign-in-name.ts';
import type { Parts } from '#/parts.ts';
import { hashOf } from './hash-of.ts';
import { recognise } from './password-hash.ts';

interface Tried {
  /** As typed. */
  readonly name: string;
  readonly password: string;
  /** The address it came from. */
  readonly from: string;
}

interface Recognised {
  readonly account: string;
  /** Its hash was made with other measures than those of today. */
  readonly outdated: boolean;
}

/**
 * Whether a name and a password belong together; `null` where they do not, where there is no such name, where it has no
 * password, and where too many attempts were made to look at this one. All four take the same steps and the same time,
 * and the attempt is noted before anything is looked at.
 */
export async function tryPassword(
  parts: Pick<Parts, 'records'>,
  { name, password, from }: Tried,
): Promise<Recognised | null> {
  const signInName = signInNameOf(name);
  // What is no address is counted all the same, by itself.
  const by = { nameHash: hashOf(signInName ?? name), placeHash: hashOf(placeOf(from)) };
  const named = signInName ?? nobodysName;
  const records = await parts.records();
  const { attempt, lookedAt, account } = await records.inInstallation(
    [by.nameHash, by.placeHash, named],
    async (transaction) => {
      const { before, now } = await attemptsBefore(transaction, by, countedSeconds);
      const looked = isLookedAt(before, now);
      return {
        lookedAt: looked,
        attempt: await addAttempt(transaction, by, !looked),
        account: await accountNamed(transaction, named),
      };
    },
  );
  const id = account?.id ?? randomUUID();
  const kept = await records.inInstallation([id], (transaction) => credentialOf(transaction, id));
  const found = await recognise(password, lookedAt ? kept : null);
  if (found === 'wrong' || account === null) return null;
  await records.inInstallation([by.nameHash, by.placeHash], (transaction) =>
    noteSuccess(transaction, attempt),
  );
  return { account: account.id, outdated: found === 'outdated' };
}

/** Nobody has it: the domain is reserved for nothing (RFC 2606, 2). */
const nobodysName = 'nobody@nowhere.invalid';
