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
 * Whether a request may be answered, by the host it asked for. Bound to the machine itself, Middle Tier answers only to
 * the machine's own names: otherwise a web page elsewhere could point its own name at 127.0.0.1 and read the answers
 * (DNS rebinding). Bound to a network, the proxy in front decides.
 */
export function hostIsAllowed(bound: string, requested: string | undefined): boolean {
  if (!isLoopback(bound)) return true;
  const name = (requested ?? '').toLowerCase().replace(/:\d+$/, '');
  return loopbackNames.includes(name);
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || address.startsWith('127.');
}
