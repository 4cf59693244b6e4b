import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRegister, readSchool } from '#/analyse/actions/read-analysis.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { loadReference } from '#/law/reference.ts';
import { logReading } from '#/people/actions/log-reading.ts';
import { everything, readReadings } from '#/people/actions/read-logs.ts';
import { operator as officer, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const inspected: Inspected = {
  '900001': [
    ['2014-05-01', 2],
    ['2018-03-06', 4],
  ],
  '900002': [['2016-10-11', 1]],
  '900003': [['2015-06-02', 3]],
};
const people = {
  officer: personOf('head of service', fenshire.slug),
  head: personOf('headteacher', fenshire.slug, ['900001']),
  chair: personOf('chair', fenshire.slug, ['900002']),
  administrator: personOf('administrator', fenshire.slug),
  informationOfficer: personOf('information officer', fenshire.slug),
  stranger: personOf('head of service', 'elsewhere'),
};

let database: TestDatabase;
let records: Records;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(fenshire.slug, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, fenshire.slug, person);
});

after(() => database.end());

function parts(store: PublishedStore = storeOf(inspected, '2018-12-31')) {
  return {
    published: () => Promise.resolve(store),
    records: () => Promise.resolve(records),
    reference: loadReference,
    today: () => '2019-06-30',
    now: () => '2019-06-30T09:00:00.000Z',
  };
}

const request = { authority: 'Fenshire' };

const runsKept = async (): Promise<number> => {
  const { rows } = await database.owner.query<{ n: number }>(
    'select count(*)::int as n from authority_fenshire.risk_run',
  );
  return rows[0]?.n ?? -1;
};
const proposalsKept = async (run: string): Promise<number> => {
  const { rows } = await database.owner.query<{ n: number }>(
    'select count(*)::int as n from authority_fenshire.risk_proposal where run = $1',
    [run],
  );
  return rows[0]?.n ?? -1;
};

test('every school that goes in comes out, as known on the newest date and not on today', async () => {
  const run = await runAnalysis(parts(), officer, request);
  assert.equal(run.asAt, '2018-12-31');
  assert.equal(run.schools, 3);
  assert.deepEqual(run.sources, ['file1']);
  assert.equal(run.ranBy, officer.name);
  const register = await readRegister(parts(), officer, 'fenshire');
  assert.deepEqual(register.rows.map(({ school }) => school.urn).toSorted(), Object.keys(inspected));
  assert.equal(register.run?.id, run.id);
  assert.deepEqual(
    register.sources.map(({ id }) => id),
    ['file1'],
  );
});

test('the same evidence gives the same run, and says so', async () => {
  const before = await runsKept();
  const again = await runAnalysis(parts(), people.officer, request);
  assert.equal(again.alreadyRun, true);
  assert.equal(await runsKept(), before);
});

test('a run as at an earlier date gives what it gave then, whatever has become known since', async () => {
  const then = await runAnalysis(parts(storeOf(inspected, '2017-08-31')), officer, {
    ...request,
    asAt: '2017-07-01',
  });
  const later: Inspected = { ...inspected, '900002': [...(inspected['900002'] ?? []), ['2018-11-20', 4]] };
  const again = await runAnalysis(parts(storeOf(later, '2019-01-31')), officer, {
    ...request,
    asAt: '1 July 2017',
  });
  assert.equal(again.alreadyRun, true);
  assert.equal(again.id, then.id);
  const register = await readRegister(parts(), officer, 'fenshire', then.id);
  assert.equal(register.rows.length, 3);
  assert.equal(
    register.rows.find(({ school }) => school.urn === '900001')?.lastInspection?.startedOn,
    '2014-05-01',
  );
});

test('looking back does not become the newest run; new evidence does, and says what changed', async () => {
  const newest = await readRegister(parts(), officer, 'fenshire');
  assert.equal(newest.run?.asAt, '2018-12-31');
  assert.equal(newest.previous?.asAt, '2017-07-01');
  const before = newest.rows.find(({ school }) => school.urn === '900001');
  assert.ok(before?.was, 'good in 2014, inadequate in 2018: its category changed');
  assert.notEqual(before.was, before.proposal.category);
  const later: Inspected = { ...inspected, '900002': [...(inspected['900002'] ?? []), ['2019-02-05', 4]] };
  const run = await runAnalysis(parts(storeOf(later, '2019-03-31')), officer, request);
  assert.equal(run.alreadyRun, false);
  const now = await readRegister(parts(), officer, 'fenshire');
  assert.deepEqual(
    now.rows.filter(({ was }) => was !== null).map(({ school }) => school.urn),
    ['900002'],
  );
});

test('only an officer of the authority runs an analysis or reads the register', async () => {
  const before = await runsKept();
  for (const person of [
    people.head,
    people.chair,
    people.administrator,
    people.informationOfficer,
    people.stranger,
  ]) {
    await assert.rejects(
      runAnalysis(parts(), person, { ...request, asAt: '2018-01-01' }),
      { code: 'not-permitted' },
      person.id,
    );
    await assert.rejects(readRegister(parts(), person, 'fenshire'), { code: 'not-permitted' }, person.id);
  }
  assert.equal(await runsKept(), before);
});

test('a person the records do not know gets nothing, whatever the application says they are', async () => {
  const pretender: Person = { ...people.officer, id: 'pretender' };
  await assert.rejects(runAnalysis(parts(), pretender, { ...request, asAt: '2018-01-01' }), {
    code: 'not-permitted',
  });
  const register = await readRegister(parts(), pretender, 'fenshire');
  assert.deepEqual([register.run, register.rows.length], [null, 0]);
});

test('a head sees why for the own school, and of another school what was published', async () => {
  const own = await readSchool(parts(), people.head, 'fenshire', '900001');
  assert.equal(own.category, 'shown');
  assert.equal(own.row?.school.urn, '900001');
  assert.ok(own.row.proposal.decidedBy.words !== '');
  const other = await readSchool(parts(), people.head, 'fenshire', '900002');
  assert.equal(other.category, 'in confidence');
  assert.deepEqual([other.row, other.run, other.earlier], [null, null, []]);
  assert.equal(other.evidence.school.urn, '900002');
  // Even a head whose session claims another school: the records know better.
  const claiming: Person = {
    ...people.head,
    roles: personOf('headteacher', fenshire.slug, ['900002']).roles,
  };
  assert.equal((await readSchool(parts(), claiming, 'fenshire', '900002')).row, null);
  for (const person of [people.administrator, people.informationOfficer]) {
    assert.equal((await readSchool(parts(), person, 'fenshire', '900001')).category, 'in confidence');
  }
  await assert.rejects(readSchool(parts(), people.stranger, 'fenshire', '900001'), { code: 'not-permitted' });
});

test('everything wrong with a request is told at once, with what was meant', async () => {
  await assert.rejects(
    runAnalysis(parts(), officer, { authority: 'Fenshrie', asAt: '2018-02-30', scheme: 'nosuch' }),
    (error: Error & { whatToDo?: string[] }) => {
      assert.match(error.message, /Fenshrie[\s\S]*2018-02-30[\s\S]*nosuch/);
      assert.match(error.whatToDo?.join('\n') ?? '', /Did you mean Fenshire\?/);
      return true;
    },
  );
  await assert.rejects(runAnalysis(parts(), officer, { ...request, asAt: '2019-07-01' }), {
    code: 'date-invalid',
    message: /future/,
  });
  await assert.rejects(runAnalysis(parts(storeOf({}, '2019-01-01')), officer, request), {
    code: 'nothing-imported',
  });
  await assert.rejects(readSchool(parts(), officer, 'fenshire', '900099'), { code: 'not-found' });
});

test('two analyses at once give whole runs, and the same one', async () => {
  const before = await runsKept();
  const asAt = '2018-06-30';
  const others = await Promise.all(Array.from({ length: 4 }, () => database.openRecords()));
  const runs = await Promise.all(
    others.map((each) =>
      runAnalysis({ ...parts(), records: () => Promise.resolve(each) }, officer, { ...request, asAt }),
    ),
  );
  assert.equal(new Set(runs.map(({ id }) => id)).size, 1);
  assert.equal(runs.filter(({ alreadyRun }) => !alreadyRun).length, 1);
  assert.equal(await runsKept(), before + 1);
  assert.equal(await proposalsKept(runs[0]?.id ?? ''), 3);
});

test('a process killed in the middle of keeping a run leaves nothing of it, and holds nobody up', async () => {
  const before = await runsKept();
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('half-a-run.fixture.ts', import.meta.url)), database.url],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  assert.equal(said.toString().trim(), 'half kept');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  assert.equal(await runsKept(), before);
  const run = await runAnalysis(parts(), officer, { ...request, asAt: '2018-05-31' });
  assert.equal(run.alreadyRun, false);
  assert.equal(await runsKept(), before + 1);
  assert.equal(await proposalsKept(run.id), 3);
});

test('what is read is in the log before it is shown, for the information officer', async () => {
  const path = '/authorities/fenshire/schools/900001';
  await logReading(parts(), { person: people.head, event: 'read category', path });
  await logReading(parts(), {
    person: people.officer,
    event: 'read categories',
    path: 'middletier analyse --authority fenshire',
    authority: 'fenshire',
  });
  const readLog = (person: Person) => readReadings(parts(), person, 'fenshire', everything, 'all');
  const { entries } = await readLog(people.informationOfficer);
  assert.deepEqual(
    entries.map(({ person, event, urn }) => [person, event, urn]),
    [
      [people.officer.id, 'read categories', null],
      [people.head.id, 'read category', '900001'],
    ],
  );
  for (const person of [people.officer, people.head, people.administrator]) {
    await assert.rejects(readLog(person), { code: 'not-permitted' });
  }
  await assert.rejects(
    logReading(parts(), { person: { ...officer, id: 'pretender' }, event: 'read category', path }),
    { code: 'not-permitted' },
    'what cannot be logged is not shown',
  );
  await assert.rejects(
    logReading(parts(), { person: officer, event: 'read category', path: '/sources' }),
    /without an authority/,
  );
  await logReading(parts(), {
    person: officer,
    event: 'read categories',
    path: '/authorities/nowhere-yet/risk-register',
  });
});
