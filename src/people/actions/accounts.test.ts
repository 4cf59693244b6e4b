import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demonstrationAccounts } from '#/people/records/accounts.ts';
import type { Records } from '#/platform/database/records.ts';
import { KnownError } from '#/platform/errors.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { startTestDatabase, type TestDatabase } from '../../../tests/security/records.fixture.ts';
import { accountFor } from './accounts.ts';
import { beginSession } from './sessions.ts';

let database: TestDatabase;
let records: Records;
const published = () =>
  Promise.resolve({
    authorities: () =>
      Promise.resolve([
        { slug: 'larkshire', invented: true },
        { slug: 'norfolk', invented: false },
      ]),
  } as unknown as PublishedStore);
const parts = () => ({ records: () => Promise.resolve(records), published });

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
});
after(() => database.end());

test('a mail address is one account, however it is typed and however many ask at once', async () => {
  const asked = [' A.Smith@Example.org', 'a.smith@example.org', 'A.SMITH@EXAMPLE.ORG '].map((email) =>
    accountFor(parts(), { email, authority: 'norfolk', demonstration: false }),
  );
  assert.equal(new Set(await Promise.all(asked)).size, 1);
});

test('what is not a mail address is nobody’s', async () => {
  for (const email of [
    '',
    'smith',
    'a b@example.org',
    'a@example',
    'a@b@example.org',
    'a@example.org\u0000',
  ]) {
    await assert.rejects(accountFor(parts(), { email, authority: 'norfolk', demonstration: false }), {
      code: 'usage',
    });
  }
});

test('an invented person is somebody in an invented authority only', async () => {
  const head = { email: 'head@larkshire.example', authority: 'larkshire', demonstration: true };
  await accountFor(parts(), head);
  await assert.rejects(accountFor(parts(), { ...head, authority: 'norfolk' }), KnownError);
  await assert.rejects(
    accountFor(parts(), { ...head, authority: 'norfolk', demonstration: false }),
    KnownError,
  );
  await assert.rejects(
    accountFor(parts(), { ...head, authority: 'elsewhere', demonstration: false }),
    KnownError,
  );
});

test('somebody who exists does not become an invented person', async () => {
  const real = { email: 'real@example.org', authority: 'norfolk', demonstration: false };
  await accountFor(parts(), real);
  await assert.rejects(
    accountFor(parts(), { ...real, authority: 'larkshire', demonstration: true }),
    KnownError,
  );
});

test('whoever presents nothing sees the invented people and nobody else', async () => {
  const found = await records.inInstallation([], demonstrationAccounts);
  assert.deepEqual(
    found.map(({ signInName, authority }) => [signInName, authority]),
    [['head@larkshire.example', 'larkshire']],
  );
  const all = await records.inInstallation([], (transaction) =>
    transaction.selectFrom('account').select('sign_in_name').execute(),
  );
  assert.equal(all.length, 1);
});

test('only as an invented person does anybody sign in without showing who they are', async () => {
  const real = await accountFor(parts(), {
    email: 'real@example.org',
    authority: 'norfolk',
    demonstration: false,
  });
  await assert.rejects(beginSession(parts(), real, 'demonstration'), /not let/);
  const invented = await accountFor(parts(), {
    email: 'head@larkshire.example',
    authority: 'larkshire',
    demonstration: true,
  });
  await beginSession(parts(), invented, 'demonstration');
  await assert.rejects(beginSession(parts(), invented, 'password'), /not let/);
});
