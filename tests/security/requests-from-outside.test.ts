import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { ownAddress } from '#/platform/web/own-address.ts';
import { schools } from './everybody.fixture.ts';
import { everyRow, openOutside, type Outside } from './from-outside.fixture.ts';
import { addressesOf } from './route-parameters.fixture.ts';

/** Requests that no page of ours makes: against the site with real records, over the network. */

let outside: Outside;
before(async () => {
  outside = await openOutside();
});
after(() => outside.close());

const county = '/authorities/fenshire';
const host = () => `Host: localhost:${new URL(outside.address).port}`;
const plain = (value: string) => encodeURIComponent(value).replaceAll("'", '%27');

describe('an address', () => {
  const hostile = [
    `'; drop table authority_fenshire.person; --`,
    `' or '1'='1`,
    `1 union select token_hash from middletier.session`,
    `\\'; select pg_sleep(20); --`,
    '$$;reset role;$$',
    '{{ 7777 * 7777 }}',
    '<script>alert(1)</script>',
    '../../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '__proto__',
    'a'.repeat(99),
  ];

  test('with SQL, markup or a way out of the folder in any of its places is the name of nothing', async () => {
    const before = await everyRow(outside.site.database);
    const session = outside.sessionOf('data officer');
    const routes = outside.site.routes.filter(({ method, path }) => method === 'GET' && path.includes(':'));
    let turn = 0;
    for (const { path } of routes) {
      const [there] = addressesOf(path);
      for (const name of path.match(/:\w+/g) ?? []) {
        // Each place with three of them, in turn: every one comes up in many places.
        turn += 3;
        for (const value of [0, 1, 2].map((more) => hostile[(turn + more) % hostile.length] ?? '')) {
          const address = path
            .split('/')
            .map((part) => part.replace(name, plain(value)))
            .map((part, at) => (part.startsWith(':') ? (there?.address.split('/')[at] ?? '') : part));
          const { status, body } = await outside.ask(address.join('/'), { session });
          assert.ok([303, 400, 403, 404].includes(status), `${address.join('/')} ${status}`);
          assert.doesNotMatch(body, /root:|<script>alert|60481729/);
        }
      }
    }
    assert.deepEqual(await everyRow(outside.site.database), before);
    assert.deepEqual(outside.site.bugs, []);
  });

  test('with the same in its query is answered as any other', async () => {
    const session = outside.sessionOf('data officer');
    const names = [
      'search',
      'phase',
      'category',
      'sort',
      'page',
      'from',
      'to',
      'show',
      'year',
      'measure',
      'group',
      'person',
      'choose',
    ];
    for (const page of [
      '',
      '/risk-register',
      '/watchlist',
      '/risk-register.csv',
      '/results',
      '/map',
      '/people',
      '/supplied',
      '/logs/reading',
      `/schools/${schools.own}`,
    ]) {
      for (const value of hostile) {
        const query = names.map((name) => `${name}=${plain(value)}`).join('&');
        const { status, body } = await outside.ask(`${county}${page}?${query}`, { session });
        assert.ok(status < 500, `${page} ${value} ${status}`);
        assert.doesNotMatch(body, /<script>alert/);
      }
    }
    assert.deepEqual(outside.site.bugs, []);
  });

  test('that leaves the site’s folders is nothing, however it is written', async () => {
    for (const path of [
      '/../etc/passwd',
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..%5c..%5cpackage.json',
      '//etc/passwd',
      '/.env',
      '/.git/config',
      '/data/middletier.log',
      '/assets/',
      '/src/main.ts',
    ]) {
      const { status, body } = await outside.ask(path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body, /root:|"dependencies"|\[core\]/);
    }
  });

  test('with line ends in it puts no header of its own into the answer', async () => {
    const evil = '%0d%0aX-Evil:%201%0d%0aSet-Cookie:%20middletier-session=evil';
    for (const path of [
      `/${evil}`,
      `/sign-in?to=/${evil}`,
      `/sign-in?to=${evil}`,
      `${county}${evil}/risk-register`,
      `${county}/risk-register?search=${evil}`,
    ]) {
      for (const session of [null, outside.sessionOf('analyst')]) {
        const { headers } = await outside.ask(path, { session });
        assert.equal(headers['x-evil'], undefined, path);
        assert.equal(headers['set-cookie'], undefined, path);
      }
    }
  });
});

describe('what is too large', () => {
  test('is refused before it is kept: address, headers, fields, forms of the wrong kind', async () => {
    const session = outside.sessionOf('administrator');
    const long = 'x'.repeat(20_000);
    assert.equal((await outside.ask(`/sources?search=${long}`)).status, 431);
    assert.equal((await outside.ask('/sources', { headers: { 'x-long': long } })).status, 431);
    assert.equal((await outside.ask(`/authorities/${'x'.repeat(300)}`, { session })).status, 404);
    const invite = `${county}/people/invite`;
    assert.equal((await outside.send(invite, session, { name: 'x'.repeat(1_100_000) })).status, 400);
    for (const type of ['application/json', 'text/plain', 'application/xml', 'multipart/form-data']) {
      const { status } = await outside.send(invite, session, {}, { headers: { 'content-type': type } });
      assert.equal(status, 400, type);
    }
    const part = (name: string) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n1\r\n`;
    const many = Array.from({ length: 600 }, (_, index) => part(`f${index}`)).join('');
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' };
    const { status } = await outside.ask(invite, {
      method: 'POST',
      session,
      headers,
      body: `${many}--b--\r\n`,
    });
    assert.equal(status, 400);
    assert.deepEqual(outside.site.bugs, []);
  });
});

describe('a request that can be read in two ways', () => {
  const secret = () => `Cookie: middletier-session=${outside.sessionOf('analyst')}`;
  const smuggled = () => `GET ${county}/risk-register HTTP/1.1\r\n${host()}\r\n${secret()}\r\n\r\n`;

  test('is refused, and what hides in it is not answered', async () => {
    const body = () => `0\r\n\r\n${smuggled()}`;
    const start = () => `POST /sign-out HTTP/1.1\r\n${host()}\r\nSec-Fetch-Site: same-origin\r\n`;
    const length = () => String(Buffer.byteLength(body()));
    const requests = [
      `${start()}Content-Length: ${length()}\r\nTransfer-Encoding: chunked\r\n\r\n${body()}`,
      `${start()}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${body()}`,
      `${start()}Content-Length: 0\r\nContent-Length: ${length()}\r\n\r\n${body()}`,
      `${start()}Transfer-Encoding: xchunked\r\n\r\n${body()}`,
      `${start()}Transfer-Encoding : chunked\r\n\r\n${body()}`,
      `${start()}Content-Length: +5\r\n\r\n${body()}`,
      `${start()}X: a\r\n Content-Length: 5\r\nContent-Length : 3\r\n\r\n${body()}`,
      `GET /sources\r\n${host()} HTTP/1.1\r\n\r\n`,
      `GET /sources HTTP/1.1\r\n${host()}\r\n${host()}\r\nHost: elsewhere.example\r\n\r\n`,
    ];
    for (const request of requests) {
      const came = await outside.sendRaw(request);
      assert.doesNotMatch(came, /Risk register/, request);
      assert.match(came, /^HTTP\/1\.1 (?:400|421|303|403|404) /, request);
      assert.ok((came.match(/HTTP\/1\.1 \d{3}/g) ?? []).length <= 1, request);
    }
  });

  test('asks for a host that is not ours, and is sent away', async () => {
    for (const name of ['elsewhere.example', '127.0.0.1.elsewhere.example', 'localhost@elsewhere.example']) {
      const { status, body } = await outside.ask('/', { headers: { host: name } });
      assert.ok(status === 421 || status === 400, `${name} ${status}`);
      assert.doesNotMatch(body, /elsewhere/);
    }
    assert.match(await outside.sendRaw('GET /sources HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 421 /);
    const forwarded = {
      'x-forwarded-host': 'elsewhere.example',
      'x-original-url': '/permissions',
      'x-rewrite-url': '/permissions',
      forwarded: 'host=elsewhere.example',
    };
    const { body, headers } = await outside.ask('/', { headers: forwarded });
    assert.doesNotMatch(`${body}${JSON.stringify(headers)}`, /elsewhere/);
  });
});

describe('where the site leads', () => {
  const own = /^\/(?![/\\])[\x21-\x7e]*$/;

  test('is always one of its own pages, whatever is asked for after signing in', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '\t',
      '\n',
      '%2f',
      '%5c',
      ':',
      '@',
      '.',
      '..',
      '?',
      '#',
      'https:',
      'javascript:',
      'evil.example',
      'sources',
      '\u2028',
      '\u00a0',
      '%0d%0a',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (asked) => {
          const to = ownAddress(asked);
          assert.match(to, own);
          const address = new URL(to, 'https://middletier.example');
          assert.equal(address.origin, 'https://middletier.example');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is one of its own pages at every address and every form', async () => {
    const evil = encodeURIComponent('//elsewhere.example/');
    for (const { path, method } of outside.site.routes) {
      const address = addressesOf(path)[0]?.address ?? path;
      const query = `${address}?to=${evil}&next=${evil}&back=${evil}&url=${evil}`;
      for (const session of [null, outside.sessionOf('administrator')]) {
        if (method === 'GET') await outside.ask(query, { session });
        else if (path !== '/sign-out')
          await outside.send(query, session, { to: '//elsewhere.example/', back: '//elsewhere.example/' });
      }
    }
    const led = outside.came.filter(({ headers }) => headers.location !== undefined);
    assert.ok(led.length > 50);
    for (const { asked, headers } of led) assert.match(headers.location ?? '', own, asked);
  });
});

test('everything that came back, of whatever status, carried what keeps it safe', () => {
  const statuses = new Set(outside.came.map(({ status }) => status));
  for (const status of [200, 303, 400, 403, 404, 421, 431]) assert.ok(statuses.has(status), String(status));
  for (const { asked, status, headers } of outside.came) {
    const told = `${asked} ${status}`;
    assert.match(
      String(headers['content-security-policy']),
      /^default-src 'none'; .*frame-ancestors 'none'/,
      told,
    );
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|\*|data:|http/, told);
    assert.equal(headers['cache-control'], 'no-store', told);
    assert.equal(headers['referrer-policy'], 'same-origin', told);
    assert.equal(headers['x-content-type-options'], 'nosniff', told);
    assert.equal(headers['x-frame-options'], 'DENY', told);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', told);
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', told);
    assert.match(String(headers['permissions-policy']), /camera=\(\)/, told);
    assert.match(String(headers['x-robots-tag']), /noindex/, told);
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
      assert.equal(headers[name], undefined, told);
  }
});
