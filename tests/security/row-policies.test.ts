import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { addProposals } from '#/analyse/records/risk-proposals.ts';
import { addRun } from '#/analyse/records/risk-runs.ts';
import type { Run } from '#/analyse/records/run.ts';
import { addReading, readings } from '#/people/records/reading-log.ts';
import { officerAtThisComputer, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { addPerson, personOf, proposalFor, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const [own, other] = ['900001', '900002'];
const people = {
  officer: personOf('officer', 'norfolk'),
  head: personOf('head', 'norfolk', [own]),
  chair: personOf('chair', 'norfolk', [own]),
  administrator: personOf('administrator', 'norfolk'),
  'information officer': personOf('information officer', 'norfolk'),
  'officer of another authority': personOf('officer', 'suffolk'),
  'nobody known': { ...personOf('officer', 'norfolk'), id: 'never added' },
} satisfies Record<string, Person>;
type Who = keyof typeof people;

const newRun = {
  asAt: '2025-08-31',
  scheme: 'norfolk-2013',
  sources: [],
  schools: 2,
  fingerprint: 'f',
  ranAt: '2025-09-10T10:00:00Z',
};

let database: TestDatabase;
let records: Records;
let run: Run;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority('norfolk', 'Norfolk');
  await records.prepareAuthority('suffolk', 'Suffolk');
  for (const [who, person] of Object.entries(people)) {
    if (who !== 'nobody known') await addPerson(database.owner, person.authority ?? '', person);
  }
  run = await records.inAuthority('norfolk', people.officer, async (transaction) => {
    const kept = await addRun(transaction, 'norfolk', { ...newRun, ranByName: people.officer.name });
    await addProposals(transaction, kept, [proposalFor(own, 'A4'), proposalFor(other, 'F1')]);
    return kept;
  });
});

after(() => database.end());

/** What came of trying: a number of rows, or `refused`. Nothing that was tried is kept. */
async function attempt(
  who: Who,
  work: (transaction: AuthorityTransaction) => Promise<number>,
): Promise<number | 'refused'> {
  const undo = new Error('undo');
  let rows = 0;
  try {
    await records.inAuthority('norfolk', people[who], async (transaction) => {
      rows = await work(transaction);
      throw undo;
    });
  } catch (error) {
    if (error === undo) return rows;
    assert.match(String(error), /do not let this person/, who);
  }
  return 'refused';
}

const count = async (query: Promise<readonly unknown[]>): Promise<number> => (await query).length;
const statement = (text: string) => async (transaction: AuthorityTransaction) =>
  Number((await sql.raw(text).execute(transaction)).numAffectedRows ?? 0);

const actions: Record<string, (transaction: AuthorityTransaction) => Promise<number>> = {
  'read the run': (t) => count(t.selectFrom('risk_run').selectAll().execute()),
  'read the register': (t) => count(t.selectFrom('risk_proposal').selectAll().execute()),
  'read own school': (t) =>
    count(t.selectFrom('risk_proposal').select('proposal').where('urn', '=', own).execute()),
  'read another school': (t) =>
    count(t.selectFrom('risk_proposal').select('proposal').where('urn', '=', other).execute()),
  'add a run': statement(
    `insert into risk_run (as_at, scheme, sources, schools, fingerprint, ran_at, ran_by_name)
     select '2025-08-31', 's', '[]', 1, 'f', now(), coalesce((select name from person where id = acting_person()), '')`,
  ),
  'change a category': statement(`update risk_proposal set category = 'F1' where urn = '${own}'`),
  'change a run': statement(`update risk_run set as_at = '2020-01-01'`),
  'remove own school': statement(`delete from risk_proposal where urn = '${own}'`),
  'remove another school': statement(`delete from risk_proposal where urn = '${other}'`),
  'remove the run': statement('delete from risk_run'),
  'empty the register': statement('truncate risk_proposal'),
  'add to the reading log': statement(
    `insert into reading_log (person_name, event, path) select coalesce((select name from person where id = acting_person()), ''), 'read category', '/'`,
  ),
  'change the reading log': statement(`update reading_log set event = ''`),
  'remove from the reading log': statement('delete from reading_log'),
  'make oneself an officer': statement(`update person set role = 'officer'`),
  'add a person': statement(`insert into person (id, name, role) values ('x', 'X', 'officer')`),
  'take on a school': statement(
    `insert into person_school (person, urn) values (acting_person(), '${other}')`,
  ),
};

const refused = 'refused';
const never = {
  'change a category': refused,
  'change a run': refused,
  'remove own school': refused,
  'remove another school': refused,
  'remove the run': refused,
  'empty the register': refused,
  'change the reading log': refused,
  'remove from the reading log': refused,
  'make oneself an officer': refused,
  'add a person': refused,
  'take on a school': refused,
} as const;
const nothing = {
  'read the run': 0,
  'read the register': 0,
  'read own school': 0,
  'read another school': 0,
  'add a run': refused,
  ...never,
} as const;
const ofTheSchool = {
  ...nothing,
  'read the run': 1,
  'read the register': 1,
  'read own school': 1,
  'add to the reading log': 1,
};

const expected: Record<Who, Record<string, number | 'refused'>> = {
  officer: {
    'read the run': 1,
    'read the register': 2,
    'read own school': 1,
    'read another school': 1,
    'add a run': 1,
    'add to the reading log': 1,
    ...never,
  },
  head: ofTheSchool,
  chair: ofTheSchool,
  administrator: { ...nothing, 'add to the reading log': 1 },
  'information officer': { ...nothing, 'add to the reading log': 1 },
  'officer of another authority': { ...nothing, 'add to the reading log': refused },
  'nobody known': { ...nothing, 'add to the reading log': refused },
};

for (const who of Object.keys(expected) as Who[]) {
  for (const [action, work] of Object.entries(actions)) {
    const outcome = expected[who][action] ?? 'not decided';
    test(`${who}: ${action}: ${outcome === 'refused' ? 'refused' : `${outcome} rows`}`, async () => {
      assert.equal(await attempt(who, work), outcome);
    });
  }
}

test('the same person is nobody in the other authority', async () => {
  const seen = await records.inAuthority('suffolk', people.officer, (t) =>
    t.selectFrom('risk_run').selectAll().execute(),
  );
  assert.deepEqual(seen, []);
  const across = await records.inAuthority('suffolk', personOf('officer', 'suffolk'), async (transaction) => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from authority_norfolk.risk_proposal`.execute(transaction);
    return rows[0]?.n;
  });
  assert.equal(across, 0, 'an officer of Suffolk sees nothing of Norfolk, whatever schema the query names');
});

test('a run cannot be added in another officer’s name, or given a school afterwards', async () => {
  const inAnothersName = attempt('officer', async (transaction) => {
    await addRun(transaction, 'norfolk', { ...newRun, ranByName: officerAtThisComputer.name });
    return 1;
  });
  assert.equal(await inAnothersName, 'refused');
  for (const position of [1, 2, 3]) {
    const late = records.inAuthority('norfolk', people.officer, async (transaction) => {
      const row = { ...proposalFor('900003'), position };
      await sql`insert into risk_proposal (run, run_schools, position, urn, name, phase, type, category, points, proposal, school, last_inspection)
        values (${run.id}, 2, ${position}, ${row.school.urn}, 'Late', 'primary', 't', 'F1', 0, '{}', '{}', 'null')`.execute(
        transaction,
      );
    });
    await assert.rejects(late, /duplicate key|violates check/, `position ${position}`);
  }
});

test('who read what and when is the database’s word, and only the information officer reads it', async () => {
  await records.inAuthority('norfolk', people.head, (transaction) =>
    addReading(transaction, { personName: people.head.name, event: 'read category', path: '/x', urn: own }),
  );
  const read = (who: Who) => records.inAuthority('norfolk', people[who], (t) => readings(t, 10));
  const seen = await read('information officer');
  assert.deepEqual(
    seen.map(({ person, event, urn }) => ({ person, event, urn })),
    [{ person: people.head.id, event: 'read category', urn: own }],
  );
  assert.ok(Math.abs(Date.now() - Date.parse(seen[0]?.readAt ?? '')) < 60_000);
  for (const who of ['officer', 'head', 'chair', 'administrator', 'officer of another authority'] as const) {
    assert.deepEqual(await read(who), [], who);
  }
  const forged = { person: "'someone else'", read_at: 'now()' };
  for (const [column, value] of Object.entries(forged)) {
    const entry = `insert into reading_log (${column}, person_name, event, path) values (${value}, '${people.head.name}', 'e', '/')`;
    assert.equal(await attempt('head', statement(entry)), 'refused', column);
  }
  const asSomeoneElse = attempt(
    'head',
    statement(`insert into reading_log (person_name, event, path) values ('Someone else', 'e', '/')`),
  );
  assert.equal(await asSomeoneElse, 'refused');
});
