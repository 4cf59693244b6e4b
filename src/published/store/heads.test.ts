import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, headerOf, workshop } from './import.fixture.ts';

const register = (changedOn: string, more: Readonly<Record<string, string>>) =>
  csv(headerOf('gias-establishments'), [
    {
      URN: '120001',
      'LA (code)': '926',
      'LA (name)': 'Norfolk',
      EstablishmentNumber: '2001',
      EstablishmentName: 'School 120001',
      'TypeOfEstablishment (name)': 'Community school',
      'EstablishmentStatus (name)': 'Open',
      'PhaseOfEducation (name)': 'Primary',
      LastChangedDate: changedOn,
      ...more,
    },
  ]);
const head = (title: string, first: string, last: string) => ({
  'HeadTitle (name)': title,
  HeadFirstName: first,
  HeadLastName: last,
});

test('successive registers tell of heads: one entry as long as the name stays, a title alone makes no other head', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const files = [
    register('01-09-2021', head('Mrs', 'Ada', 'Reed')),
    register('01-09-2022', head('Dr', 'Ada', 'Reed')),
    register('01-03-2023', {}),
    register('01-09-2023', head('Mr', 'Amos', 'Sedge')),
    register('01-09-2024', head('Mr', 'Amos', 'Sedge')),
  ];
  const paths = await Promise.all(files.map((content, index) => work.write(`${index}.csv`, content)));
  await work.bringIn(paths);
  const store = await work.store();
  const asAt = async (day: string) => {
    const [school] = await store.evidence({ asAt: day });
    return {
      head: school?.school.head,
      heads: school?.heads.map(({ name, firstKnownOn, source }) => [name, firstKnownOn, source.row]),
    };
  };
  const ada = ['Mrs Ada Reed', '2021-09-01', 2];
  assert.deepEqual(await asAt('2023-08-31'), { head: 'Dr Ada Reed', heads: [ada] });
  assert.deepEqual(await asAt('2025-01-01'), {
    head: 'Mr Amos Sedge',
    heads: [ada, ['Mr Amos Sedge', '2023-09-01', 2]],
  });
});

test('a register gives places on the National Grid, town, ward and the pupils it admits', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const places = {
    Town: 'Thetford',
    'AdministrativeWard (name)': 'Thetford Boudica',
    'Gender (name)': 'Mixed',
    Easting: '587000',
    Northing: '283000',
  };
  await work.bringIn([await work.write('gias.csv', register('01-09-2024', places))]);
  const [told] = await (await work.store()).evidence({ asAt: '2025-01-01' });
  const { town, ward, gender, easting, northing, head: named } = told?.school ?? {};
  assert.deepEqual(
    [town, ward, gender, easting, northing, named],
    ['Thetford', 'Thetford Boudica', 'Mixed', 587000, 283000, null],
  );
  assert.deepEqual(told?.heads, []);
});
