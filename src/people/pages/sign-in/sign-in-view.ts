import type { DemonstrationPeople } from '#/people/actions/demonstration-people.ts';
import { demonstrationSignInAddress } from '#/platform/web/addresses.ts';

interface SignInShown {
  /** Where they wanted to go. */
  readonly to: string;
  /** Why they are here, as the address says it. */
  readonly why: string | null;
  readonly demonstration: readonly DemonstrationPeople[];
}

const reasons: Readonly<Record<string, string>> = {
  ended: 'Your session has ended, or what you may see has changed since it began. Sign in again to go on.',
  'signed-out': 'You are signed out.',
};

/** What can be used to sign in. */
export function signInView({ to, why, demonstration }: SignInShown) {
  return {
    reason: why === null ? null : (reasons[why] ?? null),
    demonstration:
      demonstration.length === 0
        ? null
        : {
            href: demonstrationSignInAddress(to),
            names: demonstration.map(({ authority }) => authority.name),
          },
  };
}
