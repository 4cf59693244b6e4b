import { readActions } from '#/papers/actions/read-actions.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import type { PageRequest, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { actionsAsked } from './actions-asked.ts';
import { actionsDownload } from './actions-export.ts';
import { actionsView } from './actions-view.ts';

const lists = [
  { path: '/authorities/:authority/actions', permission: 'read papers' },
  { path: '/authorities/:authority/schools/:urn/actions', permission: 'open papers' },
] as const;

/** What was agreed with schools and is open, the latest first: of all, and of one for both sides. */
function actionsPage({ path, permission }: (typeof lists)[number]) {
  return (parts: Parts): PageRoute => ({
    method: 'GET',
    path,
    permission,
    logs: { event: 'read agreed actions' },
    handle: async (request) => {
      const read = await readAsked(parts, request);
      const { authority, school } = read;
      const view = actionsView(read, actionsAsked(request.query));
      return {
        kind: 'page',
        template: 'papers/pages/actions/actions.njk',
        title: view.heading,
        shell: {
          authority,
          section: 'Actions',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            ...(school === null
              ? []
              : [{ text: school.name, href: schoolAddress(authority.slug, school.urn) }]),
          ],
          sources: [],
        },
        view: { page: view },
      };
    },
  });
}

async function readAsked(parts: Parts, { person, params }: PageRequest) {
  const { urn } = params;
  return await readActions(parts, person, {
    authority: params['authority'] ?? '',
    ...(urn === undefined ? {} : { urn }),
  });
}

/** The lists of agreed actions, and each as files. */
export const actionsRoutes: readonly ((parts: Parts) => Route)[] = lists.flatMap((one) => [
  actionsPage(one),
  ...downloads((parts: Parts) => ({
    ...one,
    logs: { event: 'exported agreed actions' },
    take: async (request: PageRequest) =>
      actionsDownload(await readAsked(parts, request), actionsAsked(request.query)),
  })),
]);
