import { conditionWords, readDecisions, readLevels, readRoles } from '#/people/actions/tell-permissions.ts';
import type { Parts } from '#/parts.ts';
import { permissionsAddress } from '#/platform/web/addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { list, sentence } from '#/platform/web/words.ts';

/** Who may do what: the decision table, for everybody who signed in. */
export function permissionsRoute(_parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: permissionsAddress,
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: ({ query }) => {
      const roles = readRoles();
      const chosen = roles.find(({ role }) => role === query['role']?.[0]) ?? null;
      return Promise.resolve({
        kind: 'page',
        template: 'people/pages/permissions/permissions.njk',
        title: 'Who may do what',
        shell: { authority: null, section: 'Who may do what', crumbs: [], sources: [] },
        view: {
          table: {
            action: permissionsAddress,
            roles: roles.map(({ role, name }) => ({ role, name, chosen: role === chosen?.role })),
            chosen: chosen === null ? null : { name: chosen.name, meaning: chosen.meaning },
            levels: readLevels().map(({ level, means }) => ({ level: sentence(level), means })),
            decisions: readDecisions(chosen?.role ?? null).map(({ means, level, roles: may }) => ({
              means,
              level: level === null ? 'Nothing is read' : sentence(level),
              by: (['all', 'own schools', 'own schools of concern'] as const).flatMap((condition) => {
                const names = may.filter((one) => one.condition === condition).map(({ name }) => name);
                return names.length === 0
                  ? []
                  : [{ words: sentence(conditionWords[condition]), names: list(names) }];
              }),
            })),
            meanings: roles.map(({ name, meaning }) => ({ name, meaning })),
          },
        },
      });
    },
  };
}
