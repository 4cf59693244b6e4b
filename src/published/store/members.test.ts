import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { csv, headerOf, latestGraded, managementInformation, schoolRow, workshop } from './import.fixture.ts';

type Cells = Readonly<Record<string, string>>;

async function storeOf(context: TestContext, ...files: readonly string[]) {
  const work = await workshop();
  context.after(work.remove);
  const paths: string[] = [];
  for (const [index, content] of files.entries()) paths.push(await work.write(`${index}.csv`, content));
  const report = await work.bringIn(paths);
  for (const file of report.files) assert.ok(file.outcome === 'imported', JSON.stringify(file));
  const store = await work.store();
  const openAt = async (asAt: string) => (await store.evidence({ asAt })).map(({ school }) => school.urn);
  return { store, openAt };
}

/** A row of a register last changed on the day. */
const establishment = (changedOn: string, urn: string, more: Cells = {}): Cells => ({
  URN: urn,
  'LA (code)': '926',
  'LA (name)': 'Norfolk',
  EstablishmentNumber: urn.slice(2),
  EstablishmentName: `School ${urn}`,
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentStatus (name)': 'Open',
  'PhaseOfEducation (name)': 'Primary',
  LastChangedDate: changedOn,
  ...more,
});
const gias = (...rows: readonly Cells[]) => csv(headerOf('gias-establishments'), rows);
const closed = (on: string): Cells => ({ 'EstablishmentStatus (name)': 'Closed', CloseDate: on });
const academy: Cells = { 'TypeOfEstablishment (name)': 'Academy converter' };
/** Dates the management information: its newest publication. */
const published = (urn: string, on: string) => latestGraded(`1${urn}`, urn, '11/06/2019', on, '2');
const links = (...pairs: readonly (readonly [academy: string, before: string, on: string])[]) =>
  csv(
    headerOf('gias-links'),
    pairs.map(([URN, LinkURN, on]) => ({
      URN,
      LinkURN,
      LinkName: `School ${LinkURN}`,
      LinkType: 'Predecessor',
      LinkEstablishedDate: on,
    })),
  );

test('a school that only a later register tells of is listed and marked, beside those known by then', async (context) => {
  const { store } = await storeOf(
    context,
    gias(establishment('20-04-2022', '120001')),
    managementInformation([
      schoolRow('120001', published('120001', '04/08/2025')),
      schoolRow('120002', { 'Ofsted phase': 'Secondary' }),
      schoolRow('120003', { 'Ofsted phase': 'Primary', 'School open date': '01/09/2022' }),
      schoolRow('120004', { 'Ofsted phase': 'Secondary', 'School open date': '01/09/2024' }),
    ]),
  );
  const listed = async (asAt: string) =>
    (await store.evidence({ asAt })).map(({ school }) => [school.urn, school.registerKnownLater]);
  assert.deepEqual(await listed('2019-03-01'), [
    ['120001', true],
    ['120002', true],
  ]);
  assert.deepEqual(await listed('2023-03-01'), [
    ['120001', false],
    ['120002', true],
    ['120003', true],
  ]);
  assert.deepEqual(
    (await listed('2025-08-04')).map(([, later]) => later),
    [false, false, false, false],
  );
});

test('a predecessor stands until it became an academy, though only the newer of two registers tells of it', async (context) => {
  const { openAt } = await storeOf(
    context,
    managementInformation([
      schoolRow('140001', { 'School open date': '01/09/2018', ...published('140001', '04/08/2025') }),
      schoolRow('120002'),
    ]),
    gias(
      establishment('30-04-2026', '120001', closed('31-08-2018')),
      establishment('30-04-2026', '140001', { ...academy, OpenDate: '01-09-2018' }),
      establishment('30-04-2026', '120002'),
    ),
  );
  assert.deepEqual(await openAt('2016-07-01'), ['120001', '120002']);
  assert.deepEqual(await openAt('2018-08-31'), ['120001', '120002']);
  assert.deepEqual(await openAt('2018-09-01'), ['120002', '140001']);
  assert.deepEqual(await openAt('2026-04-30'), ['120002', '140001']);
});

test('the day a school closes is the last on which it is open', async (context) => {
  const { openAt, store } = await storeOf(
    context,
    gias(
      establishment('30-06-2025', '120001', closed('30-06-2025')),
      establishment('30-06-2025', '120002', closed('31-08-2018')),
      establishment('30-06-2025', '120003', {
        'EstablishmentStatus (name)': 'Open, but proposed to close',
        CloseDate: '31-08-2025',
      }),
    ),
  );
  assert.deepEqual(await openAt('2018-08-31'), ['120001', '120002', '120003']);
  assert.deepEqual(await openAt('2018-09-01'), ['120001', '120003']);
  assert.deepEqual(await openAt('2025-06-30'), ['120001', '120003']);
  assert.deepEqual(await openAt('2025-07-01'), ['120003']);
  assert.deepEqual(await openAt('2025-08-31'), ['120003']);
  assert.deepEqual(await openAt('2025-09-01'), []);
  const [, , earlier] = await store.evidence({ asAt: '2018-08-31' });
  assert.deepEqual([earlier?.school.status, earlier?.school.closedOn], ['open', null], 'nothing of later');
});

test('a school that closed between two registers is closed from its day, and what it became is listed', async (context) => {
  const { openAt, store } = await storeOf(
    context,
    gias(establishment('20-04-2022', '120001'), establishment('20-04-2022', '120002')),
    gias(
      establishment('30-04-2026', '120001', closed('31-08-2024')),
      establishment('30-04-2026', '140001', { ...academy, OpenDate: '01-09-2024' }),
      establishment('30-04-2026', '120002'),
    ),
  );
  assert.deepEqual(await openAt('2024-08-31'), ['120001', '120002']);
  assert.deepEqual(await openAt('2024-09-01'), ['120002', '140001']);
  const all = await store.evidence({ asAt: '2024-09-01', includeClosed: true });
  assert.deepEqual(
    all.map(({ school }) => [school.urn, school.status, school.closedOn]),
    [
      ['120001', 'closed', '2024-08-31'],
      ['120002', 'open', null],
      ['140001', 'open', null],
    ],
  );
});

for (const [how, file] of [
  ['by a link', links(['140001', '120001', '01-03-2024'])],
  ['by the same number in its authority', null],
] as const) {
  test(`a school whose closing no register dates is closed from the day its successor opened, known ${how}`, async (context) => {
    const number: Cells = file === null ? { LAESTAB: '9260001' } : {};
    const { openAt } = await storeOf(
      context,
      gias(establishment('20-04-2022', '120001'), establishment('20-04-2022', '120002')),
      managementInformation([
        schoolRow('140001', {
          'School open date': '01/03/2024',
          ...published('140001', '04/08/2025'),
          ...number,
        }),
        schoolRow('120002'),
      ]),
      ...(file === null ? [] : [file]),
    );
    assert.deepEqual(await openAt('2024-02-29'), ['120001', '120002']);
    assert.deepEqual(await openAt('2024-03-01'), ['120002', '140001']);
  });
}

test('where closing and opening overlap by days, or no opening is stated, the school is counted once', async (context) => {
  const { openAt } = await storeOf(
    context,
    gias(
      establishment('30-04-2026', '120001', closed('10-09-2018')),
      establishment('30-04-2026', '140001', { ...academy, OpenDate: '01-09-2018' }),
      establishment('30-04-2026', '120002', closed('31-08-2018')),
      establishment('30-04-2026', '140002', academy),
    ),
    links(['140001', '120001', '01-09-2018'], ['140002', '120002', '']),
  );
  assert.deepEqual(await openAt('2018-08-31'), ['120001', '120002']);
  assert.deepEqual(await openAt('2018-09-05'), ['120001', '140002']);
  assert.deepEqual(await openAt('2018-09-11'), ['140001', '140002']);
});

test('a school that took in another long after it opened is listed beside it', async (context) => {
  const { openAt } = await storeOf(
    context,
    gias(
      establishment('30-04-2026', '120001', closed('31-08-2018')),
      establishment('30-04-2026', '120002', { OpenDate: '01-09-1990' }),
      establishment('30-04-2026', '120003'),
    ),
    links(['120002', '120001', '01-09-2018'], ['120003', '120001', '01-09-2018']),
  );
  assert.deepEqual(await openAt('2016-07-01'), ['120001', '120002', '120003']);
  assert.deepEqual(await openAt('2019-07-01'), ['120002', '120003']);
});

test('what could tell of an inspection: Ofsted’s own list, other files or later ones, or nothing', async (context) => {
  const { store } = await storeOf(
    context,
    gias(...['120001', '120002', '120003'].map((urn) => establishment('20-04-2022', urn))),
    managementInformation([schoolRow('120001'), schoolRow('120002', published('120002', '12/07/2024'))]),
    'URN,Rating,Inspection Date\n120003,Good,20190611\n',
  );
  const known = async (asAt: string) =>
    (await store.evidence({ asAt })).map(({ inspectionsKnownFrom }) => inspectionsKnownFrom);
  assert.deepEqual(await known('2024-07-12'), ['ofsted', 'ofsted']);
  assert.deepEqual(await known('2024-07-11'), ['nothing', 'nothing', 'other files']);
});
