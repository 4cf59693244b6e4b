import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPaper } from '#/papers/actions/open-paper.ts';
import type { PaperToOpen } from '#/papers/actions/papers.ts';
import { readPaper } from '#/papers/actions/read-papers.ts';
import { readSchoolPapers } from '#/papers/actions/read-school-papers.ts';
import { savePaper } from '#/papers/actions/save-paper.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import type { Content } from '#/papers/rules/template.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { people, place, startPapers, type PapersAtHand, type Who } from './papers.fixture.ts';
import { other, refusedWith, slug } from './school-told.fixture.ts';

let at: PapersAtHand;

before(async () => {
  at = await startPapers();
});

after(() => at.database.end());

const whole: Content = { seen: 'Calm lessons', grade: 'Good' };
const officer: Who = 'intervention officer';

async function opened(who: Who, more: Partial<PaperToOpen> = {}): Promise<string> {
  const outcome = await openPaper(at.parts, people[who], { ...place, kind: 'note', ...more });
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
  return outcome.paper;
}

const save = (who: Who, paper: string, basedOn: number, content: Content, aboutOn = '24 June 2019') =>
  savePaper(at.parts, people[who], { authority: slug, paper, basedOn, content, aboutOn });

const take = (who: Who, paper: string, step: string, words = '', on?: string) =>
  takeStep(at.parts, people[who], {
    authority: slug,
    paper,
    step,
    words,
    ...(on === undefined ? {} : { on }),
  });

const read = (who: Who, paper: string) => readPaper(at.parts, people[who], { ...place, paper });

/** A note that is shared with the school. */
async function shared(): Promise<string> {
  const paper = await opened(officer);
  await save(officer, paper, 0, whole);
  await take(officer, paper, 'sign');
  assert.equal((await take('head of service', paper, 'share')).kind, 'done');
  return paper;
}

describe('whose paper it is', () => {
  test('a note that is not shared is not there for the school: not as a page, not in a list, not as a number', async () => {
    const paper = await opened(officer, { content: whole, aboutOn: '2019-06-24' });
    const before = await readSchoolPapers(at.parts, people.head, place);
    const absent = '00000000-0000-4000-8000-000000000000';
    const [hidden, nothing] = await Promise.all(
      [paper, absent].map((id) =>
        read('head', id).then(
          () => 'read',
          (error: unknown) => String(error),
        ),
      ),
    );
    assert.equal(hidden, nothing);
    await opened(officer);
    assert.deepEqual(await readSchoolPapers(at.parts, people.head, place), before);
    await assert.rejects(save('head', paper, 1, whole), refusedWith('not-found'));
    await assert.rejects(take('head', paper, 'answer', 'Yes'), refusedWith('not-found'));
  });

  test('what the school writes for itself is not there for the authority, until the school gives it', async () => {
    const paper = await opened('head', { kind: 'view', content: { words: 'We do well' } });
    await assert.rejects(read('head of service', paper), refusedWith('not-found'));
    assert.equal((await read('chair', paper)).mayWrite, true);
    await take('chair', paper, 'give');
    assert.equal((await read('challenge partner', paper)).paper.standing.words, 'given to the authority');
  });

  test('once it is shared, the school reads it as it stood then, and not what is written since', async () => {
    const paper = await shared();
    await save(officer, paper, 1, { seen: 'A second thought' });
    await take(officer, paper, 'remind');
    const school = await read('head', paper);
    assert.deepEqual(school.paper.newest?.content, whole);
    assert.deepEqual(
      school.versions.map(({ number }) => number),
      [1],
    );
    assert.deepEqual(
      school.paper.steps.map(({ step }) => step),
      ['share', 'remind'],
    );
    assert.deepEqual((await read(officer, paper)).versions.length, 2);
  });

  test('what was done to it before it was shared is not in the history that the school reads', async () => {
    const paper = await shared();
    const about = [{ kind: 'paper', keys: [paper] }] as const;
    assert.deepEqual((await readHistory(at.parts, people.head, slug, about)).entries, []);
    assert.equal((await readHistory(at.parts, people[officer], slug, about)).entries.length, 4);
  });

  test('nobody else reads it, and a head does not read another school’s', async () => {
    const paper = await shared();
    await assert.rejects(read('head of another school', paper), refusedWith('not-found'));
    for (const who of ['clerk', 'elected member'] as const)
      await assert.rejects(read(who, paper), refusedWith('not-permitted'));
    await assert.rejects(
      readPaper(at.parts, people[officer], { ...place, urn: other, paper }),
      refusedWith('not-found'),
    );
  });

  test('an auditor reads and does nothing', async () => {
    const paper = await shared();
    const { mayWrite, steps } = await read('auditor', paper);
    assert.deepEqual({ mayWrite, steps }, { mayWrite: false, steps: [] });
    await assert.rejects(take('auditor', paper, 'remind'), refusedWith('not-permitted'));
  });
});

describe('writing', () => {
  test('a draft is kept with what is missing, and says what is', async () => {
    const paper = await opened(officer);
    assert.deepEqual(await save(officer, paper, 0, { grade: 'Good' }, ''), {
      kind: 'done',
      version: 1,
      already: false,
    });
    const { missing } = await read(officer, paper);
    assert.deepEqual(
      missing.map(({ field }) => field),
      ['about-on', 'seen'],
    );
    assert.equal((await take(officer, paper, 'sign')).kind, 'not now');
  });

  test('everything that is wrong is said at once, in the order of the fields', async () => {
    const paper = await opened(officer);
    const wrong: Content = {
      next: '31 February',
      grade: 'Splendid',
      strange: 'x',
      present: [{ key: 'A B', name: 'x' }],
    };
    const outcome = await save(officer, paper, 0, wrong, 'yesterday');
    assert.ok(outcome.kind === 'problems');
    assert.deepEqual(
      outcome.problems.map(({ field }) => field),
      ['about-on', 'grade', 'next', 'present', 'strange'],
    );
    assert.equal((await read(officer, paper)).versions.length, 0);
  });

  test('the same words twice are one version', async () => {
    const paper = await opened(officer);
    await save(officer, paper, 0, whole);
    assert.deepEqual(await save(officer, paper, 0, { grade: 'Good', seen: 'Calm lessons' }), {
      ...{ kind: 'done', version: 1, already: true },
    });
  });

  test('of two who change the same version the second is told, and loses nothing of either', async () => {
    const paper = await opened(officer);
    await save(officer, paper, 0, whole);
    await save('head of service', paper, 1, { ...whole, next: '1 July 2019' });
    const outcome = await save(officer, paper, 1, { ...whole, seen: 'Lively lessons' });
    assert.ok(outcome.kind === 'changed meanwhile');
    assert.equal(outcome.newest.name, people['head of service'].name);
    assert.deepEqual(outcome.merged.content, { seen: 'Lively lessons', grade: 'Good', next: '2019-07-01' });
    assert.equal((await save(officer, paper, outcome.newest.number, outcome.merged.content)).kind, 'done');
  });

  test('two at the very same time make two versions, or one is told', async () => {
    const paper = await opened(officer);
    const both = await Promise.all([
      save(officer, paper, 0, { seen: 'One' }),
      save('head of service', paper, 0, { seen: 'Other' }),
    ]);
    assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['changed meanwhile', 'done']);
  });

  test('what is over cannot be written, and it is said how it stands', async () => {
    const paper = await shared();
    await take('head', paper, 'answer', 'So it was');
    const outcome = await save(officer, paper, 1, { seen: 'Another' });
    assert.deepEqual(outcome, { kind: 'not now', why: 'It is answered: it cannot be changed now.' });
  });

  test('a second of a kind of which there is one at a time is the first', async () => {
    const first = await openPaper(at.parts, people['head of another school'], {
      ...place,
      urn: other,
      kind: 'view',
    });
    assert.ok(first.kind === 'done');
    const again = { ...place, urn: other, kind: 'view' };
    const [second] = await Promise.all([openPaper(at.parts, people['head of another school'], again)]);
    assert.deepEqual(second, { kind: 'one is open', paper: first.paper });
  });
});

describe('steps', () => {
  test('who signed does not share: somebody else does', async () => {
    const paper = await opened(officer);
    await save(officer, paper, 0, whole);
    await take(officer, paper, 'sign');
    const outcome = await take(officer, paper, 'share');
    assert.ok(outcome.kind === 'not now');
    assert.match(outcome.why, /somebody else/);
  });

  test('the same step sent twice is one', async () => {
    const paper = await shared();
    const both = await Promise.all([
      take('head', paper, 'answer', 'Yes'),
      take('head', paper, 'answer', 'Yes'),
    ]);
    assert.deepEqual(both.map((one) => one.kind === 'done' && one.already).toSorted(), [false, true]);
    assert.equal((await read('head', paper)).paper.steps.length, 2);
  });

  test('of two who answer at once one is told how it stands', async () => {
    const paper = await shared();
    const both = await Promise.all([
      take('head', paper, 'answer', 'Yes'),
      take('chair', paper, 'answer', 'No'),
    ]);
    assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['done', 'not now']);
  });

  test('a step of the other side, or without the words it needs, or on a day that cannot be, is not taken', async () => {
    const paper = await shared();
    assert.equal((await take(officer, paper, 'answer', 'For them')).kind, 'not now');
    assert.equal((await take('head', paper, 'remind')).kind, 'not now');
    for (const [words, on, field] of [
      ['', undefined, 'words'],
      ['Yes', '27 June 2019', 'on'],
      ['Yes', '25 June 2019', 'on'],
      ['Yes', 'soon', 'on'],
    ] as const) {
      const outcome = await take('head', paper, 'answer', words, on);
      assert.deepEqual(outcome.kind === 'problems' && outcome.problems.map((one) => one.field), [field], on);
    }
  });

  test('a paper that was not shared is set aside with a reason, and brought back as it was', async () => {
    const paper = await opened(officer, { content: whole });
    assert.equal((await take(officer, paper, 'set-aside')).kind, 'problems');
    await take(officer, paper, 'set-aside', 'Opened by mistake');
    assert.equal((await read(officer, paper)).paper.standing.words, 'set aside');
    await take('head of service', paper, 'brought-back');
    const { paper: back } = await read(officer, paper);
    assert.equal(back.standing.words, 'being written');
    assert.deepEqual(back.newest?.content, whole);
    assert.equal((await take(officer, await shared(), 'set-aside', 'Why not')).kind, 'not now');
  });

  test('late is what waits after its day: working days, and for a school those on which it is open', async () => {
    const paper = await opened(officer, { on: '2019-06-10' });
    await save(officer, paper, 0, whole, '10 June 2019');
    const { awaited } = (await read(officer, paper)).paper.standing;
    assert.deepEqual([awaited?.dueOn, awaited?.daysLate], ['2019-06-17', 9]);
  });
});
