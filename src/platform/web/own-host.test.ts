import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gateOf } from './gate.fixture.ts';
import type { OpenPageRoute } from './route.ts';
import { hostIsAllowed } from './security.ts';
import { createServer } from './server.ts';

const address = 'https://middletier.example.org';
const token = 'a'.repeat(43);

/** Answers with where it was asked from, and begins a session. */
const route: OpenPageRoute = {
  method: 'GET',
  path: '/from',
  open: true,
  handle: ({ from }) =>
    Promise.resolve({ kind: 'redirect', to: `/${from}`, session: { token, seconds: 60 } }),
};

const nobodys = gateOf({ id: 'p', name: 'P', roles: [] });

const hosts: readonly (readonly [
  bound: string,
  address: string | null,
  asked: string | undefined,
  allowed: boolean,
])[] = [
  ['127.0.0.1', null, 'localhost:3000', true],
  ['127.0.0.1', null, '[::1]:3000', true],
  ['127.0.0.1', null, 'elsewhere.example.org', false],
  ['127.0.0.1', null, undefined, false],
  ['127.0.0.1', address, 'Middletier.example.org', true],
  ['127.0.0.1', address, 'localhost:3000', true],
  ['10.0.0.7', address, 'middletier.example.org', true],
  ['10.0.0.7', address, '10.0.0.7', false],
  ['10.0.0.7', address, 'middletier.example.org.elsewhere.example', false],
  ['10.0.0.7', address, 'elsewhere.example.org', false],
];

for (const [bound, own, asked, allowed] of hosts) {
  test(`bound to ${bound}, called ${own ?? 'nothing'}, asked for ${asked ?? 'nothing'}: ${allowed ? 'answered' : 'refused'}`, () => {
    assert.equal(hostIsAllowed(bound, own, asked), allowed);
  });
}

test('with an https address of its own the site answers to it, and its cookies cross no open line', async () => {
  const server = createServer({ routes: [route], gate: nobodys, host: '10.0.0.7', address });
  const answer = await server.inject({ url: '/from', headers: { host: 'middletier.example.org' } });
  assert.match(String(answer.headers['set-cookie']), /^__Host-middletier-session=.*; Secure;/);
  const refused = await server.inject({ url: '/from', headers: { host: 'elsewhere.example.org' } });
  assert.equal(refused.statusCode, 421);
});

test('only a proxy of ours is believed about where somebody comes from', async () => {
  const asked = {
    url: '/from',
    headers: { host: 'localhost', 'x-forwarded-for': '198.51.100.9, 192.0.2.1' },
  };
  const from = async (proxies: readonly string[], remoteAddress: string): Promise<unknown> => {
    const server = createServer({ routes: [route], gate: nobodys, proxies });
    return (await server.inject({ ...asked, remoteAddress })).headers.location;
  };
  assert.equal(await from([], '10.0.0.5'), '/10.0.0.5');
  assert.equal(await from(['10.0.0.0/24'], '10.0.0.5'), '/192.0.2.1');
  assert.equal(await from(['10.0.0.0/24'], '203.0.113.4'), '/203.0.113.4');
});
