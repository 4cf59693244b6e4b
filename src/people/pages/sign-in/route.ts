import type { Parts } from '#/parts.ts';
import { readDemonstrationPeople } from '#/people/actions/demonstration-people.ts';
import { signOut } from '#/people/actions/sessions.ts';
import { signInWithPassword } from '#/people/actions/sign-in.ts';
import { signInAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import { ownAddress } from '#/platform/web/own-address.ts';
import type { OpenFormRoute, OpenPageRoute, PageResponse, Route } from '#/platform/web/route.ts';
import { plainShell } from '#/platform/web/shell.ts';
import { signInView, type SignInShown } from './sign-in-view.ts';

/** Where somebody signs in: only what can be used here is shown. */
function signInRoute(parts: Parts): OpenPageRoute {
  return {
    method: 'GET',
    path: '/sign-in',
    open: true,
    handle: async ({ query, signedIn }) => {
      const to = ownAddress(query['to']?.[0]);
      const why = query['why']?.[0] ?? null;
      if (signedIn !== null && why === null) return { kind: 'redirect', to };
      return page(parts, { to, why, name: '', failed: false });
    },
  };
}

/** Signs in. Whatever is wrong, the answer is the same: nobody learns here who has an account. */
function passwordRoute(parts: Parts): OpenFormRoute {
  return {
    method: 'POST',
    path: '/sign-in',
    open: true,
    handle: async ({ form, from }) => {
      const to = ownAddress(form.fields['to']?.[0]);
      const name = typed(form, 'name');
      // Spaces at either end of a password are part of it.
      const password = form.fields['password']?.[0] ?? '';
      const session = await signInWithPassword(parts, { name, password, from });
      if (session === null) return page(parts, { to, why: null, name, failed: true });
      return { kind: 'redirect', to, session };
    },
  };
}

/** Signs out here; on other devices the person stays signed in. */
function signOutRoute(parts: Parts): OpenFormRoute {
  return {
    method: 'POST',
    path: '/sign-out',
    open: true,
    handle: async ({ token, signedIn }) => {
      if (token !== null && signedIn !== null) await signOut(parts, token);
      return { kind: 'redirect', to: signInAddress(undefined, 'signed-out'), session: 'ended' };
    },
  };
}

async function page(parts: Parts, shown: Omit<SignInShown, 'demonstration'>): Promise<PageResponse> {
  const demonstration = await readDemonstrationPeople(parts);
  return {
    kind: 'page',
    template: 'people/pages/sign-in/sign-in.njk',
    title: shown.failed ? 'Error: Sign in' : 'Sign in',
    shell: plainShell,
    view: { signIn: signInView({ ...shown, demonstration }) },
    status: shown.failed ? 400 : 200,
  };
}

export const signInRoutes: readonly ((parts: Parts) => Route)[] = [signInRoute, passwordRoute, signOutRoute];
