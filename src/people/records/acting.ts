import { sql } from 'kysely';
import type { Role } from '#/people/rules/roles.ts';
import { seenText, type SeenRows } from '#/platform/database/seen-rows.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What the records of an authority say of the person a transaction is done for. */
export interface Acting {
  /** `null`: the authority does not know them. */
  readonly name: string | null;
  /** When a role was last given to them or ended; `null` when they never had one. */
  readonly rolesChangedAt: Date | null;
  readonly roles: readonly { readonly role: Role; readonly schools: 'all' | readonly Urn[] }[];
}

/** Who acts, and what they hold today. */
export async function whoActs(transaction: AuthorityTransaction): Promise<Acting> {
  return (await whoActsSeeing(transaction, [])).acting;
}

/** Who acts, what they hold today, and in the same question what they may see. */
export async function whoActsSeeing(
  transaction: AuthorityTransaction,
  seen: readonly SeenRows[],
): Promise<{ readonly acting: Acting; readonly seen: string }> {
  const { rows } = await sql<{
    seen: string;
    name: string | null;
    changed: Date | null;
    roles: { role: Role; all: boolean; schools: Urn[] | null }[] | null;
  }>`
    select ${seen.length === 0 ? sql`''` : seenText(seen)} as seen, acting_name() as name,
           greatest(
             (select max(h.said_at) from role_held h where h.person = acting_person()),
             (select max(e.said_at) from role_ended e
               where e.held in (select h.number from role_held h where h.person = acting_person()))
           ) as changed,
           (select json_agg(json_build_object(
                     'role', a.role, 'all', a.whole,
                     'schools', case when not a.whole then array(select acting_schools(array[a.role]) order by 1) end) order by a.role)
              from (select role, bool_or(scope_kind = 'authority') as whole from acting_roles() group by role) a) as roles
  `.execute(transaction);
  const [row] = rows;
  const acting = {
    name: row?.name ?? null,
    rolesChangedAt: row?.changed ?? null,
    roles: (row?.roles ?? []).map(({ role, all, schools }) => ({
      role,
      schools: all ? ('all' as const) : (schools ?? []),
    })),
  };
  return { acting, seen: row?.seen ?? '' };
}
