import { sql } from 'kysely';
import type { Role, ScopeKind } from '#/people/rules/roles.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** A role that whoever acts holds today. */
export interface OwnRole {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  /** URN of a school; name of a federation, trust, diocese or division; '' for the authority. */
  readonly scopeName: string;
  readonly from: IsoDate;
  /** Its last day, where one is known. */
  readonly to: IsoDate | null;
  readonly why: string;
  readonly saidByName: string;
}

/** The roles that whoever acts holds today, each with from when to when, why, and who gave it. */
export async function ownRoles(transaction: AuthorityTransaction): Promise<readonly OwnRole[]> {
  const { rows } = await sql<OwnRole>`
    select h.role, h.scope_kind as "scopeKind", h.scope_name as "scopeName", h.from_date as "from",
           least(h.to_date, (select min(e.last_day) from role_ended e where e.held = h.number)) as "to",
           h.why, h.said_by_name as "saidByName"
      from acting_roles() a join role_held h on h.number = a.number
     order by h.from_date, h.number
  `.execute(transaction);
  return rows;
}
