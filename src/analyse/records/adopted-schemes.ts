import { sql } from 'kysely';
import type { Scheme } from '#/law/scheme-schema.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** A scheme of categories that an authority has taken on. */
export interface Adoption {
  /** As runs and proposals name it: `norfolk-2013`, or `fenshire-2026:2` for the second version of an own scheme. */
  readonly id: string;
  readonly version: number;
  /** By the authority's own file. */
  readonly own: boolean;
  /** Its `id` and `title` say the version. */
  readonly scheme: Scheme;
  /** As it was given, without the version. */
  readonly given: Scheme;
  readonly why: string;
  /** ISO 8601, UTC. */
  readonly adoptedAt: string;
  readonly adoptedBy: string;
}

/** One adoption of an authority at a time, to the end of the transaction: two at once would take the same version. */
export async function lockAdoptions(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('scheme_adopted ' || current_schema()))`.execute(
    transaction,
  );
}

/** Adds an adoption. The number, the person and the time are the database's, not the caller's. */
export async function addAdoption(
  transaction: AuthorityTransaction,
  adoption: {
    readonly scheme: Scheme;
    readonly version: number;
    readonly own: boolean;
    readonly why: string;
    readonly adoptedByName: string;
  },
): Promise<void> {
  await transaction
    .insertInto('scheme_adopted')
    .values({
      scheme: adoption.scheme.id,
      version: adoption.version,
      own: adoption.own,
      content: JSON.stringify(adoption.scheme),
      why: adoption.why,
      adopted_by_name: adoption.adoptedByName,
    })
    .execute();
}

/** Every adoption, newest first: the first is in use. */
export async function adoptions(transaction: AuthorityTransaction): Promise<readonly Adoption[]> {
  const rows = await transaction.selectFrom('scheme_adopted').selectAll().orderBy('number', 'desc').execute();
  return rows.map((row) => {
    const id = row.own ? `${row.scheme}:${row.version}` : row.scheme;
    const title =
      row.own && row.version > 1 ? `${row.content.title}, version ${row.version}` : row.content.title;
    return {
      id,
      version: row.version,
      own: row.own,
      scheme: { ...row.content, id, title },
      given: row.content,
      why: row.why,
      adoptedAt: row.adopted_at.toISOString(),
      adoptedBy: row.adopted_by_name,
    };
  });
}
