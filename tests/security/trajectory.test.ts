import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { keepForecast, type MakeForecast } from '#/analyse/actions/keep-forecast.ts';
import { readTrajectory } from '#/analyse/actions/read-trajectory.ts';
import type { TrajectoryAsked } from '#/analyse/actions/trajectory-read.ts';
import { tryWhatIf } from '#/analyse/actions/try-what-if.ts';
import type { WhatIf } from '#/analyse/rules/forecast/forecast.ts';
import { loadReference } from '#/law/reference.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { makerOf } from './forecast.fixture.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const urns = ['900001', '900002', '900003', '900004', '900005', '900006', '900007'];
const inspected: Inspected = Object.fromEntries(urns.map((urn) => [urn, [['2014-05-01', 2] as const]]));
const chances = Object.fromEntries(urns.map((urn, index) => [urn, index / 8] as const));
const { slug } = fenshire;
const people = {
  analyst: personOf('analyst', slug),
  'challenge partner': personOf('challenge partner', slug, ['900001', '900003']),
  'elected member': personOf('elected member', slug, ['900007']),
  head: personOf('headteacher', slug, ['900002']),
};

let database: TestDatabase;
let records: Records;
const parts = {
  published: () => Promise.resolve(storeOf(inspected, '2018-12-31')),
  records: () => Promise.resolve(records),
  reference: loadReference,
  today: () => '2019-06-30',
  now: () => '2019-06-30T09:00:00.000Z',
};
const tried: (readonly WhatIf[])[] = [];
const make: MakeForecast = (needed, asked) => {
  tried.push(asked.whatIf ?? []);
  return makerOf(chances)(needed, asked);
};
const asked: TrajectoryAsked = {
  ...{ group: 'all', of: 'schools', ownOnly: true, whatIf: [], notRead: 0, typed: null },
};
const closing = (urn: string): WhatIf => ({ urn, on: '2020-03-01', happens: 'closes' });
const read = (who: keyof typeof people, changes: Partial<TrajectoryAsked> = {}) =>
  readTrajectory(parts, people[who], slug, { ...asked, ...changes }, make);

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, slug, person);
  await keepForecast(parts, operator, { authority: slug }, make);
  tried.length = 0;
});
after(() => database.end());

describe('the trajectory, as each may see it', () => {
  test('an officer finds every school behind a step, a partner their own, a member none, and all the same share', async () => {
    const all = await Promise.all(
      (['analyst', 'challenge partner', 'elected member'] as const).map((who) => read(who)),
    );
    assert.deepEqual(
      all.map(({ kept, mayTry, expectations }) => [kept?.schools.length, mayTry, expectations !== null]),
      [
        [7, true, true],
        [2, true, true],
        [0, false, false],
      ],
    );
    assert.equal(new Set(all.map(({ chosen }) => JSON.stringify(chosen?.points))).size, 1);
  });

  test('a head may not read it', async () => {
    await assert.rejects(read('head'), /may not/);
  });

  test('what if is tried of a school that one may know of, as at the day of the forecast, and kept nowhere', async () => {
    tried.length = 0;
    const { trial, notUnderstood } = await read('challenge partner', { whatIf: [closing('900003')] });
    assert.deepEqual([trial?.tried.map(({ urn }) => urn), notUnderstood], [['900003'], 0]);
    assert.deepEqual(tried, [[], [closing('900003')]]);
    const { rows } = await database.owner.query<{ n: number }>(
      'select count(*)::int as n from authority_fenshire.forecast_run',
    );
    assert.equal(rows[0]?.n, 1);
  });

  test('of a school that one may not know of nothing is tried, and it is answered as one that is not there', async () => {
    tried.length = 0;
    const [hidden, absent] = await Promise.all(
      ['900002', '999999'].map(async (urn) => {
        const { trial, notUnderstood, problems } = await read('challenge partner', {
          whatIf: [closing(urn)],
          typed: { school: urn, on: '1 March 2020', happens: 'closes' },
        });
        return [trial, notUnderstood, problems.map(({ text }) => text.replace(urn, 'it'))];
      }),
    );
    assert.deepEqual(hidden, absent);
    assert.deepEqual([hidden?.[0], hidden?.[1]], [null, 1]);
    const { kept } = await read('challenge partner');
    assert.ok(kept !== null);
    await assert.rejects(
      tryWhatIf(parts, people['challenge partner'], slug, kept, [closing('900002')], make),
    );
    assert.deepEqual(tried, []);
  });

  test('a member tries nothing, whatever the address says', async () => {
    tried.length = 0;
    const { trial, added } = await read('elected member', {
      whatIf: [closing('900007')],
      typed: { school: '900007', on: '1 March 2020', happens: 'closes' },
    });
    assert.deepEqual([trial, added, tried], [null, null, []]);
    const { kept } = await read('analyst');
    assert.ok(kept !== null);
    await assert.rejects(
      tryWhatIf(parts, people['elected member'], slug, kept, [closing('900007')], make),
      /may not/,
    );
  });

  test('what is typed well goes into the address; a day outside the forecast is no day', async () => {
    const typed = { school: '900001', on: '1 March 2020', happens: 'closes' };
    assert.deepEqual((await read('analyst', { typed })).added, closing('900001'));
    const past = { ...closing('900001'), on: '2018-12-31' };
    const { trial, notUnderstood } = await read('analyst', { whatIf: [past, { ...past, on: '2020-02-31' }] });
    assert.deepEqual([trial, notUnderstood], [null, 2]);
  });
});
