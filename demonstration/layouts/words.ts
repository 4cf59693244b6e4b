import type { Kind, Running } from '../county/lineage.ts';

/** One way of running a school, in the words of each official file. */
export interface RunningWords {
  /** Get Information about Schools. */
  readonly register: string;
  readonly registerGroup: string;
  /** Ofsted management information. */
  readonly ofsted: string;
  /** Performance tables: NFTYPE. */
  readonly tables: string;
}

const maintained = 'Local authority maintained schools';

export const runningWords: Readonly<Record<Running, RunningWords>> = {
  community: {
    register: 'Community school',
    registerGroup: maintained,
    ofsted: 'Community School',
    tables: 'CY',
  },
  'voluntary controlled': {
    register: 'Voluntary controlled school',
    registerGroup: maintained,
    ofsted: 'Voluntary Controlled School',
    tables: 'VC',
  },
  'voluntary aided': {
    register: 'Voluntary aided school',
    registerGroup: maintained,
    ofsted: 'Voluntary Aided School',
    tables: 'VA',
  },
  foundation: {
    register: 'Foundation school',
    registerGroup: maintained,
    ofsted: 'Foundation School',
    tables: 'FD',
  },
  converter: {
    register: 'Academy converter',
    registerGroup: 'Academies',
    ofsted: 'Academy Converter',
    tables: 'ACC',
  },
  sponsored: {
    register: 'Academy sponsor led',
    registerGroup: 'Academies',
    ofsted: 'Academy Sponsor Led',
    tables: 'AC',
  },
  'free school': {
    register: 'Free schools',
    registerGroup: 'Free Schools',
    ofsted: 'Free School',
    tables: 'F',
  },
  nursery: {
    register: 'Local authority nursery school',
    registerGroup: maintained,
    ofsted: 'LA Nursery School',
    tables: '',
  },
  'community special': {
    register: 'Community special school',
    registerGroup: 'Special schools',
    ofsted: 'Community Special School',
    tables: 'CYS',
  },
  'special converter': {
    register: 'Academy special converter',
    registerGroup: 'Academies',
    ofsted: 'Academy Special Converter',
    tables: 'ACCS',
  },
  'special sponsored': {
    register: 'Academy special sponsor led',
    registerGroup: 'Academies',
    ofsted: 'Academy Special Sponsor Led',
    tables: 'ACS',
  },
  'special free school': {
    register: 'Free schools special',
    registerGroup: 'Free Schools',
    ofsted: 'Free School Special',
    tables: 'FS',
  },
  'pupil referral unit': {
    register: 'Pupil referral unit',
    registerGroup: maintained,
    ofsted: 'Pupil Referral Unit',
    tables: '',
  },
  'alternative provision converter': {
    register: 'Academy alternative provision converter',
    registerGroup: 'Academies',
    ofsted: 'Academy Alternative Provision Converter',
    tables: '',
  },
  'alternative provision sponsored': {
    register: 'Academy alternative provision sponsor led',
    registerGroup: 'Academies',
    ofsted: 'Academy Alternative Provision Sponsor Led',
    tables: '',
  },
};

/** Phase in the register; special schools and units have none of their own there. */
export const registerPhase: Readonly<Record<Kind, string>> = {
  primary: 'Primary',
  infant: 'Primary',
  junior: 'Primary',
  secondary: 'Secondary',
  special: 'Not applicable',
  nursery: 'Nursery',
  'pupil referral unit': 'Not applicable',
};

export const ofstedPhase: Readonly<Record<Kind, string>> = {
  primary: 'Primary',
  infant: 'Primary',
  junior: 'Primary',
  secondary: 'Secondary',
  special: 'Special',
  nursery: 'Nursery',
  'pupil referral unit': 'PRU',
};
