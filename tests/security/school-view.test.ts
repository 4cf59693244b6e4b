import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { confirmReading } from '#/analyse/actions/confirm-reading.ts';
import { readOurView } from '#/analyse/actions/read-our-view.ts';
import { replyToCategory } from '#/analyse/actions/reply-to-category.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { answerRequest } from '#/schools/actions/answer-request.ts';
import { askSchools } from '#/schools/actions/ask-school.ts';
import { endRequest } from '#/schools/actions/end-request.ts';
import { readRequest, readRequests } from '#/schools/actions/read-requests.ts';
import { addPerson, endRoles } from './records.fixture.ts';
import {
  confirm as confirmIn,
  idOf as idIn,
  other,
  own,
  people,
  place,
  refusedWith,
  request,
  rowsOf as rowsFrom,
  slug,
  somebody,
  startSchoolTold,
  type SchoolTold,
  type Who,
} from './school-told.fixture.ts';

let told: SchoolTold;
let database: SchoolTold['database'];
let parts: SchoolTold['parts'];
let asked: SchoolTold['asked'];

before(async () => {
  told = await startSchoolTold();
  ({ database, parts, asked } = told);
});

after(() => database.end());

const ask = (more: Partial<typeof request>, by: Person = people['intervention officer']) =>
  askSchools(parts, by, { ...request, ...more });
const idOf = (what: string) => idIn(database, what);
const confirm = (person: Person) => confirmIn(told, person);
const reply = (person: Person, words: string) => replyToCategory(parts, person, { ...place, words });
const rowsOf = (who: Pick<Person, 'id'>, columns: string, table: string) =>
  rowsFrom(told, who, columns, table);

describe('what the pages are made of', () => {
  test('head and chair read category, reasons, receipts and replies; clerk and governor none of them', async () => {
    for (const who of ['head', 'chair'] as const) {
      const view = await readOurView(parts, people[who], slug, own);
      assert.equal(view.now?.told.group, 'causing concern', who);
      assert.ok(view.now.proposal.reasons.length > 0);
      assert.equal(view.replies.length, 1);
      assert.equal(
        view.entitlements.kind === 'kept' && view.entitlements.entitlements.ofGroup?.group,
        'causing concern',
      );
    }
    for (const who of ['clerk', 'governor'] as const) {
      const view = await readOurView(parts, people[who], slug, own);
      assert.equal(view.now, null);
      assert.equal(view.whyNot, 'in confidence');
      assert.deepEqual([view.replies, view.before, view.sources], [[], [], []]);
      assert.ok(view.leaders.every(({ confirmation }) => confirmation === null));
      assert.equal(view.entitlements.kind === 'kept' && view.entitlements.entitlements.ofGroup, null);
      assert.deepEqual(
        view.requests.map(({ what, state, answers }) => [what, state, answers]),
        [['Your improvement plan', 'answered', []]],
      );
    }
  });

  test('another school is answered as one that there is not', async () => {
    const words = async (who: Who, urn: string): Promise<string> =>
      readOurView(parts, people[who], slug, urn).then(
        () => 'shown',
        (error: unknown) => (error instanceof KnownError ? `${error.code}: ${error.message}` : String(error)),
      );
    for (const who of ['head', 'clerk', 'challenge partner'] as const) {
      assert.equal(await words(who, other), await words(who, '999998'));
      assert.match(await words(who, other), /^not-found/);
    }
    for (const who of [
      'system leader',
      'trust officer',
      'elected member',
      'information officer',
      'administrator',
    ] as const)
      assert.match(await words(who, own), /^not-permitted/);
  });

  test('whoever was given the school is its officer; where nobody was, somebody else is named', async () => {
    const { asks } = await readOurView(parts, people.clerk, slug, own);
    assert.deepEqual(asks.ours.map(({ name }) => name).toSorted(), [
      'The challenge partner',
      'The intervention officer',
    ]);
    const without = await readOurView(parts, people['head of another school'], slug, other);
    assert.deepEqual(
      [without.asks.ours, without.asks.instead.map(({ name }) => name)],
      [[], ['The head of service']],
    );
  });

  test('a request to named people is in no list, no page and no log of anybody else', async () => {
    for (const who of ['head of service', 'director', 'auditor', 'chair', 'challenge partner'] as const) {
      const { requests } = await readRequests(parts, people[who], slug);
      assert.ok(
        requests.every(({ what }) => what !== 'A personnel matter'),
        who,
      );
      const page = { ...place, request: asked['named people'] };
      await assert.rejects(readRequest(parts, people[who], page), refusedWith('not-found'));
    }
    const log = await rowsOf(
      people.director,
      `concat_ws(' ', act, about_name, urn, from_words, to_words, why)`,
      'change_log',
    );
    assert.ok(log.some((entry) => entry.includes('asked a school')));
    assert.ok(
      log.every((entry) => !/personnel/i.test(entry)),
      log.join('\n'),
    );
    assert.equal(log.filter((entry) => entry === 'asked a school a request to named people').length, 1);
  });
});

describe('confirming, replying and answering', () => {
  const count = async (table: string): Promise<number> => {
    const { rows } = await database.owner.query<{ n: number }>(
      `select count(*)::int as n from authority_fenshire.${table}`,
    );
    return rows[0]?.n ?? -1;
  };

  test('a receipt given twice, also at once, is one', async () => {
    const before = await count('category_receipt');
    const outcomes = await Promise.all([confirm(people.chair), confirm(people.chair), confirm(people.head)]);
    assert.equal(await count('category_receipt'), before + 1);
    assert.equal(outcomes.filter((one) => one.kind === 'done' && !one.already).length, 1);
  });

  test('the same reply and the same request, sent twice, are kept once', async () => {
    const before = [await count('school_reply'), await count('school_request')];
    await Promise.all([reply(people.chair, 'Thank you'), reply(people.chair, 'Thank you')]);
    await Promise.all([ask({ what: 'Twice' }), ask({ what: 'Twice' })]);
    assert.deepEqual(
      [await count('school_reply'), await count('school_request')],
      before.map((n) => n + 1),
    );
    await reply(people['head of service'], 'Let us talk on Tuesday');
    assert.deepEqual(
      (await readOurView(parts, people.head, slug, own)).replies.map(({ side, name }) => `${side}: ${name}`),
      ['school: The head', 'school: The chair', 'authority: The head of service'],
    );
  });

  test('everything wrong with a request is told at once, and nothing is kept', async () => {
    const before = await count('school_request');
    const wrong = await ask({ what: '', due: 'yesterday', schools: [own, '999998'] });
    assert.deepEqual(wrong.kind === 'problems' && wrong.problems.map(({ field }) => field), [
      'what',
      'due',
      'schools',
    ]);
    const partner = await ask({ schools: [own, other] }, people['challenge partner']);
    assert.equal(partner.kind, 'problems', 'a partner asks no school that is not theirs');
    const nobody = await ask({ schools: [other], level: 'named people', named: ['chair'] });
    assert.match(nobody.kind === 'problems' ? (nobody.problems[0]?.text ?? '') : '', /no chair/);
    assert.equal(await count('school_request'), before);
  });

  test('roles that may not ask, answer or confirm are refused before anything is looked at', async () => {
    await assert.rejects(ask({}, people.head), refusedWith('not-permitted'));
    await assert.rejects(confirm(people['head of service']), refusedWith('not-permitted'));
    await assert.rejects(reply(people['head of another school'], 'x'), refusedWith('not-permitted'));
    const answer = { ...place, request: asked['school and authority'], words: 'x' };
    await assert.rejects(answerRequest(parts, people.clerk, answer), refusedWith('not-permitted'));
    await assert.rejects(
      answerRequest(parts, people['head of another school'], answer),
      refusedWith('not-found'),
    );
    const hidden = { ...place, request: asked.authority, words: 'x' };
    await assert.rejects(answerRequest(parts, people.head, hidden), refusedWith('not-found'));
  });

  test('a request that was withdrawn takes no answer, and says why to the school', async () => {
    const id = await idOf('Twice');
    const withdraw = { ...place, request: id, act: 'withdraw' as const };
    const silent = await endRequest(parts, people['head of service'], { ...withdraw, why: ' ' });
    assert.equal(silent.kind, 'problems');
    await endRequest(parts, people['head of service'], { ...withdraw, why: 'We have it from the register' });
    const again = await endRequest(parts, people['intervention officer'], {
      ...withdraw,
      why: 'Other words',
    });
    assert.ok(again.kind === 'done' && again.already);
    await assert.rejects(
      answerRequest(parts, people.head, { ...place, request: id, words: 'Here it is' }),
      refusedWith('usage'),
    );
    const { request: read, mayAnswer } = await readRequest(parts, people.clerk, { ...place, request: id });
    assert.deepEqual(
      [read.state, read.steps[0]?.why, mayAnswer],
      ['withdrawn', 'We have it from the register', false],
    );
  });

  test('a new category asks again; what was confirmed on an old page is not taken for the new one', async () => {
    const old = (await readOurView(parts, people.head, slug, own)).now?.run.id ?? '';
    parts.inspect();
    await runAnalysis(parts, people['head of service'], { authority: slug });
    const view = await readOurView(parts, people.head, slug, own);
    assert.deepEqual(
      view.leaders.map(({ confirmation }) => confirmation?.state),
      ['outstanding', 'outstanding'],
    );
    assert.equal(view.before[0]?.receipts.length, 2, 'what was told before is history, with its receipts');
    const before = await count('category_receipt');
    const late = await confirmReading(parts, people.head, { ...place, run: old });
    assert.equal(late.kind, 'problems');
    assert.equal(await count('category_receipt'), before);
    await confirm(people.head);
    assert.equal(await count('category_receipt'), before + 1);
  });

  test('the head who left reads nothing; the new one inherits the history, and nothing that named the old one', async () => {
    const next = somebody('new head', 'headteacher', [own]);
    await addPerson(database.owner, slug, next);
    await endRoles(database.owner, slug, people.head);
    for (const table of ['category_receipt', 'school_reply', 'school_request', 'school_request_answer'])
      assert.deepEqual(await rowsOf(people.head, 'count(*)::text', table), ['0'], table);
    const view = await readOurView(parts, next, slug, own);
    assert.equal(view.replies.length, 3);
    assert.equal(view.before.length, 1);
    assert.ok(view.requests.some(({ what }) => what === 'Your improvement plan'));
    assert.ok(view.requests.every(({ what }) => what !== 'A personnel matter'));
    assert.deepEqual(
      view.leaders.map(({ holder }) => holder.name),
      ['The chair', 'The new head'],
    );
    assert.equal(view.leaders[1]?.confirmation?.state, 'outstanding', 'the new head has not read it yet');
  });

  test('whoever stands in for an officer is named in their place, and reads what they read', async () => {
    const stand = { ...somebody('stand-in', 'head of service'), roles: [] };
    await addPerson(database.owner, slug, stand);
    await database.owner.query(
      `insert into authority_fenshire.role_held (person, role, scope_kind, scope_name, from_date, to_date, why, on_behalf_of, said_by, said_by_name)
       select 'stand-in', role, scope_kind, scope_name, current_date - 1, current_date + 7, 'Leave', number, person, 'x'
         from authority_fenshire.role_held where person = 'intervention officer'`,
    );
    const { asks } = await readOurView(parts, people.chair, slug, own);
    const found = asks.ours.find(({ person }) => person === 'stand-in');
    assert.equal(found?.insteadOf, 'The intervention officer');
    const acting = { ...stand, roles: people['intervention officer'].roles };
    assert.equal((await readOurView(parts, acting, slug, own)).reader.mayAsk, true);
    assert.deepEqual(
      (await readRequests(parts, acting, slug)).requests.filter(({ level }) => level === 'named people'),
      [],
      'standing in for somebody is not being named',
    );
    await endRoles(database.owner, slug, people['intervention officer']);
    assert.deepEqual(await rowsOf(stand, 'what', 'school_request'), [], 'it ends with the role stood in for');
  });
});
