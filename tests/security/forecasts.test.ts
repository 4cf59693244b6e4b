import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { keepForecast, type MakeForecast } from '#/analyse/actions/keep-forecast.ts';
import { readForecast, readForecastRuns, readSchoolForecast } from '#/analyse/actions/read-forecast.ts';
import { readRegisterWithChances } from '#/analyse/actions/read-register-with-chances.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { addSchoolForecasts } from '#/analyse/records/forecast-rows.ts';
import { loadReference } from '#/law/reference.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { forecastOf, makerOf } from './forecast.fixture.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** The last is of concern: it was found inadequate. */
const urns = ['900001', '900002', '900003', '900004', '900005', '900006', '900007'];
const inspected: Inspected = Object.fromEntries(
  urns.map((urn) => [urn, urn === '900007' ? [['2018-03-06', 4] as const] : [['2014-05-01', 2] as const]]),
);
const chances = Object.fromEntries(
  urns.map((urn, index) => [urn, index === 6 ? null : (index + 1) / 8] as const),
);
const { slug } = fenshire;
const people = {
  'head of service': personOf('head of service', slug),
  analyst: personOf('analyst', slug),
  officer: personOf('intervention officer', slug),
  head: personOf('headteacher', slug, ['900002']),
  'challenge partner': personOf('challenge partner', slug, ['900001', '900003']),
  'diocese officer': personOf('diocese officer', slug, ['900001', '900007']),
  'elected member': personOf('elected member', slug, ['900007']),
  'scrutiny member': personOf('scrutiny member', slug),
  clerk: personOf('clerk', slug, ['900002']),
  administrator: personOf('administrator', slug),
  'information officer': personOf('information officer', slug),
  stranger: personOf('head of service', 'elsewhere'),
};
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
const parts = {
  published: () => Promise.resolve(storeOf(inspected, '2018-12-31')),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => '2019-06-30',
  now: () => '2019-06-30T09:00:00.000Z',
};
const make = makerOf(chances, { Marsh: 3, Fen: 4 });
const keep = (who: Person, asAt?: string, with_: MakeForecast = make) =>
  keepForecast(parts, who, { authority: slug, ...(asAt === undefined ? {} : { asAt }) }, with_);

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  await runAnalysis(parts, operator, { authority: slug });
  for (const [who, person] of Object.entries(people))
    if (who !== 'stranger') await addPerson(database.owner, slug, person);
  await keep(operator, '31 August 2017');
  await keep(people.analyst);
});

after(() => database.end());

const count = async (table: string): Promise<number> => {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::int as n from authority_fenshire.${table}`,
  );
  return rows[0]?.n ?? -1;
};
const as = <Result>(who: Who, work: (transaction: AuthorityTransaction) => Promise<Result>) =>
  records.inAuthority(slug, people[who], work);

describe('a forecast is kept', () => {
  test('with every school, its date, its model, its sources and who made it', async () => {
    const { kept } = await readForecast(parts, people.officer, slug);
    assert.deepEqual(kept?.run, {
      ...{
        id: '2',
        authority: slug,
        asAt: '2018-12-31',
        target: 'below good',
        schools: 7,
        deprivation: false,
      },
      model: { id: 'of-the-tests', fittedAsAt: '2015-08-31', digest: 'd' },
      ...{ sources: ['file1'], dates: ['2019-08-31', '2020-08-31'] },
      ...{ madeAt: '2019-06-30T09:00:00.000Z', madeBy: people.analyst.name },
    });
    const { trajectories, ...forecast } = forecastOf('2018-12-31', chances);
    assert.deepEqual(kept.forecast, { ...forecast, trajectories: trajectories.slice(0, 1) });
    assert.deepEqual(
      kept.sources.map(({ id }) => id),
      ['file1'],
    );
  });

  test('with a school of which no chance can be told, and why', async () => {
    const { rows } = await database.owner.query<{ chance_12: number | null; chance_18: number | null }>(
      `select chance_12, chance_18 from authority_fenshire.school_forecast where run = 2 and urn in ('900002', '900007') order by urn`,
    );
    assert.deepEqual(rows, [
      { chance_12: 0.125, chance_18: 0.1875 },
      { chance_12: null, chance_18: null },
    ]);
    const { newest } = await readSchoolForecast(parts, people.officer, slug, '900007');
    assert.deepEqual(newest?.forecast, { urn: '900007', why: 'It was never inspected.' });
    assert.equal(newest.path, null);
  });

  test('once: the same from the same is the forecast that stands', async () => {
    const [runs, changes] = [await count('forecast_run'), await count('change_log')];
    const again = await keep(people['head of service']);
    assert.deepEqual([again.id, again.alreadyKept, again.madeBy], ['2', true, people.analyst.name]);
    assert.deepEqual([await count('forecast_run'), await count('change_log')], [runs, changes]);
  });

  test('anew when it says something else, and the one before stays as it was', async () => {
    const otherwise = makerOf({ ...chances, '900001': 0.9 }, { Marsh: 3, Fen: 4 });
    const anew = await keep(operator, '2017-08-31', otherwise);
    assert.equal(anew.alreadyKept, false);
    const before = await readForecast(parts, people.officer, slug, { run: '1' });
    assert.deepEqual(before.kept?.forecast.warnings, forecastOf('2017-08-31', chances).warnings);
    // Looking back does not become the newest.
    assert.equal((await readForecast(parts, people.officer, slug)).kept?.run.id, '2');
  });

  test('by whoever makes forecasts and nobody else, and nothing is forecast before that is asked', async () => {
    const asked: string[] = [];
    const noting: MakeForecast = (given, request) => {
      asked.push(request.authority);
      return make(given, request);
    };
    const before = await count('forecast_run');
    for (const who of ['officer', 'head', 'challenge partner', 'scrutiny member', 'stranger'] as const)
      await assert.rejects(keep(people[who], undefined, noting), { code: 'not-permitted' }, who);
    assert.deepEqual(asked, []);
    assert.equal(await count('forecast_run'), before);
  });

  test('not without a school that is open, nor of a day that cannot be read', async () => {
    const { '900003': _, ...fewer } = chances;
    await assert.rejects(keep(operator, undefined, makerOf(fewer)), /without one: 900003/);
    await assert.rejects(keep(operator, '31 June 2018'), { code: 'date-invalid' });
    await assert.rejects(keepForecast(parts, operator, { authority: 'Nowhere', asAt: 'x' }, make), {
      message: /Nowhere[^]*not a date/,
    });
  });

  test('and closed: no school is slipped in afterwards, changed or taken away', async () => {
    const { run, schools } = (await readForecast(parts, people.officer, slug)).kept ?? assert.fail();
    const [first] = schools;
    assert.ok(first);
    const later = { ...first, urn: '900099' };
    await assert.rejects(as('analyst', (transaction) => addSchoolForecasts(transaction, run, [later])));
    for (const statement of [
      'update school_forecast set chance_12 = 0',
      'update forecast_run set as_at = as_at',
      'delete from share_forecast',
    ])
      await assert.rejects(
        as('analyst', (transaction) => sql.raw(statement).execute(transaction)),
        { code: 'not-permitted' },
        statement,
      );
  });

  test('and told in the log: as at when, how many schools, by which model', async () => {
    const { rows } = await database.owner.query<{ words: string }>(
      `select concat_ws(' | ', person_name, act, about_name, to_words) as words from authority_fenshire.change_log
        where about_kind = 'forecast' and about_key = '2'`,
    );
    assert.deepEqual(rows, [
      {
        words: `${people.analyst.name} | made a forecast | the forecast as at 31 December 2018 | 7 schools (below good) by the model of-the-tests, fitted to 31 August 2015`,
      },
    ]);
  });
});

describe('who reads what of a forecast', () => {
  const seen = async (who: Who) => {
    const { kept, whole } = await readForecast(parts, people[who], slug);
    const { warnings, paths, trajectories } = kept?.forecast ?? assert.fail(`${who} reads no forecast`);
    return {
      whole,
      warnings: warnings.map(({ urn }) => urn),
      paths: paths.length,
      shares: trajectories.length,
    };
  };

  test('officers read every school and every share', async () => {
    for (const who of ['officer', 'analyst', 'head of service'] as const)
      assert.deepEqual(await seen(who), { whole: true, warnings: urns, paths: 6, shares: 1 }, who);
  });

  test('an adviser from outside reads the schools given to them, a diocese those of concern, and both the shares', async () => {
    assert.deepEqual(await seen('challenge partner'), {
      ...{ whole: false, warnings: ['900001', '900003'], paths: 2, shares: 1 },
    });
    assert.deepEqual(await seen('diocese officer'), {
      ...{ whole: false, warnings: ['900007'], paths: 0, shares: 1 },
    });
  });

  test('beside the rows of the register stand the chances of the same schools, by the newest forecast', async () => {
    const rows = async (who: Who) => {
      const { chances: newest, rows: listed } = await readRegisterWithChances(parts, people[who], slug);
      assert.equal(newest?.asAt, '2018-12-31');
      assert.deepEqual([...newest.of.keys()].sort(), listed.map(({ school }) => school.urn).sort(), who);
      return newest.of;
    };
    const all = await rows('officer');
    assert.deepEqual([...all.keys()], urns);
    const second = forecastOf('2018-12-31', chances).warnings[1];
    const within18 = second && 'horizons' in second ? second.horizons[1] : assert.fail('it has a chance');
    assert.deepEqual(all.get('900002'), { told: { chance: within18?.found }, now: 'good' });
    assert.deepEqual(all.get('900007'), { told: { why: 'It was never inspected.' }, now: null });
    assert.deepEqual([...(await rows('challenge partner')).keys()], ['900001', '900003']);
    assert.deepEqual([...(await rows('diocese officer')).keys()], ['900007']);
    await assert.rejects(readRegisterWithChances(parts, people.head, slug), { code: 'not-permitted' });
  });

  test('members read the shares and no school, not even one of concern', async () => {
    for (const who of ['elected member', 'scrutiny member'] as const)
      assert.deepEqual(await seen(who), { whole: false, warnings: [], paths: 0, shares: 1 }, who);
  });

  test('of so few schools that it comes close to a forecast of each, no share is kept for anybody', async () => {
    const { rows } = await database.owner.query<{ group_name: string }>(
      'select distinct group_name from authority_fenshire.share_forecast',
    );
    assert.deepEqual(rows, [{ group_name: 'All schools' }]);
  });

  test('a head reads what was forecast of the own school over time, of no other, and opens no list', async () => {
    const { newest, earlier } = await readSchoolForecast(parts, people.head, slug, '900002');
    assert.equal(newest?.run.id, '2');
    assert.deepEqual(
      earlier.map(({ run }) => [run.id, run.asAt]),
      [
        ['3', '2017-08-31'],
        ['1', '2017-08-31'],
      ],
    );
    await assert.rejects(readSchoolForecast(parts, people.head, slug, '900001'), { code: 'not-found' });
    await assert.rejects(readForecast(parts, people.head, slug), { code: 'not-permitted' });
    await assert.rejects(readForecastRuns(parts, people.head, slug), { code: 'not-permitted' });
  });

  test('a diocese is told nothing of a school that is not of concern, as of one that is not there', async () => {
    const { newest, earlier } = await readSchoolForecast(parts, people['diocese officer'], slug, '900001');
    assert.deepEqual([newest, earlier], [null, []]);
  });

  test('clerk, administrator, information officer and whoever is of another authority read none', async () => {
    for (const who of ['clerk', 'administrator', 'information officer', 'stranger'] as const) {
      await assert.rejects(readForecast(parts, people[who], slug), { code: 'not-permitted' }, who);
      for (const table of ['forecast_run', 'school_forecast', 'share_forecast'])
        assert.deepEqual(
          await as(who, async (transaction) => {
            const { rows } = await sql.raw(`select 1 from ${table}`).execute(transaction);
            return rows;
          }),
          [],
          `${who}, ${table}`,
        );
    }
  });

  test('the newest as at a date or before is read, and every one that was kept is listed', async () => {
    const as2018 = await readForecast(parts, people.officer, slug, { asAt: '1 June 2018' });
    assert.equal(as2018.kept?.run.id, '3');
    const before = await readForecast(parts, people.officer, slug, { asAt: '2016-01-01' });
    assert.equal(before.kept, null);
    const other = { target: 'any area below expected' } as const;
    assert.equal((await readForecast(parts, people.officer, slug, other)).kept, null);
    const { runs } = await readForecastRuns(parts, people['scrutiny member'], slug);
    assert.deepEqual(
      runs.map(({ id, asAt, madeBy, model }) => [id, asAt, madeBy, model.id]),
      [
        ['2', '2018-12-31', people.analyst.name, 'of-the-tests'],
        ['3', '2017-08-31', operator.name, 'of-the-tests'],
        ['1', '2017-08-31', operator.name, 'of-the-tests'],
      ],
    );
  });
});
