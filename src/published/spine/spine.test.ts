import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '#/published/store/import.fixture.ts';

const header =
  'URN,LA,ESTAB,LAESTAB,SCHNAME,TOWN,POSTCODE,ICLOSE,OPENDATE,CLOSEDATE,ISNEW,MINORGROUP,NFTYPE,OTHERNFTYPE,ISPRIMARY,ISSECONDARY,ISPOST16,AGEL,AGEH,GENDER,SIXFGENDER,RELDENOM,ADMPOL,OTHERURN,NEWACFLAG,RE-BROKERED';
const row = (urn: string, more: Readonly<Record<string, string>> = {}) => {
  const cells: Readonly<Record<string, string>> = {
    URN: urn,
    LA: '926',
    ESTAB: urn.slice(2),
    SCHNAME: `School ${urn}`,
    TOWN: 'Thetford',
    ICLOSE: '1',
    MINORGROUP: 'Maintained School',
    NFTYPE: 'Community school',
    ISPRIMARY: '1',
    ISSECONDARY: '0',
    AGEL: '4',
    AGEH: '11',
    GENDER: 'Mixed',
    ...more,
  };
  return header
    .split(',')
    .map((name) => cells[name] ?? '')
    .join(',');
};

test('the register of the performance tables: schools by phase, closed ones closed, others set aside and counted', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const path = await work.write(
    'england_spine.csv',
    [
      header,
      row('120001'),
      row('120002', { ISSECONDARY: '1', AGEH: '18', NFTYPE: 'Academy sponsor led mainstream' }),
      row('120003', { NFTYPE: 'Community special school', ISSECONDARY: '1' }),
      row('120004', { ICLOSE: '2', CLOSEDATE: '20171231' }),
      row('120005', { OPENDATE: '20180901' }),
      row('120006', { NFTYPE: 'Other independent school' }),
      row('120007', { NFTYPE: 'Sixth form college', ISPRIMARY: '0' }),
      row('120008', { ISPRIMARY: '0' }),
    ].join('\n'),
  );
  const { files } = await work.bringIn([path]);
  const [file] = files;
  assert.ok(file?.outcome === 'imported', JSON.stringify(file));
  assert.deepEqual(
    [file.source.layout, file.source.knownOn, file.source.knownOnBasis, file.source.setAside],
    [
      'spine',
      '2018-09-01',
      'newest date in the file',
      [
        { reason: 'not a state-funded school', rows: 2 },
        { reason: 'phase of education not known', rows: 1 },
      ],
    ],
  );
  const evidence = await (await work.store()).evidence({ asAt: '2018-12-31', includeClosed: true });
  assert.deepEqual(
    evidence.map(({ school }) => [school.urn, school.authority, school.phase, school.sector, school.status]),
    [
      ['120001', 'Norfolk', 'primary', 'maintained', 'open'],
      ['120002', 'Norfolk', 'secondary', 'academy', 'open'],
      ['120003', 'Norfolk', 'special', 'maintained', 'open'],
      ['120004', 'Norfolk', 'primary', 'maintained', 'closed'],
      ['120005', 'Norfolk', 'primary', 'maintained', 'open'],
    ],
  );
  assert.deepEqual(
    [evidence[0]?.school.town, evidence[0]?.school.gender, evidence[4]?.school.openedOn],
    ['Thetford', 'Mixed', '2018-09-01'],
  );
});
