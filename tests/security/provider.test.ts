import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accountFor } from '#/people/actions/accounts.ts';
import { openSessions } from '#/people/actions/sessions.ts';
import { signInRoutes } from '#/people/pages/sign-in/route.ts';
import type { Parts } from '#/parts.ts';
import type { Records } from '#/platform/database/records.ts';
import { createServer } from '#/platform/web/server.ts';
import { startProvider, type AtProvider, type TestProvider } from './provider.fixture.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

const address = 'http://localhost:4999';
const ann: AtProvider = { subject: 'ann', email: 'Ann.Smith@example.org', verified: true };

let database: TestDatabase;
let records: Records;
let provider: TestProvider;
let account = '';

before(async () => {
  [database, provider] = await Promise.all([startTestDatabase(), startProvider(address)]);
  records = await database.openRecords();
  account = await accountFor(parts(), {
    email: 'ann.smith@example.org',
    authority: 'norfolk',
    demonstration: false,
  });
});
after(async () => {
  await provider.stop();
  await database.end();
});

function parts(more: Partial<NonNullable<Parts['site']['provider']>> = {}): Parts {
  const { issuer, client, secret } = provider;
  const settings = {
    issuer,
    client,
    secret,
    button: 'Go',
    mailClaim: 'email',
    mailIs: 'told' as const,
    ...more,
  };
  return {
    records: () => Promise.resolve(records),
    published: () => Promise.resolve({ authorities: () => Promise.resolve([]) }),
    site: { address, provider: settings },
  } as unknown as Parts;
}

/** A browser: it keeps cookies and follows where it is sent, until it would come back to the site. */
function openBrowser(used = parts(), ours = new Map<string, string>()) {
  const site = createServer({
    routes: signInRoutes.map((route) => route(used)),
    gate: {
      signedIn: openSessions(used).whoHas,
      admit: () => Promise.reject(new Error('No page is guarded here')),
      look: () => Promise.resolve(null),
    },
    address,
    reportBug: () => undefined,
  });
  const theirs = new Map<string, string>();
  const cookies = (jar: ReadonlyMap<string, string>): string =>
    [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (jar: Map<string, string>, lines: readonly string[]): void => {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
  };
  const open = async (url: string) => {
    const answer = await site.inject({ url, headers: { host: 'localhost:4999', cookie: cookies(ours) } });
    keep(ours, [answer.headers['set-cookie'] ?? []].flat());
    return answer;
  };
  return {
    open,
    cookies: ours,
    /** To the provider and through it: the address it sends the browser back to. */
    goThere: async (to = '/sources'): Promise<string> => {
      const sent = await open(`/sign-in/provider?to=${encodeURIComponent(to)}`);
      let next = String(sent.headers.location);
      while (!next.startsWith(address)) {
        const answer = await fetch(new URL(next, provider.issuer), {
          redirect: 'manual',
          headers: { cookie: cookies(theirs) },
        });
        keep(theirs, answer.headers.getSetCookie());
        const location = answer.headers.get('location');
        assert.ok(location !== null, await answer.text());
        next = new URL(location, provider.issuer).href;
      }
      return next.slice(address.length);
    },
    /** Whose session the browser has. */
    whose: async (): Promise<string | null> => {
      const token = ours.get('middletier-session');
      return token === undefined ? null : ((await openSessions(used).whoHas(token))?.account ?? null);
    },
  };
}

test('somebody who was invited comes back signed in, to the page they wanted', async () => {
  provider.signsIn = ann;
  const browser = openBrowser();
  const answer = await browser.open(await browser.goThere('/sources?choose=1'));
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/sources?choose=1']);
  assert.equal(await browser.whose(), account);
});

test('the second time they are found by who they are there, whatever address they have now', async () => {
  provider.signsIn = { ...ann, email: 'ann.jones@example.org', verified: false };
  const browser = openBrowser();
  await browser.open(await browser.goThere());
  assert.equal(await browser.whose(), account);
});

test('whoever has their address now, and is somebody else there, is nobody here', async () => {
  provider.signsIn = { ...ann, subject: 'another' };
  const browser = openBrowser();
  assert.equal((await browser.open(await browser.goThere())).statusCode, 403);
  assert.equal(await browser.whose(), null);
});

test('somebody not invited, or with an address that nobody verified, hears the same', async () => {
  await accountFor(parts(), { email: 'invited@example.org', authority: 'norfolk', demonstration: false });
  const words = new Set<string>();
  for (const person of [
    { subject: 'stranger', email: 'stranger@example.org', verified: true },
    { subject: 'unverified', email: 'invited@example.org', verified: false },
  ]) {
    provider.signsIn = person;
    const browser = openBrowser();
    const answer = await browser.open(await browser.goThere());
    assert.equal(answer.statusCode, 403);
    assert.equal(await browser.whose(), null);
    words.add(answer.body);
  }
  assert.equal(words.size, 1);
  assert.match([...words].join(), /Nobody with that account has been invited/);
});

test('where the provider gives addresses out itself, they are believed', async () => {
  const given = await accountFor(parts(), {
    email: 'given@example.org',
    authority: 'norfolk',
    demonstration: false,
  });
  provider.signsIn = { subject: 'given', email: 'given@example.org', verified: false };
  const browser = openBrowser(parts({ mailIs: 'given' }));
  await browser.open(await browser.goThere());
  assert.equal(await browser.whose(), given);
});

test('an answer counts once, in the browser that was sent there, and for ten minutes', async () => {
  provider.signsIn = ann;
  const browser = openBrowser();
  const back = await browser.goThere();
  const other = openBrowser();
  await other.goThere();
  assert.equal((await other.open(back)).statusCode, 400, 'another browser');
  assert.equal(await other.whose(), null);
  assert.equal((await browser.open(back)).statusCode, 303);
  const again = openBrowser();
  assert.equal((await again.open(back)).statusCode, 400, 'replayed elsewhere');
  assert.equal((await browser.open(back)).statusCode, 400, 'replayed here');
  const late = openBrowser();
  const slow = await late.goThere();
  await database.owner.query(
    `update middletier.provider_sign_in set began_at = began_at - interval '10 minutes'`,
  );
  assert.equal((await late.open(slow)).statusCode, 400, 'too late');
  assert.equal(await late.whose(), null);
});

test('an answer with another state, another code or of another issuer lets nobody in', async () => {
  provider.signsIn = ann;
  const changes: readonly ((query: URLSearchParams) => void)[] = [
    (query) => {
      query.set('state', 'x'.repeat(43));
    },
    (query) => {
      query.delete('state');
    },
    (query) => {
      query.set('code', 'guessed');
    },
    (query) => {
      query.delete('code');
    },
    (query) => {
      query.set('iss', 'https://elsewhere.example.org');
    },
    (query) => {
      query.append('state', query.get('state') ?? '');
    },
  ];
  for (const change of changes) {
    const browser = openBrowser();
    const url = new URL(await browser.goThere(), address);
    change(url.searchParams);
    const answer = await browser.open(`${url.pathname}${url.search}`);
    assert.equal(answer.statusCode, 400, url.search);
    assert.equal(await browser.whose(), null, url.search);
  }
});

test('a code that was used at the provider already is worth nothing', async () => {
  provider.signsIn = ann;
  const browser = openBrowser();
  const back = await browser.goThere();
  const before = new Map(browser.cookies);
  await browser.open(back);
  // The same browser again, as if Middle Tier had forgotten: now the provider itself refuses the code.
  await database.owner.query('delete from middletier.provider_sign_in_used');
  const again = openBrowser(parts(), before);
  const answer = await again.open(back);
  assert.equal(answer.statusCode, 400);
  assert.match(answer.body, /could not be used/);
  assert.equal(await again.whose(), null);
});

test('whoever stops at the provider can try again', async () => {
  provider.signsIn = null;
  const browser = openBrowser();
  const answer = await browser.open(await browser.goThere());
  assert.equal(answer.statusCode, 403);
  assert.match(answer.body, /did not let you in, or you stopped there/);
});

test('a page elsewhere cannot be asked for', async () => {
  provider.signsIn = ann;
  const browser = openBrowser();
  const answer = await browser.open(await browser.goThere('//elsewhere.example.org/'));
  assert.equal(answer.headers.location, '/');
});

test('the provider offers to sign out there too', async () => {
  const browser = openBrowser();
  assert.match((await browser.open('/sign-in?why=signed-out')).body, /sign out of your organisation/);
  const { location } = (await browser.open('/sign-in/provider/sign-out')).headers;
  assert.ok(String(location).startsWith(`${provider.issuer}/session/end?`));
});

test('a provider that does not answer is said to, and passwords are offered', async () => {
  const browser = openBrowser(parts({ issuer: 'http://127.0.0.1:9' }));
  const answer = await browser.open('/sign-in/provider');
  assert.equal(answer.statusCode, 503);
  assert.match(answer.body, /does not answer.*use a password/s);
  assert.match(answer.body, /name="password"/);
  assert.doesNotMatch((await browser.open('/sign-in?why=signed-out')).body, /sign out of your organisation/);
});

test('without a provider its addresses are nothing', async () => {
  const used = { ...parts(), site: { address, provider: null } };
  const browser = openBrowser(used);
  for (const path of ['', '/return', '/sign-out']) {
    assert.equal((await browser.open(`/sign-in/provider${path}`)).statusCode, 404);
  }
  assert.doesNotMatch((await browser.open('/sign-in')).body, /id="provider"/);
});
