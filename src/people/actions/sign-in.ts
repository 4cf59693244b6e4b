import { addCredential } from '#/people/records/credentials.ts';
import type { SessionBegun } from '#/people/rules/sessions.ts';
import type { Parts } from '#/parts.ts';
import { hashOf } from './hash-of.ts';
import { hashOfPassword } from './password-hash.ts';
import { beginSession } from './sessions.ts';
import { tryPassword } from './try-password.ts';

/**
 * Signs somebody in by mail address and password. `null` where that cannot be done, whatever the reason: nobody learns here
 * who has an account.
 */
export async function signInWithPassword(
  parts: Pick<Parts, 'records'>,
  typed: { readonly name: string; readonly password: string; readonly from: string },
): Promise<SessionBegun | null> {
  const recognised = await tryPassword(parts, typed);
  if (recognised === null) return null;
  const { account, outdated } = recognised;
  const session = await beginSession(parts, account, 'password');
  if (outdated) {
    const credential = await hashOfPassword(typed.password);
    const records = await parts.records();
    await records.inInstallation([account, hashOf(session.token)], (transaction) =>
      addCredential(transaction, account, credential),
    );
  }
  return session;
}
