import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { planVisits } from '#/diagnose/actions/plan-visits.ts';
import { readNotes } from '#/diagnose/actions/read-notes.ts';
import { readVisits } from '#/diagnose/actions/read-visits.ts';
import { loadReference } from '#/law/reference.ts';
import { readPaper, readPapers } from '#/papers/actions/read-papers.ts';
import { savePaper } from '#/papers/actions/save-paper.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import type { Records } from '#/platform/database/records.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const { slug: authority } = fenshire;
const people = {
  officer: personOf('intervention officer', authority),
  partner: personOf('challenge partner', authority, ['900001']),
  'another partner': {
    ...personOf('challenge partner', authority, ['900002']),
    ...{ id: 'another partner', name: 'Another partner' },
  },
  head: personOf('headteacher', authority, ['900001']),
  chair: personOf('chair', authority, ['900001']),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let today = '2026-11-23';
const inspected = { '900001': [['2014-05-01', 2]], '900002': [['2016-10-11', 1]] } as const;
const parts = {
  published: () => Promise.resolve(storeOf(inspected, '2026-08-31')),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => today,
};

const typed = {
  template: 'note-of-visit',
  focus: 'How the most able are stretched',
  goes: people.officer.name,
  asked: ['Headteacher', 'Chair of governors'],
  whyNoGovernor: '',
  schools: [
    { urn: '900001', day: '24 November 2026', time: '9am' },
    { urn: '900002', day: '25 November 2026', time: '' },
  ],
  ...{ anyway: false, invite: false, authority },
};

const note = {
  ...{ focus: typed.focus, time: '09:00', goes: typed.goes, asked: typed.asked },
  present: [{ key: 'a', name: 'Ann Archer', as: 'Headteacher' }],
  evidence: 'Books of year 6',
  findings: 'Reading is taught well',
  vulnerable: 'Attendance of disadvantaged pupils rises',
  able: 'Little more is asked of them',
  actions: [{ key: 'b', what: 'Harder texts', owner: 'The head', due: '2027-01-15' }],
  risk: 'As thought',
  'risk-why': 'Nothing new',
};

let paper = '';
const step = (who: Who, name: string, words = '') =>
  takeStep(parts, people[who], { authority, paper, step: name, words });
const visitsSeenBy = async (who: Who) =>
  (await readPapers(parts, people[who], { authority, urn: '900001' })).papers.length;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(authority, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, authority, person);
  assert.deepEqual(await planVisits(parts, people.officer, typed), { kind: 'done', planned: 2 });
  const read = await readVisits(parts, people.officer, { authority });
  paper = read.schools.find(({ urn }) => urn === '900001')?.next?.paper ?? '';
});

after(() => database.end());

describe('a visit', () => {
  test('that is planned is read by the authority, and by the partner of that school alone', async () => {
    const planned = async (who: Who) =>
      (await readVisits(parts, people[who], { authority })).schools.map(
        ({ urn, next }) => `${urn} ${next?.on ?? ''}`,
      );
    assert.deepEqual(await planned('officer'), ['900001 2026-11-24', '900002 2026-11-25']);
    assert.deepEqual(await planned('partner'), ['900001 2026-11-24']);
    assert.deepEqual(await planned('another partner'), ['900002 2026-11-25']);
    await assert.rejects(readVisits(parts, people.head, { authority }), { code: 'not-permitted' });
  });

  test('is not planned by a partner at a school that is not theirs, nor for one who is elsewhere', async () => {
    const more = { ...typed, focus: 'Another' };
    const other = await planVisits(parts, people.partner, { ...more, goes: people.partner.name });
    assert.deepEqual(other.kind === 'problems' && other.problems.map(({ field }) => field), ['schools']);
    const clash = await planVisits(parts, people.officer, {
      ...more,
      schools: [{ urn: '900002', day: '24 November 2026', time: '' }],
    });
    assert.match(clash.kind === 'problems' ? (clash.problems[0]?.text ?? '') : '', /on that day at 09:00/);
  });

  test('is the school’s to read when it is invited, with the day and the focus, and no draft of its note', async () => {
    assert.equal(await visitsSeenBy('head'), 0);
    assert.equal((await step('officer', 'invite')).kind, 'done');
    const invited = await readPaper(parts, people.chair, { authority, paper });
    assert.equal(invited.paper.newest?.aboutOn, '2026-11-24');
    assert.equal(invited.paper.newest.content['focus'], typed.focus);
    const early = await step('officer', 'hold');
    assert.equal(early.kind, 'problems', 'not before its day');
    today = '2026-11-25';
    const draft = { authority, paper, basedOn: 1, content: { ...note, findings: 'A draft' } };
    const saved = await savePaper(parts, people.officer, { ...draft, aboutOn: '2026-11-24' });
    assert.equal(saved.kind, 'done');
    assert.equal((await step('officer', 'hold')).kind, 'done');
    const held = await readPaper(parts, people.head, { authority, paper });
    assert.equal(held.paper.newest?.content['findings'], undefined, 'the draft is the authority’s own');
    assert.equal(held.paper.standing.state, 'held', 'that it was held is known');
  });

  test('has its note answered inaccurate, amended, answered accurate and given to the chair', async () => {
    const whole = { authority, paper, basedOn: 2, content: note, aboutOn: '2026-11-24' };
    assert.equal((await savePaper(parts, people.officer, whole)).kind, 'done');
    today = '2026-12-01';
    assert.equal((await step('officer', 'submit')).kind, 'done');
    assert.equal((await step('head', 'inaccurate', 'Year 5, not year 6')).kind, 'done');
    const amended = { ...note, evidence: 'Books of year 5' };
    await savePaper(parts, people.officer, { ...whole, basedOn: 3, content: amended });
    const before = await readPaper(parts, people.head, { authority, paper });
    assert.equal(
      before.paper.newest?.content['evidence'],
      'Books of year 6',
      'what is amended comes with its step',
    );
    assert.equal((await step('officer', 'amend', 'The year is put right')).kind, 'done');
    assert.equal((await step('head', 'accurate')).kind, 'done');
    assert.equal((await step('officer', 'give-to-chair')).kind, 'done');
    const last = await readPaper(parts, people.chair, { authority, paper });
    assert.deepEqual([last.paper.standing.state, last.paper.standing.over], ['final', true]);
    assert.equal(last.paper.newest?.content['evidence'], 'Books of year 5');
  });

  test('counts as made from its day on, as known then; and its note as in time and first called inaccurate', async () => {
    const made = async (knownOn: string) => {
      const { schools } = await readVisits(parts, people.officer, { authority, knownOn });
      const owed = schools[0]?.owed.find(({ entitlement }) => entitlement.id === 'three-a-year');
      return [owed?.done, owed?.planned];
    };
    today = '2026-12-04';
    assert.deepEqual(await made('2026-11-24'), [0, 1], 'planned, as was known on the day');
    assert.deepEqual(await made('2026-12-04'), [1, 0]);
    const notes = await readNotes(parts, people.officer, { authority });
    assert.deepEqual(notes.all.inTime, { some: 1, of: 1 });
    assert.deepEqual(notes.all.accurate, { some: 0, of: 1 });
    assert.equal((await readNotes(parts, people['another partner'], { authority })).all.held, 0);
  });
});
