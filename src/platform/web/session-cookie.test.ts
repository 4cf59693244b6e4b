import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookiesOf, tokenIn } from './session-cookie.ts';

const token = 'a'.repeat(43);
const name = 'middletier-session';

test('over https the cookie is this host’s alone and crosses no open line', () => {
  assert.deepEqual(cookiesOf({ session: { token, seconds: 60 } }, true), [
    `__Host-middletier-session=${token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60`,
  ]);
  assert.equal(tokenIn(`a=b; __Host-${name}=${token}`, name, true), token);
});

test('a cookie that a neighbour could have set is not taken where the site has https', () => {
  assert.equal(tokenIn(`${name}=${token}`, name, true), null);
});

test('what cannot be a token is none', () => {
  for (const cookies of [
    undefined,
    '',
    name,
    `${name}=`,
    `${name}=x`,
    `other=${token}`,
    `${name}=${token}x`,
  ]) {
    assert.equal(tokenIn(cookies, name, false), null);
  }
  assert.match(cookiesOf({ session: 'ended' }, false).join(), /^middletier-session=; .*Max-Age=0$/);
  assert.deepEqual(cookiesOf({}, false), []);
});
