import { randomUUID } from 'node:crypto';
import type { Parts } from '#/parts.ts';
import { authoritiesWithInventedPeople } from '#/people/actions/demonstration-people.ts';
import type { Provider } from '#/people/actions/provider.ts';
import type { NotSignedIn } from '#/people/actions/sign-in-by-provider.ts';
import type { PageResponse } from '#/platform/web/route.ts';
import { plainShell } from '#/platform/web/shell.ts';
import { signInView, statusOf, type Failure, type SignInShown } from './sign-in-view.ts';

type Page = Extract<PageResponse, { kind: 'page' }>;

/** The page, with what can be used here. */
export async function signInPage(
  parts: Parts,
  provider: Provider | null,
  shown: Pick<SignInShown, 'to' | 'why' | 'name' | 'failure'>,
): Promise<Page> {
  const { failure, why } = shown;
  const [demonstration, outAtProvider] = await Promise.all([
    authoritiesWithInventedPeople(parts),
    why === 'signed-out' && provider !== null ? provider.signOutAddress() : null,
  ]);
  return {
    kind: 'page',
    template: 'people/pages/sign-in/sign-in.njk',
    title: failure === null ? 'Sign in' : 'Error: Sign in',
    shell: plainShell,
    view: {
      signIn: signInView({
        ...shown,
        demonstration,
        button: provider?.button ?? null,
        outAtProvider: outAtProvider !== null,
      }),
    },
    status: statusOf(failure),
  };
}

/** The page for whoever came back from the provider, or never got there. What is for whoever runs the site is told them. */
export async function notSignedInPage(
  parts: Parts,
  provider: Provider,
  what: NotSignedIn,
  to: string,
): Promise<Page> {
  const failure: Failure = what.problem;
  const page = await signInPage(parts, provider, { to, why: null, name: '', failure });
  return 'failure' in what
    ? { ...page, faults: [{ error: what.failure, reference: randomUUID().slice(0, 8) }] }
    : page;
}
