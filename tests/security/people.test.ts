import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { giveRole } from '#/people/actions/give-role.ts';
import { invitePerson } from '#/people/actions/invite-person.ts';
import { withPeople, type PeopleParts } from '#/people/actions/people-context.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { acting, fenshire, partsWith, type Register } from './people.fixture.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;
let records: Records;
let parts: PeopleParts;
const register: Register = {
  '900001': { trust: 'REED TRUST', diocese: 'Diocese of Fen' },
  '900002': { trust: 'REED TRUST', diocese: 'Not applicable' },
  '900003': { federation: 'Sedge Federation' },
};
const authority = fenshire.slug;
const known = async () =>
  withPeople(parts, operator, { authority, permission: 'read the directory' }, (context) =>
    Promise.resolve(context),
  );
const wordsOf = (outcome: object): readonly string[] =>
  'problems' in outcome ? (outcome.problems as { text: string }[]).map(({ text }) => text) : [];

const typed = { authority, for: '', from: '', to: '', why: 'For the test' };

/** Invites somebody, who then acts with the role. */
async function invited(name: string, role: Person['roles'][number]['role'], scope = ''): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@fenshire.example`;
  const outcome = await invitePerson(parts, operator, { ...typed, name, email, role, for: scope });
  assert.ok('person' in outcome, JSON.stringify(outcome));
  return acting(outcome.person, name, role);
}

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  parts = partsWith(records, register);
});

after(() => database.end());

test('somebody is invited with their first role, and every step of it is in the log of changes', async () => {
  const ada = await invited('Ada Reed', 'headteacher', '900001');
  const { people } = await known();
  const [held] = people.find(({ id }) => id === ada.id)?.roles ?? [];
  assert.deepEqual(
    [held?.role, held?.scope, held?.why],
    ['headteacher', { kind: 'school', name: '900001' }, 'For the test'],
  );
  const { rows } = await database.owner.query<{ act: string; to_words: string; urn: string | null }>(
    `select act, to_words, urn from authority_fenshire.change_log where about_key = $1 order by number`,
    [ada.id],
  );
  assert.deepEqual(
    rows.map(({ act, urn }) => [act, urn]),
    [
      ['invited a person', null],
      ['gave a role', '900001'],
    ],
  );
});

test('everything wrong with an invitation is told at once, in the order of the fields, and nobody is made known', async () => {
  const before = (await known()).people.length;
  const outcome = await invitePerson(parts, operator, {
    authority,
    name: ' ',
    email: 'nobody',
    role: 'headteacher',
    for: '999999',
    from: '1 September 2026',
    to: '31 August 2026',
    why: '',
  });
  assert.deepEqual(wordsOf(outcome), [
    'Say what they are called.',
    '“nobody” is no mail address: give one such as a.smith@example.org.',
    '“999999” is no school or federation known here.',
    'The last day is before the first: give a later one.',
    'Say why: it is kept, and shown to whoever asks who has access.',
  ]);
  assert.equal((await known()).people.length, before);
});

test('nobody gives a role to themselves, whatever the pages say', async () => {
  const admin = await invited('Dora Fen', 'administrator');
  const own = { ...typed, person: admin.id, role: 'director' };
  assert.match(wordsOf(await giveRole(parts, admin, own))[0] ?? '', /^Nobody gives a role to themselves/);
  await assert.rejects(
    records.inAuthority(authority, admin, (transaction) =>
      transaction
        .insertInto('role_held')
        .values({
          person: admin.id,
          role: 'director',
          scope_kind: 'authority',
          scope_name: '',
          from_date: '2026-01-01',
          to_date: null,
          why: 'w',
          on_behalf_of: null,
          said_by_name: admin.name,
        })
        .execute(),
    ),
    { code: 'not-permitted' },
  );
});
