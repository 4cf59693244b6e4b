import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importPeople } from '#/people/actions/import-people.ts';
import { invitePerson } from '#/people/actions/invite-person.ts';
import { linksMadeForMe } from '#/people/actions/links-made-for-me.ts';
import { offerSetUpLink } from '#/people/actions/offer-set-up-link.ts';
import { readOwnAccount } from '#/people/actions/own-account.ts';
import type { PeopleParts } from '#/people/actions/people-context.ts';
import { openSessions } from '#/people/actions/sessions.ts';
import { readSetUpLink, useSetUpLink } from '#/people/actions/set-up-links.ts';
import { signInWithPassword } from '#/people/actions/sign-in.ts';
import { linksMade } from '#/people/records/links-made.ts';
import { operator, type Person, type Role } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { partsWith } from './people.fixture.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** Two authorities that have nothing to do with each other, and one where anybody may be administrator by one click. */
let database: TestDatabase;
let records: Records;
let parts: PeopleParts;
let fen: Person;
let marsh: Person;
let lark: Person;
const password = 'velvet harbour sixteen';
const again = { password, again: password };

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  const one = partsWith(records, {});
  const authorities = ['Fenshire', 'Marshshire', 'Larkshire'].map((name) => ({
    name,
    slug: name.toLowerCase(),
    schools: 0,
    invented: name === 'Larkshire',
    newestKnownOn: '2026-01-01',
  }));
  parts = {
    ...one,
    published: async () => ({ ...(await one.published()), authorities: () => Promise.resolve(authorities) }),
  };
  fen = await invited(operator, 'fenshire', 'a.fen@fenshire.example.org', 'administrator');
  marsh = await invited(operator, 'marshshire', 'a.marsh@marshshire.example.org', 'administrator');
  lark = await invited(operator, 'larkshire', 'a.lark@larkshire.example', 'administrator');
});

after(() => database.end());

async function invited(by: Person, authority: string, email: string, role: Role): Promise<Person> {
  const typed = { authority, name: 'Ann Sedge', email, role, for: '', from: '', to: '', why: 'For the test' };
  const outcome = await invitePerson(parts, by, typed);
  assert.ok('person' in outcome, JSON.stringify(outcome));
  return {
    id: outcome.person,
    name: 'Ann Sedge',
    roles: [{ role, authority, schools: 'all' }],
  };
}

const linkFor = async (by: Person, authority: string, { id }: Person): Promise<string> => {
  const { path } = await offerSetUpLink(parts, by, { authority, person: id });
  return path.slice('/set-up/'.length);
};

test('nobody invites in one authority whom another knows, to make the link that opens the other', async () => {
  const director = await invited(fen, 'fenshire', 'director@fenshire.gov.uk', 'director');
  await assert.rejects(invited(marsh, 'marshshire', 'director@fenshire.gov.uk', 'governor support'), {
    code: 'usage',
  });
  assert.equal((await linkFor(fen, 'fenshire', director)).length, 43, 'their own authority makes the link');
});

test('whom two authorities know is given a link by neither, signed in before or not', async () => {
  const adviser = await invited(fen, 'fenshire', 'adviser@reed.example.org', 'analyst');
  await invited(operator, 'marshshire', 'adviser@reed.example.org', 'analyst');
  await assert.rejects(linkFor(fen, 'fenshire', adviser), { code: 'not-permitted' });
  await assert.rejects(linkFor(marsh, 'marshshire', adviser), { code: 'not-permitted' });
  assert.equal((await linkFor(operator, 'fenshire', adviser)).length, 43);
});

test('an account that another authority prepared opens nothing here: password, session and link are worth nothing', async () => {
  const email = 'director.to.be@fenshire.gov.uk';
  const prepared = await invited(marsh, 'marshshire', email, 'analyst');
  const used = await useSetUpLink(parts, await linkFor(marsh, 'marshshire', prepared), again);
  assert.ok('session' in used);
  const link = await linkFor(marsh, 'marshshire', prepared);
  await assert.rejects(invited(fen, 'fenshire', email, 'director'), { code: 'usage' });
  const signIn = () => signInWithPassword(parts, { name: email, password, from: '192.0.2.1' });
  assert.notEqual(await signIn(), null, 'until then it is a password like any other');

  await invited(operator, 'fenshire', email, 'director');
  assert.equal(await openSessions(parts).whoHas(used.session.token), null);
  assert.equal(await signIn(), null);
  await assert.rejects(readSetUpLink(parts, link), { code: 'not-found' });
  const own = await useSetUpLink(parts, await linkFor(operator, 'fenshire', prepared), again);
  assert.ok('session' in own, 'with a new link they set a password of their own');
  assert.notEqual(await signIn(), null);
});

test('whoever has signed in is told that a link was made with which others could be them, by whom and when', async () => {
  const email = 'told@fenshire.gov.uk';
  const told = await invited(fen, 'fenshire', email, 'director');
  const asked = { ...parts, now: () => new Date().toISOString() };
  const first = await useSetUpLink(parts, await linkFor(fen, 'fenshire', told), again);
  assert.ok('session' in first);
  assert.deepEqual(await linksMadeForMe(asked, told, 'fenshire'), [], 'of their own first link they know');
  await linkFor(fen, 'fenshire', told);
  const [made, ...others] = await linksMadeForMe(asked, told, 'fenshire');
  assert.equal(made?.byName, 'Ann Sedge');
  assert.deepEqual(others, []);
  const { token } = first.session;
  const account = await readOwnAccount(parts, { account: told.id, token, authorities: ['fenshire'] });
  assert.equal(account.authorities[0]?.links.length, 2);
  const later = { ...parts, now: () => new Date(Date.now() + 31 * 86_400_000).toISOString() };
  assert.deepEqual(await linksMadeForMe(later, told, 'fenshire'), []);
  assert.deepEqual(await linksMadeForMe(asked, fen, 'fenshire'), [], 'nobody else’s');
});

test('no link is made for an invented person, and none is in the log', async () => {
  const email = 'head@larkshire.example';
  const rows = [
    { name: 'H', email, role: 'analyst', for: '', from: '', to: '', why: 'For the test', row: 2 },
  ];
  const asked = { authority: 'larkshire', rows, demonstration: true };
  const { people } = await importPeople(parts, operator, asked);
  const head = { id: people[0]?.person ?? '', name: 'H', roles: [] };
  await assert.rejects(linkFor(lark, 'larkshire', head), { code: 'usage' });
  assert.deepEqual(await records.inAuthority('larkshire', head, linksMade), []);
});

test('whoever is administrator of an invented authority by one click makes no account of anybody’s address', async () => {
  const email = 'head@school.sch.uk';
  await assert.rejects(invited(lark, 'larkshire', email, 'analyst'), { code: 'usage' });
  const rows = [
    { name: 'A', email, role: 'analyst', for: '', from: '', to: '', why: 'For the test', row: 2 },
  ];
  await assert.rejects(importPeople(parts, lark, { authority: 'larkshire', rows }), { code: 'usage' });
  await invited(lark, 'larkshire', 'new@larkshire.example', 'analyst');
  await invited(fen, 'fenshire', email, 'analyst');
});
