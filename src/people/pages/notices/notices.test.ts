import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retentionKinds } from '#/people/rules/retention.ts';
import { gateOf } from '#/platform/web/gate.fixture.ts';
import { createServer } from '#/platform/web/server.ts';
import { noticesRoutes } from './route.ts';

const ask = async (contact: string | null, url: string) => {
  const parts = { contact, now: () => '2026-02-28T12:00:00.000Z' };
  const server = createServer({
    routes: noticesRoutes.map((route) => route(parts)),
    gate: gateOf({ id: '1', name: 'A', roles: [] }),
  });
  return server.inject({ url, headers: { host: 'localhost' } });
};

test('what is kept, for how long and whom to ask is open to everybody', async () => {
  const { statusCode, body } = await ask('help@fenshire.example', '/privacy');
  assert.equal(statusCode, 200);
  assert.equal((body.match(/scope="row"/g) ?? []).length, retentionKinds.length);
  assert.match(body, /ends after 12 hours, or after 60 minutes/);
  assert.match(body, /mailto:help@fenshire\.example/);
});

test('an installation that names nobody sends people to their administrator, and has no security.txt', async () => {
  for (const url of ['/privacy', '/accessibility']) {
    const { statusCode, body } = await ask(null, url);
    assert.equal(statusCode, 200);
    assert.match(body, /the administrator of your authority/);
    assert.doesNotMatch(body, /mailto:/);
  }
  assert.equal((await ask(null, '/.well-known/security.txt')).statusCode, 404);
});

test('whoever found a weakness is told whom to tell, as RFC 9116 asks', async () => {
  const { body, headers } = await ask('help@fenshire.example', '/.well-known/security.txt');
  assert.match(String(headers['content-type']), /^text\/plain/);
  assert.match(body, /^Contact: mailto:help@fenshire\.example\nExpires: 2027-02-01T00:00:00Z\n/);
});
