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
  {
    // Asked with the eyes of who acts, and a function because a policy of a table cannot look into the same table.
    id: 'people-9-holds-today',
    statements: [
      `create function holds_today(who text, what text) returns boolean language sql stable
        begin atomic;
          select exists (
            select from role_held h where h.person = who and h.role = what
             and h.from_date <= acting_today() and coalesce(h.to_date, 'infinity') >= acting_today()
             and not exists (select from role_ended e where e.held = h.number and e.last_day < acting_today()));
        end`,
    ],
  },
];
