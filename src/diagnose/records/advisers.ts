import type { AdviserProfile, DeclaredInterest } from '#/diagnose/rules/allocation/adviser.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** Every profile that who acts may read, in the order in which they were said; of one person, or of all. */
export async function profilesSaid(
  transaction: AuthorityTransaction,
  person?: string,
): Promise<readonly AdviserProfile[]> {
  const rows = await transaction
    .selectFrom('adviser_profile')
    .selectAll()
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    person: row.person,
    organisation: row.organisation,
    independent: row.independent,
    phases: row.phases,
    qualifications: row.qualifications,
    experience: row.experience,
    capacity: row.capacity,
    from: row.from_date,
    said: { person: row.said_by, name: row.said_by_name, at: row.said_at.toISOString() },
  }));
}

/** Says what somebody brings. */
export async function addProfile(
  transaction: AuthorityTransaction,
  { from, phases, ...profile }: Omit<AdviserProfile, 'said'>,
  saidByName: string,
): Promise<void> {
  await transaction
    .insertInto('adviser_profile')
    .values({ ...profile, phases: JSON.stringify(phases), from_date: from, said_by_name: saidByName })
    .execute();
}

/** Every interest that who acts may read, in the order in which they were said; of one person, or of all. */
export async function interestsSaid(
  transaction: AuthorityTransaction,
  person?: string,
): Promise<readonly DeclaredInterest[]> {
  const rows = await transaction
    .selectFrom('declared_interest')
    .selectAll()
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    person: row.person,
    urn: row.urn,
    what: row.what,
    from: row.from_date,
    until: row.until_date,
    said: { person: row.said_by, name: row.said_by_name, at: row.said_at.toISOString() },
  }));
}

/** Declares an interest, or says that it is over. */
export async function addInterest(
  transaction: AuthorityTransaction,
  { from, until, ...interest }: Omit<DeclaredInterest, 'said'>,
  saidByName: string,
): Promise<void> {
  await transaction
    .insertInto('declared_interest')
    .values({ ...interest, from_date: from, until_date: until, said_by_name: saidByName })
    .execute();
}
