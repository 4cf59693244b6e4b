import { followMail } from '#/people/actions/read-mail.ts';
import type { Parts } from '#/parts.ts';
import type { PageRoute } from '#/platform/web/route.ts';

/** Where the link of a mail leads: once whom it was to has signed in, on to the page that it tells of. */
export function toldRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/told/:mail',
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: async ({ person, params }) => ({
      kind: 'redirect',
      to: await followMail(parts, person, params['authority'] ?? '', params['mail'] ?? ''),
    }),
  };
}
