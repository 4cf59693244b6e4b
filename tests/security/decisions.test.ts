import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { decideAsProposed, decideCategory } from '#/analyse/actions/deciding/decide-category.ts';
import { decideSeveral } from '#/analyse/actions/deciding/decide-several.ts';
import { openRound } from '#/analyse/actions/deciding/open-round.ts';
import { readDecisions } from '#/analyse/actions/deciding/read-decisions.ts';
import { readRound, readRounds } from '#/analyse/actions/deciding/read-round.ts';
import { signDecisions } from '#/analyse/actions/deciding/sign-decisions.ts';
import { expectOutcome } from '#/analyse/actions/expect-outcome.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { loadReference } from '#/law/reference.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** Inadequate, good for long, good and outstanding. */
const inspected: Inspected = {
  '900001': [['2018-05-01', 4]],
  '900002': [['2012-10-11', 2]],
  '900003': [['2017-06-02', 2]],
  '900004': [['2017-06-02', 1]],
};
const { slug } = fenshire;
const people = {
  director: personOf('director', slug),
  'head of service': personOf('head of service', slug),
  officer: personOf('intervention officer', slug),
  auditor: personOf('auditor', slug),
  'information officer': personOf('information officer', slug),
  head: personOf('headteacher', slug, ['900001']),
  'another head': { ...personOf('headteacher', slug, ['900003']), id: 'h3', name: 'Another head' },
  'challenge partner': personOf('challenge partner', slug, ['900001']),
  'scrutiny member': personOf('scrutiny member', slug),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let today = '2019-01-07';
const parts = {
  published: () => Promise.resolve(storeOf(inspected, '2018-12-31')),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => today,
  now: () => `${today}T09:00:00.000Z`,
};

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  await runAnalysis(parts, operator, { authority: slug, asAt: '2018-12-31' });
  for (const person of Object.values(people)) await addPerson(database.owner, slug, person);
});

after(() => database.end());

const typed = { run: '', urn: '', name: 'Spring term 2019', decideBy: '31/01/2019', tellBy: '14/02/2019' };
const open = (who: Who, more: object = {}) =>
  openRound(parts, people[who], { authority: slug, ...typed, why: 'A new term', ...more });
const decide = (
  who: Who,
  urn: string,
  category: string,
  more: { why?: string; basedOn?: string; round?: string } = {},
) =>
  decideCategory(parts, people[who], {
    ...{ authority: slug, round: '1', urn, category, why: '', basedOn: '' },
    ...more,
  });
const round = (who: Who = 'director', number = '1') => readRound(parts, people[who], slug, number);
const schoolOf = async (urn: string) =>
  (await round()).schools.find((one) => one.urn === urn) ?? assert.fail();
const fields = (answer: { kind: string; problems?: readonly { field: string }[] }) =>
  (answer.problems ?? []).map(({ field }) => field);

describe('a round of categories', () => {
  test('is opened by director or head of service and nobody else, and all that is wrong is told', async () => {
    for (const who of ['officer', 'auditor', 'head', 'challenge partner', 'scrutiny member'] as const)
      await assert.rejects(open(who), { code: 'not-permitted' }, who);
    const answer = await open('director', { urn: '1', name: '', decideBy: 'soon', tellBy: '', why: ' ' });
    assert.deepEqual(fields(answer), ['urn', 'name', 'decideBy', 'tellBy', 'why']);
    const early = await open('director', { tellBy: '30/01/2019' });
    assert.deepEqual(fields(early), ['tellBy']);
    assert.equal((await open('director')).kind, 'done');
  });

  test('is not opened beside one in which there is something left to decide', async () => {
    assert.deepEqual(fields(await open('head of service')), ['urn']);
  });

  test('asks of every school of the analysis, and says how many are left', async () => {
    const { progress, told, schools } = await round('auditor');
    assert.equal(progress.schools, 4);
    assert.equal(progress.of['to decide'], 4);
    assert.deepEqual(told, { on: '2019-01-07', told: 0, late: 0, of: 4 });
    assert.deepEqual(schools.map(({ urn }) => urn).toSorted(), Object.keys(inspected));
  });

  test('is read by officers, and not by the school, members or the information officer', async () => {
    for (const who of ['head', 'challenge partner', 'scrutiny member', 'information officer'] as const) {
      await assert.rejects(round(who), { code: 'not-permitted' }, who);
      await assert.rejects(readRounds(parts, people[who], slug), { code: 'not-permitted' }, who);
    }
    await assert.rejects(round('director', '7'), { code: 'not-found' });
  });
});

describe('a category', () => {
  test('follows the proposal without a reason, and differs from it only for one', async () => {
    const { proposed } = await schoolOf('900001');
    assert.deepEqual(fields(await decide('director', '900001', 'Z9')), ['category']);
    assert.deepEqual(fields(await decide('director', '900001', 'C3')), ['why']);
    const answer = await decide('director', '900001', proposed);
    assert.equal(answer.kind, 'done');
    const { decision, standing } = await schoolOf('900001');
    assert.equal(decision?.decided.name, people.director.name);
    assert.equal(decision.ofConcern, true);
    assert.equal(standing, 'to sign');
  });

  test('decided twice the same is one decision', async () => {
    const { proposed } = await schoolOf('900001');
    const answer = await decide('head of service', '900001', proposed);
    assert.ok(answer.kind === 'done' && answer.already);
  });

  test('is not decided by whoever looked before somebody else decided: they are told by whom', async () => {
    const answer = await decide('head of service', '900001', 'C3', { why: 'I have been there' });
    assert.ok(answer.kind === 'decided meanwhile');
    assert.equal(answer.by.decided.name, people.director.name);
  });

  test('of concern is signed by a second person, and never by who decided', async () => {
    const { decision } = await schoolOf('900001');
    const decisions = [decision?.id ?? ''];
    const sign = (who: Who) => signDecisions(parts, people[who], { authority: slug, decisions });
    await assert.rejects(sign('officer'), { code: 'not-permitted' });
    assert.deepEqual(await sign('director'), { signed: 0, left: 1 });
    assert.deepEqual(await sign('head of service'), { signed: 1, left: 0 });
    assert.deepEqual(await sign('head of service'), { signed: 0, left: 1 });
    assert.equal((await schoolOf('900001')).standing, 'to tell');
  });

  test('decided anew needs a reason and another signature; what was decided before stays', async () => {
    const before = (await schoolOf('900001')).decision ?? assert.fail();
    const again = { basedOn: before.id, why: 'The notice was lifted' };
    assert.deepEqual(fields(await decide('director', '900001', 'C3', { ...again, why: '' })), ['why']);
    const kinder = await decide('director', '900001', 'C3', again);
    assert.equal(kinder.kind, 'done');
    const { decision } = await schoolOf('900001');
    assert.equal(decision?.revises, before.id);
    assert.equal(decision.signed, null);
    const signedLate = { authority: slug, decisions: [before.id] };
    assert.deepEqual(await signDecisions(parts, people['head of service'], signedLate), {
      signed: 0,
      left: 1,
    });
    const { decisions } = await readDecisions(parts, people.officer, slug, '900001');
    assert.deepEqual(
      decisions.map((one) => [one.decision.category, one.decision.signed?.name ?? null, one.replaced]),
      [
        ['C3', null, false],
        [before.category, people['head of service'].name, true],
      ],
    );
    const { progress } = await round();
    assert.deepEqual(progress.overruled, { all: 1, kinder: 1, harsher: 0, neither: 0 });
  });

  test('decided by two at once is decided once', async () => {
    const { proposed } = await schoolOf('900002');
    const answers = await Promise.all([
      decide('director', '900002', proposed),
      decide('head of service', '900002', 'C3', { why: 'Results have fallen' }),
    ]);
    assert.deepEqual(answers.map(({ kind }) => kind).toSorted(), ['decided meanwhile', 'done']);
  });
});

describe('the rest of a round', () => {
  test('is decided as proposed in one go, without those that somebody sees otherwise', async () => {
    const expected = { standing: 'below good', by: '31/08/2020', sure: '', why: 'The head has left' };
    await expectOutcome(parts, people.officer, { authority: slug, urn: '900004', ...expected });
    for (const who of ['officer', 'auditor', 'head'] as const)
      await assert.rejects(decideAsProposed(parts, people[who], { authority: slug, round: '1' }), {
        code: 'not-permitted',
      });
    const answer = await decideAsProposed(parts, people['head of service'], { authority: slug, round: '1' });
    assert.equal(answer.decided, 1);
    assert.deepEqual(
      answer.left.map(({ urn, reasons }) => [urn, reasons.map(({ kind }) => kind)]),
      [['900004', ['disagreement']]],
    );
    const again = await decideAsProposed(parts, people['head of service'], { authority: slug, round: '1' });
    assert.equal(again.decided, 0);
  });

  test('several are decided in one go by the same rules: all or none, and not over what somebody decided since', async () => {
    const [{ schools }, now] = [await round(), await schoolOf('900002')];
    const several = (
      decisions: readonly { urn: string; category: string; why: string; basedOn: string }[],
      who: Who = 'director',
    ) => decideSeveral(parts, people[who], { authority: slug, round: '1', decisions });
    await assert.rejects(several([], 'officer'), { code: 'not-permitted' });
    const same = schools.flatMap(({ urn, decision }) =>
      decision === null
        ? []
        : [{ urn, category: decision.category, why: decision.why, basedOn: decision.id }],
    );
    assert.deepEqual(await several(same), { kind: 'done', decided: 0, already: same.length });
    const anew = {
      urn: '900002',
      category: 'B3',
      why: 'The budget does not balance.',
      basedOn: now.decision?.id ?? '',
    };
    const refused = await several([anew, { ...anew, urn: '900001', category: 'F1', basedOn: 'another' }]);
    assert.deepEqual(fields(refused), ['category']);
    assert.equal(
      (await schoolOf('900002')).decision?.id,
      now.decision?.id,
      'none is decided where one is refused',
    );
  });

  test('is left to the next round once its day is over, and no more is decided in the round before', async () => {
    today = '2019-05-07';
    const next = await open('director', {
      name: 'Summer term 2019',
      decideBy: '31/05/2019',
      tellBy: '14/06/2019',
    });
    assert.ok(next.kind === 'done');
    await assert.rejects(decide('director', '900004', 'A4'), { code: 'usage' });
    const { rounds } = await readRounds(parts, people.auditor, slug);
    assert.deepEqual(
      rounds.map((one) => [one.round.name, one.followedBy?.name ?? null, one.progress.decided]),
      [
        ['Summer term 2019', null, 0],
        ['Spring term 2019', 'Summer term 2019', 3],
      ],
    );
  });
});

describe('what is decided and not told', () => {
  test('is not read by the school, its partner or a member, in no table and on no page', async () => {
    for (const who of ['head', 'another head', 'challenge partner', 'scrutiny member'] as const) {
      for (const table of ['category_decision', 'category_signature', 'category_letter']) {
        const { rows } = await records.inAuthority(slug, people[who], (transaction) =>
          sql.raw(`select * from ${table}`).execute(transaction),
        );
        assert.deepEqual(rows, [], `${who}, ${table}`);
      }
    }
    const { decisions, whole } = await readDecisions(parts, people.head, slug, '900001');
    assert.deepEqual([decisions, whole], [[], false]);
  });

  test('is read by the school from the letter on: that decision, and none before or after it', async () => {
    const { decisions: all } = await readDecisions(parts, people.officer, slug, '900001');
    const first = all.at(-1)?.decision ?? assert.fail();
    await database.owner.query(
      `insert into authority_fenshire.category_letter (decision, urn, of_concern, told_on, letter, told_by, told_by_name)
       values ($1, '900001', true, '2019-05-07', '{"sections": []}', 'test', 'The test')`,
      [first.id],
    );
    const { decisions } = await readDecisions(parts, people.head, slug, '900001');
    assert.deepEqual(
      decisions.map((one) => [one.decision.id, one.decision.told?.on]),
      [[first.id, '2019-05-07']],
    );
    await assert.rejects(readDecisions(parts, people['another head'], slug, '900001'), { code: 'not-found' });
  });

  test('is never changed or taken away, by nobody', async () => {
    for (const statement of [
      `update category_decision set category = 'A4'`,
      'delete from category_decision',
      'delete from category_round',
    ])
      await assert.rejects(
        records.inAuthority(slug, people.director, (transaction) => sql.raw(statement).execute(transaction)),
        { code: 'not-permitted' },
        statement,
      );
  });

  test('leaves no category in the log of changes', async () => {
    const { rows } = await database.owner.query<{ words: string }>(
      `select concat_ws(' ', act, about_name, from_words, to_words, why) as words
         from authority_fenshire.change_log where about_kind in ('category decided', 'round of categories')`,
    );
    assert.ok(rows.length >= 7);
    for (const { words } of rows) assert.doesNotMatch(words, /\b[A-F][1-4]\b|notice was lifted/);
  });
});
