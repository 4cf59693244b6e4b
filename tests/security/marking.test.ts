import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { expectOutcome } from '#/analyse/actions/expect-outcome.ts';
import { keepForecast } from '#/analyse/actions/keep-forecast.ts';
import { readCategoryMarks } from '#/analyse/actions/read-category-marks.ts';
import { readMarking } from '#/analyse/actions/read-marking.ts';
import { readMarksInBrief, readOwnMarks } from '#/analyse/actions/read-marks-in-brief.ts';
import { graded, historyWith } from '#/analyse/rules/forecast/marking/marking.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { forecastOf } from './forecast.fixture.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const { slug } = fenshire;
const people = {
  'head of service': personOf('head of service', slug),
  officer: personOf('intervention officer', slug),
  'challenge partner': personOf('challenge partner', slug, ['900001']),
  director: personOf('director', slug),
  auditor: personOf('auditor', slug),
  'elected member': personOf('elected member', slug, ['900001']),
  head: personOf('headteacher', slug, ['900001']),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let today = '2018-09-03';
/** Both good in 2014; the first fell in 2019, the second stayed. Files tell to the end of 2020. */
const histories = ['900001', '900002'].map((urn, index) =>
  historyWith({
    urn,
    name: `School ${urn}`,
    authority: slug,
    inspections: [graded('2014-05-01', 2, urn), graded('2019-05-01', index === 0 ? 3 : 2, urn)],
    followedUntil: '2020-12-31',
  }),
);
const store = storeOf({ '900001': [['2014-05-01', 2]], '900002': [['2014-05-01', 2]] }, '2018-12-31');
const parts = {
  published: () => Promise.resolve({ ...store, histories: () => Promise.resolve(histories) }),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => today,
  now: () => `${today}T09:00:00.000Z`,
};

const expect = (who: Who, urn: string, standing: string) =>
  expectOutcome(parts, people[who], {
    ...{ authority: slug, urn, standing, by: '31/08/2020', sure: '80' },
    why: 'What leaders told me',
  });
const read = (who: Who) => readMarking(parts, people[who], slug, {});

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, slug, person);
  await keepForecast(parts, operator, { authority: slug, asAt: '2018-08-31' }, (_parts, { asAt }) =>
    Promise.resolve(forecastOf(asAt, { '900001': 0.4, '900002': 0.2 })),
  );
  for (const [who, urn, standing] of [
    ['officer', '900001', 'good or better'],
    ['officer', '900002', 'good or better'],
    ['challenge partner', '900001', 'below good'],
  ] as const)
    assert.deepEqual(await expect(who, urn, standing), { kind: 'done', already: false });
  today = '2021-02-01';
});

after(() => database.end());

describe('how right we were', () => {
  test('officers read what came of the chances given to every school, within each length of time', async () => {
    const { warnings, followedUntil } = await read('officer');
    assert.equal(followedUntil, '2020-12-31');
    assert.deepEqual(
      warnings?.map(({ months, all, high }) => [
        months,
        all.schools,
        all.happened,
        Math.round(100 * all.expected),
        high.schools,
      ]),
      [
        [12, 2, 1, 30, 1],
        [18, 2, 1, 45, 1],
        [24, 2, 1, 60, 2],
      ],
    );
  });

  test('members read shares, and of no school, category or officer anything', async () => {
    const marking = await read('elected member');
    assert.deepEqual([marking.warnings, marking.categories, marking.expectations], [null, null, null]);
    assert.ok(marking.kept !== null);
    assert.equal(JSON.stringify([marking.shares, marking.kept]).includes('90000'), false);
  });

  test('an adviser from outside reads the marks of their own expectations, and no chance of any school', async () => {
    const marking = await read('challenge partner');
    assert.equal(marking.warnings, null);
    assert.equal(marking.categories, null);
    assert.deepEqual(
      marking.expectations?.own.map(({ of, verdict }) => [of.urn, verdict]),
      [['900001', 'as expected']],
    );
    assert.equal(marking.expectations.service, null);
  });

  test('a head may not open it at all', async () => {
    await assert.rejects(read('head'), { code: 'not-permitted' });
  });

  test('an officer sees their own marks and none of a colleague', async () => {
    const { expectations } = await read('officer');
    assert.deepEqual(
      expectations?.own.map(({ of, verdict }) => [of.urn, verdict]),
      [
        ['900002', 'as expected'],
        ['900001', 'too generous'],
      ],
    );
    assert.equal(expectations.service, null);
    assert.doesNotMatch(JSON.stringify(expectations), /challenge partner/);
  });

  test('directors, heads of service and auditors see the marks of all, once the working days are over', async () => {
    for (const who of ['director', 'head of service', 'auditor'] as const) {
      const { expectations } = await read(who);
      assert.deepEqual(
        expectations?.service?.officers.map(({ lean }) => [lean.marks, lean.tooGenerous, lean.leans]),
        [
          [1, 0, 'too few to say'],
          [2, 1, 'too few to say'],
        ],
      );
      assert.equal(expectations.notYetShown, 0);
    }
  });

  test('before that they see how many marks there are and not whose, while the officer sees them', async () => {
    // Ten working days after 31 August 2020.
    today = '2020-09-13';
    try {
      const { expectations } = await read('director');
      assert.equal(expectations?.service?.lean.marks, 0);
      assert.equal(expectations.notYetShown, 3);
      assert.equal((await read('officer')).expectations?.ownSummed.lean.marks, 2);
      today = '2020-09-14';
      assert.equal((await read('director')).expectations?.service?.lean.marks, 3);
    } finally {
      today = '2021-02-01';
    }
  });

  test('what stands on the first page is the same, and for the same readers', async () => {
    const { expectations } = await readOwnMarks(parts, people.officer, slug);
    assert.equal(expectations.ownSummed.lean.tooGenerous, 1);
    assert.equal(expectations.service, null);
    assert.equal((await readMarksInBrief(parts, people.director, slug))?.marks.high.happened, 1);
    assert.equal(await readMarksInBrief(parts, people['elected member'], slug), null);
    await assert.rejects(readOwnMarks(parts, people['elected member'], slug), { code: 'not-permitted' });
  });

  test('how often inspections found something else than categories expected is for who reads categories', async () => {
    assert.equal((await readCategoryMarks(parts, people.officer, slug, 'norfolk-2013'))?.runs, 0);
    assert.equal(await readCategoryMarks(parts, people.head, slug, 'norfolk-2013'), null);
    assert.equal(await readCategoryMarks(parts, people['elected member'], slug, 'norfolk-2013'), null);
  });
});
