import { readContact } from '#/diagnose/actions/read-contact.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { contactDownload } from './contact-export.ts';
import { contactAsked, contactView } from './contact-view.ts';

const path = '/authorities/:authority/contact';

/** When the authority was last in touch with each school, and with which it has not been for too long. */
function contactRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the allocation',
    logs: { event: 'read contact with schools' },
    handle: async ({ person, params, query }) => {
      const read = await readContact(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'diagnose/pages/contact/contact.njk',
        title: 'Contact with schools',
        shell: {
          ...{ authority, section: 'Contact', sources: [] },
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
        },
        view: { page: contactView(read, contactAsked(query, read)) },
      };
    },
  };
}

const contactDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read the allocation',
  logs: { event: 'exported contact with schools' },
  take: async ({ person, params, query }) => {
    const read = await readContact(parts, person, params['authority'] ?? '');
    return contactDownload(read, contactAsked(query, read));
  },
}));

/** Every address of the contact with schools. */
export const contactRoutes: readonly ((parts: Parts) => Route)[] = [contactRoute, ...contactDownloads];
