/**
 * What every answer carries. Pages need no script, no inline style, no frame and nothing from anywhere else, so all of
 * it is forbidden. Pages may hold categories in confidence and are never kept by a cache.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/** For the page that names a script: its own, from here, which may send the page's form and nothing else. */
export const policyWithScript = `${securityHeaders['content-security-policy'] ?? ''}; script-src 'self'; connect-src 'self'`;

/**
 * Sent when somebody signs out: pages gone back to, and whatever else the browser has of this site. Not its cookies: that
 * would be those of every other service under the same domain too. The session's own is ended by itself.
 */
export const forgetEverything = '"cache", "storage"';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request may be answered, by the host it asked for: the site's own address, or this machine's own names, which
 * no other machine has. Otherwise a web page elsewhere could point its own name here and read the answers (DNS
 * rebinding). Bound to a network without an address of its own, any name is answered: settings do not allow that.
 *
 * @param address the site's own, as others reach it; `null` where it has none
 */
export function hostIsAllowed(bound: string, address: string | null, requested: string | undefined): boolean {
  if (address === null && !isLoopback(bound)) return true;
  const asked = (requested ?? '').toLowerCase();
  if (address !== null && asked === new URL(address).host) return true;
  return loopbackNames.includes(asked.replace(/:\d+$/, ''));
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || address.startsWith('127.');
}
