import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { accountFor } from '#/people/actions/accounts.ts';
import { beginSession } from '#/people/actions/sessions.ts';
import { makeSetUpLink } from '#/people/actions/set-up-links.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import type { Records } from '#/platform/database/records.ts';
import {
  addPerson,
  endRoles,
  giveRoles,
  personOf,
  startTestDatabase,
  type TestDatabase,
} from './records.fixture.ts';
import { startSiteProcess, type SiteProcess } from './site-process.fixture.ts';

let database: TestDatabase;
let records: Records;
let site: SiteProcess;
let other: SiteProcess;
let person: Person;
let people = 0;
const password = 'copper lantern tuesday';

const parts = () =>
  ({
    records: () => Promise.resolve(records),
    published: () => Promise.resolve({ authorities: () => Promise.resolve([]) }),
  }) as unknown as Parts;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority('fenshire', 'Fenshire');
  [site, other] = await Promise.all([startSiteProcess(database.url), startSiteProcess(database.url)]);
});
after(async () => {
  await Promise.all([site.kill(), other.kill()]);
  await database.end();
});
beforeEach(async () => {
  people += 1;
  const email = `person-${String(people)}@example.org`;
  const id = await accountFor(parts(), { email, authority: 'fenshire', demonstration: false });
  person = { ...personOf('analyst', 'fenshire'), id, name: email };
  await addPerson(database.owner, 'fenshire', person);
});

/** The guarded page: 200 with a session that holds, 303 to the page of signing in without. */
async function opens(
  at: SiteProcess,
  token: string,
  path = '/authorities/fenshire/guarded',
): Promise<number> {
  const answer = await fetch(`${at.address}${path}`, {
    redirect: 'manual',
    headers: { cookie: `middletier-session=${token}` },
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Sends a form as a browser does, from the page it is on. */
async function sends(
  at: SiteProcess,
  path: string,
  fields: Readonly<Record<string, string>>,
  token?: string,
): Promise<{ readonly status: number; readonly token: string | null; readonly location: string | null }> {
  const cookie = token === undefined ? '' : `middletier-session=${token}`;
  const answer = await fetch(`${at.address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  });
  await answer.arrayBuffer();
  const [, begun = null] = /middletier-session=([^;]+)/.exec(answer.headers.getSetCookie().join()) ?? [];
  return { status: answer.status, token: begun, location: answer.headers.get('location') };
}

async function begin(): Promise<string> {
  return (await beginSession(parts(), person.id, 'password')).token;
}

/** The token of the first form on the account's page that leads there. */
async function formToken(at: SiteProcess, token: string): Promise<string> {
  const page = await fetch(`${at.address}/account`, { headers: { cookie: `middletier-session=${token}` } });
  const [, found = ''] = /name="form-token" value="([^"]+)"/.exec(await page.text()) ?? [];
  return found;
}

test('signing in, reading and signing out survive that the site is killed and started again', async () => {
  const { path } = await makeSetUpLink(parts(), person.id);
  const { token } = await sends(site, path, { password, again: password });
  assert.ok(token !== null);
  assert.equal(await opens(site, token), 200);
  await site.kill();
  site = await startSiteProcess(database.url);
  assert.equal(await opens(site, token), 200, 'the session holds after the restart');
  const out = await sends(site, '/sign-out', {}, token);
  assert.deepEqual([out.status, out.location], [303, '/sign-in?why=signed-out']);
  await site.kill();
  site = await startSiteProcess(database.url);
  assert.equal(await opens(site, token), 303, 'and stays over after another');
  const again = await sends(site, '/sign-in', { name: person.name, password, to: '/sources' });
  assert.deepEqual([again.status, again.location], [303, '/sources']);
  assert.equal(await opens(site, again.token ?? ''), 200);
});

test('a session ends when a role is given, and when one is ended', async () => {
  const before = await begin();
  assert.equal(await opens(site, before), 200);
  await giveRoles(database.owner, 'fenshire', {
    ...person,
    roles: personOf('data officer', 'fenshire').roles,
  });
  assert.equal(await opens(site, before), 303);
  const after = await begin();
  assert.equal(await opens(site, after), 200, 'signed in anew, as what they are now');
  await endRoles(database.owner, 'fenshire', person);
  assert.notEqual(await opens(site, after), 200);
});

test('a session ends after twelve hours, and after an hour without use', async () => {
  // Moved back in time it began before the roles were given, so a page that asks for a role would tell nothing.
  const own = '/account';
  const long = await begin();
  await moved('session set began_at = began_at - $2::interval, ends_at = ends_at - $2::interval', '12 hours');
  assert.equal(await opens(site, long, own), 303);
  const idle = await begin();
  await moved('session set began_at = began_at - $2::interval', '59 minutes');
  assert.equal(await opens(site, idle, own), 200, 'after 59 minutes it still holds');
  await moved('session set began_at = began_at - $2::interval', '2 hours');
  assert.equal(await opens(site, idle, own), 200, 'it was used, and that was noted');
  await database.owner.query(
    `update middletier.session_seen set seen_at = seen_at - interval '61 minutes'
      where token_hash in (select token_hash from middletier.session where account = $1)`,
    [person.id],
  );
  assert.equal(await opens(site, idle, own), 303);
});

async function moved(change: string, by: string): Promise<void> {
  await database.owner.query(`update middletier.${change} where account = $1`, [person.id, by]);
}

test('signing out everywhere ends every session, at once in every process', async () => {
  const [here, there] = [await begin(), await begin()];
  assert.deepEqual([await opens(site, here), await opens(other, there)], [200, 200]);
  const form = { 'form-token': await formToken(site, here) };
  const out = await sends(site, '/account/sign-out-everywhere', form, here);
  assert.equal(out.status, 303);
  assert.deepEqual([await opens(site, here), await opens(other, there)], [303, 303]);
});

test('changing the password ends the other sessions and goes on in this one', async () => {
  const { path } = await makeSetUpLink(parts(), person.id);
  const { token } = await sends(site, path, { password, again: password });
  const there = await begin();
  const here = token ?? '';
  const next = 'velvet harbour sixteen';
  const wrong = await sends(
    site,
    '/account/password',
    {
      'form-token': await formToken(site, here),
      current: 'not this one at all',
      password: next,
      again: next,
    },
    here,
  );
  assert.equal(wrong.status, 400);
  const changed = await sends(
    site,
    '/account/password',
    { 'form-token': await formToken(site, here), current: password, password: next, again: next },
    here,
  );
  assert.deepEqual([changed.status, changed.location], [303, '/account?changed']);
  assert.deepEqual([await opens(site, here), await opens(other, there)], [303, 303]);
  assert.equal(await opens(other, changed.token ?? ''), 200);
  assert.equal((await sends(other, '/sign-in', { name: person.name, password: next })).status, 303);
});

test('the page of one’s account shows no token, and without a session nothing at all', async () => {
  const token = await begin();
  const page = await fetch(`${site.address}/account`, { headers: { cookie: `middletier-session=${token}` } });
  const text = await page.text();
  assert.match(text, /Analyst/);
  assert.doesNotMatch(text, new RegExp(token));
  assert.equal(await opens(site, 'a'.repeat(43), '/account'), 303);
});

test('an unknown name, a wrong password and too many attempts look the same', async () => {
  const { path } = await makeSetUpLink(parts(), person.id);
  await sends(site, path, { password, again: password });
  const answers = new Set<string>();
  const tries: readonly (readonly [string, string])[] = [
    ['nobody@example.org', password],
    [person.name, 'wrong lantern tuesday'],
    [person.name, ''],
    ...Array.from({ length: 6 }, () => [person.name, 'wrong lantern tuesday'] as const),
    [person.name, password],
  ];
  for (const [name, typed] of tries) {
    const answer = await fetch(`${site.address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ name, password: typed }),
    });
    answers.add(`${String(answer.status)} ${(await answer.text()).replaceAll(name, 'NAME')}`);
  }
  assert.equal(answers.size, 1);
  assert.match([...answers].join(), /^400 /);
});
