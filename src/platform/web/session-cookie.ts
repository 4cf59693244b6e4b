import type { SessionChange } from './route.ts';

/** What a browser keeps for us: the session, and for some minutes that a sign-in is under way at a provider. */
type CookieName = 'middletier-session' | 'middletier-provider';

/** 32 bytes, base64url: what a token looks like; anything else is not looked up. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/**
 * The token in a request's cookies; `null` where there is none that could be one. Also where there are two: a browser sends
 * two when a neighbour under the same domain has set one of its own, and which is which nobody can tell.
 *
 * @param secure the site's own address begins with https
 */
export function tokenIn(cookies: string | undefined, name: CookieName, secure: boolean): string | null {
  const wanted = nameOf(name, secure);
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='));
  const tokens = pairs.filter(([key, value = '']) => key === wanted && tokenShape.test(value));
  const [[, token = ''] = []] = tokens;
  return tokens.length === 1 ? token : null;
}

/** Sent back by the browser to this site only, and out of reach of every script. */
function cookieFor(name: CookieName, change: SessionChange, secure: boolean): string {
  const [token, seconds] = change === 'ended' ? ['', 0] : [change.token, change.seconds];
  const where = secure ? 'Path=/; Secure' : 'Path=/';
  return `${nameOf(name, secure)}=${token}; ${where}; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
}

/** The cookies of an answer: a session or a sign-in at a provider that begins, or is over. */
export function cookiesOf(
  { session, browser }: { readonly session?: SessionChange; readonly browser?: SessionChange },
  secure: boolean,
): readonly string[] {
  return [
    ...(session === undefined ? [] : [cookieFor('middletier-session', session, secure)]),
    ...(browser === undefined ? [] : [cookieFor('middletier-provider', browser, secure)]),
  ];
}

/** With the prefix the browser takes the cookie over https and from this very host only, and no neighbour can set it. */
function nameOf(name: CookieName, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
