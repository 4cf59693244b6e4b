import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KnownError } from '#/platform/errors.ts';
import { gateOf } from './gate.fixture.ts';
import type { Route } from './route.ts';
import { hostIsAllowed, securityHeaders } from './security.ts';
import { createServer } from './server.ts';

const fails = (path: string, error: Error): Route => ({
  method: 'GET',
  path,
  open: true,
  handle: () => Promise.reject(error),
});

test('answers that tell of a failure carry every header that other answers do', async () => {
  const server = createServer({
    routes: [
      fails('/bug', new Error('a bug')),
      fails('/gone', new KnownError('database-unreachable', 'Gone.')),
      fails('/full', new KnownError('disk-full', 'Full.')),
    ],
    gate: gateOf({ id: '1', name: 'A', roles: [] }),
    address: 'https://middletier.example',
    reportBug: () => undefined,
  });
  const host = 'middletier.example';
  for (const [url, status] of [
    ['/bug', 500],
    ['/gone', 503],
    ['/full', 507],
    ['/nowhere', 404],
    ['/%E0%A4%A', 404],
  ] as const) {
    const { statusCode, headers } = await server.inject({ url, headers: { host } });
    assert.equal(statusCode, status);
    for (const [name, value] of Object.entries(securityHeaders(true)))
      assert.equal(headers[name], value, `${url} ${name}`);
  }
  const { headers } = await server.inject({ url: '/', headers: { host: 'elsewhere.example' } });
  assert.equal(headers['x-frame-options'], 'DENY');
});

test('what cannot be read as a request is refused with the same headers', async () => {
  const server = createServer({ routes: [], gate: gateOf({ id: '1', name: 'A', roles: [] }) });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  try {
    const { headers, status } = await fetch(`${address}/?${'a'.repeat(20_000)}`);
    assert.equal(status, 431);
    for (const [name, value] of Object.entries(securityHeaders(false)))
      assert.equal(headers.get(name), value, name);
  } finally {
    await server.close();
  }
});

test('only https tells browsers to stay with https', () => {
  assert.match(securityHeaders(true)['strict-transport-security'] ?? '', /^max-age=\d{8}$/);
  assert.equal(securityHeaders(false)['strict-transport-security'], undefined);
});

test('the site’s own address is answered, and this machine’s own names, and no other', () => {
  const address = 'https://middletier.example:8443';
  for (const host of [
    'middletier.example:8443',
    'MIDDLETIER.example:8443',
    'localhost:3000',
    '127.0.0.1',
    '[::1]:1',
  ])
    assert.ok(hostIsAllowed('0.0.0.0', address, host), host);
  for (const host of [
    undefined,
    '',
    'middletier.example',
    'middletier.example:8443.elsewhere.example',
    'localhost.elsewhere.example',
    '127.0.0.2',
    'user@localhost',
  ])
    assert.ok(!hostIsAllowed('0.0.0.0', address, host), host);
});
