import type { DemonstrationPeople } from '#/people/actions/demonstration-people.ts';
import { demonstrationSignInAddress } from '#/platform/web/addresses.ts';

export interface SignInShown {
  /** Where they wanted to go. */
  readonly to: string;
  /** Why they are here, as the address says it. */
  readonly why: string | null;
  /** What was typed. */
  readonly name: string;
  readonly failed: boolean;
  readonly demonstration: readonly DemonstrationPeople[];
}

const reasons: Readonly<Record<string, string>> = {
  ended: 'Your session has ended, or what you may see has changed since it began. Sign in again to go on.',
  'signed-out': 'You are signed out.',
};

/** The same for an unknown address, a wrong password and too many attempts: nobody learns here who has an account. */
const failure =
  'You were not signed in. Check the mail address and the password. After several mistakes even the right password is refused for some minutes.';

/** What can be used to sign in. */
export function signInView({ to, why, name, failed, demonstration }: SignInShown) {
  return {
    to,
    name,
    reason: why === null ? null : (reasons[why] ?? null),
    failure: failed ? failure : null,
    demonstration:
      demonstration.length === 0
        ? null
        : {
            href: demonstrationSignInAddress(to),
            names: demonstration.map(({ authority }) => authority.name),
          },
  };
}
