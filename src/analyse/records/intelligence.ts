import { sql } from 'kysely';
import type { Intelligence, IntelligenceStep } from '#/analyse/rules/intelligence/intelligence.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** An entry about to be kept. */
export type NewIntelligence = Omit<Intelligence, 'told' | 'steps'> & { readonly name: string };

/** One at a time in an authority, to the end of the transaction: two at once would both find nothing of the same. */
export async function lockIntelligence(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('intelligence ' || current_schema()))`.execute(transaction);
}

/** Adds entries with the people they name. */
export async function addIntelligence(
  transaction: AuthorityTransaction,
  entries: readonly NewIntelligence[],
): Promise<void> {
  if (entries.length === 0) return;
  await transaction
    .insertInto('intelligence')
    .values(
      entries.map((one) => ({
        id: one.id,
        urn: one.urn,
        kind: one.kind,
        source: one.source,
        basis: one.basis,
        known_on: one.knownOn,
        level: one.level,
        words: one.words,
        holds_until: one.holdsUntil,
        told_by_name: one.name,
      })),
    )
    .execute();
  const readers = entries.flatMap(({ id, named }) => named.map((person) => ({ entry: id, person })));
  if (readers.length > 0) await transaction.insertInto('intelligence_reader').values(readers).execute();
}

/** Adds what became of an entry. */
export async function addIntelligenceStep(
  transaction: AuthorityTransaction,
  entry: string,
  { act, why, says, until, name }: Omit<IntelligenceStep, 'person' | 'at'>,
): Promise<void> {
  await transaction
    .insertInto('intelligence_step')
    .values({ entry, act, why, says, until, taken_by_name: name })
    .execute();
}

/** Every entry that who acts may know of, the newest known first; of one school, or of all. */
export async function intelligence(
  transaction: AuthorityTransaction,
  urn?: Urn,
): Promise<readonly Intelligence[]> {
  const rows = await transaction
    .selectFrom('intelligence')
    .selectAll()
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .orderBy('known_on', 'desc')
    .orderBy('told_at', 'desc')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const steps = await transaction
    .selectFrom('intelligence_step')
    .selectAll()
    .where('entry', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('number')
    .execute();
  const readers = await transaction
    .selectFrom('intelligence_reader')
    .selectAll()
    .where('entry', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('person')
    .execute();
  const [taken, named] = [
    Map.groupBy(steps, ({ entry }) => entry),
    Map.groupBy(readers, ({ entry }) => entry),
  ];
  return rows.map((row) => ({
    id: row.id,
    urn: row.urn,
    kind: row.kind,
    source: row.source,
    basis: row.basis,
    knownOn: row.known_on,
    level: row.level,
    named: (named.get(row.id) ?? []).map(({ person }) => person),
    words: row.words,
    holdsUntil: row.holds_until,
    told: { person: row.told_by, name: row.told_by_name, at: row.told_at.toISOString() },
    steps: (taken.get(row.id) ?? []).map((one) => ({
      act: one.act,
      why: one.why,
      says: one.says,
      until: one.until,
      person: one.taken_by,
      name: one.taken_by_name,
      at: one.taken_at.toISOString(),
    })),
  }));
}
