import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { checkLogs } from '#/people/actions/check-logs.ts';
import { letGoOfOld, readRetention, sayRetention } from '#/people/actions/retention.ts';
import { addReadings } from '#/people/records/reading-log.ts';
import { operator } from '#/people/rules/permissions.ts';
import { applicationRole } from '#/platform/database/application-role.ts';
import { openRecords, type Records } from '#/platform/database/records.ts';
import { recordsForm } from '#/records-form.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;
/** Opened by an owner who is no superuser, whom the policies hold too. */
let records: Records;
let plainOwner: pg.Client;
const keeper = personOf('information officer', fenshire.slug);
const director = personOf('director', fenshire.slug);
const parts = {
  records: () => Promise.resolve(records),
  published: () => Promise.resolve(storeOf({}, '2018-12-31')),
};

before(async () => {
  database = await startTestDatabase();
  const { owner } = database;
  await (await database.openRecords()).prepareAuthority('elsewhere', 'Elsewhere');
  await owner.query(`drop schema authority_elsewhere cascade; drop schema middletier cascade`);
  const name = `plain_${String(process.pid)}`;
  await owner.query(`create role ${name} login createrole password 'plain'`);
  await owner.query(`grant ${applicationRole} to ${name} with admin option`);
  await owner.query(
    `grant create, connect on database ${new URL(database.url).pathname.slice(1)} to ${name}`,
  );
  const url = new URL(database.url);
  [url.username, url.password] = [name, 'plain'];
  records = await openRecords(url.href, recordsForm);
  plainOwner = new pg.Client({ connectionString: url.href });
  await plainOwner.connect();
  await records.prepareAuthority(fenshire.slug, fenshire.name);
  for (const person of [keeper, director]) await addPerson(owner, fenshire.slug, person);
});

after(async () => {
  await records.close();
  await plainOwner.end();
  await database.owner.query(`drop owned by plain_${String(process.pid)} cascade`);
  await database.owner.query(`drop role plain_${String(process.pid)}`);
  await database.end();
});

const reading = { personName: operator.name, event: 'read category', path: '/x', urn: null };

/** A reading as it would stand in the log after so long. */
const readLongAgo = async (ago: string): Promise<void> => {
  await database.owner.query(
    `insert into authority_fenshire.reading_log (read_at, person, person_name, event, path) values (now() - $1::interval, 'x', 'X', 'read category', $2)`,
    [ago, `/${ago}`],
  );
};

const pathsLeft = async (): Promise<string[]> => {
  const { rows } = await database.owner.query<{ path: string }>(
    `select path from authority_fenshire.reading_log order by number`,
  );
  return rows.map(({ path }) => path);
};

test('records go when they were kept long enough, and not a day sooner; that they went is told, and the chain holds', async () => {
  for (const ago of ['6 years 1 day', '5 years 364 days']) await readLongAgo(ago);
  await records.inAuthority(fenshire.slug, operator, (t) => addReadings(t, [reading]));
  const request = { authority: fenshire.slug, apply: false };
  const [would] = await letGoOfOld(parts, operator, request);
  assert.deepEqual(would?.gone, [{ table: 'reading_log', kind: 'reading log', rows: 1 }]);
  assert.equal((await pathsLeft()).length, 3, 'asking changes nothing');
  await letGoOfOld(parts, operator, { ...request, apply: true });
  assert.deepEqual(await pathsLeft(), ['/5 years 364 days', '/x']);
  const [again] = await letGoOfOld(parts, operator, { ...request, apply: true });
  assert.deepEqual(again?.gone, []);
  const checked = await checkLogs(parts, operator, { authority: fenshire.slug });
  assert.deepEqual(
    checked.map(({ log, letGo, problem }) => [log, letGo, problem]),
    [
      ['reading', 1, null],
      ['changes', 0, null],
      ['retention', 0, null],
    ],
  );
  const { gone } = await readRetention(parts, keeper, fenshire.slug);
  assert.deepEqual(
    gone.map(({ kind, rows, months }) => ({ kind, rows, months })),
    [{ kind: 'reading log', rows: 1, months: 72 }],
  );
});

test('even the owner of the records removes nothing that is younger, and the application nothing at all', async () => {
  const before = await pathsLeft();
  await plainOwner.query('delete from authority_fenshire.reading_log');
  await plainOwner.query('delete from authority_fenshire.change_log');
  assert.deepEqual(await pathsLeft(), before);
  const { rowCount } = await plainOwner.query('delete from authority_fenshire.log_link');
  assert.equal(rowCount, 0);
  const intruder = await database.asIntruder();
  await assert.rejects(intruder.query('delete from authority_fenshire.reading_log'), /permission denied/);
});

test('an authority says itself how long it keeps its logs, with why; it is logged, and holds from then on', async () => {
  await readLongAgo('3 years');
  const said = { kind: 'reading log', years: '2', why: 'Our own schedule' };
  const rule = await sayRetention(parts, keeper, fenshire.slug, said);
  assert.ok('months' in rule && rule.months === 24 && rule.saidBy === keeper.name);
  const { rows } = await readRetention(parts, keeper, fenshire.slug);
  const row = rows.find(({ kind }) => kind === 'reading log');
  assert.equal(row?.months, 24);
  assert.equal(row.kept?.due, 2);
  const { rows: entries } = await database.owner.query<{ from_words: string; to_words: string; why: string }>(
    `select from_words, to_words, why from authority_fenshire.change_log where about_kind = 'retention rule'`,
  );
  assert.deepEqual(entries, [{ from_words: '6 years', to_words: '2 years', why: 'Our own schedule' }]);
  await sayRetention(parts, keeper, fenshire.slug, { ...said, years: '' });
  const [told] = await letGoOfOld(parts, operator, { authority: fenshire.slug, apply: true });
  assert.deepEqual(told?.gone, [], 'for good');
});

test('what is said wrongly is told all at once, and nothing is changed', async () => {
  const refused = await sayRetention(parts, keeper, fenshire.slug, {
    kind: 'analyses',
    years: '0',
    why: ' ',
  });
  assert.ok('problems' in refused);
  assert.deepEqual(
    refused.problems.map(({ field }) => field),
    ['kind', 'years', 'why'],
  );
});

test('who may not keep the logs says nothing about them', async () => {
  const said = { kind: 'reading log', years: '2', why: 'x' };
  await assert.rejects(sayRetention(parts, director, fenshire.slug, said), { code: 'not-permitted' });
  await assert.rejects(readRetention(parts, director, fenshire.slug), { code: 'not-permitted' });
});
