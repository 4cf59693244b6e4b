import { sql } from 'kysely';
import type { PartnerView, ViewsAveraged } from '#/diagnose/rules/partner-views/partner-views.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Every view that who acts may read, in the order in which they were said; of one school, or of all. */
export async function viewsOfPartners(
  transaction: AuthorityTransaction,
  urn?: Urn,
): Promise<readonly PartnerView[]> {
  const rows = await transaction
    .selectFrom('view_of_partner')
    .selectAll()
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .orderBy('number')
    .execute();
  return rows.map(({ credibility, challenge, consistency, ...row }) => ({
    urn: row.urn,
    partner: row.partner,
    schoolYear: row.school_year,
    term: row.term as PartnerView['term'],
    ratings: { credibility, challenge, consistency },
    comment: row.comment,
    as: row.said_as,
    at: row.said_at.toISOString(),
    name: row.said_by_name,
  }));
}

/** What schools said together of who acts, of school years that are over and of which enough schools spoke. */
export async function viewsOfActingPartner(
  transaction: AuthorityTransaction,
): Promise<readonly ViewsAveraged[]> {
  const { rows } = await sql<{
    school_year: number;
    schools: number;
    credibility: string;
    challenge: string;
    consistency: string;
  }>`select * from views_of_acting_partner()`.execute(transaction);
  return rows.map((row) => ({
    schoolYear: row.school_year,
    schools: row.schools,
    averages: {
      credibility: Number(row.credibility),
      challenge: Number(row.challenge),
      consistency: Number(row.consistency),
    },
  }));
}

/** Says what a school thinks of its partner. */
export async function addViewOfPartner(
  transaction: AuthorityTransaction,
  {
    ratings,
    as,
    name,
    ...view
  }: Pick<PartnerView, 'urn' | 'partner' | 'term' | 'ratings' | 'comment' | 'as' | 'name'>,
): Promise<void> {
  await transaction
    .insertInto('view_of_partner')
    .values({ ...view, ...ratings, said_as: as, said_by_name: name })
    .execute();
}
