import { homeAddress } from './addresses.ts';

/**
 * A page of this site, from an address somebody was given: whoever signs in by a link that others made is sent nowhere
 * else (OWASP, unvalidated redirects). What is not the address of a page here is the first page; signing in and out are
 * no pages to go back to.
 */
export function ownAddress(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])/.test(asked) || /[\p{Cc}\\]/u.test(asked)) return homeAddress;
  // As browsers read it: what is another host for them must not be a path for us.
  if (!URL.canParse(asked, here)) return homeAddress;
  const { origin, pathname, search } = new URL(asked, here);
  const leads = /^\/(?:sign-in|sign-out|set-up|demonstration\/sign-in)(?:\/|$)/.test(pathname);
  return origin === here && !pathname.startsWith('//') && !leads ? `${pathname}${search}` : homeAddress;
}

/** Only to read addresses against: no host is ever called this. */
const here = 'http://here.invalid';
