import { openGovernmentLicence, type Layout } from '#/published/layout.ts';

/**
 * The register of the school performance tables (`england_spine`): schools with results, open and closed since, without
 * nursery schools and pupil referral units. Independent schools and colleges are set aside.
 */
export const spine: Layout = {
  id: 'spine',
  title: 'School performance tables: register of schools',
  publisher: 'Department for Education',
  licence: openGovernmentLicence,
  source: 'spine',
  signature: ['URN', 'LA', 'ESTAB', 'SCHNAME', 'ICLOSE', 'MINORGROUP', 'NFTYPE', 'ISPRIMARY', 'ISSECONDARY'],
  anyOf: [],
  urn: 'URN',
  dates: '%Y%m%d',
  newest: ['OPENDATE', 'CLOSEDATE'],
  register: {
    text: {
      name: 'SCHNAME',
      town: 'TOWN',
      postcode: 'POSTCODE',
      type: 'NFTYPE',
      gender: 'GENDER',
      religiousCharacter: 'RELDENOM',
    },
    dates: { openedOn: 'OPENDATE', closedOn: 'CLOSEDATE' },
    numbers: { lowestAge: 'AGEL', highestAge: 'AGEH' },
    authorityCode: 'LA',
    establishmentNumber: 'ESTAB',
    phase: [
      [
        'NFTYPE',
        {
          'community special school': 'special',
          'foundation special school': 'special',
          'non-maintained special school': 'special',
          'academy - converter special school': 'special',
          'academy - sponsor led special school': 'special',
          'free school - special': 'special',
        },
      ],
      // Middle schools to 13 and schools for all ages have both marks, and count as secondary, as Ofsted counts them.
      ['ISSECONDARY', { '1': 'secondary' }],
      ['ISPRIMARY', { '1': 'primary' }],
    ],
    sectors: {
      'community school': 'maintained',
      'voluntary aided school': 'maintained',
      'voluntary controlled school': 'maintained',
      'foundation school': 'maintained',
      'community special school': 'maintained',
      'foundation special school': 'maintained',
      'academy - converter mainstream': 'academy',
      'academy sponsor led mainstream': 'academy',
      'academy - sponsor led mainstream': 'academy',
      'academy - converter special school': 'academy',
      'academy - sponsor led special school': 'academy',
      'city technology college': 'academy',
      'free school - mainstream': 'free school',
      'free school - special': 'free school',
      'university technical college': 'free school',
      'studio school': 'free school',
      'non-maintained special school': 'non-maintained special',
    },
    status: ['ICLOSE', { '1': 'open', '2': 'closed', '3': 'open, proposed to close' }],
    blankMeansNone: ['closedOn'],
  },
};
