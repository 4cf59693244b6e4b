import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeFormToken } from '#/platform/web/form-token.ts';
import { schools, somebody } from './everybody.fixture.ts';
import { everyRow, openOutside, type Outside } from './from-outside.fixture.ts';

/** What may be tried with forms: against the site with real records, over the network. */

let outside: Outside;
before(async () => {
  outside = await openOutside();
});
after(() => outside.close());

const county = '/authorities/fenshire';
const invite = `${county}/people/invite`;
const newcomer = (name: string) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@fenshire.example`,
  role: 'analyst',
  for: '',
  from: '',
  to: '',
  why: 'Begins today',
});
const owner = () => outside.site.database.owner;
const peopleCalled = async (name: string): Promise<number> =>
  (await owner().query('select from authority_fenshire.person_known_as where name = $1', [name])).rowCount ??
  -1;

/** What a page that holds a form would send again. */
function hiddenFields(body: string): Readonly<Record<string, string>> {
  const inputs = body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** Nothing at all was done by the work. */
async function doesNothing(work: () => Promise<unknown>): Promise<void> {
  const before = await everyRow(outside.site.database);
  await work();
  assert.deepEqual(await everyRow(outside.site.database), before);
}

describe('a form', () => {
  const fields = newcomer('Robin Twice');

  test('that is sent twice is done once, and the second is told where the first led', async () => {
    const session = outside.sessionOf('administrator');
    const token = makeFormToken(session, Date.now());
    const first = await outside.send(invite, session, { ...fields, 'form-token': token });
    assert.equal(first.status, 303);
    await doesNothing(async () => {
      const second = await outside.send(invite, session, {
        ...fields,
        name: 'Somebody Else',
        'form-token': token,
      });
      assert.equal(second.status, 409);
      assert.match(second.body, /This was already done/);
      assert.ok(second.body.includes(`href="${String(first.headers.location)}"`));
    });
    assert.equal(await peopleCalled('Robin Twice'), 1);
  });

  test('that was changed after it was sent, by going back, is held and taken as another when that is wanted', async () => {
    const session = outside.sessionOf('administrator');
    const token = makeFormToken(session, Date.now());
    const first = { ...newcomer('Robin Back'), 'form-token': token };
    assert.equal((await outside.send(invite, session, first)).status, 303);
    const changed = { ...newcomer('Robin Forth'), 'form-token': token };
    const held = await outside.send(invite, session, changed);
    assert.match(held.body, /Send it as another/);
    const again = hiddenFields(held.body);
    assert.equal(again['name'], 'Robin Forth');
    assert.notEqual(again['form-token'], token);
    assert.equal(await peopleCalled('Robin Forth'), 0, 'nothing is done before it is sent by hand');
    assert.equal((await outside.send(invite, session, again)).status, 303);
    assert.equal(await peopleCalled('Robin Forth'), 1);
  });

  test('that may not be done, or leads nowhere, comes back with everything that was typed', async () => {
    for (const [role, path] of [
      ['analyst', invite],
      ['administrator', '/authorities/nowhere/people/invite'],
    ] as const) {
      const session = outside.sessionOf(role);
      const typed = { ...newcomer('Robin Held'), 'form-token': makeFormToken(session, Date.now()) };
      await doesNothing(async () => {
        const { status, body } = await outside.send(path, session, typed);
        assert.ok(status === 403 || status === 404, String(status));
        assert.match(body, /name="name" value="Robin Held"/);
      });
    }
    assert.equal(await peopleCalled('Robin Held'), 0);
  });

  test('with a password in it is shown to nobody again', async () => {
    const typed = { email: 'robin@fenshire.example', password: 'a secret of Robin’s', 'form-token': 'x' };
    for (const path of ['/account/password', '/sign-in', invite]) {
      const { body } = await outside.send(path, null, typed);
      assert.doesNotMatch(body, /a secret of Robin/, path);
    }
  });

  test('that is sent ten times at once is done once', async () => {
    const session = outside.sessionOf('administrator');
    const once = { ...newcomer('Robin Clicks'), 'form-token': makeFormToken(session, Date.now()) };
    const all = await Promise.all(Array.from({ length: 10 }, () => outside.send(invite, session, once)));
    assert.deepEqual(all.map(({ status }) => status).sort(), [303, ...Array.from({ length: 9 }, () => 409)]);
    assert.equal(await peopleCalled('Robin Clicks'), 1);
  });

  test('in which something is wrong comes back with all that was typed and another token, and the same may be sent again', async () => {
    const session = outside.sessionOf('administrator');
    const token = makeFormToken(session, Date.now());
    const wrong = { ...newcomer('Robin Again'), why: '', 'form-token': token };
    for (const time of [1, 2]) {
      const { status, body } = await outside.send(invite, session, wrong);
      assert.equal(status, 400, String(time));
      assert.match(body, /value="Robin Again"/);
      const [, given] = /name="form-token" value="([^"]+)"/.exec(body) ?? [];
      assert.ok(given !== undefined && given !== token);
    }
    assert.equal((await outside.send(invite, session, { ...wrong, why: 'Begins today' })).status, 303);
    assert.equal(await peopleCalled('Robin Again'), 1);
  });

  test('without a token, with an altered one, or with another session’s does nothing', async () => {
    const session = outside.sessionOf('administrator');
    const theirs = makeFormToken(outside.sessionOf('analyst'), Date.now());
    const own = makeFormToken(session, Date.now());
    const old = makeFormToken(session, Date.now() - 13 * 60 * 60 * 1000);
    await doesNothing(async () => {
      for (const [token, status] of [
        ['', 403],
        ['x', 403],
        [`${own}x`, 403],
        [own.replace(/.\./, 'z.'), 409],
        [theirs, 409],
        [old, 409],
      ] as const) {
        const sent = await outside.send(invite, session, {
          ...newcomer('Robin Forged'),
          'form-token': token,
        });
        assert.equal(sent.status, status, token);
      }
    });
  });

  test('that was typed before signing in anew is shown again with everything in it, and taken when it is sent again', async () => {
    const session = outside.sessionOf('administrator');
    const token = makeFormToken('o'.repeat(43), Date.now());
    const shown = await outside.send(invite, session, { ...newcomer('Robin Late'), 'form-token': token });
    assert.match(shown.body, /Check this, and send it again/);
    assert.equal((await outside.send(invite, session, hiddenFields(shown.body))).status, 303);
    assert.equal(await peopleCalled('Robin Late'), 1);
  });

  test('that is sent when nobody is signed in any more is kept on the page, and does nothing', async () => {
    const token = makeFormToken('o'.repeat(43), Date.now());
    await doesNothing(async () => {
      const { status, body } = await outside.send(invite, null, {
        ...newcomer('Robin Out'),
        'form-token': token,
      });
      assert.equal(status, 403);
      assert.match(body, /You are signed out/);
      assert.match(body, /value="Robin Out"/);
    });
  });

  test('from a page elsewhere, or from nowhere, does nothing, whatever it carries', async () => {
    const session = outside.sessionOf('administrator');
    await doesNothing(async () => {
      for (const headers of [
        { origin: 'https://elsewhere.example' },
        { origin: 'null' },
        { origin: '' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: '', referer: `${outside.address}${invite}` },
      ]) {
        const { status } = await outside.send(invite, session, newcomer('Robin Elsewhere'), { headers });
        assert.equal(status, 403, JSON.stringify(headers));
      }
    });
  });

  test('is sent by POST and by nothing that says it is', async () => {
    const session = outside.sessionOf('administrator');
    const query = new URLSearchParams({
      ...newcomer('Robin Verb'),
      _method: 'POST',
      'form-token': makeFormToken(session, Date.now()),
    });
    await doesNothing(async () => {
      await outside.ask(`${invite}?${query.toString()}`, {
        session,
        headers: { 'x-http-method-override': 'POST' },
      });
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND', 'TRACE']) {
        const { status } = await outside.send(invite, session, newcomer('Robin Verb'), { method });
        assert.ok(
          [200, 400, 404, 405].includes(status) && (status !== 200 || method === 'HEAD'),
          `${method} ${status}`,
        );
      }
    });
  });
});

describe('what a form does not ask for', () => {
  test('is not taken from it: who says so, for whom and where stay what they are', async () => {
    const session = outside.sessionOf('administrator');
    const chosen = somebody('director', 'fenshire').id;
    const { status, headers } = await outside.send(invite, session, {
      ...newcomer('Robin More'),
      id: chosen,
      person: chosen,
      authority: 'marshland',
      said_by: chosen,
      said_by_name: 'The director',
      on_behalf_of: '1',
      demonstration: 'true',
      roles: 'director',
    });
    assert.equal(status, 303);
    const { rows } = await owner().query(
      `select k.person, h.role, h.said_by, h.on_behalf_of from authority_fenshire.person_known_as k
         join authority_fenshire.role_held h using (person) where k.name = 'Robin More'`,
    );
    const [person = ''] = String(headers.location).split('/').slice(-1);
    const saidBy = somebody('administrator', 'fenshire').id;
    assert.deepEqual(rows, [{ person, role: 'analyst', said_by: saidBy, on_behalf_of: null }]);
    assert.notEqual(person, chosen);
    assert.equal(
      (await owner().query(`select from authority_marshland.person_known_as where name = 'Robin More'`))
        .rowCount,
      0,
    );
  });

  test('is not taken by any form, from anybody', async () => {
    const mark = 'zz-not-asked-for';
    const more = Object.fromEntries(
      [
        'id',
        'number',
        'account',
        'asked_by',
        'said_by',
        'said_by_name',
        'ran_by',
        'adopted_by',
        'kept_by',
        'level',
        'held',
        'on_behalf_of',
        'session',
        'token_hash',
      ].map((name) => [name, mark]),
    );
    for (const role of [
      'headteacher',
      'elected member',
      'administrator',
      'director',
      'data officer',
    ] as const) {
      for (const { path } of outside.site.routes.filter(({ method }) => method === 'POST')) {
        if (path === '/sign-out') continue;
        const address = path
          .replace(':authority', 'fenshire')
          .replace(':urn', schools.own)
          .replace(':file', '1')
          .replace(':person', somebody('chair', 'fenshire').id)
          .replaceAll(/:\w+/g, '1');
        await outside.send(address, outside.sessionOf(role), {
          ...more,
          role: 'director',
          authority: 'marshland',
        });
      }
    }
    for (const [table, rows] of await everyRow(outside.site.database)) assert.ok(!rows.includes(mark), table);
    assert.deepEqual(outside.site.bugs, []);
  });
});
