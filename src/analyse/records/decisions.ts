import { sql, type Selectable } from 'kysely';
import type {
  CategoryDecision,
  CategoryRound,
  DecisionWithLetter,
  DidBy,
} from '#/analyse/rules/deciding/decision.ts';
import type { AuthorityTables, AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** One at a time in an authority, to the end of the transaction: two at once would both find that nobody has decided yet. */
export async function lockDecisions(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('category_decision ' || current_schema()))`.execute(
    transaction,
  );
}

/** What is said of who does something: the person and the moment are the database’s, not the caller’s. */
interface SaidBy {
  readonly on: IsoDate;
  readonly name: string;
}

type NewRound = Omit<CategoryRound, 'number' | 'opened'> & { readonly opened: SaidBy };

/** Opens a round and gives it its number. */
export async function addRound(
  transaction: AuthorityTransaction,
  { decideBy, tellBy, opened, ...round }: NewRound,
): Promise<CategoryRound> {
  const row = await transaction
    .insertInto('category_round')
    .values({
      ...round,
      decide_by: decideBy,
      tell_by: tellBy,
      opened_on: opened.on,
      opened_by_name: opened.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return roundOf(row);
}

/** Every round that who acts may read, the newest first. */
export async function roundsOf(transaction: AuthorityTransaction): Promise<readonly CategoryRound[]> {
  const rows = await transaction.selectFrom('category_round').selectAll().orderBy('number', 'desc').execute();
  return rows.map(roundOf);
}

type NewDecision = Omit<CategoryDecision, 'decided' | 'signed' | 'told'> & { readonly decided: SaidBy };

/** Rows that fit in one statement. */
const rowsAtOnce = 500;

/** Adds decisions. The database refuses a second one that takes the place of the same, and a second first one of a school. */
export async function addDecisions(
  transaction: AuthorityTransaction,
  decisions: readonly NewDecision[],
): Promise<void> {
  const rows = decisions.map(({ group, ofConcern, decided, ...decision }) => ({
    ...decision,
    group_told: group,
    of_concern: ofConcern,
    decided_on: decided.on,
    decided_by_name: decided.name,
  }));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await transaction
      .insertInto('category_decision')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}

/** Adds second signatures, each once a decision. */
export async function addSignatures(
  transaction: AuthorityTransaction,
  decisions: readonly Pick<CategoryDecision, 'id' | 'urn'>[],
  signed: SaidBy,
): Promise<void> {
  if (decisions.length === 0) return;
  await transaction
    .insertInto('category_signature')
    .values(
      decisions.map(({ id, urn }) => ({
        decision: id,
        urn,
        signed_on: signed.on,
        signed_by_name: signed.name,
      })),
    )
    .execute();
}

/**
 * Every decision that who acts may read, of one school or of all, in the order in which they were made, with the letters. Officers read
 * all; head, chair and partners those that the school was told.
 */
export async function decisionsOf(
  transaction: AuthorityTransaction,
  urn?: Urn,
): Promise<readonly DecisionWithLetter[]> {
  const letters = await transaction
    .selectFrom('category_letter')
    .select(['decision', 'letter'])
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .execute();
  const letterOf = new Map(letters.map(({ decision, letter }) => [decision, letter]));
  return (await read(transaction, urn)).map((one) => {
    const letter = letterOf.get(one.id);
    return { ...one, told: one.told === null || letter === undefined ? null : { ...one.told, letter } };
  });
}

/** Every decision on every school that who acts may read, in the order in which they were made. */
export async function allDecisions(transaction: AuthorityTransaction): Promise<readonly CategoryDecision[]> {
  return read(transaction);
}

/** In one query and without the words of letters, which are long: there are hundreds of decisions a term. */
async function read(transaction: AuthorityTransaction, urn?: Urn): Promise<readonly CategoryDecision[]> {
  const rows = await transaction
    .selectFrom('category_decision as d')
    .leftJoin('category_signature as s', 's.decision', 'd.id')
    .leftJoin('category_letter as l', 'l.decision', 'd.id')
    .selectAll('d')
    .select(['s.signed_by', 's.signed_by_name', 's.signed_on', 's.kept_at as signed_at'])
    .select(['l.told_by', 'l.told_by_name', 'l.told_on', 'l.kept_at as told_at'])
    .$if(urn !== undefined, (query) => query.where('d.urn', '=', urn ?? ''))
    .orderBy('d.kept_at')
    .orderBy('d.id')
    .execute();
  return rows.map((row) => ({
    ...decisionOf(row),
    signed: ifDone(row.signed_by, row.signed_by_name, row.signed_on, row.signed_at),
    told: ifDone(row.told_by, row.told_by_name, row.told_on, row.told_at),
  }));
}

/** The newest decision of each school that who acts may read: for officers, told or not; for others, the one last told. */
export async function decisionsInForce(
  transaction: AuthorityTransaction,
): Promise<ReadonlyMap<Urn, CategoryDecision>> {
  return new Map((await allDecisions(transaction)).map((one) => [one.urn, one]));
}

function roundOf(row: Selectable<AuthorityTables['category_round']>): CategoryRound {
  const { number, run, name, urn, why } = row;
  return {
    ...{ number, run, name, urn, why },
    decideBy: row.decide_by,
    tellBy: row.tell_by,
    opened: didBy(row.opened_by, row.opened_by_name, row.opened_on, row.kept_at),
  };
}

function decisionOf(
  row: Selectable<AuthorityTables['category_decision']>,
): Omit<CategoryDecision, 'signed' | 'told'> {
  const { id, round, urn, run, proposed, scheme, category, why, revises } = row;
  return {
    ...{ id, round, urn, run, proposed, scheme, category, why, revises },
    group: row.group_told,
    ofConcern: row.of_concern,
    decided: didBy(row.decided_by, row.decided_by_name, row.decided_on, row.kept_at),
  };
}

function didBy(person: string, name: string, on: IsoDate, keptAt: Date): DidBy {
  return { person, name, on, keptAt: keptAt.toISOString() };
}

/** What was not done has no person, name, day or moment. */
function ifDone(
  person: string | null,
  name: string | null,
  on: IsoDate | null,
  keptAt: Date | null,
): DidBy | null {
  return person === null || name === null || on === null || keptAt === null
    ? null
    : didBy(person, name, on, keptAt);
}
