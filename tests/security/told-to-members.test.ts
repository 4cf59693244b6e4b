import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readRegister } from '#/analyse/actions/read-analysis.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { loadReference } from '#/law/reference.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** Inadequate once, and before that good: the first of them is of concern from the first run, the last never. */
const inspected: Inspected = {
  '900001': [['2014-05-01', 4]],
  '900002': [
    ['2013-10-11', 2],
    ['2018-06-02', 4],
  ],
  '900003': [['2015-06-02', 1]],
};
const people = {
  'the member for the first two': personOf('elected member', fenshire.slug, ['900001', '900003']),
  'a member of another division': {
    ...personOf('elected member', fenshire.slug, ['900003']),
    id: 'other member',
    name: 'Other member',
  },
  'a scrutiny member': personOf('scrutiny member', fenshire.slug),
  'a board member': personOf('board member', fenshire.slug),
  'a diocesan officer': personOf('diocese officer', fenshire.slug, ['900002', '900003']),
  'a head': personOf('headteacher', fenshire.slug, ['900002']),
  'a governor': personOf('governor', fenshire.slug, ['900001']),
  'an officer': personOf('intervention officer', fenshire.slug),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(fenshire.slug, fenshire.name);
  for (const asAt of ['2016-12-31', '2018-12-31'])
    await runAnalysis(parts(), operator, { authority: 'fenshire', asAt });
  // An analysis brings the lists of dioceses up to date from the register, in which the invented schools have none.
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

const as = <Result>(who: Who, work: (transaction: AuthorityTransaction) => Promise<Result>) =>
  records.inAuthority(fenshire.slug, people[who], work);

const concerns = (who: Who) =>
  as(who, (transaction) =>
    transaction
      .selectFrom('run_concern as c')
      .innerJoin('risk_run as r', 'r.number', 'c.since')
      .select(['c.run', 'c.urn', 'r.as_at as since'])
      .orderBy('c.run')
      .orderBy('c.urn')
      .execute(),
  );
const proposals = async (who: Who): Promise<readonly string[]> => {
  const rows = await as(who, (transaction) =>
    transaction.selectFrom('risk_proposal').select('urn').distinct().orderBy('urn').execute(),
  );
  return rows.map(({ urn }) => urn);
};

test('an officer sees which schools were of concern in each run, and since when', async () => {
  assert.deepEqual(await concerns('an officer'), [
    { run: '1', urn: '900001', since: '2016-12-31' },
    { run: '2', urn: '900001', since: '2016-12-31' },
    { run: '2', urn: '900002', since: '2018-12-31' },
  ]);
});

test('a member sees the schools of the division that are of concern now, and no row of any other', async () => {
  assert.deepEqual(await concerns('the member for the first two'), [
    { run: '2', urn: '900001', since: '2016-12-31' },
  ]);
  assert.deepEqual(await concerns('a member of another division'), []);
  assert.deepEqual(await concerns('a scrutiny member'), []);
  assert.deepEqual(await concerns('a board member'), []);
  assert.deepEqual(await concerns('a governor'), []);
});

test('members read no category, not even of a school of concern in the division', async () => {
  const none: Who[] = ['the member for the first two', 'a scrutiny member', 'a board member', 'a governor'];
  for (const who of none) assert.deepEqual(await proposals(who), [], who);
});

test('a diocesan officer reads the categories of the diocese’s schools of concern, and of no other', async () => {
  assert.deepEqual(await proposals('a diocesan officer'), ['900002']);
  const { rows } = await readRegister(parts(), people['a diocesan officer'], 'fenshire');
  assert.deepEqual(
    rows.map(({ school }) => school.urn),
    ['900002'],
  );
});

test('members read the summary, in which no small number is; heads and diocesan officers do not', async () => {
  const summaries = (who: Who) =>
    as(who, (transaction) => transaction.selectFrom('run_summary').select('told').orderBy('run').execute());
  for (const who of ['a scrutiny member', 'a board member', 'the member for the first two'] as const) {
    const told = await summaries(who);
    assert.equal(told.length, 2, who);
    for (const { told: one } of told)
      assert.deepEqual(
        one.rows.flatMap(({ counted }) => counted).filter((number) => number !== null),
        [],
      );
  }
  for (const who of ['a head', 'a diocesan officer', 'a governor'] as const)
    assert.deepEqual(await summaries(who), []);
});

const withdraw = async (run: string): Promise<void> => {
  for (const table of ['run_summary', 'run_concern']) {
    await database.owner.query(`alter table authority_fenshire.${table} disable row level security`);
    await database.owner.query(`delete from authority_fenshire.${table} where run = $1`, [run]);
    await database.owner.query(`alter table authority_fenshire.${table} enable row level security`);
  }
};

test('a run that was kept before anything was told of it is told of when it is asked for again', async () => {
  await withdraw('2');
  assert.equal((await concerns('the member for the first two')).length, 0);
  const again = await runAnalysis(parts(), operator, { authority: 'fenshire', asAt: '2018-12-31' });
  assert.deepEqual([again.id, again.alreadyRun], ['2', true]);
  assert.deepEqual(await concerns('the member for the first two'), [
    { run: '2', urn: '900001', since: '2016-12-31' },
  ]);
});

test('once a run has been told of, no school is added to those of concern, and nobody but analysts adds any', async () => {
  const add = (transaction: AuthorityTransaction) =>
    transaction
      .insertInto('run_concern')
      .values({
        run: '2',
        urn: '900003',
        name: 'Sedge',
        phase: 'primary',
        district: null,
        group_told: 'causing concern',
        since: '2',
      })
      .execute();
  await assert.rejects(records.inAuthority(fenshire.slug, operator, add), /do not let this person/);
  for (const who of Object.keys(people) as Who[])
    await assert.rejects(as(who, add), /do not let this person/, who);
});

test('members of another authority, and whoever is nobody here, see nothing', async () => {
  const stranger: Person = personOf('elected member', 'elsewhere', ['900001']);
  for (const table of ['run_summary', 'run_concern'] as const)
    assert.deepEqual(
      await records.inAuthority(fenshire.slug, stranger, (transaction) =>
        transaction.selectFrom(table).select('run').execute(),
      ),
      [],
    );
});
