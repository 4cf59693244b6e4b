import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** Something somebody wrote to a school or for one, or a request that names them. */
export interface Written {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly what: 'replied' | 'answered' | 'asked' | 'is named in a request';
  readonly urn: string;
  /** The request, in the words of who asked; `null` of a reply, which is to the category. */
  readonly request: string | null;
  /** Their own words; of a request that names them, why it was asked. */
  readonly words: string;
}

/** What one person wrote, and the requests that name them, newest first, as far as who acts may read it. */
export async function writtenBy(
  transaction: AuthorityTransaction,
  person: string,
): Promise<readonly Written[]> {
  const { rows } = await sql<Omit<Written, 'at'> & { at: Date }>`
    select said_at as at, 'replied' as what, urn, null as request, words from school_reply where said_by = ${person}
    union all
    select a.answered_at, 'answered', a.urn, q.what, a.words
      from school_request_answer a join school_request q on q.id = a.request where a.answered_by = ${person}
    union all
    select asked_at, 'asked', urn, what, why from school_request where asked_by = ${person}
    union all
    select q.asked_at, 'is named in a request', q.urn, q.what, q.why
      from school_request_reader r join school_request q on q.id = r.request where r.person = ${person}
    order by 1 desc, 2`.execute(transaction);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
