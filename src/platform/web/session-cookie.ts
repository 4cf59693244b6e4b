import type { SessionChange } from './route.ts';

const name = 'middletier-session';
/** 32 bytes, base64url: what a session's token looks like; anything else is not looked up. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** The token in a request's cookies; `null` where there is none that could be one. */
export function sessionToken(cookies: string | undefined): string | null {
  for (const pair of (cookies ?? '').split(';')) {
    const [key, value = ''] = pair.trim().split('=');
    if (key === name && tokenShape.test(value)) return value;
  }
  return null;
}

/** Sent back by the browser to this site only, and out of reach of every script. */
export function sessionCookie(change: SessionChange): string {
  const [token, seconds] = change === 'ended' ? ['', 0] : [change.token, change.seconds];
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
}
