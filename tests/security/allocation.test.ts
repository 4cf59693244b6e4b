import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allocate, type Allocated } from '#/diagnose/actions/allocate.ts';
import type { GivingTyped } from '#/diagnose/actions/giving-typed.ts';
import { readAdviser } from '#/diagnose/actions/read-adviser.ts';
import { readAllocation, type AllocationParts } from '#/diagnose/actions/read-allocation.ts';
import { readAllocationWork } from '#/diagnose/actions/read-allocation-work.ts';
import { readContact } from '#/diagnose/actions/read-contact.ts';
import { declareInterest, sayProfile } from '#/diagnose/actions/speak-of-adviser.ts';
import { takeSchools } from '#/diagnose/actions/take-schools.ts';
import { loadReference } from '#/law/reference.ts';
import { openPaper } from '#/papers/actions/open-paper.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { dayFromToday, fenshire, invited, partsWith } from './people.fixture.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;
let records: Records;
let parts: AllocationParts;
const authority = fenshire.slug;
const pageOf = (person: string) => `/allocation/${person}`;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  const register = { '900001': {}, '900002': {}, '900003': {}, '900004': {} };
  parts = { ...partsWith(records, register), reference: loadReference };
});

after(() => database.end());

const giving = (typed: Partial<GivingTyped>): GivingTyped & { authority: string; pageOf: typeof pageOf } => ({
  ...{
    authority,
    pageOf,
    schools: [],
    to: '',
    from: '',
    replaces: 'same role',
    why: 'For the test',
    despite: '',
  },
  ...typed,
});
const partner = (person: Person) => `challenge partner, ${person.id}`;
const wordsOf = (outcome: Allocated): readonly string[] =>
  outcome.kind === 'problems' ? outcome.problems.map(({ field, text }) => `${field}: ${text}`) : [];
const given = async (director: Person, urn: string) =>
  (await readAllocation(parts, director, authority)).schools
    .find((one) => one.urn === urn)
    ?.given.map(({ name }) => name);

test('a director gives several schools at once, moves them on a day, and both are told by mail that says nothing', async () => {
  const director = await invited(parts, 'Dora Reed', 'director');
  const ann = await invited(parts, 'Ann Sedge', 'challenge partner', '900001');
  const bea = await invited(parts, 'Bea Marsh', 'challenge partner', '900002');
  const tomorrow = await dayFromToday(records, 1);
  const done = await allocate(parts, director, giving({ schools: ['900003', '900004'], to: partner(ann) }));
  assert.deepEqual(done.kind === 'done' && [done.schools.toSorted(), done.left], [['900003', '900004'], []]);
  const moved = await allocate(
    parts,
    director,
    giving({ schools: ['900001', '900003'], to: partner(bea), from: tomorrow }),
  );
  assert.deepEqual(moved.kind === 'done' && moved.left, [ann.id]);
  assert.deepEqual(await given(director, '900003'), ['Ann Sedge'], 'until tomorrow');
  const { schools } = await readAllocation(parts, director, authority);
  const of = schools.find(({ urn }) => urn === '900003')?.had;
  assert.deepEqual(
    of?.map(({ name, last }) => [name, last === null]),
    [
      ['Ann Sedge', false],
      ['Bea Marsh', true],
    ],
  );
  const work = await readAllocationWork(parts, ann, authority);
  assert.deepEqual(
    work.handOvers.toWrite.map(({ urn, paper }) => [urn, paper]),
    [
      ['900001', null],
      ['900003', null],
    ],
    'Ann is asked for two notes',
  );
  const { rows } = await database.owner.query<{ person: string; occasion: string }>(
    `select distinct person, occasion from authority_fenshire.mail_queued`,
  );
  assert.deepEqual(new Set(rows.map(({ person }) => person)), new Set([ann.id, bea.id]));
  assert.deepEqual([...new Set(rows.map(({ occasion }) => occasion))], ['allocation changed']);
  const changes = await database.owner.query<{ act: string }>(
    `select act from authority_fenshire.change_log where urn = '900003' order by number`,
  );
  assert.deepEqual(
    changes.rows.map(({ act }) => act),
    ['gave a role', 'ended a role', 'gave a role'],
  );
});

test('everything wrong is told at once, in the order of the fields, and nothing is changed', async () => {
  const director = await invited(parts, 'Dan Reed', 'director');
  const count = async () =>
    (
      await database.owner.query<{ held: string }>(
        'select count(*) as held from authority_fenshire.role_held',
      )
    ).rows;
  const before = await count();
  const outcome = await allocate(
    parts,
    director,
    giving({ to: 'challenge partner, nobody', from: 'soon', replaces: 'whoever', why: '' }),
  );
  assert.deepEqual(
    wordsOf(outcome).map((words) => words.split(':')[0]),
    ['schools', 'to', 'from', 'replaces', 'why'],
  );
  const past = await allocate(
    parts,
    director,
    giving({ schools: ['999999'], to: partner(director), from: '1 September 2020' }),
  );
  assert.match(wordsOf(past).join(' '), /not open any more.*Choose who is to have them.*in the past/);
  assert.deepEqual(await count(), before);
});

test('an interest forbids a school; a phase that is not known and too many schools are asked a reason for', async () => {
  const director = await invited(parts, 'Dot Reed', 'director');
  const cas = await invited(parts, 'Cas Fen', 'challenge partner', '900001');
  const said = await sayProfile(parts, cas, {
    ...{ authority, of: cas.id, organisation: 'Fen Advisers', independent: 'yes', phases: ['secondary'] },
    ...{ qualifications: 'Led two schools', experience: '', capacity: '1', from: '' },
  });
  assert.deepEqual(said, { kind: 'done' });
  const doubted = await allocate(parts, director, giving({ schools: ['900002'], to: partner(cas) }));
  assert.deepEqual(doubted.kind === 'problems' && doubted.doubts.map(({ kind }) => kind), [
    'phase',
    'capacity',
  ]);
  assert.match(wordsOf(doubted).join(), /^despite: .*knows secondary schools only.*can look after 1/);
  const declared = await declareInterest(parts, cas, {
    ...{ authority, of: cas.id, school: '900003', what: 'Her sister teaches there', from: '', until: '' },
  });
  assert.deepEqual(declared, { kind: 'done' });
  const refused = await allocate(
    parts,
    director,
    giving({ schools: ['900003'], to: partner(cas), despite: 'There is nobody else' }),
  );
  assert.match(wordsOf(refused).join(), /^schools: Cas Fen has an interest in .*Her sister teaches there/);
  const taken = giving({
    schools: ['900002'],
    to: partner(cas),
    replaces: 'nobody',
    despite: 'Until Easter',
  });
  assert.equal((await allocate(parts, director, taken)).kind, 'done');
  const { rows } = await database.owner.query<{ why: string }>(
    `select why from authority_fenshire.role_held where person = $1 and scope_name = '900002'`,
    [cas.id],
  );
  assert.match(rows[0]?.why ?? '', /In spite of what speaks against it: Until Easter/);
});

test('what an interest is stays out of the log, and colleagues do not read it', async () => {
  const { rows } = await database.owner.query<{ whole: string }>(
    `select string_agg(concat_ws(' ', act, about_name, from_words, to_words, why), ' ') as whole from authority_fenshire.change_log`,
  );
  assert.doesNotMatch(rows[0]?.whole ?? '', /sister/);
  const officer = await invited(parts, 'Olga Reed', 'intervention officer');
  const head = await invited(parts, 'Hal Reed', 'head of service');
  const id = async (reader: Person) =>
    (await readAllocation(parts, reader, authority)).advisers.find(({ name }) => name === 'Cas Fen');
  assert.equal((await id(officer))?.interests.length, 0);
  assert.equal((await id(head))?.interests.length, 1);
  assert.equal((await id(officer))?.profile?.organisation, 'Fen Advisers');
});

test('a partner opens their own page and no other’s; nobody gives schools to themselves or says of others what they bring', async () => {
  const eve = await invited(parts, 'Eve Fen', 'challenge partner', '900004');
  const fay = await invited(parts, 'Fay Fen', 'challenge partner', '900004');
  const own = await readAdviser(parts, eve, { authority, id: eve.id });
  assert.deepEqual(
    own.schools.map(({ urn }) => urn),
    ['900004'],
  );
  await assert.rejects(readAdviser(parts, eve, { authority, id: fay.id }), { code: 'not-found' });
  await assert.rejects(allocate(parts, eve, giving({})), { code: 'not-permitted' });
  await assert.rejects(readAllocation(parts, eve, authority), { code: 'not-permitted' });
  const of = { authority, of: fay.id, school: '900004', what: 'A tie', from: '', until: '' };
  await assert.rejects(declareInterest(parts, eve, of), { code: 'not-found' });
  const hal = await invited(parts, 'Hen Reed', 'head of service');
  await assert.rejects(
    records.inAuthority(authority, eve, (transaction) =>
      transaction
        .insertInto('role_held')
        .values({
          ...{ person: fay.id, role: 'challenge partner', scope_kind: 'school', scope_name: '900001' },
          ...{
            from_date: '2026-01-01',
            to_date: null,
            why: 'Because',
            on_behalf_of: null,
            said_by_name: eve.name,
          },
        })
        .execute(),
    ),
    { code: 'not-permitted' },
  );
  const self = await allocate(parts, hal, giving({ schools: ['900001'], to: partner(hal) }));
  assert.equal(self.kind, 'problems');
});

test('schools are taken with a last day and a reason; they are gaps from then on', async () => {
  const director = await invited(parts, 'Dee Reed', 'director');
  const gil = await invited(parts, 'Gil Fen', 'challenge partner', '900001');
  const taking = { authority, pageOf, from: gil.id, schools: ['900001'], lastDay: '', why: '' };
  const wrong = await takeSchools(parts, director, taking);
  assert.deepEqual(wrong.kind === 'problems' && wrong.problems.map(({ field }) => field), ['why']);
  assert.deepEqual(await takeSchools(parts, director, { ...taking, why: 'The contract ended' }), {
    kind: 'done',
    schools: ['900001'],
  });
  assert.ok(!(await given(director, '900001'))?.includes('Gil Fen'));
  const again = await takeSchools(parts, director, { ...taking, why: 'Again' });
  assert.equal(again.kind, 'problems');
});

test('a hand-over note is never read by the school, whatever becomes of it', async () => {
  const officer = await invited(parts, 'Ona Reed', 'intervention officer');
  const opened = await openPaper(parts, officer, {
    ...{ authority, urn: '900002', kind: 'hand-over' },
    content: { 'where-it-stands': 'It goes well' },
  });
  assert.equal(opened.kind, 'done');
  const head = await invited(parts, 'Hope Reed', 'headteacher', '900002');
  const seen = await records.inAuthority(authority, head, (transaction) =>
    transaction.selectFrom('paper').selectAll().execute(),
  );
  assert.deepEqual(seen, []);
});

test('contact is told of every school that is open, also of those without any', async () => {
  const director = await invited(parts, 'Del Reed', 'director');
  const { schools } = await readContact(parts, director, authority);
  assert.equal(schools.length, 4);
  assert.ok(schools.every(({ contact }) => contact.warns && contact.last === null));
});
