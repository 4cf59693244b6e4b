import { conditionWords, readDecisions, readLevels, readRoles } from '#/people/actions/tell-permissions.ts';
import { permissionsAddress } from '#/platform/web/addresses.ts';
import { list, sentence } from '#/platform/web/words.ts';

/** The decision table as its page shows it: all of it, or what one role may do. */
export function permissionsView(role: string | null) {
  const roles = readRoles();
  const chosen = roles.find((one) => one.role === role) ?? null;
  return {
    action: permissionsAddress,
    roles: roles.map((one) => ({ role: one.role, name: one.name, chosen: one === chosen })),
    chosen: chosen === null ? null : { name: chosen.name, meaning: chosen.meaning },
    levels: readLevels().map(({ level, means }) => ({ level: sentence(level), means })),
    decisions: readDecisions(chosen?.role ?? null).map(({ means, level, roles: may }) => ({
      means,
      level: level === null ? 'Nothing is read' : sentence(level),
      by: (['all', 'own schools', 'own schools of concern'] as const).flatMap((condition) => {
        const names = may.filter((one) => one.condition === condition).map(({ name }) => name);
        return names.length === 0 ? [] : [{ words: sentence(conditionWords[condition]), names: list(names) }];
      }),
    })),
    meanings: roles.map(({ name, meaning }) => ({ name, meaning })),
  };
}
