import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent from one of our own pages, and not from a page elsewhere in the name of whoever reads it
 * (cross-site request forgery). Browsers say so themselves, in headers that no script can set: `Sec-Fetch-Site` (all of
 * them since 2023) or else `Origin`. A request that says neither is from no browser in use: commands are there for that.
 */
export function comesFromOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}
