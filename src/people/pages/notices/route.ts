import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import type { OpenPageRoute } from '#/platform/web/route.ts';
import { plainShell } from '#/platform/web/shell.ts';
import { accessibilityView, privacyView } from './notices-view.ts';

type Needed = Pick<Parts, 'contact' | 'now'>;

/** What is kept about whoever reads and works here. Open to everybody: it is to be known before anybody signs in. */
function privacyRoute({ contact = null }: Needed): OpenPageRoute {
  return {
    method: 'GET',
    path: '/privacy',
    open: true,
    handle: () =>
      Promise.resolve({
        kind: 'page',
        template: 'people/pages/notices/privacy.njk',
        title: 'What is kept about you',
        shell: plainShell,
        view: { privacy: privacyView(contact) },
      }),
  };
}

/** How far everybody can use these pages, as the regulations of 2018 ask of public bodies. */
function accessibilityRoute({ contact = null }: Needed): OpenPageRoute {
  return {
    method: 'GET',
    path: '/accessibility',
    open: true,
    handle: () =>
      Promise.resolve({
        kind: 'page',
        template: 'people/pages/notices/accessibility.njk',
        title: 'Accessibility statement',
        shell: plainShell,
        view: { accessibility: accessibilityView(contact) },
      }),
  };
}

/** Whom to tell of a weakness (RFC 9116): there is one where the installation names somebody. */
function securityTextRoute({ contact = null, now }: Needed): OpenPageRoute {
  return {
    method: 'GET',
    path: '/.well-known/security.txt',
    open: true,
    handle: () => {
      if (contact === null)
        return Promise.reject(new KnownError('not-found', 'There is nothing at this address.'));
      const year = Number(now().slice(0, 4)) + 1;
      const body = `Contact: mailto:${contact}\nExpires: ${year}${now().slice(4, 7)}-01T00:00:00Z\nPreferred-Languages: en\n`;
      return Promise.resolve({ kind: 'file', name: 'security.txt', type: 'text/plain; charset=utf-8', body });
    },
  };
}

export const noticesRoutes: readonly ((parts: Needed) => OpenPageRoute)[] = [
  privacyRoute,
  accessibilityRoute,
  securityTextRoute,
];
