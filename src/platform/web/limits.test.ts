import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Person } from '#/people/rules/permissions.ts';
import { cookieOfSession, gateOf, tokenOfForm } from './gate.fixture.ts';
import { limitUploads } from './limit-uploads.ts';
import { patience, usualLimits, type Limits } from './limits.ts';
import type { PageResponse, Route } from './route.ts';
import { createServer } from './server.ts';

const person: Person = {
  id: '1',
  name: 'An analyst',
  roles: [{ role: 'analyst', authority: 'fenshire', schools: 'all' }],
};
const guarded = { permission: 'read published data', logs: 'nothing confidential' } as const;
const done = (): Promise<PageResponse> => Promise.resolve({ kind: 'redirect', to: '/' });

/** A site that lets two of everything through, and what came of it. */
function site(limits: Partial<Limits> = {}) {
  const two = { most: 2, seconds: 60 };
  const many = { most: 1000, seconds: 60 };
  const routes: Route[] = [
    { method: 'GET', path: '/page', ...guarded, handle: done },
    { method: 'GET', path: '/list.csv', ...guarded, handle: done },
    { method: 'POST', path: '/form', ...guarded, handle: done },
    { method: 'GET', path: '/sign-in', open: true, handle: done },
    { method: 'POST', path: '/sign-in', open: true, handle: done },
  ];
  const server = createServer({
    routes,
    gate: gateOf(person),
    limits: {
      ofAddress: many,
      signingIn: two,
      ofSession: two,
      forms: two,
      downloads: two,
      uploads: usualLimits.uploads,
      ...limits,
    },
  });
  const ask = async (url: string, more: { remoteAddress?: string; cookie?: string } = {}) => {
    const { cookie = cookieOfSession, ...from } = more;
    return server.inject({ url, headers: { host: 'localhost', cookie }, ...from });
  };
  const send = (url: string) =>
    server.inject({
      method: 'POST',
      url,
      headers: {
        host: 'localhost',
        cookie: cookieOfSession,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: `form-token=${tokenOfForm()}`,
    });
  return { ask, send };
}

describe('more than one reader asks for', () => {
  test('is refused in words, with the time to wait, and is nothing to do with pages of another kind', async () => {
    const { ask, send } = site();
    for (const [url, request] of [
      ['/page', ask],
      ['/list.csv', ask],
      ['/form', send],
      ['/sign-in', send],
    ] as const) {
      for (const time of [1, 2]) assert.equal((await request(url)).statusCode, 303, `${url} ${time}`);
      const { statusCode, headers, body } = await request(url);
      assert.equal(statusCode, 429, url);
      assert.ok(Number(headers['retry-after']) > 0 && Number(headers['retry-after']) <= 60, url);
      assert.match(body, /Wait (?:\d+ seconds?|1 minute), then try again\./);
      assert.match(String(headers['content-security-policy']), /default-src 'none'/);
    }
  });

  test('in one session stops no other, and from one address stops all behind it', async () => {
    const { ask } = site({ ofAddress: { most: 5, seconds: 60 } });
    const other = `middletier-session=${'b'.repeat(43)}`;
    for (const time of [1, 2]) assert.equal((await ask('/page')).statusCode, 303, String(time));
    assert.equal((await ask('/page')).statusCode, 429);
    assert.equal((await ask('/page', { cookie: other })).statusCode, 303);
    assert.equal((await ask('/page', { cookie: other })).statusCode, 303);
    assert.equal((await ask('/page', { cookie: 'middletier-session=' + 'c'.repeat(43) })).statusCode, 429);
    assert.equal((await ask('/page', { cookie: other, remoteAddress: '192.0.2.7' })).statusCode, 429);
    assert.equal((await ask('/sign-in', { cookie: '', remoteAddress: '192.0.2.7' })).statusCode, 303);
  });

  test('leaves how the site is, and its styles, to be asked for always', async () => {
    const { ask } = site({ ofAddress: { most: 1, seconds: 60 } });
    const [, styles = ''] = /rel="stylesheet" href="([^"]+)"/.exec((await ask('/nowhere')).body) ?? [];
    assert.equal((await ask('/nowhere')).statusCode, 429);
    for (const url of [styles, '/health', styles, '/health']) assert.equal((await ask(url)).statusCode, 200);
  });
});

describe('uploads of one person', () => {
  const hour = 60 * 60 * 1000;

  test('are two at once, and a third waits until one is over', async () => {
    const { during } = limitUploads({ atOnce: 2, bytesAnHour: 1000 }, () => 0);
    const ends: (() => void)[] = [];
    const upload = (who: string) => during(who, 1, () => new Promise<void>((end) => ends.push(end)));
    const first = upload('a');
    const second = upload('a');
    await assert.rejects(upload('a'), { code: 'too-much', message: /2 uploads under way/ });
    void upload('b');
    ends[0]?.();
    await first;
    void upload('a');
    assert.equal(ends.length, 4);
    ends[1]?.();
    await second;
  });

  test('are so many bytes an hour, whatever came of them', async () => {
    let now = 0;
    const { during } = limitUploads({ atOnce: 2, bytesAnHour: 1000 }, () => now);
    await assert.rejects(
      during('a', 900, () => Promise.reject(new Error('cut off'))),
      /cut off/,
    );
    await assert.rejects(
      during('a', 200, () => Promise.resolve()),
      { code: 'too-much' },
    );
    await during('a', 100, () => Promise.resolve());
    await during('b', 1000, () => Promise.resolve());
    now = hour;
    await during('a', 1000, () => Promise.resolve());
  });
});

test('whoever is slow to send a request, or sends nothing any more, is not waited for', () => {
  const { server, initialConfig } = createServer({ routes: [], gate: gateOf(person) });
  assert.equal(server.headersTimeout, patience.headers);
  assert.equal(server.requestTimeout, patience.request);
  assert.equal(initialConfig.connectionTimeout, patience.silence);
  assert.ok(server.maxConnections > 0);
});
