import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { runs } from '#/analyse/records/risk-runs.ts';
import { riskMigrations } from '#/analyse/records/risk-tables.ts';
import { schemeMigrations } from '#/analyse/records/scheme-tables.ts';
import { whoActs } from '#/people/records/acting.ts';
import { peopleMigrations } from '#/people/records/people-tables.ts';
import { readingsOf } from '#/people/records/search-logs.ts';
import { operator } from '#/people/rules/permissions.ts';
import { applicationRole } from '#/platform/database/application-role.ts';
import type { Migration } from '#/platform/database/migration.ts';
import type { Records } from '#/platform/database/records.ts';
import { table } from '#/platform/database/table.ts';
import { suppliedMigrations } from '#/schools/records/supplied-tables.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** The steps of the version before there was sign-in, when a person had one role and access was part of a step. */
const releasedBefore: readonly Migration[] = [
  ...peopleMigrations,
  ...riskMigrations.slice(0, 1),
  ...schemeMigrations.slice(0, 1),
  ...suppliedMigrations.slice(0, 1),
];

let database: TestDatabase;
let records: Records;

/** Makes the authority's schema as that version made it, with what people had done in it. */
before(async () => {
  database = await startTestDatabase();
  const { owner } = database;
  // The application's role, and no authority yet.
  await database.openRecords();
  await owner.query('create schema authority_norfolk');
  await owner.query(`grant usage on schema authority_norfolk to ${applicationRole}`);
  await owner.query('set search_path = authority_norfolk');
  const steps = table(
    'migration',
    'id text primary key, checksum text not null, applied_at timestamptz not null default now()',
    [
      { may: 'read', by: 'owner', when: 'true' },
      { may: 'add', by: 'owner', when: 'true' },
    ],
  );
  for (const statement of steps) await owner.query(statement);
  for (const { id, statements } of releasedBefore) {
    for (const statement of statements) await owner.query(statement);
    const checksum = createHash('sha256').update(statements.join(';\n')).digest('hex');
    await owner.query('insert into migration (id, checksum) values ($1, $2)', [id, checksum]);
  }
  await owner.query(`set middletier.person = 'officer-at-this-computer'`);
  for (const statement of [
    `insert into person (id, name, role) values ('head', 'A head', 'head')`,
    `insert into person_school (person, urn) values ('head', '900001')`,
    `insert into risk_run (as_at, scheme, sources, schools, fingerprint, ran_at, ran_by_name)
       values ('2025-08-31', 'norfolk-2013', '[]', 1, 'f', '2025-09-10', 'The officer at this computer')`,
    `insert into risk_proposal (run, run_schools, position, urn, name, phase, type, category, points, proposal, school, last_inspection)
       values (1, 1, 1, '900001', 'School', 'primary', 't', 'A4', 3, '{}', '{}', 'null')`,
    `insert into reading_log (person, person_name, event, path, urn)
       values ('officer-at-this-computer', 'The officer at this computer', 'read category', '/x', '900001')`,
    `insert into scheme_adopted (scheme, version, own, content, why, adopted_by, adopted_by_name)
       values ('norfolk-2013', 1, false, '{}', 'As agreed', 'officer-at-this-computer', 'The officer at this computer')`,
  ])
    await owner.query(statement);
  await owner.query('reset middletier.person');
  await owner.query('reset search_path');
  records = await database.openRecords();
});

after(() => database.end());

test('what the version before kept is there, for whoever types commands as it was for the officer before', async () => {
  await records.inAuthority('norfolk', operator, async (transaction) => {
    const { name, roles } = await whoActs(transaction);
    assert.deepEqual([name, roles], [operator.name, [{ role: 'operator', schools: 'all' }]]);
    const [run, ...others] = await runs(transaction, 'norfolk');
    assert.deepEqual([run?.asAt, others.length], ['2025-08-31', 0]);
    const proposals = await transaction.selectFrom('risk_proposal').select(['urn', 'category']).execute();
    assert.deepEqual(proposals, [{ urn: '900001', category: 'A4' }]);
    assert.equal((await adoptions(transaction)).length, 1);
    assert.deepEqual(
      (await readingsOf(transaction, 'officer-at-this-computer')).map(({ path, urn }) => [path, urn]),
      [['/x', '900001']],
    );
  });
});

test('people keep their names; what they may do now is given to them anew', async () => {
  const acting = await records.inAuthority('norfolk', { id: 'head' }, async (transaction) => ({
    ...(await whoActs(transaction)),
    proposals: await transaction.selectFrom('risk_proposal').select('urn').execute(),
  }));
  assert.deepEqual(acting, { name: 'A head', rolesChangedAt: null, roles: [], proposals: [] });
});

test('nothing is left of the policies and rights of before', async () => {
  const { rows } = await database.owner.query<{ policy: string }>(
    `select tablename || ': ' || coalesce(qual, with_check) as policy from pg_policies
      where schemaname = 'authority_norfolk' and coalesce(qual, with_check) ~ 'acting_role[(]|person_school'`,
  );
  assert.deepEqual(rows, []);
});

test('the same again changes nothing', async () => {
  const steps = async () =>
    (
      await database.owner.query<{ id: string }>(
        'select id from authority_norfolk.migration order by applied_at, id',
      )
    ).rows;
  const before = await steps();
  await database.openRecords();
  assert.deepEqual(await steps(), before);
});
