import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { recordsForm } from '#/records-form.ts';
import { applicationRole } from '#/platform/database/application-role.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { openRecords } from '#/platform/database/records.ts';
import { assertProtected } from '#/platform/database/row-policies.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;

before(async () => {
  database = await startTestDatabase();
  const records = await database.openRecords();
  await records.prepareAuthority('norfolk', 'Norfolk');
});

after(() => database.end());

const inSchema = async <Row extends pg.QueryResultRow>(query: string): Promise<Row[]> =>
  (await database.owner.query<Row>(query, ['authority_norfolk'])).rows;

test('every table of an authority has row policies, enabled and forced on its owner', async () => {
  const tables = await inSchema<{ name: string; protected: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity
            and exists (select from pg_policy where polrelid = c.oid) as protected
       from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname = $1 and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
  );
  assert.deepEqual(
    tables.map(({ name }) => name),
    [
      'migration',
      'person',
      'person_school',
      'reading_log',
      'risk_proposal',
      'risk_run',
      'scheme_adopted',
      'supplied_file',
      'supplied_layout',
      'supplied_problem',
      'supplied_undo',
      'supplied_value',
    ],
  );
  for (const { name, protected: isProtected } of tables) assert.ok(isProtected, name);
});

test('the application may read and add, and change, remove or empty nothing', async () => {
  const rights = await inSchema<{ right: string }>(
    `select distinct lower(a.privilege_type) as right
       from pg_class c join pg_namespace n on n.oid = relnamespace, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
      where nspname = $1 and rolname = '${applicationRole}'
      union select distinct lower(a.privilege_type)
       from pg_attribute t join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace,
            aclexplode(t.attacl) a join pg_roles r on r.oid = a.grantee
      where nspname = $1 and rolname = '${applicationRole}' order by 1`,
  );
  assert.deepEqual(
    rights.map(({ right }) => right),
    ['insert', 'select'],
  );
  const policies = await inSchema<{ command: string }>(
    `select distinct polcmd::text as command from pg_policy p join pg_class c on c.oid = polrelid
       join pg_namespace n on n.oid = relnamespace where nspname = $1 order by 1`,
  );
  assert.deepEqual(
    policies.map(({ command }) => command),
    ['a', 'r'],
    'policies to add and to read only',
  );
});

test('no function runs with its owner’s eyes, and nothing is granted to everyone', async () => {
  const functions = await inSchema<{ name: string }>(
    'select proname as name from pg_proc p join pg_namespace n on n.oid = pronamespace where nspname = $1 and prosecdef',
  );
  assert.deepEqual(functions, []);
  const grants = await inSchema<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace, aclexplode(c.relacl) a
      where nspname = $1 and a.grantee = 0`,
  );
  assert.deepEqual(grants, []);
});

test('the application’s role cannot pass policies, make roles or databases, or own anything', async () => {
  const { rows } = await database.owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
            exists (select from pg_auth_members where member = r.oid) as belongs,
            exists (select from pg_class where relowner = r.oid) as owns
       from pg_roles r where rolname = $1`,
    [applicationRole],
  );
  assert.deepEqual([...new Set(Object.values(rows[0] as Record<string, boolean>))], [false]);
});

test('a role that could pass the policies is refused, with what to do', async () => {
  await database.owner.query(`alter role ${applicationRole} bypassrls`);
  try {
    await assert.rejects(openRecords(database.url, recordsForm), {
      code: 'database-not-ready',
      message: /passes row policies/,
    });
  } finally {
    await database.owner.query(`alter role ${applicationRole} nobypassrls`);
  }
});

const careless: Record<string, string> = {
  'without row-level security': 'create table careless (a int)',
  'with policies that are not enabled':
    'create table careless (a int); create policy p on careless using (true)',
  'not forced on its owner':
    'create table careless (a int); create policy p on careless using (true); alter table careless enable row level security',
  'without a policy':
    'create table careless (a int); alter table careless enable row level security; alter table careless force row level security',
  'a view that looks with its owner’s eyes': 'create view careless as select * from risk_proposal',
  'a copy of a table kept as a view': 'create materialized view careless as select * from risk_proposal',
};

for (const [what, statement] of Object.entries(careless)) {
  test(`a migration that makes a table ${what} is refused, and leaves nothing`, async () => {
    const wrong: Migration = { id: 'careless', statements: [statement] };
    await assert.rejects(openRecords(database.url, [...migrations, wrong]), /Without row policies.*careless/);
    assert.equal(
      (await inSchema("select 1 from pg_class where relname = 'careless' and $1 <> ''")).length,
      0,
    );
    assert.equal(
      (await inSchema("select 1 from authority_norfolk.migration where id = 'careless' and $1 <> ''")).length,
      0,
    );
  });
}

test('a view that looks with the reader’s eyes is allowed', async () => {
  await database.owner.query('begin');
  await database.owner.query(
    'create view authority_norfolk.careful with (security_invoker = true) as select urn from authority_norfolk.risk_proposal',
  );
  await assertProtected(database.owner, 'authority_norfolk');
  await database.owner.query('rollback');
});
