import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openGate } from '#/people/actions/gate.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Gate, SignedIn, Visit } from '#/platform/web/gate.ts';
import { seen } from '#/seen.ts';
import {
  addPerson,
  endRoles,
  giveRoles,
  personOf,
  startTestDatabase,
  type TestDatabase,
} from './records.fixture.ts';

const officer = personOf('head of service', 'fenshire');
const head = personOf('headteacher', 'fenshire', ['900001']);
const path = '/authorities/fenshire/risk-register';

let database: TestDatabase;
let gate: Gate;

before(async () => {
  database = await startTestDatabase();
  const records = await database.openRecords();
  await records.prepareAuthority('fenshire', 'Fenshire');
  await records.prepareAuthority('elsewhere', 'Elsewhere');
  for (const person of [officer, head]) await addPerson(database.owner, 'fenshire', person);
  gate = openGate(
    { records: () => Promise.resolve(records) },
    () => Promise.resolve(null),
    (slug) => Promise.resolve(slug),
    seen,
  );
});

after(() => database.end());

const session = (person: Person, more: Partial<SignedIn> = {}): SignedIn => ({
  account: person.id,
  beganAt: new Date(),
  authorities: ['fenshire'],
  ...more,
});
const visit = (person: Person, more: Partial<Visit> = {}): Visit => ({
  signedIn: session(person),
  path,
  authority: 'fenshire',
  permission: 'read lists of categories',
  event: 'read categories',
  ...more,
});

const logged = async (of: string): Promise<number> => {
  const { rows } = await database.owner.query<{ n: number }>(
    'select count(*)::int as n from authority_fenshire.reading_log where path like $1',
    [of],
  );
  return rows[0]?.n ?? -1;
};
const outcomes = async (visits: readonly Visit[]): Promise<readonly string[]> =>
  (await Promise.allSettled(visits.map((one) => gate.admit(one)))).map((result) =>
    result.status === 'fulfilled' ? 'let in' : (result.reason as { code: string }).code,
  );

test('whoever is let in is who the records say, with what they hold today', async () => {
  const { person, seen: text } = await gate.admit(
    visit(head, { permission: 'read categories', path: '/authorities/fenshire/schools/900001' }),
  );
  assert.deepEqual(person, head);
  assert.ok(text);
});

test('readings that wait together are each in the log before their page is shown', async () => {
  const shown: string[] = [];
  const paths = Array.from({ length: 25 }, (_, index) => `${path}/${String(index)}`);
  await Promise.all(
    paths.map((each) => gate.admit(visit(officer, { path: each })).then(() => shown.push(each))),
  );
  assert.deepEqual(shown.toSorted(), paths.toSorted());
  for (const each of paths) assert.equal(await logged(each), 1);
});

test('a reading is answered only when its entry can be read by others', async () => {
  const { owner } = database;
  await owner.query('begin');
  await owner.query('lock table authority_fenshire.reading_log in exclusive mode');
  let answered = false;
  const waiting = gate.admit(visit(officer, { path: `${path}/late` })).then(() => (answered = true));
  await owner.query('select pg_sleep(0.05)');
  assert.equal(answered, false);
  await owner.query('commit');
  await waiting;
  assert.equal(await logged(`${path}/late`), 1);
});

test('a reading that cannot be logged stops no other that waits with it', async () => {
  const unwritable = `${path}/\0`;
  const good = `${path}/good`;
  const results = await outcomes(
    [good, unwritable, good, unwritable, good].map((of) => visit(officer, { path: of })),
  );
  // 22021: PostgreSQL takes no text with a zero byte in it.
  assert.deepEqual(results, ['let in', '22021', 'let in', '22021', 'let in']);
  assert.equal(await logged(good), 3);
});

test('what is not permitted is refused and not logged, beside what is', async () => {
  const refused = `${path}/refused`;
  const results = await outcomes([
    visit(head, { path: refused }),
    visit(head, { path: `${path}/allowed`, permission: 'read categories' }),
  ]);
  assert.deepEqual(results, ['not-permitted', 'let in']);
  assert.deepEqual([await logged(refused), await logged(`${path}/allowed`)], [0, 1]);
});

test('where nothing confidential is read nothing is logged, and nothing of the records is looked at', async () => {
  const before = await logged('%');
  const { seen: text } = await gate.admit(visit(officer, { event: null, permission: 'read published data' }));
  assert.equal(text, null);
  assert.equal(await logged('%'), before);
});

test('whom an authority does not know finds nothing there, whatever the session says', async () => {
  const pretender = { ...officer, id: 'pretender' };
  assert.deepEqual(
    await outcomes([
      visit(officer),
      visit(pretender),
      visit(officer, { authority: 'elsewhere', path: '/authorities/elsewhere/risk-register' }),
      visit(officer, { authority: 'elsewhere', signedIn: session(officer, { authorities: ['elsewhere'] }) }),
      visit(officer, { authority: 'nowhere' }),
      visit(officer, { authority: 'nowhere', signedIn: session(officer, { authorities: ['nowhere'] }) }),
    ]),
    ['let in', 'not-found', 'not-found', 'not-found', 'not-found', 'not-found'],
  );
});

test('a session ends when a role is given or ended: they sign in again, as what they are now', async () => {
  const mover = { ...personOf('headteacher', 'fenshire', ['900001']), id: 'mover', name: 'A mover' };
  await addPerson(database.owner, 'fenshire', mover);
  const asked = { permission: 'read categories' } as const;
  const earlier = visit(mover, asked);
  assert.deepEqual(await outcomes([earlier]), ['let in']);
  await giveRoles(database.owner, 'fenshire', {
    ...mover,
    roles: personOf('clerk', 'fenshire', ['900002']).roles,
  });
  assert.deepEqual(await outcomes([earlier, visit(mover, asked)]), ['signed-out', 'let in']);
  const between = visit(mover, asked);
  await endRoles(database.owner, 'fenshire', mover);
  assert.deepEqual(await outcomes([between, visit(mover, asked)]), ['signed-out', 'not-found']);
});

test('on a page of no authority they may what they may in any of theirs', async () => {
  const everywhere = { authority: null, path: '/sources', event: null } as const;
  const both = session(officer, { authorities: ['elsewhere', 'fenshire'] });
  const { person } = await gate.admit(visit(officer, { ...everywhere, signedIn: both }));
  assert.deepEqual(person.roles, officer.roles);
  assert.equal(person.name, officer.name);
  assert.deepEqual(
    await outcomes([
      visit(head, { ...everywhere, permission: 'import files' }),
      visit(head, { ...everywhere, permission: 'read published data' }),
      visit(head, {
        ...everywhere,
        permission: 'read published data',
        signedIn: session(head, { authorities: [] }),
      }),
    ]),
    ['not-permitted', 'let in', 'not-permitted'],
  );
});

test('looking is no reading, and says the same until something changes', async () => {
  const before = await logged('%');
  const seenBefore = await gate.look(officer, 'fenshire');
  assert.ok(seenBefore);
  assert.equal(await gate.look(officer, 'fenshire'), seenBefore);
  assert.equal(await logged('%'), before);
  const name = (to: string) =>
    database.owner.query(`update authority_fenshire.person_known_as set name = $1 where person = $2`, [
      to,
      officer.id,
    ]);
  await name('Another name');
  await name(officer.name);
  assert.notEqual(await gate.look(officer, 'fenshire'), seenBefore, 'changed and changed back');
});
