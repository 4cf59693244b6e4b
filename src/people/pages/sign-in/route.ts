import type { Parts } from '#/parts.ts';
import { readDemonstrationPeople } from '#/people/actions/demonstration-people.ts';
import { signOut } from '#/people/actions/sessions.ts';
import { signInAddress } from '#/platform/web/addresses.ts';
import { ownAddress } from '#/platform/web/own-address.ts';
import type { OpenFormRoute, OpenPageRoute, Route } from '#/platform/web/route.ts';
import { plainShell } from '#/platform/web/shell.ts';
import { signInView } from './sign-in-view.ts';

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
      return {
        kind: 'page',
        template: 'people/pages/sign-in/sign-in.njk',
        title: 'Sign in',
        shell: plainShell,
        view: { signIn: signInView({ to, why, demonstration: await readDemonstrationPeople(parts) }) },
      };
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

export const signInRoutes: readonly ((parts: Parts) => Route)[] = [signInRoute, signOutRoute];
