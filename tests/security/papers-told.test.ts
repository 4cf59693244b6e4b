import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keepPapers } from '#/papers/actions/keep-papers.ts';
import { attachFile, readFileOfPaper, takeFileOut } from '#/papers/actions/paper-files.ts';
import { openPaper } from '#/papers/actions/open-paper.ts';
import { readPaper, readPapers } from '#/papers/actions/read-papers.ts';
import { savePaper } from '#/papers/actions/save-paper.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import { people, place, startPapers, type PapersAtHand } from './papers.fixture.ts';
import { writtenBy } from '#/people/records/written-by.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { refusedWith, slug } from './school-told.fixture.ts';

let at: PapersAtHand;

before(async () => {
  at = await startPapers();
});

after(() => at.database.end());

const whole = { seen: 'Calm lessons', grade: 'Good' };
const officer = people['intervention officer'];

/** A note that is shared with the school and answered. */
async function answered(): Promise<string> {
  const outcome = await openPaper(at.parts, officer, { ...place, kind: 'note' });
  assert.ok(outcome.kind === 'done');
  const { paper } = outcome;
  const step = { authority: slug, paper, words: 'A word that is nobody else’s' };
  await savePaper(at.parts, officer, { ...step, basedOn: 0, content: whole, aboutOn: '24 June 2019' });
  await takeStep(at.parts, officer, { ...step, step: 'sign' });
  await takeStep(at.parts, people['head of service'], { ...step, step: 'share' });
  await takeStep(at.parts, people.head, { ...step, step: 'answer' });
  return paper;
}

test('head and chair are told by mail that something was shared, and whoever shared it of the answer; never what it is', async () => {
  const queued = async (): Promise<readonly string[]> => {
    const { rows } = await at.database.owner.query<{ row: string }>(
      `select concat(q.person, ', ', q.occasion, ', ', l.href) as row
         from authority_fenshire.mail_queued q join authority_fenshire.mail_link l on l.mail = q.id order by 1`,
    );
    return rows.map(({ row }) => row);
  };
  const paper = await answered();
  const href = `/authorities/${slug}/schools/${place.urn}/papers/${paper}`;
  assert.deepEqual(await queued(), [
    `chair, paper to answer, ${href}`,
    `head of service, school answered, ${href}`,
    `head, paper to answer, ${href}`,
  ]);
});

test('a file comes with the version it was added to, is known by what is in it, and stays where it was taken out', async () => {
  const outcome = await openPaper(at.parts, officer, {
    ...place,
    kind: 'note',
    content: whole,
    aboutOn: '2019-06-24',
  });
  assert.ok(outcome.kind === 'done');
  const of = { authority: slug, paper: outcome.paper };
  const pdf = Buffer.from('%PDF-1.7 a plan');
  const add = (name: string, content: Buffer) => attachFile(at.parts, officer, { ...of, name, content });
  assert.equal((await add('plan.pdf', Buffer.from('MZ a program'))).kind, 'problems');
  assert.equal((await add('../pl\u0000an<b>.exe', pdf)).kind, 'done');
  const files = async (person: Person) =>
    (await readPaper(at.parts, person, { ...place, paper: of.paper })).files.map(({ id, name, removed }) => ({
      ...{ id, name, there: removed === null },
    }));
  const [file] = await files(officer);
  assert.ok(file);
  assert.equal(file.name, '.. pl an b.pdf');
  const fetch = (person: Person) => readFileOfPaper(at.parts, person, { ...place, ...of, file: file.id });
  await assert.rejects(fetch(people.head), refusedWith('not-found'));
  const step = { ...of, words: '' };
  await takeStep(at.parts, officer, { ...step, step: 'sign' });
  await takeStep(at.parts, people['head of service'], { ...step, step: 'share' });
  assert.deepEqual((await fetch(people.head)).content, pdf);
  await add('later.pdf', pdf);
  assert.deepEqual(await files(people.head), [file], 'what was added since is not there for the school');
  const out = { ...of, file: file.id };
  assert.equal((await takeFileOut(at.parts, officer, { ...out, why: ' ' })).kind, 'problems');
  assert.equal((await takeFileOut(at.parts, officer, { ...out, why: 'The wrong plan' })).kind, 'done');
  await assert.rejects(fetch(officer), refusedWith('not-found'));
  assert.deepEqual((await fetch(people.head)).content, pdf, 'the school reads what was shared with it');
  await assert.rejects(fetch(people['head of another school']), refusedWith('not-found'));
});

test('many papers at once are kept each in its own name, by the same rules', async () => {
  const [head, first, second] = [people.head, officer, people['head of service']];
  const one = {
    ...{ urn: place.urn, kind: 'note', by: first, on: '2019-06-03' },
    then: [
      { by: first, saves: whole, aboutOn: '2019-06-03' },
      { by: first, takes: 'sign', on: '2019-06-04' },
      { by: second, takes: 'share', on: '2019-06-05' },
      { by: head, takes: 'answer', on: '2019-06-11', words: 'So it was' },
    ],
  };
  const [paper = ''] = await keepPapers(at.parts, { authority: slug, papers: [one] });
  const { paper: kept } = await readPaper(at.parts, people.head, { ...place, paper });
  assert.deepEqual(
    kept.steps.map(({ step, name, on }) => [step, name, on]),
    [
      ['share', second.name, '2019-06-05'],
      ['answer', head.name, '2019-06-11'],
    ],
  );
  assert.equal(kept.standing.over, true);
  const early = { ...one, then: [{ by: first, takes: 'sign', on: '2019-06-04' }] };
  const { papers } = await readPapers(at.parts, second, place);
  await assert.rejects(keepPapers(at.parts, { authority: slug, papers: [one, early] }), /sign by/);
  assert.equal(
    (await readPapers(at.parts, second, place)).papers.length,
    papers.length,
    'nothing of either is kept',
  );
});

test('what somebody wrote in papers is told to whoever answers for everything about them, as far as they may read it', async () => {
  await answered();
  const read = (person: Person) =>
    at.records.inAuthority(slug, person, (transaction) => writtenBy(transaction, officer.id));
  const kinds = (written: Awaited<ReturnType<typeof read>>) => new Set(written.map(({ what }) => what));
  const own = kinds(await read(officer));
  assert.ok(own.has('wrote') && own.has('took a step'));
  assert.deepEqual(await read(people['head of another school']), []);
});
