import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { csv, headerOf, workshop } from '#/published/store/import.fixture.ts';

type Row = Readonly<Record<string, string>>;

async function imported(context: TestContext, files: Readonly<Record<string, string>>) {
  const work = await workshop();
  context.after(work.remove);
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) paths.push(await work.write(name, content));
  const { files: told } = await work.bringIn(paths);
  const store = await work.store();
  return { told, evidence: (asAt: string) => store.evidence({ asAt }) };
}

const file = (layout: string, rows: readonly Row[]) => csv(headerOf(layout), rows, 'NULL');

const school: Row = {
  URN: '120001',
  LAESTAB: '9262001',
  'School name': 'Reed Lane Primary School',
  'Local authority': 'Norfolk',
  Region: 'East of England',
  'Total number of pupils': '210',
};

const to2018: Row = {
  ...school,
  'Type of education': 'Academy Converter',
  'Phase of education': 'Primary',
  'Predecessor URN': '110001',
  'Provider open date - QA': '01/09/2015',
  'Inspection number': '10000001',
  'Inspection start date': '10/05/2017',
  'Publication date': '14/06/2017',
  'Inspection type': 'S5 Inspection',
  'Overall effectiveness': '2',
  'Outcomes for pupils': '2',
  'Quality of teaching, learning and assessment': '2',
  'Personal development, behaviour and welfare': '1',
  'Effectiveness of leadership and management': '2',
  'Early years provision (where applicable)': '9',
  'Previous inspection number': 'ITS400001',
  'Previous inspection start date': '04/12/2012',
  'Previous publication date': '15/01/2013',
  'Previous overall effectiveness': '3',
  'Previous category of concern': 'NTI',
};

test('to 2017/18: judgements in the words of their framework; an inspection before the academy opened is its predecessor’s', async (context) => {
  const { told, evidence } = await imported(context, { 'mi.csv': file('ofsted-mi-2015', [to2018]) });
  assert.ok(told[0]?.outcome === 'imported' && told[0].source.problems === 0, JSON.stringify(told[0]));
  const [one] = await evidence('2017-12-31');
  assert.deepEqual(
    one?.inspections.map((each) => [each.overall, each.urnAtTime, each.ofThisSchool, each.category]),
    [
      [2, '120001', true, null],
      [3, '110001', false, 'NTI'],
    ],
  );
  assert.deepEqual(
    one.inspections[0]?.judgements.map(({ area, grade }) => [area, grade]),
    [
      ['Outcomes for pupils', 2],
      ['Quality of teaching, learning and assessment', 2],
      ['Personal development, behaviour and welfare', 1],
      ['Leadership and management', 2],
      ['Early years provision', 'not applicable'],
    ],
  );
  assert.deepEqual(
    one.lineage.map(({ relation, urn }) => [relation, urn]),
    [['predecessor', '110001']],
  );
});

test('to 2017/18, all inspections of a year: full and short ones, each in its own words', async (context) => {
  const event = {
    ...school,
    'Type of education': 'Community School',
    'Inspection type': 'Maintained Academy and School Short inspection',
  };
  const { told, evidence } = await imported(context, {
    'year.csv': file('ofsted-inspections-2015', [
      {
        ...event,
        'Inspection number': '10000002',
        'Inspection start date': '07/11/2017',
        'Publication date': '05/12/2017',
        'Outcomes for short inspections that did not convert': 'School remains Good',
      },
      {
        ...event,
        'Inspection number': '10000001',
        'Inspection start date': '10/05/2012',
        'Publication date': '14/06/2012',
        'Overall effectiveness': '2',
      },
    ]),
    'mi.csv': file('ofsted-mi-2015', [
      { ...to2018, 'Provider open date - QA': 'NULL', 'Predecessor URN': 'NULL' },
    ]),
  });
  assert.ok(told.every((each) => each.outcome === 'imported' && each.source.problems === 0));
  const [one] = await evidence('2018-01-31');
  const short = one?.inspections.find(({ kind }) => kind === 'ungraded');
  assert.deepEqual(
    [short?.outcome, short?.overall, short?.startedOn],
    ['School remains Good', null, '2017-11-07'],
  );
});

const from2018: Row = {
  ...school,
  'Type of education': 'Community School',
  'Ofsted phase': 'Primary',
  'Inspection number of latest full inspection': '10100001',
  'Inspection start date': '12/11/2019',
  'Publication date': '17/12/2019',
  'URN at time of latest full inspection': '120001',
  'Overall effectiveness': '3',
  'Quality of education': '3',
  'Safeguarding is effective?': 'Yes',
  'Previous full inspection number': '10000001',
  'Previous inspection start date': '10/05/2016',
  'Previous publication date': '14/06/2016',
  'URN at time of previous full inspection': '110001',
  'Previous full inspection overall effectiveness': '2',
  'Previous outcomes for pupils': '2',
  'Latest section 8 inspection number since last full inspection': '10200001',
  'Date of latest section 8 inspection': '09/03/2022',
  'Section 8 inspection publication date': '12/04/2022',
  'URN at time of the section 8 inspection': '120001',
  'Section 8 inspection overall outcome': 'School remains Good',
  'Did the latest section 8 inspection convert to a full inspection?': 'No',
};

test('2018 to 2022: full inspections of two frameworks side by side, section 8 inspections, predecessors by number', async (context) => {
  const { told, evidence } = await imported(context, { 'mi.csv': file('ofsted-mi-2018', [from2018]) });
  assert.ok(told[0]?.outcome === 'imported' && told[0].source.problems === 0, JSON.stringify(told[0]));
  assert.equal(told[0].source.knownOn, '2022-04-12');
  const [one] = await evidence('2022-08-31');
  assert.deepEqual(
    one?.inspections.map((each) => [
      each.kind,
      each.overall ?? each.outcome,
      each.urnAtTime,
      each.judgements.length,
    ]),
    [
      ['ungraded', 'School remains Good', '120001', 0],
      ['graded', 3, '120001', 2],
      ['graded', 2, '110001', 1],
    ],
  );
});

test('2018: the first files call them short inspections, in the same places', async (context) => {
  const renamed = Object.entries(from2018).map(([name, cell]) => [
    name.replaceAll('section 8', 'short').replaceAll('Section 8', 'Short'),
    cell,
  ]);
  const row = Object.fromEntries(renamed) as Row;
  const { told, evidence } = await imported(context, { 'mi.csv': csv(Object.keys(row), [row], 'NULL') });
  assert.ok(told[0]?.outcome === 'imported', JSON.stringify(told[0]));
  const [one] = await evidence('2022-08-31');
  assert.deepEqual(one?.inspections.map(({ kind, startedOn }) => [kind, startedOn])[0], [
    'ungraded',
    '2022-03-09',
  ]);
});

const reportCard: Row = {
  ...school,
  'Type of education': 'Community School',
  'Ofsted phase': 'Primary',
  'Inspection number of latest OEIF graded inspection': '10300001',
  'Inspection start date of latest OEIF graded inspection': '04/02/2025',
  'Publication date of latest OEIF graded inspection': '11/03/2025',
  'URN at time of latest OEIF graded inspection': '120001',
  'Latest OEIF overall effectiveness': 'Not judged',
  'Latest OEIF category of concern': 'SM',
};

test('report cards: the most recent category of concern is the school’s; blank says that it is in none', async (context) => {
  const monitored = { ...reportCard, 'Most recent category of concern': '' };
  const still = { ...reportCard, URN: '120002', 'Most recent category of concern': 'RSI' };
  const { evidence } = await imported(context, {
    'mi.csv': file('ofsted-mi-report-cards', [monitored, still]),
  });
  assert.deepEqual(
    (await evidence('2026-04-30')).map((each) => [each.school.category, each.inspections[0]?.category]),
    [
      ['none', 'SM'],
      ['RSI', 'SM'],
    ],
  );
  const { evidence: before } = await imported(context, { 'mi.csv': file('ofsted-mi-2018', [from2018]) });
  assert.equal((await before('2022-08-31'))[0]?.school.category, null, 'an older file says nothing of it');
});

test('a grade nobody gives, a day that is none and a file without a column it needs are told', async (context) => {
  for (const [layout, row] of [
    ['ofsted-mi-2015', to2018],
    ['ofsted-mi-2018', from2018],
  ] as const) {
    const broken = { ...row, 'Overall effectiveness': '7', 'Publication date': '31/02/2019' };
    const { told } = await imported(context, { 'mi.csv': file(layout, [broken]) });
    assert.ok(told[0]?.outcome === 'imported');
    assert.deepEqual(
      told[0].problems.map(({ row: at, column, what }) => [at, column, what]),
      [
        [2, 'Overall effectiveness', '“7” is not a grade we know.'],
        [2, 'Publication date', '“31/02/2019” is not a date.'],
      ],
      layout,
    );
    const header = headerOf(layout).filter((name) => name !== 'Overall effectiveness');
    const { told: refused } = await imported(context, { 'mi.csv': csv(header, [row], 'NULL') });
    assert.ok(refused[0]?.outcome === 'set aside');
    assert.match(refused[0].what, /lacks: Overall effectiveness/);
  }
});
