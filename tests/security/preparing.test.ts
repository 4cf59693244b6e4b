import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { recordsForm } from '#/records-form.ts';
import { operator as officer } from '#/people/rules/permissions.ts';
import { applicationRole, asApplication } from '#/platform/database/application-role.ts';
import type { SchemaForm } from '#/platform/database/migration.ts';
import { openRecords, type Records, type RecordsForm } from '#/platform/database/records.ts';
import { addLayout } from '#/schools/records/supplied-files.ts';
import { mappingOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;

before(async () => {
  database = await startTestDatabase();
});

after(() => database.end());

const migrationsOf = async (schema: string): Promise<string[]> =>
  (await database.owner.query<{ id: string }>(`select id from ${schema}.migration order by id`)).rows.map(
    ({ id }) => id,
  );

/** As they are noted once each, with the access as it was declared. */
const stepsOfAnAuthority = ['access-1', ...recordsForm.authority.migrations.map(({ id }) => id)].toSorted();

/** The form with another of an authority: as the next version of this program would have it. */
const formWith = (authority: Partial<SchemaForm>): RecordsForm => ({
  ...recordsForm,
  authority: { ...recordsForm.authority, ...authority },
});

test('several processes that start at once prepare an authority once', async () => {
  const all = await Promise.all(Array.from({ length: 4 }, () => database.openRecords()));
  await Promise.all(all.map((records) => records.prepareAuthority('norfolk', 'Norfolk')));
  assert.deepEqual(await migrationsOf('authority_norfolk'), stepsOfAnAuthority);
  const ofInstallation = recordsForm.installation.migrations.map(({ id }) => id);
  assert.deepEqual(await migrationsOf('middletier'), ['access-1', ...ofInstallation].toSorted());
  for (const records of all) {
    assert.deepEqual(await records.authorities(), [{ slug: 'norfolk', name: 'Norfolk' }]);
  }
});

test('preparing again changes nothing but the name', async () => {
  const records = await database.openRecords();
  await records.prepareAuthority('norfolk', "Norfolk's");
  assert.deepEqual(await records.authorities(), [{ slug: 'norfolk', name: "Norfolk's" }]);
  await records.prepareAuthority('norfolk', 'Norfolk');
  assert.deepEqual(await migrationsOf('authority_norfolk'), stepsOfAnAuthority);
});

test('a new step reaches every authority at the next start', async () => {
  const before = await database.openRecords();
  await before.prepareAuthority('suffolk', 'Suffolk');
  const next = { id: 'later-1', statements: ["comment on table person is 'later'"] };
  const { migrations } = recordsForm.authority;
  const opened = await openRecords(database.url, formWith({ migrations: [...migrations, next] }));
  await opened.close();
  for (const schema of ['authority_norfolk', 'authority_suffolk']) {
    assert.ok((await migrationsOf(schema)).includes('later-1'), schema);
  }
});

test('a step that was changed after it was applied is found out', async () => {
  const [first, ...rest] = recordsForm.authority.migrations;
  assert.ok(first);
  const changed = { ...first, statements: [...first.statements, 'select 1'] };
  const form = formWith({ migrations: [changed, ...rest] });
  await assert.rejects(openRecords(database.url, form), /people-1-persons was changed/);
});

test('access that is declared anew reaches every authority at the next start, and takes the place of all that was', async () => {
  const opens = { table: 'risk_run', access: [{ may: 'read', when: 'true' }] } as const;
  const others = recordsForm.authority.access.filter(({ table }) => table !== opens.table);
  const mayAdd = async (schema: string) => {
    const { rows } = await database.owner.query<{ may: boolean }>(
      `select has_any_column_privilege($1, $2, 'insert') as may`,
      [applicationRole, `${schema}.risk_run`],
    );
    return rows[0]?.may;
  };
  const policies = async (schema: string) => {
    const { rows } = await database.owner.query<{ policyname: string; qual: string | null }>(
      `select policyname, qual from pg_policies where schemaname = $1 and tablename = 'risk_run' order by 1`,
      [schema],
    );
    return rows;
  };
  const before = await policies('authority_norfolk');
  assert.ok(before.length > 1);
  await (await openRecords(database.url, formWith({ access: [...others, opens] }))).close();
  for (const schema of ['authority_norfolk', 'authority_suffolk']) {
    assert.deepEqual(await policies(schema), [{ policyname: 'read 1', qual: 'true' }], schema);
    assert.equal(await mayAdd(schema), false, schema);
  }
  // And back, as another version of the program would bring it.
  await database.openRecords();
  assert.deepEqual(await policies('authority_norfolk'), before);
  assert.equal(await mayAdd('authority_norfolk'), true);
  assert.deepEqual(
    (await migrationsOf('authority_norfolk')).filter((id) => id.startsWith('access-')),
    ['access-1', 'access-2', 'access-3'],
  );
});

test('a table that no access is declared for is refused, not left open', async () => {
  const access = recordsForm.authority.access.filter(({ table }) => table !== 'risk_run');
  await assert.rejects(openRecords(database.url, formWith({ access })), /Without row policies.*risk_run/);
});

test('an authority without records is a plain answer, not a crash', async () => {
  const records = await database.openRecords();
  await assert.rejects(
    records.inAuthority('kent', officer, () => Promise.resolve()),
    { code: 'not-found', message: /kent/ },
  );
});

test('a server that is not there is told without its password', async () => {
  const attempt = openRecords('postgresql://someone:secret@127.0.0.1:1/nowhere', recordsForm);
  await assert.rejects(attempt, (error: Error & { code?: string }) => {
    assert.equal(error.code, 'database-unreachable');
    assert.match(error.message, /127\.0\.0\.1:1, database nowhere/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});

test('an owner who is no superuser will do, and is held by the policies too', async () => {
  await database.owner.query(`drop role if exists plain_owner`);
  // On a server of its own the role would be made by this owner; here it exists already, made by a superuser.
  await database.owner.query(`create role plain_owner login createrole password 'plain'`);
  await database.owner.query(`grant ${applicationRole} to plain_owner with admin option`);
  const name = 'plain_' + new URL(database.url).pathname.slice(1);
  await database.owner.query(`create database ${name} owner plain_owner`);
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  url.username = 'plain_owner';
  url.password = 'plain';
  let records: Records | undefined;
  const owner = new pg.Client({ connectionString: url.href });
  try {
    records = await openRecords(url.href, recordsForm);
    await records.prepareAuthority('norfolk', 'Norfolk');
    await records.inAuthority('norfolk', officer, (transaction) =>
      addLayout(transaction, 'k', mappingOf('Places'), officer.name),
    );
    const people = await records.inAuthority('norfolk', officer, (t) =>
      t.selectFrom('person').select('id').execute(),
    );
    assert.deepEqual(people, [{ id: officer.id }]);
    await owner.connect();
    assert.equal((await owner.query('select 1 from authority_norfolk.supplied_layout')).rowCount, 0);
  } finally {
    await records?.close();
    await owner.end().catch(() => undefined);
    await database.owner.query(`drop database if exists ${name} with (force)`);
    await database.owner.query(`revoke ${applicationRole} from plain_owner`);
    await database.owner.query('drop role plain_owner');
  }
});

test('the application’s password follows from the owner’s and is not the owner’s', () => {
  const one = asApplication('postgresql://owner:one@host:5433/records');
  assert.equal(one.user, applicationRole);
  assert.deepEqual([one.host, one.port, one.database], ['host', 5433, 'records']);
  assert.equal(one.password, asApplication('postgresql://owner:one@host/other').password);
  assert.notEqual(one.password, asApplication('postgresql://owner:two@host/records').password);
  assert.ok(typeof one.password === 'string' && !one.password.includes('one'));
  assert.equal(asApplication('postgresql://owner@host/records').password, undefined);
});
