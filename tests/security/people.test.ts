import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { delegateRole } from '#/people/actions/delegate-role.ts';
import { endRole } from '#/people/actions/end-role.ts';
import { giveRole } from '#/people/actions/give-role.ts';
import { importPeople } from '#/people/actions/import-people.ts';
import { invitePerson } from '#/people/actions/invite-person.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { renamePerson } from '#/people/actions/rename-person.ts';
import { whoActs } from '#/people/records/acting.ts';
import { withPeople, type PeopleParts } from '#/people/actions/people-context.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import {
  acting,
  dayFromToday,
  fenshire,
  invited,
  partsWith,
  registerOfSedge,
  typed,
} from './people.fixture.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;
let records: Records;
let parts: PeopleParts;
const register = registerOfSedge();
const authority = fenshire.slug;
const known = async () =>
  withPeople(parts, operator, { authority, permission: 'read the directory' }, (context) =>
    Promise.resolve(context),
  );
const wordsOf = (outcome: object): readonly string[] =>
  'problems' in outcome ? (outcome.problems as { text: string }[]).map(({ text }) => text) : [];

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  parts = partsWith(records, register);
});

after(() => database.end());

test('somebody is invited with their first role, and every step of it is in the log of changes', async () => {
  const ada = await invited(parts, 'Ada Reed', 'headteacher', '900001');
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
  const admin = await invited(parts, 'Dora Fen', 'administrator');
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

test('the last administrator stays until there is another; who is ended sees nothing from the day after', async () => {
  const { people } = await known();
  const held = people.flatMap(({ roles }) => roles).find(({ role }) => role === 'administrator');
  assert.ok(held !== undefined);
  const ending = { authority, role: held.number, lastDay: '', why: 'Left' };
  assert.match(wordsOf(await endRole(parts, operator, ending))[0] ?? '', /There would be no administrator/);
  const next = await invited(parts, 'Next Admin', 'administrator');
  await assert.rejects(endRole(parts, acting(held.person, 'Dora Fen', 'administrator'), ending), {
    code: 'not-permitted',
  });
  assert.ok('lastDay' in (await endRole(parts, next, ending)));
  const gone = acting(held.person, 'Dora Fen', 'administrator');
  const seen = await records.inAuthority(authority, gone, (transaction) =>
    transaction.selectFrom('role_held').select('number').where('person', '<>', gone.id).execute(),
  );
  assert.deepEqual(seen, []);
});

test('the same role twice for the same days is refused with words; for days after it is given', async () => {
  const eve = await invited(parts, 'Eve Marsh', 'governor', '900002');
  const again = { ...typed, person: eve.id, role: 'governor', for: 'Sedge 900002 School' };
  assert.match(
    wordsOf(await giveRole(parts, operator, again))[0] ?? '',
    /holds the role Governor for this already/,
  );
  assert.ok('role' in (await giveRole(parts, operator, { ...again, for: '900003' })));
});

test('a role is given for what it can be held for, and for nothing else', async () => {
  const flo = await invited(parts, 'Flo Fen', 'elected member', '').catch((error: unknown) => error);
  assert.match(String(flo), /Elected member is held for a division: say which/);
  const [ada] = (await known()).people;
  const give = (role: string, scope: string) =>
    giveRole(parts, operator, { ...typed, person: ada?.id ?? '', role, for: scope }).then(wordsOf);
  assert.match(
    (await give('director', '900001'))[0] ?? '',
    /held for the whole authority: leave “900001” out/,
  );
  assert.match((await give('chair', 'trust: REED TRUST'))[0] ?? '', /not for a trust/);
  assert.match((await give('trust officer', 'NO SUCH TRUST'))[0] ?? '', /no trust known here/);
});

test('a colleague stands in from a day to a day, cannot pass it on, and sees nothing when the role itself is over', async () => {
  const officer = await invited(parts, 'Olive Away', 'intervention officer');
  const colleague = await invited(parts, 'Carl Stays', 'data officer');
  const third = await invited(parts, 'Tess Third', 'data officer');
  const roleOf = async (id: string, role: string) =>
    (await known()).people.find((one) => one.id === id)?.roles.find((held) => held.role === role)?.number ??
    '';
  const asked = {
    authority,
    role: await roleOf(officer.id, 'intervention officer'),
    to: colleague.id,
    from: '',
    until: await dayFromToday(records, 14),
    why: 'Annual leave',
  };
  assert.match(
    wordsOf(await delegateRole(parts, officer, { ...asked, until: '' }))[0] ?? '',
    /always has an end/,
  );
  assert.ok('role' in (await delegateRole(parts, officer, asked)));
  const reads = (person: Person) =>
    records.inAuthority(authority, person, (transaction) =>
      transaction.selectFrom('person_known_as').select('person').execute(),
    );
  assert.ok((await reads(colleague)).length > 2);
  const passedOn = await roleOf(colleague.id, 'intervention officer');
  const standsIn = acting(colleague.id, colleague.name, 'intervention officer', 'data officer');
  assert.match(
    wordsOf(await delegateRole(parts, standsIn, { ...asked, role: passedOn, to: third.id }))[0] ?? '',
    /one of your own roles/,
  );
  await assert.rejects(
    records.inAuthority(authority, standsIn, (transaction) =>
      transaction
        .insertInto('role_held')
        .values({
          person: third.id,
          role: 'intervention officer',
          scope_kind: 'authority',
          scope_name: '',
          from_date: '2026-01-01',
          to_date: asked.until,
          why: 'w',
          on_behalf_of: passedOn,
          said_by_name: colleague.name,
        })
        .execute(),
    ),
    { code: 'not-permitted' },
  );
  await endRole(parts, operator, { authority, role: asked.role, lastDay: '', why: 'Left' });
  const acts = await records.inAuthority(authority, colleague, whoActs);
  assert.deepEqual(
    acts.roles.map(({ role }) => role),
    ['data officer'],
  );
});

test('a list of people is taken in whole or not at all, and the same list again changes nothing', async () => {
  const good = [
    'Full name,E-mail,Role,URN,Since,Why',
    'Gus Reed,g.reed@fenshire.example,Head,900002,1 September 2025,Appointed',
    'Gus Reed,G.Reed@fenshire.example,Governor,900003,,Elected',
    'Hal Fen,h.fen@fenshire.example,Trust officer,reed trust,,Named by the trust',
  ];
  const text = good.join('\r\n');
  const wrong = await importPeople(parts, operator, {
    authority,
    text: `${text}\r\nIda Fen,ida,Wizard,900009,soon,`,
  });
  assert.deepEqual(
    wrong.problems.map(({ row, field }) => `${String(row)} ${field}`),
    ['5 email', '5 role', '5 from', '5 why'],
  );
  assert.ok(!(await known()).people.some(({ name }) => name === 'Gus Reed'));
  const looked = await importPeople(parts, operator, { authority, text, check: true });
  assert.deepEqual([looked.applied, looked.people.map(({ added }) => added)], [false, [true, true]]);
  const taken = await importPeople(parts, operator, { authority, text });
  assert.deepEqual([taken.applied, taken.problems], [true, []]);
  const changesBefore = await database.owner.query('select 1 from authority_fenshire.change_log');
  const again = await importPeople(parts, operator, { authority, text });
  assert.deepEqual([again.applied, again.people.flatMap(({ given }) => given)], [false, []]);
  assert.deepEqual(
    again.people.map(({ left }) => left.length),
    [2, 1],
  );
  const changesAfter = await database.owner.query('select 1 from authority_fenshire.change_log');
  assert.equal(changesAfter.rowCount, changesBefore.rowCount);
  const renamed = await importPeople(parts, operator, {
    authority,
    text: text.replaceAll('Gus Reed', 'Augustus Reed'),
  });
  assert.deepEqual(
    renamed.people.map(({ calledBefore }) => calledBefore),
    ['Gus Reed', null],
  );
});

test('what somebody is called changes, and what they were called stays in the log', async () => {
  const pia = await invited(parts, 'Pia Old', 'analyst');
  const asked = { authority, person: pia.id, name: 'Pia New', email: 'pia.new@fenshire.example' };
  assert.deepEqual(await renamePerson(parts, operator, asked), { changed: true });
  assert.deepEqual(await renamePerson(parts, operator, asked), { changed: false });
  const taken = await renamePerson(parts, operator, { ...asked, email: 'carl.stays@fenshire.example' });
  assert.match(wordsOf(taken)[0] ?? '', /address of Carl Stays/);
  const { entries } = await readHistory(parts, operator, authority, [{ kind: 'person', keys: [pia.id] }]);
  assert.match(entries[0]?.words ?? '', /before: Pia Old, pia\.old@fenshire\.example/);
});
