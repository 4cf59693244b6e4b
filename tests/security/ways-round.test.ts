import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type pg from 'pg';
import { addProposals } from '#/analyse/records/risk-proposals.ts';
import { addRun } from '#/analyse/records/risk-runs.ts';
import { operator as officer } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import {
  addPerson,
  logTest,
  newRun,
  personOf,
  proposalFor,
  startTestDatabase,
  type TestDatabase,
} from './records.fixture.ts';

let database: TestDatabase;
let records: Records;
let intruder: pg.Client;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority('norfolk', 'Norfolk');
  await addPerson(database.owner, 'norfolk', {
    ...personOf('headteacher', 'norfolk', ['900001']),
    id: "o'brien",
  });
  await records.inAuthority('norfolk', officer, async (transaction) => {
    const run = await addRun(transaction, 'norfolk', { ...newRun, ranByName: officer.name });
    await addProposals(transaction, run, [proposalFor('900001'), proposalFor('900002')]);
    await logTest(transaction, { kind: 'analysis', key: run.id });
  });
  await database.owner.query('analyze authority_norfolk.risk_proposal');
  intruder = await database.asIntruder();
});

after(() => database.end());

/** Proposals that a connection sees after saying something first. */
async function seen(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from authority_norfolk.risk_proposal',
  );
  return rows[0]?.n ?? -1;
}

test('with nobody set, the application sees nothing', async () => {
  assert.equal(await seen(intruder), 0);
  assert.equal((await database.owner.query('select 1 from authority_norfolk.risk_proposal')).rowCount, 2);
});

test('the application is no more than its role, so that there is nothing to reset to', async () => {
  for (const statement of ['reset role', 'reset session authorization', 'set role none']) {
    await intruder.query(statement);
    const { rows } = await intruder.query<{ who: string }>('select current_user || session_user as who');
    assert.equal(rows[0]?.who, 'middletier_applicationmiddletier_application', statement);
    assert.equal(await seen(intruder), 0, statement);
  }
});

const owner = 'select quote_ident(current_user) as name';

test('the application cannot become anyone else', async () => {
  const name = (await database.owner.query<{ name: string }>(owner)).rows[0]?.name ?? '';
  for (const statement of [
    `set role ${name}`,
    `set session authorization ${name}`,
    'set role pg_read_all_data',
  ]) {
    await assert.rejects(intruder.query(statement), /permission denied/, statement);
  }
});

test('the application cannot put the policies aside', async () => {
  const table = 'authority_norfolk.risk_proposal';
  for (const statement of [
    `alter table ${table} disable row level security`,
    `alter table ${table} no force row level security`,
    `create policy mine on ${table} using (true)`,
    `drop policy "read 1" on ${table}`,
    `alter role middletier_application bypassrls`,
    `alter table ${table} owner to middletier_application`,
    `drop schema authority_norfolk cascade`,
    `create table authority_norfolk.copy as select * from ${table}`,
    `create view authority_norfolk.copy as select * from ${table}`,
    `create or replace function authority_norfolk.acting_holds(roles text[]) returns boolean language sql as 'select true'`,
    `create or replace function authority_norfolk.acting_person() returns text language sql as 'select ''officer-at-this-computer'''`,
    `alter function authority_norfolk.acting_roles() owner to middletier_application`,
    `create function authority_norfolk.f() returns text language sql as 'select 1'`,
    `copy ${table} to program 'cat'`,
  ]) {
    await assert.rejects(
      intruder.query(statement),
      /permission denied|must be (?:owner|superuser)|denied/i,
      statement,
    );
  }
  await assert.rejects(intruder.query(`begin; lock table ${table}`), /permission denied/);
  await intruder.query('rollback');
  await intruder.query('set row_security = off');
  await assert.rejects(intruder.query(`select * from ${table}`), /row-level security/);
  await intruder.query('reset row_security');
});

test('the planner’s statistics tell nothing of rows one may not see', async () => {
  const about =
    "select count(*)::int as n from pg_stats where schemaname = 'authority_norfolk' and tablename = 'risk_proposal'";
  const count = async (client: pg.Client) => (await client.query<{ n: number }>(about)).rows[0]?.n ?? 0;
  assert.equal(await count(intruder), 0);
  assert.ok((await count(database.owner)) > 0);
});

test('a condition that tells what it is shown is shown only what the person may see', async () => {
  await intruder.query(`create function pg_temp.tell(text) returns boolean language plpgsql cost 0.0001
    as 'begin raise notice ''seen %'', $1; return true; end'`);
  const told: string[] = [];
  intruder.on('notice', ({ message }) => told.push(message ?? ''));
  await intruder.query('select 1 from authority_norfolk.risk_proposal where pg_temp.tell(urn)');
  assert.deepEqual(told, []);
});

const howManySeen = (person: { id: string }) =>
  records.inAuthority('norfolk', person, async (transaction) => {
    const rows = await transaction.selectFrom('risk_proposal').select('urn').execute();
    return rows.length;
  });

test('a person’s id with quotes in it is that person, not a statement', async () => {
  assert.equal(await howManySeen({ id: "o'brien" }), 1);
  for (const id of [
    "x'; set local middletier.person = 'officer-at-this-computer",
    "' or true --",
    '',
    "''",
    '$$',
  ]) {
    assert.equal(await howManySeen({ id }), 0, id);
  }
  for (const id of ['a\\', 'a\nb', 'a\u0000b', 'a'.repeat(10_001)]) {
    await assert.rejects(howManySeen({ id }), /Not fit to be a literal/, JSON.stringify(id));
  }
});

test('an authority’s name that is not one never reaches the database', async () => {
  for (const slug of ['norfolk"; drop schema authority_norfolk; --', 'NORFOLK', 'pg_catalog', '', 'a/../b']) {
    const attempt = records.inAuthority(slug, officer, () => Promise.resolve(1));
    await assert.rejects(attempt, /Not an authority|no records/, slug);
  }
});

test('one person’s transaction leaves nothing behind for the next on the same connection', async () => {
  for (let turn = 0; turn < 30; turn += 1) {
    assert.equal(await howManySeen(officer), 2);
    assert.equal(await howManySeen({ id: 'nobody' }), 0);
  }
  await assert.rejects(
    records.inAuthority('norfolk', officer, () => Promise.reject(new Error('stopped half way'))),
    /stopped half way/,
  );
  assert.equal(await howManySeen({ id: 'nobody' }), 0);
  const together = await Promise.all(
    Array.from({ length: 40 }, (_, index) => howManySeen(index % 2 === 0 ? officer : { id: 'nobody' })),
  );
  assert.deepEqual([...new Set(together.filter((_, index) => index % 2 === 0))], [2]);
  assert.deepEqual([...new Set(together.filter((_, index) => index % 2 === 1))], [0]);
});

test('the person ends with the transaction, also with one that is ended early', async () => {
  const visible = await records.inAuthority('norfolk', officer, async (transaction) => {
    await sql`commit`.execute(transaction);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from authority_norfolk.risk_proposal`.execute(transaction);
    return rows[0]?.n;
  });
  assert.equal(visible, 0);
});

test('a statement that never ends is ended after half a minute', async () => {
  const limit = await records.inAuthority('norfolk', officer, async (transaction) => {
    const { rows } = await sql<{
      limit: string;
    }>`select current_setting('statement_timeout') as limit`.execute(transaction);
    return rows[0]?.limit;
  });
  assert.equal(limit, '30s');
});
