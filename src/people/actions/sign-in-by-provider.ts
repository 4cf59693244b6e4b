import { randomBytes } from 'node:crypto';
import { accountNamed } from '#/people/records/accounts.ts';
import { accountOfIdentity, addIdentity, type Identity } from '#/people/records/identities.ts';
import { addUnderWay, takeUp } from '#/people/records/provider-sign-ins.ts';
import type { SessionBegun } from '#/people/rules/sessions.ts';
import { signInNameOf } from '#/people/rules/sign-in-name.ts';
import type { Parts } from '#/parts.ts';
import { hashOf } from './hash-of.ts';
import { ProviderFailure, type Provider, type ToldByProvider } from './provider.ts';
import { beginSession } from './sessions.ts';

type Needed = Pick<Parts, 'records'>;

/** A sign-in may be under way at the provider for so long. */
const secondsUnderWay = 10 * 60;

/** Why nobody was signed in: the line, what came back, or who it is. */
export type NotSignedIn =
  | { readonly problem: 'unreachable'; readonly failure: ProviderFailure }
  /** What came back does not belong to a sign-in that is under way in this browser, or not any more. */
  | { readonly problem: 'not under way' }
  | { readonly problem: 'declined' }
  | { readonly problem: 'failed'; readonly failure: ProviderFailure }
  /** Not invited, or by an address that cannot be believed: which of them is nobody's business. */
  | { readonly problem: 'unknown' };

/** Sends somebody to the provider; the browser keeps a cookie, so that only it can come back. */
export async function beginAtProvider(
  parts: Needed,
  provider: Provider,
  wanted: string,
): Promise<{ readonly to: string; readonly browser: SessionBegun } | NotSignedIn> {
  const asked = await provider.ask().catch(asFailure);
  if (asked instanceof ProviderFailure) return { problem: 'unreachable', failure: asked };
  const token = randomBytes(32).toString('base64url');
  const underWay = { stateHash: hashOf(asked.state), browserHash: hashOf(token) };
  const records = await parts.records();
  await records.inInstallation([underWay.stateHash, underWay.browserHash], (transaction) =>
    addUnderWay(transaction, underWay, { nonce: asked.nonce, verifier: asked.verifier, wanted }),
  );
  return { to: asked.to, browser: { token, seconds: secondsUnderWay } };
}

/** Takes the answer of the provider, once, and only in the browser that was sent there. */
export async function returnFromProvider(
  parts: Needed,
  provider: Provider,
  came: { readonly query: URLSearchParams; readonly browser: string | null },
): Promise<{ readonly session: SessionBegun; readonly wanted: string } | NotSignedIn> {
  const state = came.query.get('state');
  if (state === null || came.browser === null) return { problem: 'not under way' };
  const underWay = { stateHash: hashOf(state), browserHash: hashOf(came.browser) };
  const records = await parts.records();
  const sent = await records.inInstallation([underWay.stateHash, underWay.browserHash], (transaction) =>
    takeUp(transaction, underWay, secondsUnderWay),
  );
  if (sent === null) return { problem: 'not under way' };
  const told = await provider.answer(came.query, { state, ...sent }).catch(asFailure);
  if (told instanceof ProviderFailure) {
    return told.why === 'declined' ? { problem: 'declined' } : { problem: told.why, failure: told };
  }
  const account = await accountOf(parts, told);
  if (account === null) return { problem: 'unknown' };
  return { session: await beginSession(parts, account, 'provider'), wanted: sent.wanted };
}

/**
 * Whose account it is: by who they are at the provider, and the first time by the address by which they were invited. An
 * account that is somebody else's there already is not theirs, whatever address they have now.
 */
async function accountOf(parts: Needed, { issuer, subject, email }: ToldByProvider): Promise<string | null> {
  const identity: Identity = { issuer, subject, hash: hashOf(JSON.stringify([issuer, subject])) };
  const records = await parts.records();
  const known = await records.inInstallation([identity.hash], (transaction) =>
    accountOfIdentity(transaction, identity),
  );
  const signInName = email === null ? null : signInNameOf(email);
  if (known !== null || signInName === null) return known;
  const invited = await records.inInstallation([signInName], (transaction) =>
    accountNamed(transaction, signInName),
  );
  if (invited === null || invited.demonstration) return null;
  return records.inInstallation([identity.hash, invited.id], async (transaction) => {
    await addIdentity(transaction, identity, invited.id);
    return accountOfIdentity(transaction, identity);
  });
}

function asFailure(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  throw error;
}
