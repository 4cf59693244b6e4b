import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Records } from '#/platform/database/records.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { startTestDatabase, type TestDatabase } from '../../../tests/security/records.fixture.ts';
import { accountFor } from './accounts.ts';
import { openSessions } from './sessions.ts';
import { makeSetUpLink, readSetUpLink, useSetUpLink } from './set-up-links.ts';
import { signInWithPassword } from './sign-in.ts';

let database: TestDatabase;
let records: Records;
let people = 0;
let name = '';
let account = '';
const from = '192.0.2.1';
const password = 'copper lantern tuesday';
const published = () =>
  Promise.resolve({
    authorities: () => Promise.resolve([{ slug: 'larkshire', invented: true }]),
  } as unknown as PublishedStore);
const parts = () => ({ records: () => Promise.resolve(records), published });
const tokenOf = ({ path }: { readonly path: string }): string => path.replace('/set-up/', '');
const whoHas = (token: string) => openSessions(parts()).whoHas(token);

/** The session of a link that was used. */
async function setUp(token: string, chosen = password): Promise<string> {
  const used = await useSetUpLink(parts(), token, { password: chosen, again: chosen });
  assert.ok('session' in used);
  return used.session.token;
}

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
});
after(() => database.end());
beforeEach(async () => {
  people += 1;
  name = `person-${String(people)}@example.org`;
  account = await accountFor(parts(), { email: name, authority: 'norfolk', demonstration: false });
});

test('whoever was given a link sets a password, is signed in, and signs in with it from then on', async () => {
  const link = await makeSetUpLink(parts(), account);
  assert.deepEqual(await readSetUpLink(parts(), tokenOf(link)), { signInName: name });
  assert.equal((await whoHas(await setUp(tokenOf(link))))?.account, account);
  const session = await signInWithPassword(parts(), { name: ` ${name.toUpperCase()}`, password, from });
  assert.equal((await whoHas(session?.token ?? ''))?.account, account);
});

test('a link works once, also when it is opened twice at once', async () => {
  const token = tokenOf(await makeSetUpLink(parts(), account));
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => setUp(token)));
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const one of tries) {
    if (one.status === 'rejected') assert.equal((one.reason as { code?: unknown }).code, 'not-found');
  }
});

test('a link that is used, replaced, too old or invented says the same', async () => {
  const used = tokenOf(await makeSetUpLink(parts(), account));
  await setUp(used);
  const replaced = tokenOf(await makeSetUpLink(parts(), account));
  const old = tokenOf(await makeSetUpLink(parts(), account));
  await database.owner.query(`update middletier.set_up_link set until = now() where until > now() and number =
    (select max(number) from middletier.set_up_link)`);
  const words = new Set<string>();
  for (const token of [used, replaced, old, 'x'.repeat(43), 'x']) {
    for (const open of [() => readSetUpLink(parts(), token), () => setUp(token)]) {
      await assert.rejects(open, (error: Error) => words.add(error.message).size > 0);
    }
  }
  assert.equal(words.size, 1);
});

test('a password that is refused leaves the link as it was', async () => {
  const token = tokenOf(await makeSetUpLink(parts(), account));
  assert.deepEqual(await useSetUpLink(parts(), token, { password: 'short', again: 'other' }), {
    problems: [
      {
        field: 'password',
        text: 'Use at least 12 characters, for example three words that do not belong together.',
      },
      { field: 'again', text: 'Type the same password again.' },
    ],
  });
  await setUp(token);
});

test('setting a password again ends every session, and the old password is worth nothing', async () => {
  const before = await setUp(tokenOf(await makeSetUpLink(parts(), account)));
  await setUp(tokenOf(await makeSetUpLink(parts(), account)), 'velvet harbour sixteen');
  assert.equal(await whoHas(before), null);
  assert.equal(await signInWithPassword(parts(), { name, password, from }), null);
  assert.ok(await signInWithPassword(parts(), { name, password: 'velvet harbour sixteen', from }));
});

test('nobody gets in with a wrong password, an unknown name, no password or no address', async () => {
  const tries = [
    { name, password: '' },
    { name, password },
    { name: 'nobody@example.org', password },
    { name: 'nobody@nowhere.invalid', password: '' },
    { name: 'not an address', password },
  ];
  for (const one of tries)
    assert.equal(await signInWithPassword(parts(), { ...one, from: '192.0.2.2' }), null);
});

test('after too many mistakes not even the right password is looked at, but from elsewhere it is', async () => {
  await setUp(tokenOf(await makeSetUpLink(parts(), account)));
  const place = '192.0.2.3';
  const wrong = () => signInWithPassword(parts(), { name, password: 'wrong lantern tuesday', from: place });
  await Promise.all(Array.from({ length: 12 }, wrong));
  assert.equal(await signInWithPassword(parts(), { name, password, from: place }), null);
  assert.ok(await signInWithPassword(parts(), { name, password, from: '192.0.2.4' }), 'from elsewhere');
  const { rows } = await database.owner.query<{ looked: string }>(
    `select count(*) filter (where not refused) as looked from middletier.sign_in_attempt
      where attempted_at > now() - interval '1 minute' group by place_hash order by max(number) desc limit 2`,
  );
  assert.deepEqual(
    rows.map(({ looked }) => looked),
    ['1', '5'],
    'of twelve at once five were looked at',
  );
  await database.owner.query(
    `update middletier.sign_in_attempt set attempted_at = attempted_at - interval '16 seconds'`,
  );
  assert.ok(await signInWithPassword(parts(), { name, password, from: place }), 'after the wait');
});

test('a hash made with the measures of before is made anew at the next sign-in', async () => {
  await setUp(tokenOf(await makeSetUpLink(parts(), account)));
  const newest = async () =>
    (
      await database.owner.query<{ number: string; passes: number }>(
        'select number, passes from middletier.credential where account = $1 order by number desc limit 1',
        [account],
      )
    ).rows[0];
  // argon2id of the same password with one pass more, so that the hash kept is right for what it says.
  const { argon2Sync } = await import('node:crypto');
  const salt = Buffer.alloc(16, 7);
  const hash = argon2Sync('argon2id', {
    message: password,
    nonce: salt,
    memory: 8192,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  });
  await database.owner.query(
    `insert into middletier.credential (account, memory, passes, parallelism, salt, hash) values ($1, 8192, 3, 1, $2, $3)`,
    [account, salt.toString('base64url'), hash.toString('base64url')],
  );
  assert.equal((await newest())?.passes, 3);
  assert.ok(await signInWithPassword(parts(), { name, password, from }));
  assert.equal((await newest())?.passes, 2);
  assert.ok(await signInWithPassword(parts(), { name, password, from }));
});

test('an invented person has no link and no password', async () => {
  const invented = await accountFor(parts(), {
    email: 'head@larkshire.example',
    authority: 'larkshire',
    demonstration: true,
  });
  await assert.rejects(makeSetUpLink(parts(), invented), { code: 'usage' });
  await assert.rejects(
    records.inInstallation([invented], (transaction) =>
      transaction
        .insertInto('credential')
        .values({
          account: invented,
          memory: 1,
          passes: 1,
          parallelism: 1,
          salt: 'x'.repeat(22),
          hash: 'x'.repeat(43),
        })
        .execute(),
    ),
    /not let/,
  );
});

test('the application’s role sets no password without a session or a link of the account', async () => {
  const credential = { memory: 1, passes: 1, parallelism: 1, salt: 'x'.repeat(22), hash: 'x'.repeat(43) };
  const add = (presented: readonly string[]) =>
    records.inInstallation(presented, (transaction) =>
      transaction
        .insertInto('credential')
        .values({ account, ...credential })
        .execute(),
    );
  await assert.rejects(add([account]), /not let/);
  await makeSetUpLink(parts(), account);
  await assert.rejects(add([account]), /not let/);
});
