import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { hashOf } from '#/people/actions/hash-of.ts';
import { makeSetUpLink } from '#/people/actions/set-up-links.ts';
import { schools, somebody } from './everybody.fixture.ts';
import { everyRow, openOutside, type Outside } from './from-outside.fixture.ts';

/** What somebody with a browser, a terminal or a session of their own may try, against the site with real records. */

let outside: Outside;
before(async () => {
  outside = await openOutside();
});
after(() => outside.close());

const county = '/authorities/fenshire';
const register = `${county}/risk-register`;
const owner = () => outside.site.database.owner;

describe('a session', () => {
  const opens = async (session: string | null, path = register) =>
    (await outside.ask(path, { session })).status;

  test('that nobody has, or was altered by one character, is none', async () => {
    const session = outside.sessionOf('analyst');
    assert.equal(await opens(session), 200);
    const altered = `${session.slice(0, -2)}${session.at(-2) === 'A' ? 'B' : 'A'}${session.at(-1) ?? ''}`;
    const forged = [
      null,
      '',
      randomBytes(32).toString('base64url'),
      altered,
      session.toUpperCase(),
      hashOf(session),
      `${session}A`,
    ];
    for (const one of forged) assert.equal(await opens(one), 303, one ?? 'none');
    const { headers } = await outside.ask(register, { session: altered });
    assert.match(String(headers.location), /^\/sign-in\?/);
  });

  test('is found by its whole token only: the database holds a hash, and no part of SQL', async () => {
    const { rows } = await owner().query<{ hash: string }>(
      'select token_hash as hash from middletier.session limit 1',
    );
    for (const one of [rows[0]?.hash ?? '', `' or '1'='1`, '%', `${'a'.repeat(40)}' or`])
      assert.equal(await opens(one), 303);
  });

  test('that is over, was ended or was not used for long is none', async () => {
    const session = outside.sessionOf('chair');
    const page = `${county}/schools/${schools.own}/our-view`;
    const hash = [hashOf(session)];
    assert.equal(await opens(session, page), 200);
    await owner().query(
      `update middletier.session set ends_at = now() - interval '1 second' where token_hash = $1`,
      hash,
    );
    assert.equal(await opens(session, page), 303, 'over');
    await owner().query(
      `update middletier.session set ends_at = now() + interval '1 hour', began_at = now() - interval '2 hours' where token_hash = $1`,
      hash,
    );
    assert.equal(await opens(session, page), 303, 'not used');
  });

  test('that signed out is over although the browser still sends it', async () => {
    const session = outside.sessionOf('governor');
    const page = `${county}/schools/${schools.own}/our-view`;
    assert.equal(await opens(session, page), 200);
    const { status, headers } = await outside.send('/sign-out', session, {});
    assert.equal(status, 303);
    assert.equal(headers['clear-site-data'], '"cache", "storage"');
    assert.match(String(headers['set-cookie']), /^middletier-session=; .*Max-Age=0/);
    assert.equal(await opens(session, page), 303);
  });

  test('that somebody planted before another signed in is not taken over: signing in begins a new one', async () => {
    const planted = 'p'.repeat(43);
    const { id } = somebody('analyst', 'fenshire');
    const { path } = await makeSetUpLink(outside.site.parts, id);
    const password = 'sedge warbler over the fen';
    const { status, headers } = await outside.send(path, planted, { password, again: password });
    assert.equal(status, 303);
    const [, given = ''] = /^middletier-session=([^;]{43});/.exec(headers['set-cookie']?.[0] ?? '') ?? [];
    assert.notEqual(given, planted);
    assert.deepEqual([await opens(given), await opens(planted)], [200, 303]);
    assert.equal((await outside.send(path, null, { password, again: password })).status, 404, 'once');
  });

  test('of two that are sent at once, as a neighbour’s page could make a browser do, neither is believed', async () => {
    const [mine, theirs] = [outside.sessionOf('director'), outside.sessionOf('auditor')];
    for (const cookie of [
      `middletier-session=${mine}; middletier-session=${theirs}`,
      `middletier-session=${theirs}; middletier-session=${mine}`,
    ])
      assert.equal((await outside.ask(register, { headers: { cookie } })).status, 303);
    const harmless = `other=1; middletier-session=${mine}; middletier-session=`;
    assert.equal((await outside.ask(register, { headers: { cookie: harmless } })).status, 200);
  });
});

describe('the name of something that is another’s', () => {
  const nowhere = '00000000-0000-4000-8000-000000000000';
  /** Who asks for what, and what of the same kind is not there at all. */
  const asked = {
    'a head for another school’s page': [
      'headteacher',
      `${county}/schools/${schools.other}/our-view`,
      `${county}/schools/999999/our-view`,
    ],
    'a head for another authority': [
      'headteacher',
      '/authorities/marshland/home',
      '/authorities/nowhere/home',
    ],
    'a director for another authority’s register': [
      'director',
      '/authorities/marshland/risk-register',
      '/authorities/nowhere/risk-register',
    ],
    'an administrator for another authority’s person': [
      'administrator',
      `${county}/people/${somebody('head of service', 'marshland').id}`,
      `${county}/people/${nowhere}`,
    ],
  } as const;

  for (const [who, [role, theirs, none]] of Object.entries(asked)) {
    test(`in the address leads ${who} nowhere, as what does not exist does`, async () => {
      const session = outside.sessionOf(role);
      const [one, other] = [await outside.ask(theirs, { session }), await outside.ask(none, { session })];
      assert.deepEqual([one.status, one.body], [404, other.body]);
      assert.doesNotMatch(one.body, /Sedge|Marshland/i);
    });
  }

  test('in the address of a form does nothing', async () => {
    const before = await everyRow(outside.site.database);
    const head = outside.sessionOf('headteacher');
    for (const path of [
      `${county}/schools/${schools.other}/our-view/confirm`,
      `${county}/schools/${schools.other}/our-view/reply`,
      '/authorities/marshland/people/invite',
      `${county}/supplied/1/undo`,
      `${county}/people/${somebody('chair', 'fenshire').id}/link`,
    ]) {
      const { status } = await outside.send(path, head, {
        reply: 'Not mine',
        reason: 'Not mine',
        reply_to: '1',
      });
      assert.ok(status === 403 || status === 404, `${path} ${status}`);
    }
    assert.deepEqual(await everyRow(outside.site.database), before);
  });

  test('in a filter changes nothing in what comes: neither rows nor counts, on pages and in files', async () => {
    const session = outside.sessionOf('headteacher');
    for (const ending of ['', '.csv']) {
      const ofOther = await outside.ask(`${county}/watchlist${ending}?search=${schools.other}`, { session });
      const ofNone = await outside.ask(`${county}/watchlist${ending}?search=999999`, { session });
      assert.equal(ofOther.status, ofNone.status);
      const same = (text: string) => text.replaceAll(schools.other, '999999');
      assert.equal(same(ofOther.body), ofNone.body);
    }
  });
});
