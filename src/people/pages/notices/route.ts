import type { Parts } from '#/parts.ts';
import type { OpenPageRoute } from '#/platform/web/route.ts';
import { plainShell } from '#/platform/web/shell.ts';
import { accessibilityView, privacyView } from './notices-view.ts';

/** What is kept about whoever reads and works here. Open to everybody: it is to be known before anybody signs in. */
function privacyRoute({ contact = null }: Pick<Parts, 'contact'>): OpenPageRoute {
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
function accessibilityRoute({ contact = null }: Pick<Parts, 'contact'>): OpenPageRoute {
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

export const noticesRoutes: readonly ((parts: Pick<Parts, 'contact'>) => OpenPageRoute)[] = [
  privacyRoute,
  accessibilityRoute,
];
