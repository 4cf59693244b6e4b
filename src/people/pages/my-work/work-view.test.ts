import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMyWork } from '#/people/actions/read-my-work.ts';
import { loadReference } from '#/law/reference.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { WorkItem, WorkSource } from '#/platform/work.ts';
import { myWorkPanel } from './my-work-panel.ts';
import { workAsked, workView } from './work-view.ts';
import { lateAndSoon, whenInWords } from './work-words.ts';

const parts = { today: () => '2026-04-07', reference: loadReference };
const person: Person = {
  id: 'officer',
  name: 'A Reed',
  roles: [{ role: 'intervention officer', authority: 'fenshire', schools: 'all' }],
};
const item = (key: string, more: Partial<WorkItem>): WorkItem => ({
  key,
  what: `Do ${key}`,
  school: 'Sedge Primary School',
  href: `/authorities/fenshire/schools/900001/papers/${key}`,
  dueOn: null,
  waitsFor: 'me',
  since: '2026-03-01',
  ...more,
});
const source = (name: string, items: readonly WorkItem[]): WorkSource => ({
  name,
  heading: `Heading ${name}`,
  read: () => Promise.resolve(items),
});
const visits = source('visits', [
  item('later', { dueOn: '2026-05-30' }),
  item('late', { dueOn: '2026-04-02' }),
  item('soon', { dueOn: '2026-04-09', school: 'Fen Academy' }),
]);
const letters = source('letters', [
  item('reply', { waitsFor: { somebody: 'the head' }, dueOn: '2026-04-01' }),
]);
const broken: WorkSource = {
  name: 'broken',
  heading: 'Plans',
  read: () => Promise.reject(new Error('a bug')),
};

test('work is shown late first, then due within a week, later, and what somebody else has to do', async () => {
  const work = await readMyWork(parts, person, 'fenshire', [letters, visits]);
  const view = workView(work, workAsked({}, work), 'fenshire', true);
  assert.deepEqual(
    view.groups.map(({ heading, rows }) => [heading, rows.map(({ what }) => what)]),
    [
      ['Late (1)', ['Do late']],
      ['Due within a week (1)', ['Do soon']],
      ['Later, or without a day (1)', ['Do later']],
      ['Waiting for somebody else (1)', ['Do reply']],
    ],
  );
  assert.equal(
    view.lead,
    '1 thing is late, 1 is due within a week, 1 later or without a day. 1 waits for somebody else.',
  );
  assert.equal(view.groups[3]?.rows[0]?.who, 'the head');
});

test('days are said in working days: Easter is not counted', async () => {
  const { items } = await readMyWork(parts, person, 'fenshire', [letters, visits]);
  assert.deepEqual(
    items.map((one) => whenInWords(one).words),
    [
      '1 working day late, was due 2 April 2026',
      'due in 2 working days: Thursday 9 April 2026',
      'due Saturday 30 May 2026',
      '2 working days late, was due 1 April 2026',
    ],
  );
});

test('a list can be narrowed to a kind and a school, and says of how many', async () => {
  const work = await readMyWork(parts, person, 'fenshire', [letters, visits]);
  const view = workView(work, workAsked({ of: ['visits'], school: ['fen'] }, work), 'fenshire', true);
  assert.deepEqual(
    view.groups.flatMap(({ rows }) => rows.map(({ what }) => what)),
    ['Do soon'],
  );
  assert.match(view.lead, /^1 of 4 things \(25%\)/);
  assert.ok(workView(work, workAsked({ school: ['nowhere'] }, work), 'fenshire', false).nothingLike);
  assert.deepEqual(workAsked({ of: ['what is not there'] }, work), { of: null, school: '' });
});

test('a source that fails is named, and takes none of the others with it', async () => {
  const work = await readMyWork(parts, person, 'fenshire', [broken, visits]);
  assert.equal(work.items.length, 3);
  const view = workView(work, workAsked({}, work), 'fenshire', true);
  assert.deepEqual(
    view.faults.map(({ heading }) => heading),
    ['Plans'],
  );
});

test('whoever holds no role in the authority is refused, and nothing is asked for them', async () => {
  let asked = false;
  const counting: WorkSource = {
    ...visits,
    read: () => {
      asked = true;
      return Promise.resolve([]);
    },
  };
  await assert.rejects(readMyWork(parts, person, 'marshland', [counting]), { code: 'not-permitted' });
  assert.equal(asked, false);
});

test('the home page shows what is late and due first, and nothing where there is nothing', async () => {
  const panelOf = (...sources: readonly WorkSource[]) =>
    // Of the parts a panel is given, this one uses two.
    myWorkPanel(parts as Parameters<typeof myWorkPanel>[0], sources);
  const authority = { slug: 'fenshire', name: 'Fenshire', invented: true };
  const content = await panelOf(letters, visits).read(person, authority);
  const links = content?.parts.flatMap((part) => (part.kind === 'links' ? part.links : []));
  assert.deepEqual(
    links?.map(({ text }) => text),
    ['Do late', 'Do soon', 'Do later'],
  );
  assert.deepEqual(content?.readings, [{ event: 'read what is to be done' }]);
  assert.equal(await panelOf(source('empty', [])).read(person, authority), null);
  await assert.rejects(panelOf(broken).read(person, authority), /a bug/);
});

test('how much there is to do is said with its numbers, one or many', () => {
  const of = (...groups: readonly ('late' | 'soon' | 'later' | 'waiting')[]) =>
    lateAndSoon(groups.map((group) => ({ group })));
  assert.equal(of('later'), 'Nothing is late, nothing is due within a week, 1 later or without a day.');
  assert.equal(of('late', 'late', 'soon', 'soon'), '2 things are late, 2 are due within a week.');
  assert.equal(
    of('soon', 'waiting', 'waiting'),
    'Nothing is late, 1 is due within a week. 2 wait for somebody else.',
  );
});
