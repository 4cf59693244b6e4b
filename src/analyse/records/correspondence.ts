import { sql, type Selectable } from 'kysely';
import type { AuthorityTables, AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** That somebody confirmed having read what was proposed. */
export interface Receipt {
  readonly run: string;
  readonly urn: Urn;
  readonly as: 'headteacher' | 'chair';
  readonly person: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One thing said in the thread of a school. */
export interface Reply {
  readonly number: string;
  readonly run: string;
  readonly urn: Urn;
  readonly side: 'school' | 'authority';
  readonly words: string;
  readonly person: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One at a time in an authority, to the end of the transaction: two at once would both find that nothing was said. */
export async function lockCorrespondence(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('school_reply ' || current_schema()))`.execute(transaction);
}

/** Adds a receipt. */
export async function addReceipt(
  transaction: AuthorityTransaction,
  { run, urn, as, name }: Pick<Receipt, 'run' | 'urn' | 'as' | 'name'>,
): Promise<void> {
  await transaction
    .insertInto('category_receipt')
    .values({ run, urn, read_as: as, read_by_name: name })
    .execute();
}

/** Every receipt that who acts may read, the oldest first; of one school, or of all. */
export async function receipts(transaction: AuthorityTransaction, urn?: Urn): Promise<readonly Receipt[]> {
  const rows = await transaction
    .selectFrom('category_receipt')
    .selectAll()
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .orderBy('read_at')
    .execute();
  return rows.map((row) => ({
    run: row.run,
    urn: row.urn,
    as: row.read_as,
    person: row.read_by,
    name: row.read_by_name,
    at: row.read_at.toISOString(),
  }));
}

/** Adds to the thread of a school. */
export async function addReply(
  transaction: AuthorityTransaction,
  reply: Pick<Reply, 'run' | 'urn' | 'side' | 'words' | 'name'>,
): Promise<void> {
  const { run, urn, side, words, name } = reply;
  await transaction
    .insertInto('school_reply')
    .values({ run, urn, side, words, said_by_name: name })
    .execute();
}

/** What was said that who acts may read, in the order in which it was said; of one school, or of all. */
export async function replies(transaction: AuthorityTransaction, urn?: Urn): Promise<readonly Reply[]> {
  const rows = await transaction
    .selectFrom('school_reply')
    .selectAll()
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .orderBy('number')
    .execute();
  return rows.map(replyOf);
}

function replyOf(row: Selectable<AuthorityTables['school_reply']>): Reply {
  return {
    number: row.number,
    run: row.run,
    urn: row.urn,
    side: row.side,
    words: row.words,
    person: row.said_by,
    name: row.said_by_name,
    at: row.said_at.toISOString(),
  };
}
