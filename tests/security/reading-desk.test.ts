import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openReadingDesk, type ReadingDesk } from '#/people/actions/reading-desk.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import { seen } from '#/seen.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const officer = personOf('officer', 'fenshire');
const path = '/authorities/fenshire/risk-register';
const reading = (person: Person, of = path) => ({ person, event: 'read categories', path: of });

let database: TestDatabase;
let desk: ReadingDesk;

before(async () => {
  database = await startTestDatabase();
  const records = await database.openRecords();
  await records.prepareAuthority('fenshire', 'Fenshire');
  await addPerson(database.owner, 'fenshire', officer);
  desk = openReadingDesk({ records: () => Promise.resolve(records) }, (slug) => Promise.resolve(slug), seen);
});

after(() => database.end());

const logged = async (of: string): Promise<number> => {
  const { rows } = await database.owner.query<{ n: number }>(
    'select count(*)::int as n from authority_fenshire.reading_log where path like $1',
    [of],
  );
  return rows[0]?.n ?? -1;
};

test('readings that wait together are each in the log before their page is shown', async () => {
  const shown: string[] = [];
  const paths = Array.from({ length: 25 }, (_, index) => `${path}/${String(index)}`);
  await Promise.all(paths.map((each) => desk.log(reading(officer, each)).then(() => shown.push(each))));
  assert.deepEqual(shown.toSorted(), paths.toSorted());
  for (const each of paths) assert.equal(await logged(each), 1);
});

test('a reading is answered only when its entry can be read by others', async () => {
  const owner = database.owner;
  await owner.query('begin');
  await owner.query('lock table authority_fenshire.reading_log in exclusive mode');
  let answered = false;
  const waiting = desk.log(reading(officer, `${path}/late`)).then(() => (answered = true));
  await owner.query('select pg_sleep(0.05)');
  assert.equal(answered, false);
  await owner.query('commit');
  await waiting;
  assert.equal(await logged(`${path}/late`), 1);
});

test('a reading that cannot be logged stops no other that waits with it', async () => {
  const unwritable = `${path}/\0`;
  const good = `${path}/good`;
  const results = await Promise.allSettled(
    [good, unwritable, good, unwritable, good].map((of) => desk.log(reading(officer, of))),
  );
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
  );
  assert.equal(await logged(good), 3);
});

test('readings of nobody this authority knows are refused, beside those of an officer', async () => {
  const pretender = { ...operator, id: 'pretender' };
  const results = await Promise.allSettled([desk.log(reading(officer)), desk.log(reading(pretender))]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );
});

test('looking is no reading, and says the same until something changes', async () => {
  const before = await logged('%');
  const seenBefore = await desk.look(officer, path);
  assert.equal(await desk.look(officer, path), seenBefore);
  assert.equal(await logged('%'), before);
  await database.owner.query(`update authority_fenshire.person set role = 'head'`);
  await database.owner.query(`update authority_fenshire.person set role = 'officer'`);
  assert.notEqual(await desk.look(officer, path), seenBefore, 'changed and changed back');
});

test('where an authority has no records there is nothing to log and nothing to see', async () => {
  assert.equal(await desk.log(reading(officer, '/authorities/nowhere/risk-register')), null);
});
