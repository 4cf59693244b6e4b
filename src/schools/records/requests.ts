import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Ending, RequestLevel } from '#/schools/rules/request-steps.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Something that was said or done, by whom and when (ISO 8601, UTC). */
interface Said {
  readonly person: string;
  readonly name: string;
  readonly at: string;
}

/** What a school was asked for, and what became of it, as far as who acts may know. */
export interface SchoolRequest {
  readonly id: string;
  readonly urn: Urn;
  readonly what: string;
  readonly why: string;
  readonly dueOn: IsoDate;
  readonly level: RequestLevel;
  readonly asked: Said;
  /** Identities of the people named, at the level `named people`. */
  readonly named: readonly string[];
  /** In the order in which they were taken. */
  readonly steps: readonly (Said & { readonly step: 'answered' | Ending; readonly why: string })[];
  /** In the order in which they were given; empty also for those who may know of the answer and not its words. */
  readonly answers: readonly (Said & { readonly words: string })[];
}

/** A request about to be made. */
export interface NewRequest extends Pick<
  SchoolRequest,
  'id' | 'urn' | 'what' | 'why' | 'dueOn' | 'level' | 'named'
> {
  readonly askedByName: string;
}

/** One at a time in an authority, to the end of the transaction: two at once would both find a request open. */
export async function lockRequests(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('school_request ' || current_schema()))`.execute(
    transaction,
  );
}

/** Adds a request with the people it names. */
export async function addRequest(transaction: AuthorityTransaction, request: NewRequest): Promise<void> {
  const { id, urn, what, why, dueOn, level, named, askedByName } = request;
  await transaction
    .insertInto('school_request')
    .values({ id, urn, what, why, due_on: dueOn, level, asked_by_name: askedByName })
    .execute();
  for (const person of named) {
    await transaction.insertInto('school_request_reader').values({ request: id, person }).execute();
  }
}

/** Adds what became of a request. */
export async function addStep(
  transaction: AuthorityTransaction,
  request: string,
  { step, why, name }: { readonly step: 'answered' | Ending; readonly why: string; readonly name: string },
): Promise<void> {
  await transaction
    .insertInto('school_request_step')
    .values({ request, step, why, taken_by_name: name })
    .execute();
}

/** Adds the words of an answer. Its step is added besides. */
export async function addAnswer(
  transaction: AuthorityTransaction,
  { id, urn }: Pick<SchoolRequest, 'id' | 'urn'>,
  words: string,
  name: string,
): Promise<void> {
  await transaction
    .insertInto('school_request_answer')
    .values({ request: id, urn, words, answered_by_name: name })
    .execute();
}

/** Every request that who acts may know of, the soonest due first; of one school, or of all. */
export async function requests(
  transaction: AuthorityTransaction,
  urn?: Urn,
): Promise<readonly SchoolRequest[]> {
  const asked = await transaction
    .selectFrom('school_request')
    .selectAll()
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .orderBy('due_on')
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  if (asked.length === 0) return [];
  const readers = await transaction
    .selectFrom('school_request_reader')
    .selectAll()
    .orderBy('person')
    .execute();
  const steps = await transaction.selectFrom('school_request_step').selectAll().orderBy('number').execute();
  const answers = await transaction
    .selectFrom('school_request_answer')
    .selectAll()
    .orderBy('number')
    .execute();
  const of = <Row extends { readonly request: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ request }) => request);
  const [named, taken, given] = [of(readers), of(steps), of(answers)];
  return asked.map((row) => ({
    id: row.id,
    urn: row.urn,
    what: row.what,
    why: row.why,
    dueOn: row.due_on,
    level: row.level,
    asked: { person: row.asked_by, name: row.asked_by_name, at: row.asked_at.toISOString() },
    named: (named.get(row.id) ?? []).map(({ person }) => person),
    steps: (taken.get(row.id) ?? []).map((one) => ({
      step: one.step,
      why: one.why,
      person: one.taken_by,
      name: one.taken_by_name,
      at: one.taken_at.toISOString(),
    })),
    answers: (given.get(row.id) ?? []).map((one) => ({
      words: one.words,
      person: one.answered_by,
      name: one.answered_by_name,
      at: one.answered_at.toISOString(),
    })),
  }));
}
