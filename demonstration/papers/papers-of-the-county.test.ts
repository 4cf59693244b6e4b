import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { isSchoolDay } from '#/law/terms.ts';
import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import { walkPaper, type Walked } from '#/papers/actions/walk-paper.ts';
import { textOf } from '#/papers/rules/read-content.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { papersOfTheCounty } from './papers-of-the-county.ts';
import type { SchoolWrittenOf } from './school-written-of.ts';
import { daysForVisits } from './school-days.ts';

const reference = loadReference();
const authority = 'larkshire';

function person(
  name: string,
  role: Person['roles'][number]['role'],
  schools: 'all' | readonly string[],
): Person {
  return { id: `id of ${name}`, name, roles: [{ role, authority, schools }] };
}

const officer = person('Ann Reed', 'intervention officer', 'all');
const colleague = person('Tom Fell', 'intervention officer', 'all');

/** Sixty schools of every phase and standing; ten of them with head and chair. */
function schoolsOn(today: IsoDate): readonly SchoolWrittenOf[] {
  return Array.from({ length: 60 }, (_, index): SchoolWrittenOf => {
    const urn = String(910_001 + index);
    const standing =
      (['of concern', 'requiring improvement', 'any other'] as const)[index % 3] ?? 'any other';
    const hasPeople = index < 15;
    return {
      ...{ urn, name: `School ${urn}`, standing, headName: `Head of ${urn}` },
      phase: (['primary', 'primary', 'secondary', 'special'] as const)[index % 4] ?? 'primary',
      toldOn: index % 5 === 4 ? null : addDays(today, -(20 + index * 3)),
      owesPlanSince: standing === 'any other' ? null : addDays(today, -(20 + index * 3)),
      visitor: officer,
      head: hasPeople ? person(`Head of ${urn}`, 'headteacher', [urn]) : null,
      chair: hasPeople ? person(`Chair of ${urn}`, 'chair', [urn]) : null,
      left: index < 3 ? { by: colleague, on: addDays(today, index * 40 - 60) } : null,
    };
  });
}

const known = new Map<IsoDate, ReadonlyMap<PaperWritten, Walked>>();

function walkedOn(today: IsoDate): ReadonlyMap<PaperWritten, Walked> {
  const before = known.get(today);
  if (before !== undefined) return before;
  const walked = new Map<PaperWritten, Walked>();
  const parts = { today: () => today, reference: () => reference };
  for (const one of papersOfTheCounty(schoolsOn(today), today)) {
    const whole = one.partOf === undefined ? null : walked.get(one.partOf)?.at(-1)?.paper;
    assert.ok(whole !== undefined, `a ${one.kind} comes after what it is part of`);
    walked.set(one, walkPaper(parts, one, { id: `paper ${walked.size}`, authority, partOf: whole }));
  }
  known.set(today, walked);
  return walked;
}

const lastOf = (walked: ReadonlyMap<PaperWritten, Walked>) =>
  [...walked.values()].flatMap((one) => one.at(-1)?.paper ?? []);

const days = [
  '2026-01-02',
  '2026-02-18',
  '2026-04-05',
  '2026-07-21',
  '2026-08-15',
  '2026-11-22',
  '2026-12-25',
  '2027-03-26',
  '2027-06-30',
  '2028-02-29',
  '2028-09-01',
];

for (const today of days) {
  test(`on ${today} every paper is written by the rules, and visits are on days on which schools are open`, () => {
    const papers = lastOf(walkedOn(today));
    assert.ok(papers.length > 200, `${papers.length} papers`);
    for (const { kind, newest, urn } of papers) {
      if (kind !== 'visit') continue;
      const on = newest?.aboutOn ?? '';
      assert.ok(isSchoolDay(on, reference.schoolTerms, reference.bankHolidays), `${urn} is visited on ${on}`);
    }
  });

  test(`on ${today} reviews come one after the other, after the plan was agreed, with the next day in each`, () => {
    const papers = lastOf(walkedOn(today));
    const reviews = Map.groupBy(
      papers.filter(({ kind }) => kind === 'review'),
      ({ partOf }) => partOf,
    );
    assert.ok(reviews.size > 0);
    for (const [plan, some] of reviews) {
      const agreed =
        papers.find(({ id }) => id === plan)?.steps.find(({ step }) => step === 'agree')?.on ?? '9999';
      const about = some.map(({ newest }) => newest?.aboutOn ?? '');
      assert.ok(some.length >= 3, `${some.length} reviews`);
      assert.deepEqual(about, about.toSorted());
      assert.ok(about.every((on) => on > agreed));
      for (const { newest } of some)
        assert.ok(textOf(newest?.content ?? {}, 'next-on') > (newest?.aboutOn ?? ''));
    }
  });

  test(`on ${today} a diagnosis is settled after its school was told`, () => {
    const schools = new Map(schoolsOn(today).map((one) => [one.urn, one.toldOn]));
    for (const { kind, urn, steps } of lastOf(walkedOn(today))) {
      if (kind === 'diagnosis') assert.ok(steps.every(({ on }) => on > (schools.get(urn) ?? '9999')));
    }
  });
}

test('in the middle of a term visits stand in every state, most of them final', () => {
  const states = Map.groupBy(
    lastOf(walkedOn('2026-11-22')).filter(({ kind }) => kind === 'visit'),
    ({ standing }) => standing.state,
  );
  const many = (state: string): number => states.get(state)?.length ?? 0;
  const all = [...states.values()].flat().length;
  for (const state of ['planned', 'arranged', 'held', 'submitted', 'cancelled'])
    assert.ok(many(state) > 0, state);
  assert.ok(many('final') / all > 0.6, `${many('final')} of ${all}`);
  assert.ok(many('cancelled') / all < 0.06);
});

test('some notes were called inaccurate: some of these were amended, and some stood by', () => {
  const steps = lastOf(walkedOn('2026-11-22')).flatMap((paper) =>
    paper.kind === 'visit' ? paper.steps : [],
  );
  for (const step of ['inaccurate', 'amend', 'stand-by', 'accurate', 'unanswered'])
    assert.ok(
      steps.some((one) => one.step === step),
      step,
    );
});

test('a plan was returned and then agreed, one agreed at once, and one came late', () => {
  const plans = lastOf(walkedOn('2026-11-22')).filter(({ kind }) => kind === 'plan');
  const told = plans.map(({ steps }) =>
    steps
      .map(({ step }) => step)
      .slice(0, 4)
      .join(' '),
  );
  for (const line of ['send return send agree', 'send agree', 'send', ''])
    assert.ok(
      told.some((one) => one === line || (line === 'send agree' && one.startsWith(line))),
      line,
    );
});

test('the same day gives the same papers', () => {
  assert.deepEqual(
    papersOfTheCounty(schoolsOn('2026-11-22'), '2026-11-22'),
    papersOfTheCounty(schoolsOn('2026-11-22'), '2026-11-22'),
  );
});

test('there are more than a hundred days for visits in every school year, all of them school days', () => {
  for (const year of [2025, 2026, 2027, 2028]) {
    const some = daysForVisits(`${year - 1}-09-01`, `${year}-08-31`);
    assert.ok(some.length > 100);
    assert.deepEqual(
      some.filter((day) => !isSchoolDay(day, reference.schoolTerms, reference.bankHolidays)),
      [],
    );
  }
});

test('core groups of schools of concern meet, with minutes that are agreed, questions in most of them, and a meeting to come', () => {
  const papers = lastOf(walkedOn('2026-11-22'));
  const boards = papers.filter(({ kind }) => kind === 'board');
  const meetings = papers.filter(({ kind }) => kind === 'meeting');
  assert.ok(boards.length >= 10 && boards.length < 20, `${boards.length} of 20 schools of concern`);
  const agreed = meetings.filter(({ standing }) => standing.over);
  const challenged = agreed.filter(({ newest }) => newest?.content['challenge'] !== undefined);
  assert.ok(
    agreed.length > 20 && challenged.length > agreed.length / 2,
    `${challenged.length} of ${agreed.length}`,
  );
  assert.ok(meetings.some(({ newest }) => (newest?.aboutOn ?? '') > '2026-11-22'));
});
