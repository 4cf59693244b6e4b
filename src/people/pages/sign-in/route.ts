import type { Parts } from '#/parts.ts';
import { providerOf, type Provider } from '#/people/actions/provider.ts';
import { beginAtProvider, returnFromProvider } from '#/people/actions/sign-in-by-provider.ts';
import { signOut } from '#/people/actions/sessions.ts';
import { signInWithPassword } from '#/people/actions/sign-in.ts';
import { KnownError } from '#/platform/errors.ts';
import { signInAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import { ownAddress } from '#/platform/web/own-address.ts';
import type { OpenFormRoute, OpenPageRoute, Route } from '#/platform/web/route.ts';
import { notSignedInPage, signInPage } from './sign-in-page.ts';

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
      return signInPage(parts, providerOf(parts.site), { to, why, name: '', failure: null });
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
      if (session === null)
        return signInPage(parts, providerOf(parts.site), { to, why: null, name, failure: 'password' });
      return { kind: 'redirect', to, session };
    },
  };
}

/** Sends somebody to the provider. A link and not a form: a form may lead to pages of this site only. */
function toProviderRoute(parts: Parts): OpenPageRoute {
  return {
    method: 'GET',
    path: '/sign-in/provider',
    open: true,
    handle: async ({ query }) => {
      const to = ownAddress(query['to']?.[0]);
      const provider = oneThereIs(parts);
      const begun = await beginAtProvider(parts, provider, to);
      if ('problem' in begun) return notSignedInPage(parts, provider, begun, to);
      return { kind: 'redirect', ...begun };
    },
  };
}

/** Where the provider sends them back to. */
function fromProviderRoute(parts: Parts): OpenPageRoute {
  return {
    method: 'GET',
    path: '/sign-in/provider/return',
    open: true,
    handle: async ({ query, browser }) => {
      const provider = oneThereIs(parts);
      const came = new URLSearchParams(
        Object.entries(query).flatMap(([key, values]) => values.map((value) => [key, value])),
      );
      const answer = await returnFromProvider(parts, provider, { query: came, browser });
      if ('problem' in answer) return notSignedInPage(parts, provider, answer, '/');
      return { kind: 'redirect', to: ownAddress(answer.wanted), session: answer.session, browser: 'ended' };
    },
  };
}

/** Signs out at the provider too, where it offers that; whoever shares a computer wants it. */
function outAtProviderRoute(parts: Parts): OpenPageRoute {
  return {
    method: 'GET',
    path: '/sign-in/provider/sign-out',
    open: true,
    handle: async () => ({
      kind: 'redirect',
      to: (await oneThereIs(parts).signOutAddress()) ?? signInAddress(undefined, 'signed-out'),
    }),
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

/** Without a provider its addresses are none. */
function oneThereIs(parts: Parts): Provider {
  const provider = providerOf(parts.site);
  if (provider === null)
    throw new KnownError('not-found', 'There is nothing at this address.', ['Sign in at /sign-in.']);
  return provider;
}

/** Every address of signing in and out. */
export const signInRoutes: readonly ((parts: Parts) => Route)[] = [
  signInRoute,
  passwordRoute,
  toProviderRoute,
  fromProviderRoute,
  outAtProviderRoute,
  signOutRoute,
];
