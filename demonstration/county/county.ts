/** A local authority as registers and tables write it. */
export interface Authority {
  readonly name: string;
  readonly code: string;
  readonly gssCode: string;
  readonly region: string;
}

/** The invented county and the bodies in it. Codes are ones that are not in use: test `invented.test.ts` looks. */
export const county = {
  name: 'Larkshire',
  /** Local authority code. Real ones run from 201 to 943 with gaps; this is one of the gaps. */
  code: '899',
  gssCode: 'E10999899',
  region: 'East of England',
  /** Postcode area. No area begins with Q, so no letter can arrive. */
  postcodeArea: 'QL',
} as const;

export interface Trust {
  readonly uid: string;
  readonly name: string;
  readonly sponsorUid: string;
  /** Church of England, Roman Catholic, or schools of no religious character. */
  readonly character: 'Church of England' | 'Roman Catholic' | 'none';
  /** Districts it works in; empty for all. */
  readonly districts: readonly string[];
  readonly phases: readonly ('primary' | 'secondary' | 'special')[];
}

const trust = (
  uid: number,
  name: string,
  character: Trust['character'],
  phases: Trust['phases'],
  districts: readonly string[] = [],
): Trust => ({ uid: String(uid), name, sponsorUid: String(uid + 500), character, districts, phases });

export const trusts: readonly Trust[] = [
  trust(90101, 'Diocese of Fetherstead Academies Trust', 'Church of England', ['primary', 'secondary']),
  trust(90102, 'Cathedral Close Multi-Academy Trust, Fetherstead', 'Church of England', ['primary']),
  trust(90103, 'St Felix of Larkshire Catholic Multi Academy Trust', 'Roman Catholic', [
    'primary',
    'secondary',
  ]),
  trust(
    90104,
    'Deverwell Learning Trust',
    'none',
    ['primary', 'secondary'],
    ['Vale of Dever', 'Mid Larkshire'],
  ),
  trust(
    90105,
    'Whimbrelwick Schools Trust',
    'none',
    ['primary', 'secondary'],
    ['Whimbrel Coast', 'Breamwater'],
  ),
  trust(90106, 'Quernmarket Multi Academy Trust', 'none', ['primary', 'secondary'], ['Mid Larkshire']),
  trust(90107, 'Ivelside Education Trust', 'none', ['primary', 'secondary'], ['Harrowmarket and Ivelside']),
  trust(90108, 'Tarnmarket Partnership Trust', 'none', ['primary', 'secondary'], ['South Larkshire']),
  trust(
    90109,
    'Tansyholt and District Academies Trust',
    'none',
    ['primary', 'secondary'],
    ['East Larkshire'],
  ),
  trust(90110, 'Larkshire Horizon Schools', 'none', ['primary', 'secondary']),
  trust(90111, 'Osier and Sedge Small Schools Trust', 'none', ['primary']),
  trust(
    90112,
    'The Bramblemarket Federation Trust',
    'none',
    ['primary', 'secondary'],
    ['South Larkshire', 'East Larkshire'],
  ),
  trust(90113, 'Fetherstead City Academies', 'none', ['primary', 'secondary'], ['Fetherstead']),
  trust(90114, 'Stonechat Inclusive Education Trust, Larkshire', 'none', ['special']),
];

export const dioceses = {
  'Church of England': 'Diocese of Fetherstead',
  'Roman Catholic': 'Diocese of Deverwell (rc)',
} as const;

/** The districts, with the constituency of their countryside. */
export const districts: readonly {
  readonly name: string;
  readonly constituency: string;
  readonly code: string;
}[] = [
  { name: 'Fetherstead', constituency: 'Fetherstead', code: 'E07999001' },
  { name: 'Harrowmarket and Ivelside', constituency: 'Harrowmarket and West Larkshire', code: 'E07999002' },
  { name: 'Vale of Dever', constituency: 'Vale of Dever', code: 'E07999003' },
  { name: 'Whimbrel Coast', constituency: 'Whimbrel Coast', code: 'E07999004' },
  { name: 'Mid Larkshire', constituency: 'Mid Larkshire', code: 'E07999005' },
  { name: 'South Larkshire', constituency: 'South Larkshire', code: 'E07999006' },
  { name: 'East Larkshire', constituency: 'East Larkshire', code: 'E07999007' },
  { name: 'Breamwater', constituency: 'Breamwater and North Larkshire', code: 'E07999008' },
];

/** Codes of the constituencies, in the order of `districts`. */
export function constituencyCode(name: string): string {
  const index = districts.findIndex((district) => district.constituency === name);
  return `E14999${String(index + 1).padStart(3, '0')}`;
}
