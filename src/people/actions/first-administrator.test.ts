import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operator } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import type { Records } from '#/platform/database/records.ts';
import { endRoles, startTestDatabase, type TestDatabase } from '../../../tests/security/records.fixture.ts';
import { linesOnAdministrators, makeAdministrator } from './first-administrator.ts';
import { openSessions } from './sessions.ts';
import { readSetUpLink, useSetUpLink } from './set-up-links.ts';
import { accountFor } from './accounts.ts';

let database: TestDatabase;
let records: Records;
let parts: Parts;
const ann = { authority: 'norfolk', name: 'Ann Smith', email: 'Ann.Smith@example.org' };
const authority = (name: string, invented: boolean) => ({
  name,
  slug: name.toLowerCase(),
  schools: 1,
  invented,
  newestKnownOn: '2026-01-01',
});

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  const authorities = [authority('Norfolk', false), authority('Larkshire', true)];
  parts = {
    records: () => Promise.resolve(records),
    published: () =>
      Promise.resolve({
        authorities: () => Promise.resolve(authorities),
        evidence: () => Promise.resolve([]),
      }),
    person: () => Promise.resolve(operator),
    today: () => '2026-11-20',
    site: { address: 'https://middletier.example.org', provider: null },
  } as unknown as Parts;
});
after(() => database.end());

test('until a real authority has an administrator, whoever starts the site is told the command', async () => {
  const [line = ''] = await linesOnAdministrators(parts);
  assert.match(line, /npx middletier administrator --authority "Norfolk"/);
});

test('what is wrong with the first administrator is told all at once, and nobody is made', async () => {
  const refused = await makeAdministrator(parts, operator, { ...ann, name: ' ', email: 'nobody' });
  assert.ok('problems' in refused);
  assert.deepEqual(
    refused.problems.map(({ field }) => field),
    ['name', 'email'],
  );
  assert.equal((await linesOnAdministrators(parts)).length, 1);
});

test('the first administrator has a link; asked for again it is a new one, and the old is worth nothing', async () => {
  const made = await makeAdministrator(parts, operator, ann);
  assert.ok('link' in made);
  assert.equal(made.again, false);
  assert.match(made.link, /^https:\/\/middletier\.example\.org\/set-up\//);
  const again = await makeAdministrator(parts, operator, { ...ann, email: 'ann.smith@example.org' });
  assert.ok('link' in again);
  assert.equal(again.again, true);
  const tokens = [made, again].map(({ link }) => link.split('/').at(-1) ?? '');
  await assert.rejects(readSetUpLink(parts, tokens[0] ?? ''), { code: 'not-found' });
  const typed = { password: 'copper lantern tuesday', again: 'copper lantern tuesday' };
  const used = await useSetUpLink(parts, tokens[1] ?? '', typed);
  assert.ok('session' in used);
  const signedIn = await openSessions(parts).whoHas(used.session.token);
  assert.deepEqual(signedIn?.authorities, ['norfolk']);
  assert.deepEqual(await linesOnAdministrators(parts), []);
});

test('a second administrator is not made by the command, which says who administers', async () => {
  const second = { ...ann, name: 'Bob Jones', email: 'bob@example.org' };
  await assert.rejects(makeAdministrator(parts, operator, second), /Ann Smith \(ann\.smith@example\.org\)/);
});

test('when the last administrator has left, another can be made', async () => {
  const account = await accountFor(parts, { ...ann, demonstration: false });
  await endRoles(database.owner, 'norfolk', { id: account, name: ann.name, roles: [] });
  assert.equal((await linesOnAdministrators(parts)).length, 1);
  const made = await makeAdministrator(parts, operator, {
    ...ann,
    name: 'Bob Jones',
    email: 'bob@example.org',
  });
  assert.ok('link' in made);
});
