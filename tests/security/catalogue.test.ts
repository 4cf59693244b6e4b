import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { recordsForm } from '#/records-form.ts';
import { applicationRole } from '#/platform/database/application-role.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { openRecords, type RecordsForm } from '#/platform/database/records.ts';
import { assertProtected } from '#/platform/database/row-policies.ts';
import { seen } from '#/seen.ts';
import { schemas, tablesOf, withOwnersEyes, type Schema } from './catalogue.fixture.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;

before(async () => {
  database = await startTestDatabase();
  const records = await database.openRecords();
  await records.prepareAuthority('norfolk', 'Norfolk');
});

after(() => database.end());

const inSchema = async <Row extends pg.QueryResultRow>(
  query: string,
  schema: Schema = 'authority_norfolk',
): Promise<Row[]> => (await database.owner.query<Row>(query, [schema])).rows;

for (const schema of schemas) {
  test(`${schema}: every table has row policies, enabled and forced on its owner`, async () => {
    const tables = await inSchema<{ name: string; protected: boolean }>(
      `select relname as name, relrowsecurity and relforcerowsecurity
              and exists (select from pg_policy where polrelid = c.oid) as protected
         from pg_class c join pg_namespace n on n.oid = relnamespace
        where nspname = $1 and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
      schema,
    );
    assert.deepEqual(
      tables.map(({ name }) => name),
      tablesOf[schema],
    );
    for (const { name, protected: isProtected } of tables) assert.ok(isProtected, name);
  });

  test(`${schema}: the application may read and add, and change, remove or empty nothing`, async () => {
    const rights = await inSchema<{ right: string }>(
      `select distinct lower(a.privilege_type) as right
         from pg_class c join pg_namespace n on n.oid = relnamespace, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
        where nspname = $1 and rolname = '${applicationRole}'
        union select distinct lower(a.privilege_type)
         from pg_attribute t join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace,
              aclexplode(t.attacl) a join pg_roles r on r.oid = a.grantee
        where nspname = $1 and rolname = '${applicationRole}' order by 1`,
      schema,
    );
    assert.deepEqual(
      rights.map(({ right }) => right),
      ['insert', 'select'],
    );
    const policies = await inSchema<{ who: string; command: string }>(
      `select distinct r.rolname as who, polcmd::text as command from pg_policy p join pg_class c on c.oid = polrelid
         join pg_namespace n on n.oid = relnamespace join pg_roles r on r.oid = any (p.polroles)
        where nspname = $1 order by 1, 2`,
      schema,
    );
    const commandsOf = (of: (who: string) => boolean) => [
      ...new Set(policies.filter(({ who }) => of(who)).map(({ command }) => command)),
    ];
    assert.deepEqual(
      commandsOf((who) => who === applicationRole),
      ['a', 'r'],
      'policies to add and to read only',
    );
    assert.ok(!commandsOf(() => true).includes('w'), 'nobody changes a row, the owner neither');
    assert.ok(!commandsOf(() => true).includes('*'));
    const everybody = await inSchema(
      `select 1 from pg_policy p join pg_class c on c.oid = polrelid join pg_namespace n on n.oid = relnamespace
        where nspname = $1 and 0 = any (p.polroles)`,
      schema,
    );
    assert.deepEqual(everybody, []);
  });

  test(`${schema}: functions that look with their owner’s eyes are those known, and nothing is granted to everyone`, async () => {
    const functions = await inSchema<{ name: string; bound: boolean }>(
      `select proname as name, prosqlbody is not null or exists (
                select from unnest(proconfig) setting where setting like 'search_path=%') as bound
         from pg_proc p join pg_namespace n on n.oid = pronamespace where nspname = $1 and prosecdef order by 1`,
      schema,
    );
    // Those that look whether a change was logged can be called by a trigger alone, and answer nobody.
    assert.deepEqual(
      functions.map(({ name }) => name).filter((name) => !name.endsWith('_is_logged')),
      withOwnersEyes[schema],
    );
    for (const { name, bound } of functions)
      assert.ok(bound, `${name} could be led to another table of that name`);
    const grants = await inSchema<{ name: string }>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace, aclexplode(c.relacl) a
        where nspname = $1 and a.grantee = 0`,
      schema,
    );
    assert.deepEqual(grants, []);
  });
}

/** What schools are asked, what was changed and who read what have pages of their own, made anew for each reader. */
const shownByNoPageThatIsKept = [
  'agreed_action',
  'agreed_action_step',
  'paper',
  'paper_file',
  'paper_file_removed',
  'paper_step',
  'paper_version',
  'mail_attempt',
  'mail_choice',
  'mail_link',
  'mail_queued',
  'adviser_profile',
  'change_log',
  'declared_interest',
  'intelligence_reader',
  'log_link',
  'reading_log',
  'retention_act',
  'retention_rule',
  'school_request',
  'school_request_answer',
  'school_request_reader',
  'school_request_step',
  'supplied_layout',
  'supplied_problem',
  'view_of_partner',
];

test('every table that a page can show is looked at before a page is shown again', () => {
  const notLookedAt = tablesOf.authority_norfolk.filter((name) => seen.every(({ table }) => table !== name));
  assert.deepEqual(
    notLookedAt.toSorted(),
    [
      // Which statements the schema was made with.
      'migration',
      // Kept with their list and their file and never changed: those are looked at.
      'school_list_entry',
      'supplied_value',
      ...shownByNoPageThatIsKept,
    ].toSorted(),
  );
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

const formWith = (next: Migration): RecordsForm => ({
  ...recordsForm,
  authority: { ...recordsForm.authority, migrations: [...recordsForm.authority.migrations, next] },
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
    await assert.rejects(openRecords(database.url, formWith(wrong)), /Without row policies.*careless/);
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
