import type { Parts } from '#/parts.ts';
import { permissionsAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { permissionsView } from './permissions-view.ts';

/** Who may do what: the decision table, for everybody who signed in. */
export function permissionsRoute(_parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: permissionsAddress,
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: ({ query }) =>
      Promise.resolve({
        kind: 'page',
        template: 'people/pages/permissions/permissions.njk',
        title: 'Who may do what',
        shell: { authority: null, section: 'Who may do what', crumbs: [], sources: [] },
        view: { table: permissionsView(query['role']?.[0] ?? null) },
      }),
  };
}
