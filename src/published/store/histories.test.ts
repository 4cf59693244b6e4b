import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  csv,
  headerOf,
  latestGraded,
  managementInformation,
  previousGraded,
  schoolRow,
  workshop,
} from './import.fixture.ts';
import type { PublishedStore } from './published-store.ts';

describe('what the record tells of schools over the years', () => {
  let work: Awaited<ReturnType<typeof workshop>>;
  let store: PublishedStore;

  before(async () => {
    work = await workshop();
    const register = managementInformation([
      schoolRow('120001', {
        ...latestGraded('10000001', '120001', '11/06/2019', '12/07/2019', '3'),
        ...previousGraded('10000002', '120001', '10/02/2015', '12/03/2015', '2'),
      }),
      schoolRow('140002', {
        'School open date': '01/09/2018',
        ...latestGraded('10000003', '110002', '10/05/2016', '10/06/2016', '1'),
      }),
      schoolRow('140003', { 'School open date': '01/09/2018' }),
    ]);
    const links = csv(
      headerOf('gias-links'),
      (
        [
          ['140002', '110002', 'Predecessor'],
          ['140003', '110003', 'Predecessor - merged'],
          ['140003', '110004', 'Predecessor - merged'],
        ] as const
      ).map(([URN, LinkURN, LinkType]) => ({
        URN,
        LinkURN,
        LinkName: `School ${LinkURN}`,
        LinkType,
        LinkEstablishedDate: '01-09-2018',
      })),
    );
    const invented = managementInformation([
      schoolRow('900001', latestGraded('10000009', '900001', '11/06/2019', '12/07/2019', '2')),
    ]);
    const { files } = await work.bringIn([
      await work.write('register.csv', register),
      await work.write('links.csv', links),
      await work.write('invented.csv', invented),
    ]);
    for (const file of files) assert.equal(file.outcome, 'imported', JSON.stringify(file));
    store = await work.store();
  });
  after(() => work.remove());

  const histories = async (query: { asAt?: string; invented?: boolean } = {}) =>
    new Map((await store.histories({ ...query, measures: [] })).map((one) => [one.urn, one]));

  test('inspections are told oldest first, each with the day anyone could know its outcome', async () => {
    const school = (await histories()).get('120001');
    assert.deepEqual(
      school?.inspections.map(({ startedOn, knownOn, overall }) => [startedOn, knownOn, overall]),
      [
        ['2015-02-10', '2015-03-12', 2],
        ['2019-06-11', '2019-07-12', 3],
      ],
    );
    assert.equal(school.followedUntil, '2019-06-11');
  });

  test('as at a day nothing is told that was known later, and nobody says how far it is followed', async () => {
    const count = async (asAt: string) =>
      (await histories({ asAt })).get('120001')?.inspections.map(({ overall }) => overall);
    assert.deepEqual(await count('2019-07-11'), [2]);
    assert.deepEqual(await count('2019-07-12'), [2, 3]);
    assert.equal((await histories({ asAt: '2019-07-12' })).get('120001')?.followedUntil, null);
  });

  test('an academy has its predecessor’s inspections, under the number they were made', async () => {
    const school = (await histories()).get('140002');
    assert.deepEqual(school?.formerly, ['110002']);
    assert.deepEqual(
      school.inspections.map(({ urnAtTime, overall }) => [urnAtTime, overall]),
      [['110002', 1]],
    );
    assert.equal(school.joined, false);
  });

  test('a school that came of several that joined is told apart', async () => {
    const school = (await histories()).get('140003');
    assert.equal(school?.joined, true);
    assert.deepEqual(school.formerly, ['110003', '110004']);
  });

  test('invented and real schools are never told of together', async () => {
    assert.deepEqual([...(await histories({ invented: true })).keys()], ['900001']);
    assert.ok(!(await histories()).has('900001'));
  });
});

test('what only a later register says of a school is not told, unless none knew of it before', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const known = {
    URN: '120001',
    'LA (code)': '926',
    'LA (name)': 'Norfolk',
    EstablishmentNumber: '0001',
    EstablishmentName: 'The name of 2022',
    'TypeOfEstablishment (name)': 'Community school',
    'EstablishmentStatus (name)': 'Open',
    'PhaseOfEducation (name)': 'Primary',
    LastChangedDate: '20-04-2022',
  };
  const later = ['120001', '120002'].map((urn) =>
    schoolRow(urn, latestGraded(`1000${urn}`, urn, '11/06/2025', '12/07/2025', '2')),
  );
  await work.bringIn([
    await work.write('gias.csv', csv(headerOf('gias-establishments'), [known])),
    await work.write('later.csv', managementInformation(later)),
  ]);
  const store = await work.store();
  const told = async (asAt?: string) =>
    (await store.histories({ ...(asAt === undefined ? {} : { asAt }), measures: [] })).map(
      ({ urn, pupils }) => [urn, pupils],
    );
  assert.deepEqual(await told('2023-08-31'), [
    ['120001', null],
    ['120002', 210],
  ]);
  assert.deepEqual(await told(), [
    ['120001', 210],
    ['120002', 210],
  ]);
});
