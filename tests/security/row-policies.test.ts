import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { addProposals } from '#/analyse/records/risk-proposals.ts';
import { addRun } from '#/analyse/records/risk-runs.ts';
import type { Run } from '#/analyse/records/run.ts';
import { addLayout, addSuppliedFile, addUndo } from '#/schools/records/supplied-files.ts';
import { addReadings } from '#/people/records/reading-log.ts';
import { readingsOf } from '#/people/records/search-logs.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { actions, other, own, statement } from './row-actions.fixture.ts';
import {
  addPerson,
  authorityOf,
  logTest,
  newRun,
  mappingOf,
  personOf,
  proposalFor,
  startTestDatabase,
  suppliedFileFor,
  type TestDatabase,
} from './records.fixture.ts';

const people = {
  officer: personOf('head of service', 'norfolk'),
  head: personOf('headteacher', 'norfolk', [own]),
  chair: personOf('chair', 'norfolk', [own]),
  administrator: personOf('administrator', 'norfolk'),
  'information officer': personOf('information officer', 'norfolk'),
  'officer of another authority': personOf('head of service', 'suffolk'),
  colleague: { ...personOf('challenge partner', 'norfolk', [other]), id: 'colleague', name: 'A colleague' },
  'nobody known': { ...personOf('head of service', 'norfolk'), id: 'never added' },
} satisfies Record<string, Person>;
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let run: Run;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority('norfolk', 'Norfolk');
  await records.prepareAuthority('suffolk', 'Suffolk');
  for (const [who, person] of Object.entries(people)) {
    if (who !== 'nobody known') await addPerson(database.owner, authorityOf(person), person);
  }
  run = await records.inAuthority('norfolk', people.officer, async (transaction) => {
    const kept = await addRun(transaction, 'norfolk', { ...newRun, ranByName: people.officer.name });
    await addProposals(transaction, kept, [proposalFor(own, 'A4'), proposalFor(other, 'F1')]);
    for (const [file, urns] of [
      ['Both', [own, other]],
      ['Other', [other]],
    ] as const) {
      const number = await addSuppliedFile(
        transaction,
        suppliedFileFor(urns, {
          title: file,
          layout: await addLayout(transaction, file, mappingOf(file), people.officer.name),
          keptByName: people.officer.name,
        }),
      );
      await addUndo(transaction, number, 'the dates were wrong', people.officer.name);
      await logTest(transaction, { kind: 'supplied file', key: number });
    }
    await logTest(transaction, { kind: 'analysis', key: kept.id });
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
    assert.match(
      String(error),
      /do not let this person|violates (?:foreign key|check|unique)|duplicate key/,
      who,
    );
  }
  return 'refused';
}

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
  'undo a file in another’s name': refused,
  'change a supplied value': refused,
  'remove a supplied value': refused,
  'change a supplied file': refused,
  'remove a supplied file': refused,
  'count an undone file again': refused,
  'make oneself an officer': refused,
  'take on a school': refused,
  'give a role in another’s name': refused,
  'make somebody the operator': refused,
  'change a role': refused,
  'remove a role': refused,
  'let an ended role go on': refused,
} as const;
/** What only whoever manages people does. */
const noPeople = {
  'make a colleague an officer': refused,
  'end the role of a colleague': refused,
  'add a person': refused,
  'call a colleague something else': refused,
} as const;
const allPeople = {
  'make a colleague an officer': 1,
  'end the role of a colleague': 1,
  'add a person': 1,
  'call a colleague something else': 1,
} as const;
/** Staff see everybody the authority knows: these five, their colleague and whoever types commands. */
const holders = 7;
const nothing = {
  'read the run': 0,
  'read the register': 0,
  'read own school': 0,
  'read another school': 0,
  'add a run': refused,
  'read the supplied values': 0,
  'read what was supplied of own school': 0,
  'read what was supplied of another school': 0,
  'read the supplied files': 0,
  'read which files were undone': 0,
  'read the problems of supplied files': 0,
  'read what columns mean': 0,
  'describe columns': refused,
  'supply a file': refused,
  'supply a value': refused,
  'read who holds a role': 0,
  'say which schools a trust has': refused,
  ...never,
  ...noPeople,
} as const;
const ofTheSchool = {
  ...nothing,
  'read the run': 1,
  'read the register': 1,
  'read own school': 1,
  'read the supplied values': 1,
  'read what was supplied of own school': 1,
  'read the supplied files': 1,
  'read which files were undone': 1,
  'add to the reading log': 1,
  // Head and chair of the school, and the three who work for the authority.
  'read who holds a role': 5,
};

const expected: Record<Who, Record<string, number | 'refused'>> = {
  officer: {
    'read the run': 1,
    'read the register': 2,
    'read own school': 1,
    'read another school': 1,
    'add a run': 1,
    'read the supplied values': 3,
    'read what was supplied of own school': 1,
    'read what was supplied of another school': 2,
    'read the supplied files': 2,
    'read which files were undone': 2,
    'read the problems of supplied files': 2,
    'read what columns mean': 2,
    'describe columns': 1,
    'supply a file': 1,
    // The file says how many values it has, and they are all there: nothing is slipped in afterwards.
    'supply a value': refused,
    'add to the reading log': 1,
    'read who holds a role': holders,
    'say which schools a trust has': 1,
    ...never,
    ...noPeople,
    // Whoever allocates officers and partners ends that they have a school: the colleague is one of these.
    'end the role of a colleague': 1,
  },
  head: ofTheSchool,
  chair: ofTheSchool,
  administrator: {
    ...nothing,
    ...allPeople,
    'add to the reading log': 1,
    'read who holds a role': holders,
    'say which schools a trust has': 1,
  },
  'information officer': { ...nothing, 'add to the reading log': 1, 'read who holds a role': holders },
  // Of another school than the one the actions call their own.
  colleague: {
    ...ofTheSchool,
    'read own school': 0,
    'read another school': 1,
    'read the supplied values': 2,
    'read what was supplied of own school': 0,
    'read what was supplied of another school': 2,
    'read the supplied files': 2,
    'read which files were undone': 2,
    'read who holds a role': 4,
  },
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
  const across = await records.inAuthority(
    'suffolk',
    personOf('head of service', 'suffolk'),
    async (transaction) => {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from authority_norfolk.risk_proposal`.execute(transaction);
      return rows[0]?.n;
    },
  );
  assert.equal(across, 0, 'an officer of Suffolk sees nothing of Norfolk, whatever schema the query names');
});

test('a run cannot be added in another officer’s name, or given a school afterwards', async () => {
  const inAnothersName = attempt('officer', async (transaction) => {
    await addRun(transaction, 'norfolk', { ...newRun, ranByName: operator.name });
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
    addReadings(transaction, [
      { personName: people.head.name, event: 'read category', path: '/x', urn: own },
    ]),
  );
  const read = (who: Who) =>
    records.inAuthority('norfolk', people[who], (t) => readingsOf(t, people.head.id));
  const seen = await read('information officer');
  assert.deepEqual(
    seen.map(({ person, event, urn }) => ({ person, event, urn })),
    [{ person: people.head.id, event: 'read category', urn: own }],
  );
  assert.ok(Math.abs(Date.now() - Date.parse(seen[0]?.at ?? '')) < 60_000);
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
