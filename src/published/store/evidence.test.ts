import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  csv,
  headerOf,
  latestGraded,
  managementInformation,
  previousGraded,
  schoolRow,
  workshop,
} from './import.fixture.ts';

async function storeOf(context: TestContext, files: Readonly<Record<string, string>>) {
  const work = await workshop();
  context.after(work.remove);
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) paths.push(await work.write(name, content));
  const report = await work.bringIn(paths);
  for (const file of report.files) assert.ok(file.outcome === 'imported', JSON.stringify(file));
  return await work.store();
}

const gias = (rows: readonly Readonly<Record<string, string>>[]) =>
  csv(headerOf('gias-establishments'), rows);
const establishment = (urn: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  URN: urn,
  'LA (code)': '926',
  'LA (name)': 'Norfolk',
  EstablishmentNumber: urn.slice(2),
  EstablishmentName: `School ${urn}`,
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentStatus (name)': 'Open',
  'PhaseOfEducation (name)': 'Primary',
  LastChangedDate: '20-04-2022',
  ...more,
});

test('an inspection told by two files is one, in the words of the file where it is the current one', async (context) => {
  const older = managementInformation([
    schoolRow('120001', {
      ...latestGraded('10001', '120001', '11/06/2019', '12/07/2019', '3'),
      'Quality of education': '3',
      'Category of concern': 'NULL',
    }),
  ]);
  const newer = managementInformation([
    schoolRow('120001', {
      ...latestGraded('10002', '120001', '04/06/2024', '12/07/2024', '2'),
      ...previousGraded('10001', '120001', '11/06/2019', '12/07/2019', '3'),
    }),
  ]);
  const store = await storeOf(context, { 'newer.csv': newer, 'older.csv': older });
  const [school] = await store.evidence({ asAt: '2025-01-01' });
  assert.deepEqual(
    school?.inspections.map(({ number, overall, judgements }) => [number, overall, judgements.length]),
    [
      ['10002', 2, 0],
      ['10001', 3, 1],
    ],
  );
});

test('a list without numbers adds what no numbered inspection of the same school and day tells', async (context) => {
  const store = await storeOf(context, {
    'mi.csv': managementInformation([
      schoolRow('120001', latestGraded('10001', '120001', '11/06/2019', '12/07/2019', '2')),
    ]),
    'list.csv': 'URN,Rating,Inspection Date\n120001,Good,20190611\n120001,Satisfactory,20100304\n',
  });
  const [school] = await store.evidence({ asAt: '2025-01-01' });
  assert.deepEqual(
    school?.inspections.map(({ number, overall, knownOn, knownOnIsAssumed }) => ({
      number,
      overall,
      knownOn,
      knownOnIsAssumed,
    })),
    [
      { number: '10001', overall: 2, knownOn: '2019-07-12', knownOnIsAssumed: false },
      { number: 'listed:120001:2010-03-04', overall: 3, knownOn: '2010-04-11', knownOnIsAssumed: true },
    ],
  );
});

test('a report card stands beside the old grades and is not turned into one', async (context) => {
  const header = headerOf('ofsted-mi-report-cards');
  const row = {
    ...schoolRow('120001'),
    'Inspection number of latest full inspection': '10900',
    'Inspection start date': '13/01/2026',
    'Publication date': '09/02/2026',
    'URN at time of latest full inspection': '120001',
    'Safeguarding standards': 'Met',
    'Leadership and governance': 'Needs attention',
    'Leadership and governance - date of grade': '13/01/2026',
    'Post-16 provision (where applicable)': 'Not applicable',
    'Inspection number of latest OEIF graded inspection': '10001',
    'Inspection start date of latest OEIF graded inspection': '11/06/2019',
    'Publication date of latest OEIF graded inspection': '12/07/2019',
    'URN at time of latest OEIF graded inspection': '120001',
    'Latest OEIF overall effectiveness': '2',
    'Latest OEIF safeguarding is effective?': 'Yes',
  };
  for (const spelling of ['date of grade', 'date of judgement']) {
    const text = csv(header, [row], 'NULL')
      .replaceAll('date of grade', spelling)
      .replace('Latest OEIF safeguarding', 'Latest OEIF  safeguarding');
    const store = await storeOf(context, { 'cards.csv': text });
    const [school] = await store.evidence({ asAt: '2026-03-01' });
    const [card, graded] = school?.inspections ?? [];
    assert.equal(card?.kind, 'report card');
    assert.equal(card.overall, null);
    assert.deepEqual(card.judgements, [
      { area: 'Safeguarding standards', grade: 'Met', gradedOn: null },
      { area: 'Post-16 provision', grade: 'not applicable', gradedOn: null },
      { area: 'Leadership and governance', grade: 'Needs attention', gradedOn: '2026-01-13' },
    ]);
    assert.equal(graded?.kind, 'graded');
    assert.equal(graded.overall, 2);
    assert.deepEqual(graded.judgements, [{ area: 'Safeguarding', grade: 'Effective', gradedOn: null }]);
  }
});

test('an academy has its predecessor’s inspections and results, marked and under the predecessor’s number', async (context) => {
  const store = await storeOf(context, {
    'mi.csv': managementInformation([
      schoolRow('140001', {
        'Type of education': 'Academy Converter',
        'School open date': '01/09/2017',
        ...latestGraded('10001', '110001', '11/06/2013', '12/07/2013', '2'),
      }),
    ]),
    'links.csv': csv(headerOf('gias-links'), [
      {
        URN: '140001',
        LinkURN: '110001',
        LinkName: 'Old School',
        LinkType: 'Predecessor',
        LinkEstablishedDate: '01-09-2017',
      },
      {
        URN: '110001',
        LinkURN: '100001',
        LinkName: 'Older School',
        LinkType: 'Predecessor - merged',
        LinkEstablishedDate: '',
      },
    ]),
    'list.csv': 'URN,Rating,Inspection Date\n100001,Good,20080304\n',
    'ks2.csv':
      'RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG,READPROG_16\n1,926,110001,30,53%,SUPP,1\n1,926,140001,31,NE,0.4,1\n',
  });
  const [school, ...others] = await store.evidence({ asAt: '2025-01-01' });
  assert.deepEqual(others, [], 'the closed predecessor is no school of the authority of its own');
  assert.deepEqual(
    school?.inspections.map(({ urnAtTime, ofThisSchool }) => [urnAtTime, ofThisSchool]),
    [
      ['110001', false],
      ['100001', false],
    ],
  );
  assert.deepEqual(
    school.values
      .filter(({ measure }) => measure === 'ks2-rwm-expected')
      .map(({ urn, year, value, cohort }) => ({ urn, year, value, cohort })),
    [
      { urn: '110001', year: 2017, value: { number: 53 }, cohort: 30 },
      { urn: '140001', year: 2017, value: { missing: 'not applicable', code: 'NE' }, cohort: 31 },
    ],
  );
  assert.deepEqual(
    school.lineage.map(({ relation, urn, linkType }) => [relation, urn, linkType]),
    [['predecessor', '110001', 'Predecessor']],
  );
});

test('a merger that came later brings in nothing of the other school before its day', async (context) => {
  const store = await storeOf(context, {
    'mi.csv': managementInformation([
      schoolRow('120001', latestGraded('10001', '120001', '05/03/2018', '12/04/2018', '2')),
    ]),
    'links.csv': csv(headerOf('gias-links'), [
      {
        URN: '120001',
        LinkURN: '120002',
        LinkName: 'Infants',
        LinkType: 'Predecessor - merged',
        LinkEstablishedDate: '01-09-2022',
      },
    ]),
    'list.csv': 'URN,Rating,Inspection Date\n120002,Good,20180304\n120001,Good,20180305\n',
  });
  const before = await store.evidence({ asAt: '2020-01-01' });
  const after = await store.evidence({ asAt: '2023-01-01' });
  assert.deepEqual(
    before[0]?.inspections.map(({ urnAtTime }) => urnAtTime),
    ['120001'],
  );
  assert.deepEqual(
    after[0]?.inspections.map(({ urnAtTime }) => urnAtTime),
    ['120001', '120002'],
  );
});

test('a school that a later complete list leaves out is closed, but a short list closes none', async (context) => {
  const urns = ['120001', '120002', '120003', '120004'];
  const newest = (date: string, urn: string) => latestGraded(`1${urn}`, urn, '11/06/2019', date, '2');
  const full = managementInformation(urns.map((urn) => schoolRow(urn, newest('12/07/2022', urn))));
  const later = managementInformation(
    urns.slice(0, 3).map((urn) => schoolRow(urn, newest('12/07/2023', urn))),
  );
  const short = managementInformation([schoolRow('120001', newest('12/07/2024', '120001'))]);
  const store = await storeOf(context, { 'full.csv': full, 'later.csv': later, 'short.csv': short });
  const openAt = async (asAt: string) => (await store.evidence({ asAt })).map(({ school }) => school.urn);
  assert.deepEqual(await openAt('2022-12-31'), urns);
  assert.deepEqual(await openAt('2023-12-31'), urns.slice(0, 3));
  assert.deepEqual(await openAt('2024-12-31'), urns.slice(0, 3));
  const all = await store.evidence({ asAt: '2024-12-31', includeClosed: true });
  assert.equal(all.find(({ school }) => school.urn === '120004')?.school.status, 'closed');
});

test('each fact comes from the newest statement that speaks of it; “no trust” is a statement, a blank pupil number is none', async (context) => {
  const store = await storeOf(context, {
    'gias.csv': gias([
      establishment('120001', {
        'DistrictAdministrative (name)': 'Breckland',
        'Trusts (name)': 'A TRUST',
        NumberOfPupils: '180',
        SchoolCapacity: '210',
      }),
    ]),
    'mi.csv': managementInformation([
      schoolRow('120001', {
        'Total number of pupils': 'NULL',
        ...latestGraded('10001', '120001', '11/06/2024', '12/07/2024', '2'),
      }),
    ]),
  });
  const [now] = await store.evidence({ asAt: '2025-01-01' });
  assert.deepEqual(
    [now?.school.district, now?.school.trust, now?.school.pupils, now?.school.capacity],
    ['Breckland', null, 180, 210],
  );
  assert.equal(now?.school.sources.length, 2);
  const [then] = await store.evidence({ asAt: '2023-01-01' });
  assert.equal(then?.school.trust, 'A TRUST');
});

test('before the earliest register its schools count if they had opened, and closed ones if they were still open', async (context) => {
  const store = await storeOf(context, {
    'gias.csv': gias([
      establishment('120001'),
      establishment('120002', { OpenDate: '01-09-2019' }),
      establishment('120003', { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2018' }),
      establishment('120004', { 'EstablishmentStatus (name)': 'Proposed to open', OpenDate: '01-09-2030' }),
      establishment('120005', { 'TypeOfEstablishment (name)': 'Other independent school' }),
    ]),
  });
  const openAt = async (asAt: string) => (await store.evidence({ asAt })).map(({ school }) => school.urn);
  assert.deepEqual(await openAt('2017-12-31'), ['120001', '120003']);
  assert.deepEqual(await openAt('2020-12-31'), ['120001', '120002']);
  assert.deepEqual(await openAt('2023-12-31'), ['120001', '120002']);
});

test('only the schools asked for, and no values when none are wanted', async (context) => {
  const store = await storeOf(context, {
    'mi.csv': managementInformation([
      schoolRow('120001'),
      schoolRow('120002', latestGraded('1', '120002', '01/05/2024', '12/07/2024', '2')),
      schoolRow('120003', { 'Local authority': 'Suffolk' }),
    ]),
    'ks2.csv': 'RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG_16\n1,926,120001,30,53%,1\n',
  });
  const urns = (evidence: readonly { school: { urn: string } }[]) => evidence.map(({ school }) => school.urn);
  assert.deepEqual(urns(await store.evidence({ asAt: '2025-01-01', authority: 'suffolk' })), ['120003']);
  assert.deepEqual(urns(await store.evidence({ asAt: '2025-01-01', urns: ['120002', '999999'] })), [
    '120002',
  ]);
  assert.deepEqual(urns(await store.evidence({ asAt: '2025-01-01', urns: [] })), []);
  const bare = await store.evidence({ asAt: '2025-01-01', urns: ['120001'], withoutValues: true });
  assert.deepEqual(bare[0]?.values, []);
});

test('an empty data folder has no sources, no authorities and no schools', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const store = await work.store();
  assert.deepEqual(await store.sources(), []);
  assert.deepEqual(await store.authorities(), []);
  assert.deepEqual(await store.evidence({ asAt: '2025-01-01' }), []);
});
