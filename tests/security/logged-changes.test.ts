import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { recordsForm } from '#/records-form.ts';
import { logChange, type Change } from '#/people/records/change-log.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;
let records: Records;

const administrator = personOf('administrator', 'fenshire');
const head = personOf('headteacher', 'fenshire', ['900001']);

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority('fenshire', 'Fenshire');
  for (const person of [administrator, head]) await addPerson(database.owner, 'fenshire', person);
});

after(() => database.end());

const change: Change = {
  act: 'gave a role',
  about: { kind: 'person', key: head.id },
  aboutName: head.name,
  urn: '900001',
  from: null,
  to: 'Governor',
  why: 'Elected by parents',
};

const giveRole = sql`insert into role_held (person, role, scope_kind, scope_name, from_date, why, said_by_name)
  values (${head.id}, 'governor', 'school', '900001', '2026-09-01', 'Elected by parents', ${administrator.name})`;

const rolesOfHead = async (): Promise<number> => {
  const { rows } = await database.owner.query(
    'select from authority_fenshire.role_held where person = $1 and role = $2',
    [head.id, 'governor'],
  );
  return rows.length;
};

const asAdministrator = <Result>(work: (transaction: AuthorityTransaction) => Promise<Result>) =>
  records.inAuthority('fenshire', administrator, work);

test('a change that is logged is kept, and the log says who, when, what and why', async () => {
  const entries = await asAdministrator(async (transaction) => {
    await giveRole.execute(transaction);
    await logChange(transaction, change);
    return await transaction.selectFrom('change_log').selectAll().execute();
  });
  assert.equal(await rolesOfHead(), 1);
  const [entry, ...more] = entries;
  assert.deepEqual(more, []);
  assert.equal(entry?.person, administrator.id);
  assert.equal(entry.person_name, administrator.name);
  assert.equal(entry.why, 'Elected by parents');
});

const notTold = /role_held that the log of changes does not tell of/;

test('a change that is not logged is refused, and nothing of it is kept', async () => {
  const roles = await rolesOfHead();
  await assert.rejects(
    asAdministrator((transaction) => giveRole.execute(transaction)),
    notTold,
  );
  assert.equal(await rolesOfHead(), roles);
});

test('an entry about somebody else, or of an earlier transaction, does not stand for a change', async () => {
  const roles = await rolesOfHead();
  await assert.rejects(
    asAdministrator(async (transaction) => {
      await giveRole.execute(transaction);
      await logChange(transaction, { ...change, about: { kind: 'person', key: administrator.id } });
    }),
    notTold,
  );
  await asAdministrator((transaction) => logChange(transaction, change));
  await assert.rejects(
    asAdministrator((transaction) => giveRole.execute(transaction)),
    notTold,
  );
  assert.equal(await rolesOfHead(), roles);
});

test('a temporary table cannot stand in for the log, nor can the transaction of an entry be chosen', async () => {
  const roles = await rolesOfHead();
  await assert.rejects(
    asAdministrator(async (transaction) => {
      await sql`create temporary table change_log (about_kind text, about_key text, at timestamptz, made_in xid8)`.execute(
        transaction,
      );
      await sql`insert into pg_temp.change_log values ('person', ${head.id}, 'infinity', pg_current_xact_id())`.execute(
        transaction,
      );
      await giveRole.execute(transaction);
    }),
    notTold,
  );
  for (const column of ['at', 'person', 'person_name', 'made_in', 'salt']) {
    await assert.rejects(
      asAdministrator((transaction) =>
        sql`insert into change_log (act, about_kind, about_key, about_name, ${sql.ref(column)}) values ('a', 'person', 'k', 'n', null)`.execute(
          transaction,
        ),
      ),
      { code: 'not-permitted' },
      column,
    );
  }
  assert.equal(await rolesOfHead(), roles);
});

test('every table of an authority is logged, is part of something that is, or is a log', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname = 'authority_fenshire' and relkind in ('r', 'p') and relname <> 'migration' order by 1`,
  );
  const declared = new Map(recordsForm.authority.access.map(({ table, logged }) => [table, logged]));
  const silent = rows.map(({ name }) => name).filter((name) => declared.get(name) === undefined);
  assert.deepEqual(silent, []);
  for (const [table, logged] of declared) {
    if (logged === undefined || logged === 'is a log' || 'as' in logged) continue;
    const whole = declared.get(logged.with);
    assert.ok(whole !== undefined && whole !== 'is a log' && 'as' in whole, `${table} with ${logged.with}`);
  }
});

test('each table that says so has the trigger, once', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'authority_fenshire' and t.tgname = 'a change is logged' and t.tgdeferrable and t.tginitdeferred and t.tgenabled = 'O' order by 1`,
  );
  const expected = recordsForm.authority.access
    .filter(({ logged }) => typeof logged === 'object' && 'as' in logged)
    .map(({ table }) => table);
  assert.deepEqual(
    rows.map(({ name }) => name),
    expected.toSorted(),
  );
});

const readers: readonly (readonly [string, Parameters<typeof personOf>, readonly string[]])[] = [
  ['the director', ['director', 'fenshire'], ['person', 'school', 'scheme', 'request']],
  ['the auditor', ['auditor', 'fenshire'], ['person', 'school', 'scheme', 'request']],
  ['the administrator', ['administrator', 'fenshire'], ['person', 'scheme']],
  ['a headteacher', ['headteacher', 'fenshire', ['900001']], ['school', 'scheme']],
  ['a headteacher of another school', ['headteacher', 'fenshire', ['900002']], ['scheme']],
  ['an elected member', ['elected member', 'fenshire', ['900001']], ['scheme']],
];

for (const [who, made, expected] of readers) {
  test(`${who} reads entries about: ${expected.join(', ')}`, async () => {
    const slug = `read-${who.replaceAll(' ', '-')}`;
    await records.prepareAuthority(slug, slug);
    const [role, , schools] = made;
    const reader = personOf(role, slug, schools);
    await addPerson(database.owner, slug, reader);
    await records.inAuthority(slug, operator, async (transaction) => {
      for (const kind of ['person', 'school', 'scheme', 'request'] as const) {
        const urn = kind === 'school' || kind === 'request' ? '900001' : null;
        await logChange(transaction, { ...change, about: { kind, key: 'somebody-else' }, urn });
      }
    });
    const seen = await records.inAuthority(slug, reader, (transaction) =>
      transaction.selectFrom('change_log').select('about_kind').orderBy('number').execute(),
    );
    assert.deepEqual(seen.map(({ about_kind: kind }) => kind).toSorted(), expected.toSorted());
  });
}

test('a person reads what was done about them and what they did, and nothing else', async () => {
  const own = await records.inAuthority('fenshire', head, async (transaction) => {
    await logChange(transaction, { ...change, about: { kind: 'request', key: 'q' }, act: 'answered' });
    return await transaction.selectFrom('change_log').select(['person', 'about_key']).execute();
  });
  assert.ok(own.length > 1);
  assert.ok(own.every(({ person, about_key: key }) => person === head.id || key === head.id));
});

test('nobody writes an entry in the name of another, and who is not known writes none', async () => {
  const stranger = { id: 'stranger' };
  await assert.rejects(
    records.inAuthority('fenshire', stranger, (transaction) => logChange(transaction, change)),
  );
  const intruder = await database.asIntruder();
  await assert.rejects(
    intruder.query(
      `insert into authority_fenshire.change_log (act, about_kind, about_key, about_name) values ('a', 'person', 'k', 'n')`,
    ),
  );
});
