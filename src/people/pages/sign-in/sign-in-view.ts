import type { NotSignedIn } from '#/people/actions/sign-in-by-provider.ts';
import { demonstrationSignInAddress, providerAddress } from '#/platform/web/addresses.ts';

/** Why nobody was signed in: by the password, or at the provider. */
export type Failure = 'password' | NotSignedIn['problem'];

export interface SignInShown {
  /** Where they wanted to go. */
  readonly to: string;
  /** Why they are here, as the address says it. */
  readonly why: string | null;
  /** What was typed. */
  readonly name: string;
  readonly failure: Failure | null;
  /** Invented authorities with people to sign in as. */
  readonly demonstration: readonly string[];
  /** What the link to the provider says; `null` where there is none. */
  readonly button: string | null;
  /** Just signed out here, and can sign out at the provider. */
  readonly outAtProvider: boolean;
}

const reasons: Readonly<Record<string, string>> = {
  ended: 'Your session has ended, or what you may see has changed since it began. Sign in again to go on.',
  'signed-out': 'You are signed out.',
};

/**
 * In words, with what to do. Of a password the same for an unknown address, a wrong password and too many attempts; of the
 * provider the same for somebody not invited and an address not verified.
 */
const failures: Readonly<Record<Failure, { readonly text: string; readonly status: number }>> = {
  password: {
    text: 'Check the mail address and the password. After several mistakes even the right password is refused for some minutes.',
    status: 400,
  },
  unreachable: {
    text: 'The service that signs you in does not answer. Try again in some minutes, or use a password if you have one here.',
    status: 503,
  },
  declined: {
    text: 'The service that signs you in did not let you in, or you stopped there. Try again.',
    status: 403,
  },
  'not under way': {
    text: 'This sign-in was over: it took longer than ten minutes, was begun in another browser, or was finished already. Begin again.',
    status: 400,
  },
  failed: {
    text: 'What the service that signs you in answered could not be used. Begin again; if it happens again, tell the person who runs Middle Tier.',
    status: 400,
  },
  unknown: {
    text: 'Nobody with that account has been invited here. Ask the administrator of your authority to invite you, by the mail address of that account.',
    status: 403,
  },
};

export function statusOf(failure: Failure | null): number {
  return failure === null ? 200 : failures[failure].status;
}

/** What can be used to sign in. */
export function signInView({ to, why, name, failure, demonstration, button, outAtProvider }: SignInShown) {
  return {
    to,
    name,
    reason: why === null ? null : (reasons[why] ?? null),
    failure:
      failure === null
        ? null
        : { text: failures[failure].text, href: failure === 'password' ? '#name' : '#provider' },
    provider: button === null ? null : { button, href: providerAddress(to) },
    outAtProvider: outAtProvider ? `${providerAddress('/')}/sign-out` : null,
    demonstration:
      demonstration.length === 0
        ? null
        : {
            href: demonstrationSignInAddress(to),
            names: demonstration,
          },
  };
}
