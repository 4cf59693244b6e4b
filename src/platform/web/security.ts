const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Nothing of the machine is asked for, by any page. */
const features =
  'accelerometer browsing-topics camera display-capture encrypted-media fullscreen geolocation gyroscope hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture publickey-credentials-get screen-wake-lock serial usb web-share xr-spatial-tracking';

const always: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': features
    .split(' ')
    .map((feature) => `${feature}=()`)
    .join(', '),
  // An address names a school: no other site is told it. Not `no-referrer`, with which browsers keep back the origin of
  // our own forms too, by which they are known (`same-origin.ts`).
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'cache-control': 'no-store',
};

/** Of this host only: what its neighbours do is not ours to say. A year. */
const httpsOnly = { 'strict-transport-security': 'max-age=31536000' };

/**
 * What every answer carries. Pages need no script, no inline style, no frame and nothing from anywhere else, so all of
 * it is forbidden. Pages may hold categories in confidence and are never kept by a cache, nor found by a search engine.
 *
 * @param secure the site's own address begins with https
 */
export function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  return secure ? { ...always, ...httpsOnly } : always;
}

/** For the page that names a script: its own, from here, which may send the page's form and nothing else. */
export const policyWithScript = `${policy}; script-src 'self'; connect-src 'self'`;

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
