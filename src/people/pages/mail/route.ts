import { readMails } from '#/people/actions/read-mail.ts';
import { readOwnAuthority } from '#/people/actions/own-authorities.ts';
import type { Parts } from '#/parts.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { mailView } from './mail-view.ts';

/** Which mails wait, and which did not arrive. */
export function mailRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/mail',
    permission: 'send mail',
    logs: { event: 'read which mails wait' },
    handle: async ({ person, params }) => {
      const { authority } = await readOwnAuthority(parts, person, params['authority'] ?? '');
      return {
        kind: 'page',
        template: 'people/pages/mail/mail.njk',
        title: 'Mail',
        shell: { authority, section: 'Mail', crumbs: [], sources: [] },
        view: { mail: mailView(await readMails(parts, person, authority.slug)) },
      };
    },
  };
}
