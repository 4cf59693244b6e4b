import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { chooseDeprivation } from '#/analyse/actions/choose-deprivation.ts';
import { keepForecast, type MakeForecast } from '#/analyse/actions/keep-forecast.ts';
import { readForecast, readForecastRuns } from '#/analyse/actions/read-forecast.ts';
import { readForecastChoice } from '#/analyse/actions/read-forecast-choice.ts';
import { loadReference } from '#/law/reference.ts';
import { readEverything } from '#/people/actions/read-everything.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import type { Records } from '#/platform/database/records.ts';
import { historyWith } from '#/analyse/rules/forecast/marking/marking.fixture.ts';
import { forecastOf } from './forecast.fixture.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** Whether forecasts use deprivation: who chooses, who reads it, and who is told what it does to which school. */

const { slug } = fenshire;
const people = {
  director: personOf('director', slug),
  'head of service': personOf('head of service', slug),
  analyst: personOf('analyst', slug),
  officer: personOf('intervention officer', slug),
  'challenge partner': personOf('challenge partner', slug, ['900001']),
  head: personOf('headteacher', slug, ['900001']),
  'elected member': personOf('elected member', slug, ['900001']),
  auditor: personOf('auditor', slug),
  stranger: personOf('director', 'elsewhere'),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
const urns = ['900001', '900002'];
const parts = {
  published: () =>
    Promise.resolve({
      ...storeOf({ '900001': [['2014-05-01', 2]], '900002': [['2016-10-11', 1]] }, '2018-12-31'),
      histories: () =>
        Promise.resolve(urns.map((urn, at) => historyWith({ urn, idaciQuintile: at === 0 ? 5 : 1 }))),
    }),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => '2019-06-30',
  now: () => '2019-06-30T09:00:00.000Z',
};

/** With deprivation the first school's chance is doubled and the other's halved. */
const make: MakeForecast = (_parts, { asAt, deprivation = false }) => {
  const plain = { '900001': 0.4, '900002': 0.2 } as const;
  const withIt = { '900001': 0.8, '900002': 0.1 } as const;
  const both = [forecastOf(asAt, plain), forecastOf(asAt, withIt)] as const;
  const found = (from: (typeof both)[number], urn: string): number => {
    const warning = from.warnings.find((one) => one.urn === urn);
    assert.ok(warning !== undefined && 'horizons' in warning);
    return warning.horizons[1]?.found.chance ?? assert.fail();
  };
  const made = both[deprivation ? 1 : 0];
  return Promise.resolve({
    ...made,
    deprivation,
    warnings: made.warnings.map((one) => ({
      ...one,
      withDeprivation: found(both[1], one.urn),
      withoutDeprivation: found(both[0], one.urn),
    })),
  });
};
const keep = () => keepForecast(parts, people.analyst, { authority: slug }, make);
const choose = (who: Who, deprivation = 'yes', why = 'Agreed with heads') =>
  chooseDeprivation(parts, people[who], { authority: slug, deprivation, why });
const read = (who: Who) => readForecastChoice(parts, people[who], slug);
const done = (already = false) => ({ kind: 'done', already });

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  await records.prepareAuthority('elsewhere', 'Elsewhere');
  for (const [who, person] of Object.entries(people))
    await addPerson(database.owner, who === 'stranger' ? 'elsewhere' : slug, person);
});

after(() => database.end());

test('without a choice, forecasts are made without deprivation, and say so', async () => {
  assert.deepEqual((await read('head')).choices, []);
  assert.equal((await keep()).deprivation, false);
});

test('nothing is chosen as long as anything is wrong, and all of it is told in the order of the fields', async () => {
  const answer = await choose('director', 'perhaps', '  ');
  assert.deepEqual(answer.kind === 'problems' && answer.problems.map(({ field }) => field), [
    'deprivation',
    'why',
  ]);
  assert.equal((await choose('director', 'yes', 'x'.repeat(1001))).kind, 'problems');
  assert.deepEqual((await read('director')).choices, []);
});

test('director and head of service choose, nobody else, past the action neither', async () => {
  for (const who of ['analyst', 'officer', 'challenge partner', 'head', 'elected member'] as const) {
    await assert.rejects(choose(who), { code: 'not-permitted' }, who);
    assert.equal((await read(who)).mayChoose, false, who);
    await assert.rejects(
      records.inAuthority(slug, people[who], (transaction) =>
        sql`insert into forecast_choice (deprivation, why, chosen_on, chosen_by_name)
            values (true, 'w', '2019-01-01', ${people[who].name})`.execute(transaction),
      ),
      { code: 'not-permitted' },
      who,
    );
  }
  await assert.rejects(choose('stranger'), { code: 'not-permitted' });
  assert.deepEqual(await choose('director'), done());
  assert.deepEqual(await choose('head of service'), done(true));
});

test('the next forecast is made by the choice and says so; the one before stays as it is', async () => {
  const run = await keep();
  assert.deepEqual([run.deprivation, run.alreadyKept], [true, false]);
  assert.equal((await keep()).alreadyKept, true);
  const { runs } = await readForecastRuns(parts, people.officer, slug);
  assert.deepEqual(
    runs.map(({ deprivation }) => deprivation),
    [true, false],
  );
  const { kept } = await readForecast(parts, people.officer, slug);
  assert.equal(kept?.forecast.deprivation, true);
  const { rows } = await database.owner.query<{ to_words: string }>(
    `select to_words from authority_fenshire.change_log where about_kind = 'forecast' order by number desc limit 1`,
  );
  assert.match(rows[0]?.to_words ?? '', /with deprivation of the area$/);
});

test('everyone the authority knows reads what holds, by whom and why; nobody of another authority does', async () => {
  for (const who of ['head', 'elected member', 'analyst', 'challenge partner'] as const)
    assert.deepEqual(
      (await read(who)).choices,
      [
        {
          ...{ deprivation: true, why: 'Agreed with heads' },
          ...{ chosenOn: '2019-06-30', chosenBy: people.director.name },
        },
      ],
      who,
    );
  await assert.rejects(read('stranger'), { code: 'not-permitted' });
  const rows = await records.inAuthority(slug, people.stranger, async (transaction) =>
    transaction.selectFrom('forecast_choice').selectAll().execute(),
  );
  assert.deepEqual(rows, []);
});

test('what it does to single schools is told of those whose category the reader may read, whichever was chosen', async () => {
  const seen = async (who: Who) => {
    const { effect } = await read(who);
    if (effect === null || effect === 'hidden') return effect;
    const { schools, higher, lower, furthest } = effect.effect;
    return [
      ...[effect.whole, schools, higher, lower],
      ...furthest.map(({ urn, fifth, without, withIt }) => `${urn} ${fifth}: ${without} ${withIt}`),
    ];
  };
  const moving = '900001 fifth with the most deprivation: 0.3 0.6';
  assert.deepEqual(await seen('officer'), [
    ...[true, 2, 1, 1, moving],
    '900002 fifth with the least deprivation: 0.15 0.075',
  ]);
  assert.deepEqual(await seen('challenge partner'), [false, 1, 1, 0, moving]);
  for (const who of ['head', 'elected member'] as const) assert.equal(await seen(who), 'hidden', who);
});

test('a newer choice holds, the one before is kept, and the history tells both to a head', async () => {
  assert.deepEqual(await choose('head of service', 'no', 'Heads disagreed'), done());
  assert.deepEqual(
    (await read('head')).choices.map(({ deprivation, why }) => [deprivation, why]),
    [
      [false, 'Heads disagreed'],
      [true, 'Agreed with heads'],
    ],
  );
  assert.equal((await keep()).deprivation, false);
  const { entries } = await readHistory(parts, people.head, slug, [{ kind: 'forecast choice' }]);
  assert.deepEqual(entries.length, 2);
  assert.match(
    entries[0]?.words ?? '',
    /chose what forecasts use: deprivation of the area; before: used; now: not used.*Heads disagreed/,
  );
  for (const statement of [`update forecast_choice set why = 'other'`, 'delete from forecast_choice'])
    await assert.rejects(
      records.inAuthority(slug, people.director, (transaction) => sql.raw(statement).execute(transaction)),
      { code: 'not-permitted' },
      statement,
    );
});

test('a choice is among everything that is kept about who made it', async () => {
  const { written } = await readEverything(parts, people.auditor, slug, people.director.id);
  assert.deepEqual(
    written?.map(({ what, request, words }) => [what, request, words]),
    [['chose', 'forecasts with deprivation of the area', 'Agreed with heads']],
  );
});
