import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { beginDiagnosis } from '#/diagnose/actions/begin-diagnosis.ts';
import { readDiagnoses } from '#/diagnose/actions/read-diagnoses.ts';
import { readPlanOfSchool, readPlans } from '#/diagnose/actions/read-plans.ts';
import { loadReference } from '#/law/reference.ts';
import { openPaper } from '#/papers/actions/open-paper.ts';
import { readPaper } from '#/papers/actions/read-papers.ts';
import { savePaper } from '#/papers/actions/save-paper.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { Records } from '#/platform/database/records.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** Requires improvement, known on 28 November 2018; good; inadequate. */
const inspected: Inspected = {
  '900001': [['2018-11-07', 3]],
  '900002': [['2017-06-02', 2]],
  '900003': [['2018-11-07', 4]],
};
const { slug } = fenshire;
const people = {
  officer: personOf('intervention officer', slug),
  head: personOf('headteacher', slug, ['900001']),
  'another head': { ...personOf('headteacher', slug, ['900003']), id: 'h3', name: 'Another head' },
  partner: personOf('challenge partner', slug, ['900002']),
  member: personOf('scrutiny member', slug),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let today = '2019-01-14';
const parts = {
  published: () => Promise.resolve(storeOf(inspected, '2018-12-31')),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => today,
};

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, slug, person);
});

after(() => database.end());

async function opened(who: Who, kind: string, partOf?: string): Promise<string> {
  const asked = { authority: slug, urn: '900001', kind };
  const answer = await openPaper(parts, people[who], partOf === undefined ? asked : { ...asked, partOf });
  return answer.kind === 'done' ? answer.paper : assert.fail(JSON.stringify(answer));
}

async function saved(
  who: Who,
  paper: string,
  content: Content,
  aboutOn: string | null = null,
): Promise<void> {
  const before = await readPaper(parts, people[who], { authority: slug, paper });
  const basedOn = before.paper.newest?.number ?? 0;
  const asked = { authority: slug, paper, basedOn, content, aboutOn };
  const answer = await savePaper(parts, people[who], asked);
  assert.equal(answer.kind, 'done', JSON.stringify(answer));
}

const stepped = (who: Who, paper: string, step: string, words = '') =>
  takeStep(parts, people[who], { authority: slug, paper, step, words });

const objective = (key: string, more: object = {}) => ({
  key,
  area: 'Outcomes for pupils',
  objective: 'More pupils read well',
  measure: '% at the expected standard in reading',
  baseline: '55',
  target: '75',
  'target-by': '2019-07-19',
  'milestone-1-by': '2019-02-01',
  'milestone-1': '60',
  lead: 'The deputy head',
  ...more,
});
const content = (...objectives: ReturnType<typeof objective>[]): Content => ({
  answers: 'The judgement of November 2018',
  'ends-on': '2019-12-31',
  objectives,
  actions: [{ key: 'a1', what: 'Train all teachers', owner: 'The deputy head', due: '2019-03-01' }],
  governors: 'They look at it at every meeting',
});
const rated = (key: string, rating: string, measured: string, more: object = {}): Content => ({
  reviewers: 'The officer and the head',
  ratings: [{ key, rating, reason: 'As measured', measured }],
  'next-steps': 'Go on',
  another: 'Yes',
  'next-on': '2019-04-05',
  ...more,
});
const planNow = (who: Who = 'officer') => readPlanOfSchool(parts, people[who], slug, '900001');

describe('an improvement plan', () => {
  let plan = '';
  let second = '';

  test('is owed after a judgement of requires improvement, and a draft is the school’s own', async () => {
    plan = await opened('head', 'plan');
    await saved('head', plan, content());
    const { schools } = await readPlans(parts, people.officer, slug);
    assert.deepEqual(
      schools.filter(({ owed }) => owed !== null).map(({ school }) => school.urn),
      ['900001', '900003'],
    );
    assert.ok(schools.every((one) => one.plan === null));
    assert.equal((await planNow('head')).plan?.paper.id, plan);
  });

  test('is not sent in without an objective, and is then evaluated, returned and agreed', async () => {
    assert.equal((await stepped('head', plan, 'send')).kind, 'not now');
    await saved('head', plan, content(objective('one'), objective('two')));
    assert.equal((await stepped('head', plan, 'send')).kind, 'done');
    const evaluation = await opened('officer', 'plan-evaluation', plan);
    assert.equal((await stepped('officer', evaluation, 'share')).kind, 'not now');
    assert.equal((await stepped('officer', plan, 'return')).kind, 'problems');
    assert.equal((await stepped('officer', plan, 'return', 'Say what it costs')).kind, 'done');
    assert.equal((await stepped('head', plan, 'send', 'The cost is in it')).kind, 'done');
    assert.equal((await stepped('officer', plan, 'agree', 'It will do')).kind, 'done');
    const { stands } = (await planNow()).plan ?? assert.fail();
    assert.deepEqual([stands.sent.length, stands.returned, stands.agreedOn], [2, 1, '2019-01-14']);
    assert.equal(stands.next?.setBy, 'the rhythm');
  });

  test('is reviewed: every rating with its reason, and the next day set', async () => {
    today = '2019-02-11';
    const review = await opened('officer', 'review', plan);
    const first: Content = rated('one', 'Green', '58');
    await saved('officer', review, first, '2019-02-08');
    // Objective two is not rated yet.
    assert.equal((await stepped('officer', review, 'share')).kind, 'not now');
    const ratings = ['one', 'two'].map((key) => ({ key, rating: 'Green', reason: 'Fine', measured: '58' }));
    const half = { ...first, ratings, 'next-on': '' };
    await saved('officer', review, half, '2019-02-08');
    assert.equal((await stepped('officer', review, 'share')).kind, 'not now');
    await saved('officer', review, { ...half, 'next-on': '2019-03-22' }, '2019-02-08');
    assert.equal((await planNow('head')).plan?.reviews.length, 0);
    assert.equal((await stepped('officer', review, 'share')).kind, 'done');
    const { stands } = (await planNow('head')).plan ?? assert.fail();
    assert.deepEqual(stands.onTrack, { green: 2, rated: 2 });
    assert.equal(stands.next?.on, '2019-03-22');
    assert.match(stands.lines[0]?.ratings[0]?.contradiction ?? '', /green, but 58 .* milestone was 60/);
  });

  test('is not reviewed on a day before the last review', async () => {
    today = '2019-04-01';
    second = await opened('officer', 'review', plan);
    const ratings = ['one', 'two'].map((key) => ({ key, rating: 'Red', reason: 'It fell', measured: '54' }));
    const said = { ...rated('one', 'Red', '54', { ratings }), 'next-on': '2019-05-10' };
    await saved('officer', second, said, '2019-02-01');
    const { missing } = await readPaper(parts, people.officer, { authority: slug, paper: second });
    assert.deepEqual(
      missing.map(({ field }) => field),
      ['about-on'],
    );
    await saved('officer', second, said, '2019-03-29');
    assert.equal((await stepped('officer', second, 'share')).kind, 'done');
    const { stands } = (await planNow()).plan ?? assert.fail();
    assert.deepEqual(
      stands.lines.map(({ trend }) => trend),
      ['worse', 'worse'],
    );
  });

  test('keeps every objective that a review rated, though its words may change', async () => {
    await stepped('head', plan, 'change', 'One objective is enough');
    await saved('head', plan, content(objective('one')));
    const { missing } = await readPaper(parts, people.head, { authority: slug, paper: plan });
    assert.deepEqual(
      missing.map(({ field }) => field),
      ['objectives'],
    );
    assert.equal((await stepped('head', plan, 'send')).kind, 'not now');
    await saved('head', plan, content(objective('one'), objective('two', { objective: 'Said better' })));
    assert.equal((await stepped('head', plan, 'send')).kind, 'done');
  });

  test('has its review overdue the day after the day that the last review set', async () => {
    today = '2019-05-10';
    assert.equal((await planNow()).plan?.stands.next?.daysLate, 0);
    today = '2019-05-11';
    assert.equal((await planNow()).plan?.stands.next?.daysLate, 1);
  });

  test('is there for officers and its own school, and for nobody else', async () => {
    await assert.rejects(planNow('another head'), { code: 'not-found' });
    await assert.rejects(planNow('member'), { code: 'not-permitted' });
    await assert.rejects(readPlans(parts, people.head, slug), { code: 'not-permitted' });
    const { schools } = await readPlans(parts, people.partner, slug);
    assert.deepEqual(
      schools.map(({ school }) => school.urn),
      ['900002'],
    );
  });
});

describe('a diagnosis', () => {
  test('is settled with both views where the school does not agree, and a second is not begun beside it', async () => {
    today = '2019-05-13';
    const begun = await beginDiagnosis(parts, people.officer, slug, '900001');
    const paper = begun.kind === 'done' ? begun.paper : assert.fail();
    const again = await beginDiagnosis(parts, people.officer, slug, '900001');
    assert.deepEqual(again, { kind: 'one is open', paper });
    assert.equal((await stepped('officer', paper, 'share')).kind, 'not now');
    await saved('officer', paper, {
      differs: 'It differs in part',
      'differs-why': 'Leadership is stronger than results',
      causes: [{ key: 'c1', cause: 'Three heads in two years', evidence: 'The register' }],
      priorities: [{ key: 'p1', priority: 'Teaching of reading', 'shown-by': 'Results in July' }],
      capacity: 'It can with support from another school',
      'capacity-why': 'The new head has done it before',
    });
    await assert.rejects(readPaper(parts, people.head, { authority: slug, paper }), { code: 'not-found' });
    assert.equal((await stepped('officer', paper, 'share')).kind, 'done');
    assert.equal((await stepped('head', paper, 'do-not-agree')).kind, 'problems');
    assert.equal((await stepped('head', paper, 'do-not-agree', 'Two heads, not three')).kind, 'done');
    assert.equal((await stepped('officer', paper, 'agree', '')).kind, 'not now');
    assert.equal(
      (await stepped('officer', paper, 'settle-not-agreed', 'Three, with the acting head')).kind,
      'done',
    );
    const { standing, steps } = (await readPaper(parts, people.head, { authority: slug, paper })).paper;
    assert.equal(standing.words, 'settled, and not agreed by the school');
    assert.deepEqual(
      steps.map(({ words }) => words),
      ['', 'Two heads, not three', 'Three, with the acting head'],
    );
  });

  test('is counted of schools that were told a category, and of none before any was told', async () => {
    const { days, notTold } = await readDiagnoses(parts, people.officer, slug);
    assert.deepEqual([days.told, notTold], [0, 3]);
    await assert.rejects(readDiagnoses(parts, people.head, slug), { code: 'not-permitted' });
  });
});
