import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { checkLogs, type ExpectedHead, type LogChecked } from '#/people/actions/check-logs.ts';
import { logChanges } from '#/people/records/change-log.ts';
import { authorityLogs } from '#/people/records/log-chain.ts';
import { addReadings } from '#/people/records/reading-log.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;
let records: Records;
const schema = 'authority_fenshire';
const auditor = personOf('auditor', 'fenshire');

const reading = (path: string) => ({
  personName: operator.name,
  event: 'read category',
  path,
  urn: '900001',
});
const change = (to: string) => ({
  act: 'gave a role',
  about: { kind: 'person', key: 'p' } as const,
  aboutName: 'Ben Cole – “head”',
  urn: '900001',
  from: 'nothing',
  to,
  why: 'Appointed by governors',
});

const asOperator = <Result>(work: Parameters<typeof records.inAuthority<Result>>[2]) =>
  records.inAuthority('fenshire', operator, work);

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority('fenshire', 'Fenshire');
  await addPerson(database.owner, 'fenshire', auditor);
  for (const round of ['first', 'second']) {
    await asOperator((t) => addReadings(t, [reading(`/${round}/a`), reading(`/${round}/b`)]));
    await asOperator((t) => logChanges(t, [change(`${round} é 😀`), change('')]));
  }
  await database.owner.query(
    `insert into ${schema}.retention_act (kind, let_go_before, rows_gone, months)
     select 'reading log', now() - interval '7 years', 3, 72 from generate_series(1, 2)`,
  );
});

after(() => database.end());

const check = (expected: readonly ExpectedHead[] = []): Promise<readonly LogChecked[]> =>
  checkLogs({ records: () => Promise.resolve(records) }, auditor, { authority: 'fenshire', expected });

const problemOf = async (log: string, expected?: readonly ExpectedHead[]): Promise<string | null> =>
  (await check(expected)).find((one) => one.log === log)?.problem?.what ?? null;

/** Does something to the tables past the application, looks, and puts everything back. */
async function tampered<Result>(statements: readonly string[], look: () => Promise<Result>): Promise<Result> {
  const { owner } = database;
  const tables = [...authorityLogs.map(({ table }) => table), 'log_link'];
  await owner.query(`set search_path = ${schema}; set session_replication_role = replica`);
  for (const table of tables) await owner.query(`create temporary table kept_${table} as table ${table}`);
  try {
    for (const statement of statements) await owner.query(statement);
    return await look();
  } finally {
    await owner.query(`set session_replication_role = replica`);
    for (const table of tables) {
      await owner.query(
        `truncate ${table}; insert into ${table} overriding system value table kept_${table}; drop table kept_${table}`,
      );
    }
    await owner.query(`reset session_replication_role; reset search_path`);
  }
}

test('whole logs are found whole, with how long they are and their heads', async () => {
  const found = await check();
  assert.deepEqual(
    found.map(({ log, links, rows, letGo, problem }) => ({ log, links, rows, letGo, problem })),
    [
      { log: 'reading', links: 4, rows: 4, letGo: 0, problem: null },
      { log: 'changes', links: 4, rows: 4, letGo: 0, problem: null },
      { log: 'retention', links: 2, rows: 2, letGo: 0, problem: null },
    ],
  );
  for (const { head } of found) assert.match(head?.hash ?? '', /^[0-9a-f]{64}$/);
});

/** One byte more or another, whatever the column is. */
const altered: Readonly<Record<string, (column: string) => string>> = {
  number: (column) => `alter column ${column} drop identity`,
  text: (column) => `coalesce(${column}, '') || 'x'`,
  'timestamp with time zone': (column) => `${column} + interval '1 microsecond'`,
  uuid: () => `gen_random_uuid()`,
  xid8: (column) => `((${column}::text)::bigint + 1)::text::xid8`,
  bigint: (column) => `${column} + 1`,
  integer: (column) => `${column} + 1`,
};

for (const { log, table, columns } of authorityLogs) {
  test(`one byte altered in any column of the log of ${log} is found, at its entry`, async () => {
    const { rows: types } = await database.owner.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
        where table_schema = '${schema}' and table_name = $1`,
      [table],
    );
    assert.deepEqual(
      types.map(({ name }) => name).toSorted(),
      columns.toSorted(),
      'every column is vouched for',
    );
    for (const { name, type } of types) {
      if (name === 'number') continue;
      const alter = altered[type]?.(name);
      assert.ok(alter, type);
      const what = await tampered(
        [
          `alter table ${table} drop constraint if exists ${table}_urn_check, drop constraint if exists ${table}_check`,
          `update ${table} set ${name} = ${alter} where number = 2`,
        ],
        () => problemOf(log),
      );
      assert.equal(what, 'Entry 2 was altered.', name);
    }
    assert.equal(await problemOf(log), null, 'whole again');
  });

  test(`an entry of the log of ${log} that is taken out, put in or given another number is found`, async () => {
    const gone = await tampered([`delete from ${table} where number = 1`], () => problemOf(log));
    assert.equal(gone, 'Entry 1 is missing.');
    const named = columns.join(', ');
    const another = columns.map((column) => (column === 'number' ? '77' : column)).join(', ');
    const copy = `insert into ${table} (${named}) overriding system value select ${another} from ${table} where number = 1`;
    const added = await tampered([copy], () => problemOf(log));
    assert.equal(added, 'Entry 77 was put in past the log: no link vouches for it.');
    const renumbered = await tampered([copy, `delete from ${table} where number = 1`], () => problemOf(log));
    assert.equal(renumbered, 'Entry 1 is missing.');
  });

  test(`two entries of the log of ${log} that changed places are found`, async () => {
    const others = columns.filter((column) => column !== 'number');
    const swap = `update ${table} a set (${others.join(', ')}) = (select ${others.map((one) => `b.${one}`).join(', ')} from ${table} b where b.number = 3 - a.number) where number in (1, 2)`;
    assert.equal(await tampered([swap], () => problemOf(log)), 'Entry 1 was altered.');
  });
}

test('a link that is altered, taken out or put in another place is found', async () => {
  const one = `where log = 'changes' and position = 3`;
  const alterations: Readonly<Record<string, string>> = {
    [`update log_link set at = at + interval '1 microsecond' ${one}`]: 'Link 3 was altered.',
    [`update log_link set row_hash = repeat('0', 64) ${one}`]: 'Link 3 was altered.',
    [`update log_link set hash = repeat('1', 64) ${one}`]: 'Link 3 was altered.',
    [`update log_link set number = 99 ${one}`]: 'Link 3 was altered.',
    [`update log_link set previous = repeat('2', 64) ${one}`]: 'Link 3 does not follow the one before it.',
    [`delete from log_link ${one}`]: 'Link 3 is missing: the next there is, is 4.',
    [`update log_link set position = 30 ${one}`]: 'Link 3 is missing: the next there is, is 4.',
    [`update log_link set log = 'reading', position = 5, number = 99 ${one}`]:
      'Link 3 is missing: the next there is, is 4.',
  };
  for (const [statement, expected] of Object.entries(alterations)) {
    assert.equal(await tampered([statement], () => problemOf('changes')), expected, statement);
  }
});

test('a log that was cut off at its end, or written anew, is found by a head that was written down', async () => {
  const head = (await check()).find(({ log }) => log === 'changes')?.head;
  assert.ok(head);
  const expected = [{ ...head, authority: 'fenshire', log: 'changes' as const }];
  assert.equal(await problemOf('changes', expected), null);
  const cut = [
    `delete from change_log where number in (select number from log_link where log = 'changes' and position > 2)`,
    `delete from log_link where log = 'changes' and position > 2`,
  ];
  assert.equal(await tampered(cut, () => problemOf('changes')), null, 'what is left is whole');
  assert.equal(
    await tampered(cut, () => problemOf('changes', expected)),
    'The log was cut off: it had 4 entries, and the chain ends at 2.',
  );
  const anew = [
    `set session_replication_role = origin`,
    `create temporary table written as select * from change_log order by number`,
    `truncate change_log; delete from log_link where log = 'changes'`,
    `update written set why = 'another reason' where number = 4`,
    `insert into change_log overriding system value select * from written`,
    `drop table written`,
    `set session_replication_role = replica`,
  ];
  assert.equal(
    await tampered(anew, () => problemOf('changes', expected)),
    'The log was written anew: link 4 is another than it was.',
  );
});

test('entries that were let go are in order when they were old enough, and only then', async () => {
  const old = [
    `set session_replication_role = origin`,
    `insert into reading_log (read_at, person, person_name, event, path) values (now() - interval '8 years', 'x', 'X', 'read category', '/old')`,
    `set session_replication_role = replica`,
  ];
  const gone = `delete from reading_log where path = '/old'`;
  const found = await tampered([...old, gone], check);
  const [log] = found;
  assert.deepEqual({ letGo: log?.letGo, problem: log?.problem }, { letGo: 1, problem: null });
  const unsaid = await tampered([...old, gone, 'delete from retention_act'], check);
  assert.match(unsaid[0]?.problem?.what ?? '', /^Entry \d+ is missing\.$/);
  assert.equal(unsaid[2]?.problem?.what, 'Entry 1 is missing.', 'nor can what was let go be denied');
  const tooYoung = await tampered(
    [
      `delete from reading_log where number = 1`,
      `set session_replication_role = origin`,
      `insert into retention_act (kind, let_go_before, rows_gone, months) values ('reading log', now() - interval '1 microsecond', 1, 72)`,
    ],
    () => problemOf('reading'),
  );
  assert.equal(tooYoung, 'Entry 1 is missing.');
});

test('whatever is written, the database and the check hash the same', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((some) => some.replaceAll('\0', ''));
  const asked = fc.array(fc.tuple(text, fc.option(text), fc.option(text)), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(asked, async (texts) => {
      await asOperator((t) =>
        logChanges(
          t,
          texts.map(([name, from, why]) => ({ ...change(name), aboutName: name, from, why })),
        ),
      );
      assert.equal(await problemOf('changes'), null);
    }),
    { numRuns: 15 },
  );
});

test('many who read at once make one line, each link after the one before', async () => {
  const before = (await check())[0]?.links ?? 0;
  await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      asOperator((t) => addReadings(t, [reading(`/at-once/${index}`)])),
    ),
  );
  const [log] = await check();
  assert.deepEqual({ links: log?.links, problem: log?.problem }, { links: before + 30, problem: null });
});

test('a chain is the database’s: the application cannot add a link, change one or make the database make one', async () => {
  const row = `('reading', 999, 999, now(), repeat('0', 64), repeat('3', 64), repeat('0', 64))`;
  const tries = [
    `insert into log_link (log, position, number, at, row_hash, previous, hash) values ${row}`,
    `update log_link set hash = hash`,
    `delete from log_link`,
    `select link_added_to_reading_log()`,
    `do $$ declare c refcursor; begin open c for select 1::bigint as number, now() as at, 'x' as row_hash; perform link_reading_log(c); end $$`,
  ];
  for (const statement of tries) {
    await assert.rejects(
      asOperator((t) => sql.raw(statement).execute(t)),
      statement,
    );
  }
  assert.equal(await problemOf('reading'), null);
});

test('the chain of the installation is checked too, by whoever types commands', async () => {
  await records.inInstallation([operator.id], (t) =>
    t
      .insertInto('official_file_log')
      .values({
        ...{ person: operator.id, person_name: operator.name, act: 'loaded', why: null },
        ...{ title: 'A file', file_name: 'f.csv', sha256: 's' },
      })
      .execute(),
  );
  const found = await checkLogs({ records: () => Promise.resolve(records) }, operator, { authority: null });
  assert.deepEqual(
    found.map(({ authority, log }) => `${authority ?? 'installation'}: ${log}`),
    [
      'fenshire: reading',
      'fenshire: changes',
      'fenshire: retention',
      'installation: official files',
      'installation: retention',
    ],
  );
  assert.ok(found.every(({ problem }) => problem === null));
});

test('who may not read the logs checks none', async () => {
  const parts = { records: () => Promise.resolve(records) };
  const attempt = checkLogs(parts, personOf('director', 'fenshire'), { authority: 'fenshire' });
  await assert.rejects(attempt, { code: 'not-permitted' });
});
