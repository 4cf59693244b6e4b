import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readBoardOfSchool, readBoards } from '#/diagnose/actions/read-boards.ts';
import { loadReference } from '#/law/reference.ts';
import { followAction } from '#/papers/actions/follow-action.ts';
import { keepPapers } from '#/papers/actions/keep-papers.ts';
import { openPaper } from '#/papers/actions/open-paper.ts';
import { readActions } from '#/papers/actions/read-actions.ts';
import { readPaper } from '#/papers/actions/read-papers.ts';
import { savePaper } from '#/papers/actions/save-paper.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { Records } from '#/platform/database/records.ts';

import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';
import { refusedWith } from './school-told.fixture.ts';

const { slug } = fenshire;
const urn = '900001';
const people = {
  officer: personOf('intervention officer', slug),
  head: personOf('headteacher', slug, [urn]),
  chair: personOf('chair', slug, [urn]),
  'another head': { ...personOf('headteacher', slug, ['900003']), id: 'h3', name: 'Another head' },
  member: personOf('scrutiny member', slug),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let today = '2019-03-04';
const parts = {
  published: () =>
    Promise.resolve(storeOf({ [urn]: [['2018-11-07', 4]], '900003': [['2018-11-07', 2]] }, '2018-12-31')),
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

async function opened(kind: string, more: { readonly partOf?: string; readonly template?: string } = {}) {
  const answer = await openPaper(parts, people.officer, { authority: slug, urn, kind, ...more });
  return answer.kind === 'done' ? answer.paper : assert.fail(JSON.stringify(answer));
}

async function saved(paper: string, content: Content, aboutOn?: string): Promise<void> {
  const { paper: now } = await readPaper(parts, people.officer, { authority: slug, urn, paper });
  const basedOn = now.newest?.number ?? 0;
  const asked = { authority: slug, paper, basedOn, content };
  const answer = await savePaper(
    parts,
    people.officer,
    aboutOn === undefined ? asked : { ...asked, aboutOn },
  );
  assert.equal(answer.kind, 'done', JSON.stringify(answer));
}

async function taken(who: Who, paper: string, step: string, words = ''): Promise<void> {
  const answer = await takeStep(parts, people[who], { authority: slug, paper, step, words });
  assert.equal(answer.kind, 'done', JSON.stringify(answer));
}

const follow = (who: Who, action: string, step: string, words: string, dueOn = '') =>
  followAction(parts, people[who], { authority: slug, action, step, words, dueOn });

const actionsOf = async (who: Who) =>
  (await readActions(parts, people[who], { authority: slug, urn })).actions;

const members = [
  { key: 'h', name: 'Ash Reed', role: 'Headteacher' },
  { key: 'c', name: 'Fern Moss', role: 'Chair of governors' },
];
const board = {
  purpose: 'Reading',
  terms: 'To hold to account',
  'ends-when': 'Good again',
  chair: 'A Reed',
  members,
};
const minutes: Content = {
  ...{ agenda: 'Reading', chaired: 'A Reed', discussed: 'How reading stands', 'next-on': '2019-04-15' },
  attendance: [
    { key: 'h', came: 'Came' },
    { key: 'c', came: 'Sent apologies' },
  ],
  challenge: [{ key: '1', 'asked-by': 'A Reed', asked: 'Why did it fall?', answered: 'Two teachers left' }],
  actions: [
    { key: 'a', what: 'Read every day', owner: 'Head', due: '2019-03-08' },
    { key: 'b', what: 'Pay for a course', owner: 'The authority', due: '2019-03-20' },
  ],
};

describe('a core group', () => {
  let group = '';
  let meeting = '';

  test('is the authority’s until it is set up; then head and chair read it, and another head does not', async () => {
    group = await opened('board', { template: 'core-group' });
    await saved(group, board);
    const read = (who: Who) => readBoardOfSchool(parts, people[who], slug, urn);
    assert.equal((await read('head')).board, null);
    await taken('officer', group, 'set-up');
    assert.equal((await read('chair')).board?.paper.id, group);
    await assert.rejects(read('another head'), refusedWith('not-found'));
    await assert.rejects(readBoards(parts, people.member, slug), refusedWith('not-permitted'));
  });

  test('meets every six weeks: without a meeting planned it is late by its rhythm', async () => {
    const next = async () => (await readBoardOfSchool(parts, people.officer, slug, urn)).board?.stands.next;
    assert.equal((await next())?.planned, false);
    assert.ok(((await next())?.on ?? '') >= '2019-04-15');
    meeting = await opened('meeting', { partOf: group });
    await saved(meeting, { agenda: 'Reading' }, '2019-03-04');
    await taken('officer', meeting, 'invite');
    assert.deepEqual(await next(), { on: '2019-03-04', planned: true, daysLate: 0 });
  });

  test('its minutes say of every member whether they came, and what they agree is followed up from then on', async () => {
    await taken('officer', meeting, 'hold');
    await saved(meeting, { ...minutes, attendance: [{ key: 'h', came: 'Came' }] }, '2019-03-04');
    const tooSoon = await takeStep(parts, people.officer, {
      ...{ authority: slug, paper: meeting, step: 'share-minutes', words: '' },
    });
    assert.equal(tooSoon.kind, 'not now');
    assert.deepEqual(await actionsOf('officer'), []);
    await saved(meeting, minutes, '2019-03-04');
    await taken('officer', meeting, 'share-minutes');
    const said = (await actionsOf('head')).map(({ what, ownerSide, may }) => [what, ownerSide, may.length]);
    assert.deepEqual(said, [
      ['Read every day', 'school', 3],
      ['Pay for a course', 'authority', 0],
    ]);
    const { board: stands } = await readBoardOfSchool(parts, people.head, slug, urn);
    assert.deepEqual(stands?.stands.governors, { came: 0, of: 1 });
    assert.deepEqual(stands.stands.challenged, { meetings: 1, of: 1 });
  });

  test('the school says what became of what is its own to do, and the authority of all', async () => {
    const [reading, course] = await actionsOf('head');
    assert.ok(reading !== undefined && course !== undefined);
    assert.equal((await follow('head', course.id, 'done', 'Paid')).kind, 'not now');
    assert.equal((await follow('head', reading.id, 'moved', 'No books yet')).kind, 'problems');
    assert.equal((await follow('head', reading.id, 'moved', 'No books yet', '15 March 2019')).kind, 'done');
    await assert.rejects(follow('another head', reading.id, 'done', 'It is'), refusedWith('not-found'));
    const [moved] = (await actionsOf('officer')).filter(({ id }) => id === reading.id);
    assert.deepEqual([moved?.stands.dueOn, moved?.stands.timesMoved], ['2019-03-15', 1]);
  });

  test('corrected minutes replace what nobody followed up, and leave what was', async () => {
    await taken('head', meeting, 'ask-correction', 'The course was not promised');
    await saved(
      meeting,
      { ...minutes, actions: [{ key: 'b', what: 'Look for a course', owner: 'Adviser', due: '2019-03-20' }] },
      '2019-03-04',
    );
    await taken('officer', meeting, 'correct', 'The course');
    assert.deepEqual(
      (await actionsOf('chair')).map(({ what }) => what),
      ['Read every day', 'Look for a course'],
    );
    await taken('chair', meeting, 'agree-as-chair');
  });

  test('what is done after the day first agreed was not done by its day', async () => {
    today = '2019-03-14';
    const [reading] = await actionsOf('officer');
    assert.equal((await follow('officer', reading?.id ?? '', 'done', 'Seen in every class')).kind, 'done');
    const again = await follow('officer', reading?.id ?? '', 'done', 'Seen in every class');
    assert.deepEqual(again, { kind: 'done', already: true });
    const { counts } = await readActions(parts, people.head, { authority: slug, urn });
    assert.deepEqual(counts, { inTime: 0, due: 1, open: 1, late: 0 });
  });

  test('a member who stands in minutes stays in the list, and a board that has ended says why', async () => {
    await saved(group, { ...board, members: members.slice(0, 1) });
    const changed = await takeStep(parts, people.officer, {
      ...{ authority: slug, paper: group, step: 'change', words: 'One fewer' },
    });
    assert.equal(changed.kind, 'not now');
    await saved(group, board);
    await taken('officer', group, 'end', 'The school is good again');
    const read = await readBoardOfSchool(parts, people.head, slug, urn);
    assert.deepEqual([read.board, read.before.length], [null, 1]);
  });
});

test('actions of papers that are kept many at once are followed up too', async () => {
  const { officer, head } = people;
  const plan = { by: officer, on: today } as const;
  const before = (await actionsOf('officer')).length;
  const group = {
    ...{ ...plan, urn, kind: 'board', template: 'core-group' },
    then: [
      { by: officer, saves: board },
      { by: officer, takes: 'set-up', on: today },
    ],
  };
  const meeting = {
    ...{ ...plan, urn, kind: 'meeting', partOf: group },
    then: [
      { by: officer, saves: minutes, aboutOn: today },
      { by: officer, takes: 'hold', on: today },
      { by: officer, takes: 'share-minutes', on: today },
      { by: head, takes: 'agree-as-chair', on: today },
    ],
  };
  await keepPapers(parts, { authority: slug, papers: [group, meeting] });
  assert.equal((await actionsOf('officer')).length, before + 2);
});
