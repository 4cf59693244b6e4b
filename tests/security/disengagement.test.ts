import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { openPaper } from '#/papers/actions/open-paper.ts';
import { readPaper, readPapers } from '#/papers/actions/read-papers.ts';
import { savePaper } from '#/papers/actions/save-paper.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import type { Records } from '#/platform/database/records.ts';
import { KnownError } from '#/platform/errors.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const { slug } = fenshire;
const urn = '900001';
const people = {
  officer: personOf('intervention officer', slug),
  head: personOf('headteacher', slug, [urn]),
  chair: personOf('chair', slug, [urn]),
  'another head': { ...personOf('headteacher', slug, ['900002']), id: 'h2', name: 'Another head' },
  clerk: personOf('clerk', slug, [urn]),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let today = '2019-01-14';
const parts = {
  published: () => Promise.resolve(storeOf({ [urn]: [], '900002': [] }, '2018-12-31')),
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

const kinds = ['disengagement'];
const content = {
  summary: 'Support in reading was not taken up',
  offered: 'Ten days of a reading leader, offered in September',
  happened: 'Three days were cancelled, and the rest not booked',
  expected: 'Book the days that are left',
  'expected-by': '2019-02-15',
  consequence: 'A review of governance',
};
let paper = '';
const stepped = (who: Who, step: string, words = '') =>
  takeStep(parts, people[who], { authority: slug, paper, step, words });
/** Not taken, whether that is said as a problem of the form or as a failure. */
async function refused(who: Who, step: string, words = ''): Promise<void> {
  const kind = await stepped(who, step, words).then(
    (outcome) => outcome.kind,
    (error: unknown) => (error instanceof KnownError ? error.code : assert.fail(String(error))),
  );
  assert.notEqual(kind, 'done');
}
const seenBy = async (who: Who) => {
  const { papers } = await readPapers(parts, people[who], { authority: slug, urn, kinds });
  return papers.map(({ standing, steps, newest }) => [
    standing.state,
    steps.map(({ step }) => step),
    newest?.content['consequence'] ?? null,
  ]);
};

test('head and chair hear nothing of a record of disengagement before it is told, not even that there is one', async () => {
  const opened = await openPaper(parts, people.officer, { authority: slug, urn, kind: 'disengagement' });
  paper = opened.kind === 'done' ? opened.paper : assert.fail(JSON.stringify(opened));
  const saving = { authority: slug, paper, basedOn: 0, aboutOn: null };
  await savePaper(parts, people.officer, { ...saving, content: { ...content, consequence: '' } });
  assert.deepEqual(await seenBy('head'), []);
  assert.deepEqual(await seenBy('chair'), []);
  await assert.rejects(readPaper(parts, people.head, { authority: slug, paper }), { code: 'not-found' });
  await assert.rejects(stepped('head', 'answer', 'We did what we could'), { code: 'not-found' });
});

test('it is not told without the consequence that it states; told, head and chair read it, and nobody of another school', async () => {
  await refused('officer', 'tell');
  assert.deepEqual(await seenBy('head'), []);
  const saved = await savePaper(parts, people.officer, {
    ...{ authority: slug, paper, basedOn: 1, aboutOn: null },
    content,
  });
  assert.equal(saved.kind, 'done');
  assert.equal((await stepped('officer', 'tell')).kind, 'done');
  for (const who of ['head', 'chair'] as const)
    assert.deepEqual(await seenBy(who), [['with-the-school', ['tell'], content.consequence]], who);
  const { versions } = await readPaper(parts, people.head, { authority: slug, paper });
  assert.deepEqual(
    versions.map(({ number }) => number),
    [2],
    'the draft without a consequence stays the authority’s',
  );
  await assert.rejects(readPaper(parts, people['another head'], { authority: slug, paper }), {
    code: 'not-found',
  });
  await assert.rejects(readPaper(parts, people.clerk, { authority: slug, paper }), { code: 'not-permitted' });
});

test('the school answers in its own words, and cannot resolve it itself', async () => {
  today = '2019-01-21';
  await refused('head', 'answer');
  assert.equal((await stepped('head', 'answer', 'The days are booked for March')).kind, 'done');
  await refused('head', 'resolve', 'It is all well');
  const { paper: read } = await readPaper(parts, people.officer, { authority: slug, paper });
  assert.equal(read.standing.state, 'answered');
  assert.equal(read.standing.awaited?.by, 'authority');
});

test('what was said would follow follows, with what and why; then it is resolved, and all of it stays on record for both', async () => {
  today = '2019-03-01';
  await refused('officer', 'apply');
  assert.equal((await stepped('officer', 'apply', 'The review of governance was begun')).kind, 'done');
  assert.deepEqual(
    (await seenBy('head')).map(([state]) => state),
    ['consequence-applied'],
  );
  today = '2019-05-01';
  assert.equal((await stepped('officer', 'resolve', 'The reading leader has come since')).kind, 'done');
  const whole = [['resolved', ['tell', 'answer', 'apply', 'resolve'], content.consequence]];
  assert.deepEqual(await seenBy('officer'), whole);
  assert.deepEqual(await seenBy('chair'), whole);
  await refused('officer', 'apply', 'Once more');
});
