import { sql } from 'kysely';
import type { Contact, ContactKind } from '#/diagnose/rules/contact/contact.ts';
import type { PaperAsContact } from '#/diagnose/rules/contact/papers-as-contact.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/**
 * Contact with schools that who acts may know of, in no order; of one school, or of all: visits, meetings and reviews that
 * took place, and what school and authority wrote to one another. Of what only named people may know nobody else is told.
 *
 * @param from ISO date: the first day that counts
 */
export async function contacts(
  transaction: AuthorityTransaction,
  papers: readonly PaperAsContact[],
  { from, urn }: { readonly from: string; readonly urn?: Urn },
): Promise<readonly Contact[]> {
  const of = (column: string) => (urn === undefined ? sql`` : sql`and ${sql.ref(column)} = ${urn}`);
  const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/London')::date`;
  const rows = await sql<{ urn: Urn; on: string; kind: ContactKind; by: string }>`
    select p.urn, v.about_on as "on", k.kind, p.opened_by_name as "by"
      from paper p
      join jsonb_to_recordset(${JSON.stringify(papers)}::jsonb) as k(kind text, paper text, steps jsonb) on k.paper = p.kind
      join lateral (select n.about_on from paper_version n where n.paper = p.id order by n.number desc limit 1) v on true
     where v.about_on >= ${from}::date ${of('p.urn')}
       and exists (select from paper_step s where s.paper = p.id and k.steps ? s.step)
       and not exists (select from paper_step s where s.paper = p.id and s.step in ('cancel', 'set-aside')
                          and s.number = (select max(l.number) from paper_step l where l.paper = p.id))
    union all
    select r.urn, ${day('r.said_at')}, case r.side when 'school' then 'reply of the school' else 'reply of the authority' end,
           r.said_by_name
      from school_reply r where ${day('r.said_at')} >= ${from}::date ${of('r.urn')}
    union all
    select q.urn, ${day('q.asked_at')}, 'request', q.asked_by_name
      from school_request q where q.level = 'school and authority' and ${day('q.asked_at')} >= ${from}::date ${of('q.urn')}
    union all
    select a.urn, ${day('a.answered_at')}, 'answer', a.answered_by_name
      from school_request_answer a join school_request q on q.id = a.request
     where q.level = 'school and authority' and ${day('a.answered_at')} >= ${from}::date ${of('a.urn')}
    union all
    select c.urn, ${day('c.read_at')}, 'category read', c.read_by_name
      from category_receipt c where ${day('c.read_at')} >= ${from}::date ${of('c.urn')}
    union all
    select d.urn, ${day('d.read_at')}, 'category read', d.read_by_name
      from decision_receipt d where ${day('d.read_at')} >= ${from}::date ${of('d.urn')}`.execute(transaction);
  return rows.rows;
}
