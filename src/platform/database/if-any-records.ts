import type { Person } from '#/people/rules/permissions.ts';
import type { Records } from './records.ts';
import type { AuthorityTransaction } from './tables.ts';

/** The work in an authority's records; `null` when it has none yet, which is a state and not an error. */
export async function ifAnyRecords<Result>(
  parts: { readonly records: () => Promise<Records> },
  person: Pick<Person, 'id'>,
  slug: string,
  work: (transaction: AuthorityTransaction) => Promise<Result>,
): Promise<Result | null> {
  const records = await parts.records();
  return (await records.has(slug)) ? await records.inAuthority(slug, person, work) : null;
}
