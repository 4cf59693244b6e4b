import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFormToken, readFormToken } from './form-token.ts';

const now = Date.UTC(2025, 8, 1, 9);
const session = 'a'.repeat(43);
const hour = 60 * 60 * 1000;

test('a form’s token is known again in its own session, each as another form', () => {
  const [first, second] = [makeFormToken(session, now), makeFormToken(session, now)].map((token) =>
    readFormToken(session, token, now + hour),
  );
  assert.ok(first?.kind === 'ours' && second?.kind === 'ours');
  assert.match(first.form, /^[0-9a-f]{64}$/);
  assert.notEqual(first.form, second.form);
});

test('a token of another session, one older than twelve hours, or one that was altered is not ours', () => {
  const token = makeFormToken(session, now);
  const [at = '', number = '', proof = ''] = token.split('.');
  const later = (Number.parseInt(at, 36) + 60).toString(36);
  const other = `${number.startsWith('A') ? 'B' : 'A'}${number.slice(1)}`;
  const strange = { kind: 'of another session' };
  assert.deepEqual(readFormToken('b'.repeat(43), token, now), strange);
  assert.equal(readFormToken(session, token, now + 12 * hour).kind, 'ours');
  assert.deepEqual(readFormToken(session, token, now + 12 * hour + 2000), strange);
  assert.deepEqual(readFormToken(session, token, now - hour), strange, 'given in the future');
  assert.deepEqual(readFormToken(session, `${later}.${number}.${proof}`, now), strange);
  assert.deepEqual(readFormToken(session, `${at}.${other}.${proof}`, now), strange);
});

test('what is no token at all is none', () => {
  const token = makeFormToken(session, now);
  for (const none of [undefined, '', 'x', token.slice(1), `${token}A`, `${token}\n`, session])
    assert.deepEqual(readFormToken(session, none, now), { kind: 'missing' }, none);
});

test('nothing of the session can be read out of a token', () => {
  assert.ok(!makeFormToken(session, now).includes('aaaa'));
});

/** Forms of people who have not signed in, and signing out: these are taken without (`route.ts`, `OpenFormRoute`). */
const withoutToken = /action="\/(?:sign-in|sign-out|demonstration\/sign-in)"|aria-label="Set your password"/;

test('every form in every template has a place for its token', () => {
  const source = join(import.meta.dirname, '..', '..');
  const templates = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.njk'),
  );
  const forms = templates.flatMap((name) =>
    (readFileSync(join(source, name), 'utf8').match(/<form\b[\s\S]*?<\/form>/gi) ?? []).map((form) => ({
      name,
      form,
    })),
  );
  const sent = forms.filter(({ form }) => /^<form\b[^>]*method=["']?post/i.test(form));
  assert.ok(sent.length >= 12, 'the forms are found');
  const forgotten = sent.filter(
    ({ form }) => !form.includes('{{ formToken() }}') && !withoutToken.test(form),
  );
  assert.deepEqual(
    forgotten.map(({ name, form }) => `${name}: ${form.slice(0, 80)}`),
    [],
  );
});
