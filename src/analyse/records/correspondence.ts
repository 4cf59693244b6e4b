import { sql, type Selectable } from 'kysely';
import type { AuthorityTables, AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** That somebody confirmed having read what was told: the letter on a decision; before there was one, what was proposed. */
export interface Receipt {
  /** `null` of a letter. */
  readonly run: string | null;
  /** The decision of the letter; `null` of what was proposed. */
  readonly decision: string | null;
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
  /** The decision whose letter it is a reply to; `null` where only a proposal had been told. */
  readonly decision: string | null;
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

/** What is confirmed: a letter, or what an analysis proposed. */
export type ReceiptOf = { readonly decision: string } | { readonly run: string };

/** Adds a receipt. */
export async function addReceipt(
  transaction: AuthorityTransaction,
  { of, urn, as, name }: Pick<Receipt, 'urn' | 'as' | 'name'> & { readonly of: ReceiptOf },
): Promise<void> {
  if ('decision' in of) {
    const { decision } = of;
    await transaction
      .insertInto('decision_receipt')
      .values({ decision, urn, read_as: as, read_by_name: name })
      .execute();
    return;
  }
  const { run } = of;
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
    .execute();
  const ofLetters = await transaction
    .selectFrom('decision_receipt')
    .selectAll()
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .execute();
  return [
    ...rows.map((row) => receiptOf({ ...row, decision: null })),
    ...ofLetters.map((row) => receiptOf({ ...row, run: null })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
}

type ReceiptRow = Omit<Selectable<AuthorityTables['decision_receipt']>, 'decision'> &
  Pick<Receipt, 'run' | 'decision'>;

function receiptOf({ run, decision, urn, ...row }: ReceiptRow): Receipt {
  return {
    ...{ run, decision, urn },
    as: row.read_as,
    person: row.read_by,
    name: row.read_by_name,
    at: row.read_at.toISOString(),
  };
}

/** Adds to the thread of a school. */
export async function addReply(
  transaction: AuthorityTransaction,
  reply: Pick<Reply, 'run' | 'decision' | 'urn' | 'side' | 'words' | 'name'>,
): Promise<void> {
  const { run, decision, urn, side, words, name } = reply;
  await transaction
    .insertInto('school_reply')
    .values({ run, decision, urn, side, words, said_by_name: name })
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
    decision: row.decision,
    urn: row.urn,
    side: row.side,
    words: row.words,
    person: row.said_by,
    name: row.said_by_name,
    at: row.said_at.toISOString(),
  };
}
