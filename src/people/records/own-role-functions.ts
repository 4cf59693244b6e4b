import type { Migration } from '#/platform/database/migration.ts';

/**
 * The roles that whoever acts holds in their own right today. Only these may be passed on: whoever stands in for somebody
 * would otherwise let a third stand in, whose role would outlast the one it came from.
 */
export const ownRoleMigrations: readonly Migration[] = [
  {
    id: 'people-8-own-roles',
    statements: [
      `create function acting_own_roles() returns table (number bigint, role text, scope_kind text, scope_name text)
        language sql stable security definer
        begin atomic;
          select a.number, a.role, a.scope_kind, a.scope_name from acting_roles() a join role_held h on h.number = a.number
           where h.on_behalf_of is null;
        end`,
    ],
  },
];
