import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { expectOutcome, withdrawExpectation } from '#/analyse/actions/expect-outcome.ts';
import { readExpectations } from '#/analyse/actions/read-expectations.ts';
import { readTargets, setTarget, withdrawTarget } from '#/analyse/actions/set-target.ts';
import { keepForecast, type MakeForecast } from '#/analyse/actions/keep-forecast.ts';
import { loadReference } from '#/law/reference.ts';
import { readEverything } from '#/people/actions/read-everything.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { makerOf } from './forecast.fixture.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const { slug } = fenshire;
const people = {
  'head of service': personOf('head of service', slug),
  officer: personOf('intervention officer', slug),
  'challenge partner': personOf('challenge partner', slug, ['900001']),
  director: personOf('director', slug),
  analyst: personOf('analyst', slug),
  auditor: personOf('auditor', slug),
  'information officer': personOf('information officer', slug),
  head: personOf('headteacher', slug, ['900001']),
  'trust officer': personOf('trust officer', slug, ['900001']),
  'scrutiny member': personOf('scrutiny member', slug),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let today = '2019-06-30';
const inspected = { '900001': [['2014-05-01', 2]], '900002': [['2016-10-11', 1]] } as const;
const parts = {
  published: () => Promise.resolve(storeOf(inspected, '2018-12-31')),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => today,
  now: () => `${today}T09:00:00.000Z`,
};

const typed = {
  standing: 'below good',
  by: '31/08/2020',
  sure: '80',
  why: 'Results have fallen three years running',
};
const expect = (who: Who, urn: string, more: Partial<typeof typed> = {}) =>
  expectOutcome(parts, people[who], { authority: slug, urn, ...typed, ...more });
const done = (already = false) => ({ kind: 'done', already });

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, slug, person);
  assert.deepEqual(await expect('officer', '900001'), done());
  assert.deepEqual(
    await expect('challenge partner', '900001', { standing: 'good or better', sure: '' }),
    done(),
  );
  assert.deepEqual(await expect('head of service', '900002', { standing: 'good or better' }), done());
});

after(() => database.end());

const read = async (who: Who, urn?: string) => {
  const { expectations } = await readExpectations(parts, people[who], slug, urn);
  return expectations.map(({ urn: of, made, expected, became }) =>
    [of, made.name.split(' of ')[0], expected.standing, became.state].join(', '),
  );
};

describe('what an officer expects of a school', () => {
  test('is read by officers, and by an adviser from outside of the schools given to them', async () => {
    const [own, others] = [
      [
        '900001, The challenge partner, good or better, in force',
        '900001, The intervention officer, below good, in force',
      ],
      ['900002, The head, good or better, in force'],
    ];
    for (const who of ['officer', 'director', 'auditor', 'analyst'] as const)
      assert.deepEqual(await read(who), [...others, ...own], who);
    assert.deepEqual(await read('challenge partner'), own);
    await assert.rejects(read('challenge partner', '900002'), { code: 'not-found' });
  });

  test('is not read by the school, its trust, members or the information officer', async () => {
    for (const who of ['head', 'trust officer', 'scrutiny member', 'information officer'] as const) {
      await assert.rejects(read(who), { code: 'not-permitted' }, who);
      await assert.rejects(read(who, '900001'), { code: 'not-permitted' }, who);
      const rows = await records.inAuthority(slug, people[who], (transaction) =>
        transaction.selectFrom('expectation').select('number').execute(),
      );
      assert.deepEqual(rows, [], who);
    }
  });

  test('is written down by officers of any school, by advisers of theirs, and by nobody else', async () => {
    await assert.rejects(expect('challenge partner', '900002'), { code: 'not-found' });
    for (const who of ['director', 'analyst', 'auditor', 'head', 'scrutiny member'] as const)
      await assert.rejects(expect(who, '900001'), { code: 'not-permitted' }, who);
    await assert.rejects(expect('officer', '900009'), { code: 'not-found' });
  });

  test('is not written down as long as anything of it is wrong, and all of it is told', async () => {
    const answer = await expect('officer', '900001', { standing: '', by: '', sure: '10', why: '' });
    assert.ok(answer.kind === 'problems');
    assert.deepEqual(
      answer.problems.map(({ field }) => field),
      ['standing', 'by', 'sure', 'why'],
    );
  });

  test('stands once, however often the same is written down', async () => {
    assert.deepEqual(await expect('officer', '900001'), done(true));
    assert.equal((await read('officer', '900001')).length, 2);
  });

  test('counts from the day it was written down, and says when it came into the records', async () => {
    const { expectations } = await readExpectations(parts, people.officer, slug, '900001');
    const made = expectations.at(-1)?.made ?? assert.fail();
    assert.equal(made.on, '2019-06-30');
    assert.notEqual(made.keptAt.slice(0, 10), made.on);
    await assert.rejects(
      records.inAuthority(slug, people.officer, (transaction) =>
        sql`insert into expectation (urn, standing, by_date, why, made_on, made_by_name, kept_at)
          values ('900001', 'below good', '2020-01-01', 'w', '2019-01-01', ${people.officer.name}, '2019-01-01')`.execute(
          transaction,
        ),
      ),
      { code: 'not-permitted' },
    );
  });

  test('is replaced by what the same officer expects later, and both can be read', async () => {
    today = '2019-09-30';
    assert.deepEqual(await expect('officer', '900001', { standing: 'good or better' }), done());
    assert.deepEqual(await read('officer', '900001'), [
      '900001, The intervention officer, good or better, in force',
      '900001, The challenge partner, good or better, in force',
      '900001, The intervention officer, below good, replaced',
    ]);
  });

  test('is withdrawn by who wrote it and nobody else, for a reason, and stays to be read', async () => {
    const withdraw = (who: Who, why: string) =>
      withdrawExpectation(parts, people[who], { authority: slug, urn: '900001', why });
    await assert.rejects(withdraw('head of service', 'I know better'), { code: 'not-found' });
    const answer = await withdraw('officer', ' ');
    assert.deepEqual(answer.kind === 'problems' && answer.problems.map(({ field }) => field), ['why']);
    assert.deepEqual(await withdraw('officer', 'The head has changed'), done());
    assert.deepEqual(await withdraw('officer', 'Once more'), done(true));
    assert.deepEqual(
      (await read('officer', '900001')).toSorted()[1],
      '900001, The intervention officer, below good, replaced',
    );
    const { expectations } = await readExpectations(parts, people.officer, slug, '900001');
    const ended = expectations.find(({ became }) => became.state === 'withdrawn');
    assert.ok(ended?.became.state === 'withdrawn');
    assert.equal(ended.became.by.why, 'The head has changed');
  });

  test('has a history of who expected what and why, for whoever reads it', async () => {
    const about = [{ kind: 'expectation', keys: ['900001'] }] as const;
    const { entries } = await readHistory(parts, people['challenge partner'], slug, about);
    assert.match(
      entries.at(-1)?.words ?? '',
      /below good by 31 August 2020, 80% sure\. Why: Results have fallen/,
    );
    const ofHead = await readHistory(parts, people.head, slug, about);
    assert.deepEqual(ofHead.entries, []);
  });

  test('is part of everything held about the officer, for whoever may read it', async () => {
    const held = await readEverything(parts, people.auditor, slug, people.officer.id);
    assert.deepEqual(
      held.written?.map(({ what, request, words }) => [what, request, words]),
      [
        ['expected', 'withdrawn (on 2019-09-30)', 'The head has changed'],
        ['expected', 'good or better by 2020-08-31, 80% sure (on 2019-09-30)', typed.why],
        ['expected', 'below good by 2020-08-31, 80% sure (on 2019-06-30)', typed.why],
      ],
    );
    const held2 = await readEverything(parts, people['information officer'], slug, people.officer.id);
    assert.equal(held2.written, null);
  });
});

describe('the share of schools aimed at', () => {
  const aimed = {
    ...{ groupKind: 'phase', groupName: 'primary', standing: 'good or better', on: '2020-08-31' },
    ...{ share: '90', restsOn: 'The strategy of 2019' },
  };
  const aim = (who: Who, more: Partial<typeof aimed> = {}) =>
    setTarget(parts, people[who], { authority: slug, ...aimed, ...more });
  const targets = async (who: Who) =>
    (await readTargets(parts, people[who], slug)).targets.map(({ share, became }) => [share, became.state]);

  test('is set by director and head of service, and read by members too; a newer one replaces it', async () => {
    assert.deepEqual(await aim('director'), done());
    assert.deepEqual(await aim('head of service'), done(true));
    assert.deepEqual(await aim('head of service', { share: '92.5%' }), done());
    assert.deepEqual(await targets('scrutiny member'), [
      [0.925, 'in force'],
      [0.9, 'replaced'],
    ]);
    for (const who of ['officer', 'analyst', 'scrutiny member', 'head'] as const)
      await assert.rejects(aim(who), { code: 'not-permitted' }, who);
    await assert.rejects(targets('head'), { code: 'not-permitted' });
  });

  test('is not set as long as anything of it is wrong, and all of it is told', async () => {
    const answer = await aim('director', { groupName: 'lighthouse', on: '2018-01-01', share: '900' });
    assert.deepEqual(answer.kind === 'problems' && answer.problems.map(({ field }) => field), [
      'group',
      'on',
      'share',
    ]);
  });

  test('is given to whoever makes the next forecast, as it stands then', async () => {
    let given: readonly number[] = [];
    const noting: MakeForecast = (of, request) => {
      given = (request.targets ?? []).map(({ share }) => share);
      return makerOf({ '900001': 0.1, '900002': 0.2 })(of, request);
    };
    await keepForecast(parts, operator, { authority: slug }, noting);
    assert.deepEqual(given, [0.925]);
    const groups = (await readTargets(parts, people.director, slug)).groups.map(({ name }) => name);
    assert.deepEqual(groups, ['All schools', 'primary']);
  });

  test('is withdrawn for a reason, and stays to be read', async () => {
    const withdraw = (who: Who, more: Partial<typeof aimed> = {}) =>
      withdrawTarget(parts, people[who], { authority: slug, ...aimed, ...more, why: 'A new strategy' });
    await assert.rejects(withdraw('officer'), { code: 'not-permitted' });
    await assert.rejects(withdraw('director', { on: '2021-08-31' }), { code: 'not-found' });
    assert.deepEqual(await withdraw('director'), done());
    assert.deepEqual(await withdraw('director'), done(true));
    assert.deepEqual(await targets('director'), [
      [0.925, 'withdrawn'],
      [0.9, 'replaced'],
    ]);
    const about = [{ kind: 'share aimed at' }] as const;
    const { entries } = await readHistory(parts, people['scrutiny member'], slug, about);
    assert.match(
      entries[0]?.words ?? '',
      /withdrew a share aimed at: primary.*before: 92\.5%; now: withdrawn/,
    );
  });
});
