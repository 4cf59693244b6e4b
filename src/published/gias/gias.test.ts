import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { csv, workshop } from '#/published/store/import.fixture.ts';
import { registerHeaders } from './columns.fixture.ts';

type Row = Readonly<Record<string, string>>;

const school: Row = {
  URN: '120001',
  'LA (code)': '926',
  'LA (name)': 'Norfolk',
  EstablishmentNumber: '2001',
  EstablishmentName: 'Reed Lane Primary School',
  'TypeOfEstablishment (code)': '34',
  'TypeOfEstablishment (name)': 'Academy converter',
  'EstablishmentStatus (name)': 'Open, but proposed to close',
  OpenDate: '01-09-2015',
  'PhaseOfEducation (name)': 'Middle deemed primary',
  StatutoryLowAge: '4',
  StatutoryHighAge: '12',
  'Gender (name)': 'Mixed',
  NumberOfPupils: '210',
  SchoolCapacity: '240',
  'Trusts (name)': 'REED AND SEDGE TRUST',
  'SchoolSponsors (name)': 'Reed and Sedge',
  'Federations (name)': '',
  LastChangedDate: '17-03-2025',
  Town: 'Thetford',
  Postcode: 'IP24 1AA',
  'HeadTitle (name)': 'Mrs',
  HeadFirstName: 'Ada',
  HeadLastName: 'Sedge',
  'GOR (name)': 'East of England',
  'DistrictAdministrative (name)': 'Breckland',
  'AdministrativeWard (name)': 'Thetford Boudica',
  'ParliamentaryConstituency (name)': 'South West Norfolk',
  Easting: '587000',
  Northing: '283000',
};

async function imported(context: TestContext, content: string) {
  const work = await workshop();
  context.after(work.remove);
  const { files } = await work.bringIn([await work.write('edubasealldata.csv', content)]);
  const store = await work.store();
  return { file: files[0], evidence: () => store.evidence({ asAt: '2026-01-01', includeClosed: true }) };
}

for (const [vintage, header] of Object.entries(registerHeaders)) {
  const there = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).filter(([column]) => header.includes(column)));

  test(`the register, ${vintage} (${header.length} columns): the same facts, whatever stands between them`, async (context) => {
    const { file, evidence } = await imported(context, csv(header, [there(school)]));
    assert.ok(file?.outcome === 'imported' && file.source.problems === 0, JSON.stringify(file));
    assert.deepEqual([file.source.layout, file.source.knownOn], ['gias-establishments', '2025-03-17']);
    const [told] = await evidence();
    assert.ok(told !== undefined);
    const { sources: _sources, ...facts } = told.school;
    assert.deepEqual(facts, {
      urn: '120001',
      name: 'Reed Lane Primary School',
      laestab: '9262001',
      authorityCode: '926',
      authority: 'Norfolk',
      region: 'East of England',
      district: 'Breckland',
      constituency: 'South West Norfolk',
      postcode: 'IP24 1AA',
      town: 'Thetford',
      ward: 'Thetford Boudica',
      easting: 587_000,
      northing: 283_000,
      phase: 'primary',
      type: 'Academy converter',
      gender: 'Mixed',
      sector: 'academy',
      status: 'open, proposed to close',
      openedOn: '2015-09-01',
      closedOn: null,
      lowestAge: 4,
      highestAge: 12,
      pupils: 210,
      capacity: 240,
      trust: 'REED AND SEDGE TRUST',
      sponsor: 'Reed and Sedge',
      federation: null,
      religiousCharacter: null,
      diocese: null,
      idaciQuintile: null,
      head: 'Mrs Ada Sedge',
      category: null,
      registerKnownLater: false,
    });
  });
}

test('a place of 0, as closed establishments have, is no place; what cannot be read is told with its row', async (context) => {
  const header = registerHeaders['since January 2025'] ?? [];
  const closed = {
    ...school,
    URN: '120002',
    'EstablishmentStatus (name)': 'Closed',
    CloseDate: '31-08-2016',
  };
  const { file, evidence } = await imported(
    context,
    csv(header, [
      { ...school, OpenDate: '31-02-2015', NumberOfPupils: 'many' },
      { ...closed, Easting: '0', Northing: '0', HeadFirstName: '', HeadLastName: '', 'HeadTitle (name)': '' },
      { ...school, URN: '120003', 'TypeOfEstablishment (name)': 'Other independent school' },
      { ...school, URN: '120004', 'PhaseOfEducation (name)': '16 plus' },
      { ...school, URN: '12000' },
    ]),
  );
  assert.ok(file?.outcome === 'imported');
  assert.deepEqual(file.source.setAside.map(({ reason, rows }) => `${rows} ${reason}`).toSorted(), [
    '1 not a state-funded school',
    '1 phase of education not known',
    '1 the reference number (URN) is not six digits',
  ]);
  assert.deepEqual(
    file.problems.map(({ row, column }) => [row, column]),
    [
      [2, 'NumberOfPupils'],
      [2, 'OpenDate'],
      [5, 'URN'],
      [6, 'URN'],
    ],
  );
  const [, second] = await evidence();
  assert.deepEqual(
    [second?.school.easting, second?.school.northing, second?.school.head, second?.school.status],
    [null, null, null, 'closed'],
  );
});
