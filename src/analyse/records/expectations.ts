import { sql, type Selectable } from 'kysely';
import type { Expectation, ShareTarget } from '#/analyse/rules/expected/expectation.ts';
import type { AuthorityTables, AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** One at a time in an authority, to the end of the transaction: two at once would both take themselves for the newest. */
export async function lockExpectations(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('expectation ' || current_schema()))`.execute(transaction);
}

/** Something about to be written down. The person, the number and the moment are the database's, not the caller's. */
type New<One, Written extends keyof One> = Omit<One, 'number' | Written> &
  Readonly<Record<Written, Pick<Expectation['made'], 'on' | 'name'>>>;

/** Adds what an officer expects, or that they withdraw it. */
export async function addExpectation(
  transaction: AuthorityTransaction,
  { urn, expected, why, made }: New<Expectation, 'made'>,
): Promise<void> {
  await transaction
    .insertInto('expectation')
    .values({
      urn,
      standing: expected?.standing ?? null,
      by_date: expected?.by ?? null,
      sure: expected?.sure ?? null,
      why,
      made_on: made.on,
      made_by_name: made.name,
    })
    .execute();
}

/** Everything officers wrote down that who acts may read, the oldest first; of one school, or of all. */
export async function expectations(
  transaction: AuthorityTransaction,
  urn?: Urn,
): Promise<readonly Expectation[]> {
  const rows = await transaction
    .selectFrom('expectation')
    .selectAll()
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .orderBy('number')
    .execute();
  return rows.map(expectationOf);
}

function expectationOf(row: Selectable<AuthorityTables['expectation']>): Expectation {
  const { number, urn, standing, by_date: by, sure, why } = row;
  return {
    number,
    urn,
    expected: standing === null || by === null ? null : { standing, by, sure },
    why,
    made: {
      person: row.made_by,
      name: row.made_by_name,
      on: row.made_on,
      keptAt: row.kept_at.toISOString(),
    },
  };
}

/** Adds a share that is aimed at, or that it is withdrawn. */
export async function addShareTarget(
  transaction: AuthorityTransaction,
  { group, standing, on, share, restsOn, set }: New<ShareTarget, 'set'>,
): Promise<void> {
  await transaction
    .insertInto('share_target')
    .values({
      group_kind: group.kind,
      group_name: group.name,
      standing,
      on_date: on,
      share,
      rests_on: restsOn,
      set_on: set.on,
      set_by_name: set.name,
    })
    .execute();
}

/** Every share that was aimed at, the oldest first; none for whoever may not read them. */
export async function shareTargets(transaction: AuthorityTransaction): Promise<readonly ShareTarget[]> {
  const rows = await transaction.selectFrom('share_target').selectAll().orderBy('number').execute();
  return rows.map((row) => ({
    number: row.number,
    group: { kind: row.group_kind, name: row.group_name },
    standing: row.standing,
    on: row.on_date,
    share: row.share,
    restsOn: row.rests_on,
    set: { person: row.set_by, name: row.set_by_name, on: row.set_on, keptAt: row.kept_at.toISOString() },
  }));
}
