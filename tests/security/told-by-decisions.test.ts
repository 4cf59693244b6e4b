import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decideAsProposed, decideCategory } from '#/analyse/actions/deciding/decide-category.ts';
import { openRound } from '#/analyse/actions/deciding/open-round.ts';
import { signDecisions } from '#/analyse/actions/deciding/sign-decisions.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { readLetter, readLetters } from '#/analyse/actions/telling/read-letters.ts';
import { tellSchools } from '#/analyse/actions/telling/tell-schools.ts';
import { loadReference } from '#/law/reference.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** The first causes concern by the rules, and is decided to cause none. */
const inspected = {
  '900001': [['2018-05-01', 4]],
  '900002': [['2018-06-02', 4]],
  '900003': [['2018-06-02', 1]],
} as const;
const people = {
  director: { ...personOf('director', fenshire.slug), id: 'director', name: 'A director' },
  second: { ...personOf('head of service', fenshire.slug), id: 'second', name: 'A second' },
  head: { ...personOf('headteacher', fenshire.slug, ['900001']), id: 'head', name: 'A head' },
  member: {
    ...personOf('elected member', fenshire.slug, ['900001', '900002']),
    id: 'member',
    name: 'A member',
  },
};

let database: TestDatabase;
let records: Records;
const parts = {
  published: () =>
    Promise.resolve(storeOf(inspected as unknown as Parameters<typeof storeOf>[0], '2018-12-31')),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => '2019-06-30',
  now: () => '2019-06-30T09:00:00.000Z',
};
const slug = fenshire.slug;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  await runAnalysis(parts, operator, { authority: slug, asAt: '2018-12-31' });
  for (const person of Object.values(people)) await addPerson(database.owner, slug, person);
  const opened = await openRound(parts, people.director, {
    ...{ authority: slug, run: '', urn: '', name: 'Summer term 2019', why: 'A new term' },
    ...{ decideBy: '5 July 2019', tellBy: '12 July 2019' },
  });
  assert.equal(opened.kind, 'done');
});

after(() => database.end());

const concernsOf = (who: keyof typeof people) =>
  records.inAuthority(slug, people[who], async (transaction) => ({
    run: await transaction.selectFrom('run_concern').select('urn').orderBy('urn').execute(),
    state: await transaction.selectFrom('told_state_concern').select('urn').orderBy('urn').execute(),
  }));

test('until a decision is told, the member hears of concern as proposed, and the head reads no decision', async () => {
  const decided = await decideCategory(parts, people.director, {
    ...{ authority: slug, round: '1', urn: '900001', category: 'B3', why: 'A new head.', basedOn: '' },
  });
  assert.equal(decided.kind, 'done');
  assert.deepEqual(await concernsOf('member'), { run: [{ urn: '900001' }, { urn: '900002' }], state: [] });
  const letter = await readLetter(parts, people.head, slug, '900001');
  assert.equal(letter.decision, null);
});

test('a letter that nobody signed, or that nobody could read here, is left; what is told is kept and said to members', async () => {
  await decideAsProposed(parts, people.director, { authority: slug, round: '1' });
  const told = await tellSchools(parts, people.director, { authority: slug, way: 'here' });
  assert.equal(told.kind === 'done' ? told.told : null, 1);
  assert.deepEqual(await concernsOf('member'), { run: [], state: [{ urn: '900002' }] });
  const letter = await readLetter(parts, people.head, slug, '900001');
  assert.ok(letter.decision !== null && letter.letter !== null);
  assert.match(JSON.stringify(letter.letter), /A new head\./);
});

test('a second signature lets a letter of concern go by post, on a day that is not to come', async () => {
  const { waiting } = await readLetters(parts, people.director, slug);
  const unsigned = waiting.filter(({ decision }) => decision.ofConcern);
  const decisions = unsigned.map(({ decision }) => decision.id);
  await signDecisions(parts, people.second, { authority: slug, decisions });
  const asked = { authority: slug, way: 'by post' as const };
  const late = await tellSchools(parts, people.second, { ...asked, postedOn: '1 July 2019' });
  assert.equal(late.kind, 'problems');
  const told = await tellSchools(parts, people.second, { ...asked, postedOn: '30 June 2019' });
  assert.equal(told.kind === 'done' && told.told > 0, true);
});

test('the numbers told of decisions hold back what is small, as those of analyses do', async () => {
  const rows = await records.inAuthority(slug, people.member, (transaction) =>
    transaction.selectFrom('told_state_summary').select('told').execute(),
  );
  assert.ok(rows.length > 0);
  for (const { told } of rows)
    assert.deepEqual(
      told.rows.flatMap(({ counted }) => counted).filter((number) => number !== null),
      [],
    );
  const behind = await records.inAuthority(slug, people.member, (transaction) =>
    transaction.selectFrom('told_state_counted').select('state').execute(),
  );
  assert.deepEqual(behind, []);
});
